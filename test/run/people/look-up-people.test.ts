import { describe, expect, it } from '@jest/globals'

import { lookUpPeople } from '../../../src/run/people/look-up-people.js'
import type { LookUpDeps } from '../../../src/run/people/read-people.js'
import { sourceCompanyId, companyId } from '../../support/builders.js'
import { InMemorySource } from '../../support/world.js'

const anna = { soap: '500044', rest: '0d5a2f4e-7b1c-4f0a-9e3d-2a6b8c9d0e1f' }

/** Anna is connected; her employee has an id over each transport. */
const openPlaces = (key: string): { places: LookUpDeps[]; source: InMemorySource } => {
  const source = new InMemorySource()
  source.set('anna', {
    'employee.firstName': 'Anna',
    'employee.lastName': 'Mulder',
    'employee.employeeNumber': '1004',
  })
  source.set('bram', { 'employee.firstName': 'Bram', 'employee.lastName': 'Visser' })
  const link = { sourceId: 'anna', companyId, status: 'connected', targetId: key }
  const address = { kind: 'employee', key, soapId: anna.soap, restId: anna.rest }
  const deps = {
    source,
    store: {
      links: { readLinks: () => Promise.resolve([link]) },
      addresses: { readAddresses: () => Promise.resolve([address]) },
    },
    settings: {
      companies: [{ sourceId: sourceCompanyId, targetId: companyId }],
      timeZone: 'Europe/Amsterdam',
    },
    now: () => Date.UTC(2026, 10, 22),
  }
  return { places: [deps as unknown as LookUpDeps], source }
}

const never = () => Promise.reject(new Error('nobody has to choose'))

describe('lookUpPeople', () => {
  it.each([anna.soap, anna.rest])(
    'finds a person by either id of Nmbrs, whichever the link %s has',
    async (key) => {
      const { places, source } = openPlaces(key)
      // An exact id needs no remote.
      source.failure = new Error('away')

      for (const typed of [anna.soap, anna.rest, anna.rest.toUpperCase(), ` ${anna.rest} `])
        expect(await lookUpPeople(places, [typed], never)).toEqual(['anna'])
    },
  )

  it.each(['1004', 'anna mulder', 'Mulder', 'mul', anna.rest.slice(0, 9)])(
    'finds a person by %s',
    async (typed) => {
      const { places } = openPlaces(anna.soap)

      expect(await lookUpPeople(places, [typed], never)).toEqual(['anna'])
    },
  )
})
