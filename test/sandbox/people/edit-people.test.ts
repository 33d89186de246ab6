import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildPopulation } from '../../../src/sandbox/people/build-population.js'
import { editKinds, editPeople } from '../../../src/sandbox/people/edit-people.js'
import type { EditKind } from '../../../src/sandbox/people/edit-people.js'

const { alexis } = buildPopulation({
  seed: 3,
  people: 40,
  today: '2026-11-22',
  alexisCompanyId: '65f1c0ffee0000000000000a',
  nmbrsCompanyId: 1234,
  companyName: 'Tulpwerk B.V.',
  mix: 'all-linked',
})

const edit = (
  seed: number,
  count: number,
  kinds: readonly EditKind[] = editKinds,
): ReturnType<typeof editPeople> => editPeople(alexis, seed, { count, today: '2026-11-22', kinds })

describe('editing people at random', () => {
  it('changes exactly the people it names and leaves the data given alone', () => {
    const before = structuredClone(alexis)

    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 0, max: 12 }), (seed, count) => {
        const { data, edits } = edit(seed, count)
        const rowsOf = (from: typeof alexis, id: string): unknown[] => [
          from.employees.find((employee) => employee.id === id),
          from.compensations.filter(({ employeeId }) => employeeId === id),
        ]
        const changed = alexis.employees.filter(
          ({ id }) => JSON.stringify(rowsOf(data, id)) !== JSON.stringify(rowsOf(alexis, id)),
        )

        expect(edits).toHaveLength(count)
        expect(new Set(changed.map(({ id }) => id))).toEqual(new Set(edits.map(({ sourceId }) => sourceId)))
      }),
      { numRuns: 20 },
    )

    expect(alexis).toEqual(before)
  })

  it('makes the same edits for the same seed', () => {
    expect(edit(5, 6)).toEqual(edit(5, 6))
    expect(edit(5, 6).edits).not.toEqual(edit(6, 6).edits)
  })

  it('raises a salary from the start of the month and points at the new row', () => {
    const { data, edits } = edit(1, 3, ['salary'])

    for (const { sourceId } of edits) {
      const employee = data.employees.find(({ id }) => id === sourceId)
      const row = data.compensations.find(({ id }) => id === employee?.compensationId)
      const old = alexis.compensations.filter(({ employeeId }) => employeeId === sourceId).at(-1)
      expect(row?.effectiveDate).toBe('2026-11-01T00:00:00.000Z')
      expect(row!.amount).toBeGreaterThan(old!.amount)
      expect(data.compensations).toContain(old)
    }
  })
})
