import { describe, expect, it } from '@jest/globals'

import { toTargetCompanyId } from '../../../../src/domain/ids.js'
import { createWriteTurns } from '../../../../src/target/nmbrs-rest/client/quiet.js'
import type { RestCall } from '../../../../src/target/nmbrs-rest/client/rest-call.js'
import { createEntriesReader } from '../../../../src/target/nmbrs-rest/reads/read-entries.js'

const company = toTargetCompanyId('company-1')
const people = ['e1', 'e2', 'e3', 'e4', 'e5']

/** Reads the addresses of `people`, where Nmbrs hears that one is asked for or does not; e2 has two rows. */
const setUp = (filter: 'works' | 'ignored') => {
  const asked: string[] = []
  const rows = [...people, 'e2'].map((employeeId, at) => ({
    employeeId,
    addresses: [{ addressId: `a${at}`, city: `C${at}` }],
  }))
  const read = ({ query }: RestCall): Promise<unknown> => {
    asked.push(query?.employeeId ?? 'all')
    const data = rows.filter(
      ({ employeeId }) =>
        filter === 'ignored' || query?.employeeId === undefined || query.employeeId === employeeId,
    )
    const pagination = { pageNumber: 1, pageSize: 100, totalRecords: data.length, totalPages: 1 }
    return Promise.resolve({ data, pagination })
  }
  const reader = createEntriesReader({ read, quiet: createWriteTurns() })
  const citiesOf = async (id: string): Promise<unknown> =>
    (await reader.readEntries('listAddresses', company, id))?.map(({ city }) => city)
  return { asked, citiesOf, waiting: () => reader.waiting() }
}

describe('the entries of one employee', () => {
  it.each(['works', 'ignored'] as const)(
    'are those of all their rows and of nobody else, where the filter %s',
    async (filter) => {
      const { citiesOf } = setUp(filter)
      expect(await citiesOf('e1')).toEqual(['C0'])
      expect(await Promise.all(['e2', 'e5', 'stranger'].map(citiesOf))).toEqual([
        ['C1', 'C5'],
        ['C4'],
        undefined,
      ])
    },
  )

  it('are asked for one by one where Nmbrs hears it', async () => {
    const { asked, citiesOf } = setUp('works')
    for (const id of people) await citiesOf(id)
    expect(asked).toEqual(people)
  })

  it('come from one reading for all who wait, once Nmbrs was seen to give everybody', async () => {
    const { asked, citiesOf, waiting } = setUp('ignored')
    await citiesOf('e1')
    const all = Promise.all(people.map(citiesOf))
    expect(waiting()).toBe(people.length)
    await all
    await citiesOf('e3')

    expect(asked).toEqual(['e1', 'all', 'all'])
    expect(waiting()).toBe(0)
  })
})
