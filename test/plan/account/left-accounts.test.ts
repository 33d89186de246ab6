import { describe, expect, it } from '@jest/globals'

import { toTargetRecordId } from '../../../src/domain/ids.js'
import { judgeLeftAccount } from '../../../src/plan/account/left-accounts.js'
import { leavesAccount } from '../../../src/plan/account/plan-bank-account.js'
import { nothingPlanned } from '../../../src/plan/sections/section-plan.js'
import { plainPolicy as policyOf } from '../../support/builders.js'

const guids = ['0b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1aa', '1b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1bb']
const desired = { IBAN: 'NEW', Type: 'Standaard' }
const accounts = (...all: [id: string, iban: string][]) =>
  all.map(([id, IBAN]) => ({ id: toTargetRecordId(id), values: { IBAN, Type: 'Standaard' } }))
const left = [toTargetRecordId('71')]

describe('an account that a replacement over the other transport was to end', () => {
  it.each([
    [
      'is unclear beside another, whichever of the two it is',
      [guids[0]!, 'OLD'],
      [guids[1]!, 'NEW'],
      'unclear',
      true,
    ],
    ['is gone where there is one alone', [guids[1]!, 'NEW'], undefined, 'gone', false],
  ] as const)('%s', (_what, one, other, state, isLeft) => {
    const held = accounts([...one], ...(other === undefined ? [] : [[...other] as [string, string]]))

    expect(judgeLeftAccount(held, left, desired, policyOf).state).toBe(state)
    expect(leavesAccount({ bankAccounts: held, leftovers: left }, nothingPlanned)).toBe(isLeft)
  })

  it('is judged by its id over the transport that wrote it', () => {
    const held = accounts(['71', 'OLD'], ['72', 'NEW'])

    expect(judgeLeftAccount(held, left, desired, policyOf)).toMatchObject({ state: 'beside', old: ['71'] })
  })
})
