import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId, type SourceEmployeeId } from '../../src/domain/ids.js'
import { pickBankSlice } from '../../src/plan/account/bank-slice.js'

const slices = 30

/** Moments that sort as they come. */
const moment = (run: number): string => String(run).padStart(6, '0')

/** Turns of looking at bank accounts over many runs, as a run and the state carry them. */
const createTurns = () => {
  const looks = new Map<SourceEmployeeId, string>()
  const ends: string[] = []
  let runs = 0
  return (people: readonly SourceEmployeeId[], skipped = 0): SourceEmployeeId[] => {
    runs += 1 + skipped
    const picked = pickBankSlice(people, looks, { ordinal: runs, slices, due: ends.at(-slices) })
    for (const id of picked) looks.set(id, moment(runs))
    for (const id of people) if (!looks.has(id)) looks.set(id, moment(runs))
    ends.push(moment(runs))
    return picked
  }
}

const crowd = (count: number): SourceEmployeeId[] =>
  Array.from({ length: count }, (_, index) => toSourceEmployeeId(`a${index}`))

describe('the turns of looking at bank accounts', () => {
  it.each([1, 5, 29, 30, 31, 100, 1000])('see each of %d people exactly once in thirty runs', (count) => {
    const people = crowd(count)
    const look = createTurns()
    look(people)

    const seen = Array.from({ length: slices }, () => look(people)).flat()

    expect(seen).toHaveLength(count)
    expect(new Set(seen)).toEqual(new Set(people))
  })

  it('spread them evenly', () => {
    const look = createTurns()
    const people = crowd(100)
    look(people)

    const sizes = Array.from({ length: 90 }, () => look(people).length)

    expect(Math.min(...sizes)).toBe(3)
    expect(Math.max(...sizes)).toBe(4)
  })

  it('see everybody who stays once in any thirty runs, however people come and go and runs are left out', () => {
    const change = fc.record({
      comers: fc.nat(12),
      leavers: fc.array(fc.nat(60), { maxLength: 8 }),
      skipped: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.nat(40), fc.array(change, { minLength: 45, maxLength: 45 }), (count, changes) => {
        const look = createTurns()
        let people = crowd(count)
        const unseen = new Map<SourceEmployeeId, number>(people.map((id) => [id, 0]))
        look(people)
        changes.forEach(({ comers, leavers, skipped }, run) => {
          people = people.filter((_, index) => !leavers.includes(index))
          const fresh = Array.from({ length: comers }, (_, index) => toSourceEmployeeId(`${run}n${index}`))
          people = [...fresh, ...people]
          const picked = new Set(look(people, skipped))
          let longest = 0
          for (const id of people) {
            const waited = unseen.get(id)
            // His turn begins with the run that first meets him.
            unseen.set(id, waited === undefined || picked.has(id) ? 0 : waited + 1)
            longest = Math.max(longest, unseen.get(id) ?? 0)
          }
          expect(longest).toBeLessThan(slices)
        })
      }),
      { numRuns: 10 },
    )
  })
})
