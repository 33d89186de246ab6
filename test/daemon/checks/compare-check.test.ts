import { describe, expect, it } from '@jest/globals'

import type { CallVerdict } from '../../../src/onboarding/check/call-result.js'
import {
  compareCalls,
  isAllWell,
  isOnlyTrouble,
  type CallStanding,
} from '../../../src/daemon/checks/compare-check.js'
import { aCallWith, aFact, aResult } from '../../report/onboarding/a-result.js'

const call = { service: 'EmployeeService', call: 'Address_GetListCurrent' } as const
const key = 'EmployeeService:Address_GetListCurrent'

const open: CallVerdict = { verdict: 'active' }
const off: CallVerdict = { verdict: 'inactive', code: '1002' }
const away: CallVerdict = { verdict: 'failed', reason: 'timeout', code: null }

/**
 * How the call stands after these verdicts, one check after the other, and what the last check says of it.
 */
const after = (...verdicts: readonly CallVerdict[]) => {
  let standing: Record<string, CallStanding> = {}
  let said = ''
  for (const verdict of verdicts) {
    const compared = compareCalls([aCallWith(verdict)], standing)
    standing = { ...compared.calls }
    const { lost, newlyLost, regained } = compared
    said = [...lost.map(() => 'lost'), ...newlyLost.map(() => 'new'), ...regained.map(() => 'regained')].join(
      ' ',
    )
  }
  return { standing: standing[key], said }
}

describe('a call over several checks', () => {
  it.each<[string, readonly CallVerdict[], CallStanding | undefined, string]>([
    ['that is open', [open], 'open', ''],
    ['that was never open is not lost', [off, off], 'shut', ''],
    ['that was open and is switched off is lost', [open, off], 'lost', 'lost new'],
    ['that is lost stays lost', [open, off, off], 'lost', 'lost'],
    ['that is switched on again is regained', [open, off, open], 'open', 'regained'],
    ['that is opened for the first time is regained too', [off, open], 'open', 'regained'],
    ['that does not answer stands as it did', [open, away], 'open', ''],
    ['is lost also when it did not answer in between', [open, away, off], 'lost', 'lost new'],
    ['that never gave an answer is not known', [away], undefined, ''],
    [
      'that the login keeps out stands as it did',
      [open, { verdict: 'wrong-credentials', code: '1001' }],
      'open',
      '',
    ],
    ['that a tag keeps out is lost', [open, { verdict: 'outside-filter', code: '1003' }], 'lost', 'lost new'],
  ])('%s', (_, verdicts, standing, said) => {
    expect(after(...verdicts)).toEqual({ standing, said })
  })

  it('is not forgotten when a profile names it no more', () => {
    expect(compareCalls([], { [key]: 'open' })).toEqual({
      calls: { [key]: 'open' },
      lost: [],
      newlyLost: [],
      regained: [],
    })
  })
})

describe('a check in which Nmbrs did not answer as it should', () => {
  const failed = { reason: 'call-failed', call } as const
  const unchecked = (because: 'failed' | 'inactive') =>
    aResult({
      readiness: 'not-ready',
      reasons: [failed, { reason: 'fact-not-compared', fact: 'companyName' }],
      facts: [aFact({ outcome: { verdict: 'unchecked', call, because } })],
    })

  it('says nothing about the account', () => {
    expect(
      isOnlyTrouble(aResult({ readiness: 'could-not-check', reasons: [{ reason: 'nothing-answered' }] })),
    ).toBe(true)
    expect(isOnlyTrouble(aResult({ readiness: 'not-ready', reasons: [failed] }))).toBe(true)
    expect(isOnlyTrouble(unchecked('failed'))).toBe(true)
  })

  it('is not one in which all that is wanting is the rest of a published list', () => {
    const reasons = [{ reason: 'profile-incomplete', profile: 'compucase' }] as const

    expect(isOnlyTrouble(aResult({ readiness: 'could-not-check', reasons }))).toBe(false)
    expect(isAllWell({ reasons, lost: [] })).toBe(true)
    expect(isAllWell({ reasons, lost: [key] })).toBe(false)
    expect(isOnlyTrouble(aResult({ readiness: 'not-ready', reasons: [failed, ...reasons] }))).toBe(true)
  })

  it('says something about it when anything else is wrong, too', () => {
    expect(
      isOnlyTrouble(
        aResult({ readiness: 'not-ready', reasons: [failed, { reason: 'call-not-open', call }] }),
      ),
    ).toBe(false)
    expect(isOnlyTrouble(unchecked('inactive'))).toBe(false)
    expect(isOnlyTrouble(aResult())).toBe(false)
  })
})
