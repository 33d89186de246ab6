import { describe, expect, it } from '@jest/globals'

import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { sampleOf } from '../../support/matrix.js'
import { allPairs, coverPairs, pairsOf, type Dimensions } from '../../support/pairwise.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { syncUnder } from './sync-edit-sync.js'

type Row = Pick<
  NmbrsSwitches,
  | 'restPersonalInfoPut'
  | 'restEmployeeTypeOnPut'
  | 'restSecondAddress'
  | 'restSameStartSalary'
  | 'restSecondEmployment'
  | 'restEmploymentInPast'
  | 'restPastPeriod'
>

/** Rows 4 to 10 of what nobody knows (Nmbrs REST contract, section 15). */
const dimensions: Dimensions<Row> = {
  restPersonalInfoPut: ['replace', 'merge', 'replaceInGroup'],
  restEmployeeTypeOnPut: ['optional', 'required'],
  restSecondAddress: ['add', 'replace', 'refuse400', 'refuse409'],
  restSameStartSalary: ['refuse400', 'refuse409', 'replace', 'add'],
  restSecondEmployment: ['refuse400', 'refuse409', 'add', 'sameRow'],
  restEmploymentInPast: ['refuse', 'accept'],
  restPastPeriod: ['refuse', 'accept', 'moveToCurrent'],
}
const names = Object.keys(dimensions) as (keyof Row)[]
const rows = coverPairs(dimensions)

const { onRequest } = watchRequests()

describe('over REST, with every pair of the ways in which Nmbrs may treat a write', () => {
  it('holds each pair of values in some row', () => {
    const covered = new Set(rows.flatMap((row) => pairsOf(row, names)))

    expect(allPairs(dimensions, names).filter((pair) => !covered.has(pair))).toEqual([])
    expect(rows.length).toBeLessThan(30)
  })

  it.each(sampleOf('rest pairs', rows))(
    'a whole population is synced, edited and synced: %j',
    async (switches) => {
      await syncUnder(switches, onRequest)
    },
  )
})
