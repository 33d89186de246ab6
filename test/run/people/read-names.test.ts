import { describe, expect, it } from '@jest/globals'

import { readNames } from '../../../src/run/people/read-names.js'
import type { LookUpDeps } from '../../../src/run/people/read-people.js'
import { sourceCompanyId, companyId } from '../../support/builders.js'
import { InMemorySource } from '../../support/world.js'

const placesOf = (source: InMemorySource): LookUpDeps[] => [
  {
    source,
    store: {
      links: { readLinks: () => Promise.resolve([]) },
      addresses: { readAddresses: () => Promise.resolve([]) },
    },
    settings: {
      companies: [{ sourceId: sourceCompanyId, targetId: companyId }],
      timeZone: 'Europe/Amsterdam',
    },
    now: () => Date.UTC(2026, 10, 22),
  } as unknown as LookUpDeps,
]

describe('readNames', () => {
  it('gives names by ids, also of people who left', async () => {
    const source = new InMemorySource()
    source.set('one', { 'employee.firstName': 'Anna', 'employee.lastName': 'Mulder' })
    source.set('two', { 'employee.lastName': 'Visser' })

    expect(await readNames(placesOf(source))).toEqual(
      new Map([
        ['one', 'Anna Mulder'],
        ['two', 'Visser'],
      ]),
    )
  })

  it('gives none when AlexisHR refuses', async () => {
    const source = new InMemorySource()
    source.failure = new Error('away')

    expect(await readNames(placesOf(source))).toBeUndefined()
  })

  it('gives none when AlexisHR takes longer than one waits', async () => {
    const source = new InMemorySource()
    source.readSnapshot = () => new Promise(() => undefined)

    expect(await readNames(placesOf(source), 5)).toBeUndefined()
  })
})
