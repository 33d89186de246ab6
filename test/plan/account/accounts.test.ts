import { describe, expect, it } from '@jest/globals'

import type { SectionBaseline } from '../../../src/domain/baseline.js'
import { toTargetRecordId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { isSameBank, toAccountKeys } from '../../../src/plan/account/account-keys.js'
import { findAccountProblem } from '../../../src/plan/account/account-problem.js'
import { leavesAccount, needsBankRead, planBankAccount } from '../../../src/plan/account/plan-bank-account.js'
import {
  emptyValues,
  type BankAccountRead,
  type SectionPlan,
} from '../../../src/plan/sections/section-plan.js'
import type { TargetBankAccount } from '../../../src/target/port.js'
import { aContext, aPerson, settledAt, someRules } from '../../support/builders.js'

const rules = someRules()
const [oldIban, newIban, thirdIban] = ['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL02RABO0123456789']
const standard = (IBAN: string, more: Values = {}): Values => ({ IBAN, Type: 'Standaard', ...more })
const account = (id: string, values: Values): TargetBankAccount => ({
  id: toTargetRecordId(id),
  values: { ...emptyValues('bankAccount'), Type: 'Standaard', ...values },
})

interface Given {
  desired?: Values | undefined
  held?: boolean
  accounts: BankAccountRead
  leftovers?: string[]
  baseline?: SectionBaseline
}

const contextOf = ({ desired, held, accounts, leftovers = [], baseline }: Given) => {
  const person = aPerson(held === true ? { heldSections: ['bankAccount'] } : {})
  const sections = Object.fromEntries(
    Object.entries({ ...person.sections, bankAccount: desired }).filter(([, values]) => values !== undefined),
  )
  return aContext({
    person: { ...person, sections },
    bankAccounts: accounts,
    leftovers: leftovers.map(toTargetRecordId),
    baselines: baseline === undefined ? {} : { bankAccount: baseline },
  })
}

const summary = ({ changes, findings }: Pick<SectionPlan, 'changes' | 'findings'>) =>
  changes.length === 0
    ? findings.map(({ code }) => code).join(' ') || 'nothing'
    : changes
        .map((planned) => (planned.decision === 'hold' ? `held ${planned.reason}` : planned.decision))
        .join(' ')

describe('an account that a replacement was to end', () => {
  const both = [account('1', { IBAN: oldIban }), account('2', { IBAN: newIban })]
  const cut = { accounts: both, leftovers: ['1'], baseline: settledAt(standard(oldIban)) }

  it.each<[string, Given, string, boolean]>([
    ['is ended beside the account of the source', { ...cut, desired: standard(newIban) }, 'send', true],
    [
      'waits when accounts cannot be read',
      { ...cut, desired: standard(newIban), accounts: 'unreadable' },
      'section-unreadable',
      true,
    ],
    [
      'waits when the source’s account cannot be used',
      { ...cut, held: true },
      'held bank-account-ambiguous',
      true,
    ],
    [
      'waits when the source has no account',
      { ...cut, desired: undefined },
      'held bank-account-ambiguous',
      true,
    ],
    [
      'waits when the source has it again',
      { ...cut, desired: standard(oldIban) },
      'held bank-account-ambiguous',
      true,
    ],
    [
      'waits when the source has a third one',
      { ...cut, desired: standard(thirdIban) },
      'held bank-account-ambiguous',
      true,
    ],
    [
      'waits when payroll added another one',
      { ...cut, desired: standard(newIban), accounts: [...both, account('3', { IBAN: thirdIban })] },
      'held bank-account-ambiguous',
      true,
    ],
    [
      'waits when the source’s account stands there twice',
      { ...cut, desired: standard(newIban), accounts: [...both, account('3', { IBAN: newIban })] },
      'held bank-account-ambiguous',
      true,
    ],
    [
      'is no matter any more once it is gone',
      { ...cut, held: true, accounts: both.slice(1) },
      'nothing',
      false,
    ],
    [
      'is no matter when it is the only account and the source’s',
      { ...cut, desired: standard(oldIban), accounts: both.slice(0, 1) },
      'nothing',
      false,
    ],
    [
      'is replaced when the new account was never added',
      { ...cut, desired: standard(newIban), accounts: both.slice(0, 1) },
      'send',
      true,
    ],
  ])('%s', (_what, given, expected, leaves) => {
    const context = contextOf(given)
    const plan = planBankAccount(context, rules)

    expect(summary(plan)).toBe(expected)
    expect(leavesAccount(context, plan)).toBe(leaves)
  })

  it('is looked for whatever the source has', () => {
    const leftovers = [toTargetRecordId('1')]
    for (const given of [{ held: true }, { desired: undefined }])
      expect(
        needsBankRead(
          { person: contextOf({ ...given, accounts: 'not-read' }).person, seal: undefined, leftovers },
          rules,
        ),
      ).toBe(true)
  })
})

describe('a second account of the type that payroll made', () => {
  it('waits for payroll, also beside the account of the source', () => {
    const accounts = [account('1', { IBAN: oldIban }), account('2', { IBAN: newIban })]
    const given = { desired: standard(oldIban), accounts, baseline: settledAt(standard(oldIban)) }

    expect(summary(planBankAccount(contextOf(given), rules))).toBe('held bank-account-ambiguous')
  })
})

describe('an account that money cannot go to', () => {
  it.each<[Values, string | undefined]>([
    [{ IBAN: oldIban }, undefined],
    [{ IBAN: oldIban, BIC: 'ABNANL2A' }, undefined],
    [{ IBAN: oldIban, BIC: 'ABNANL2AXXX' }, undefined],
    [{ IBAN: oldIban, BIC: 'RABOBANK' }, 'bic-invalid'],
    [{ IBAN: oldIban, BIC: 'ONBEKEND' }, 'bic-invalid'],
    [{ IBAN: oldIban, BIC: 'DEUTDEFF' }, 'bic-invalid'],
    [{ IBAN: 'DE89370400440532013000', BIC: 'DEUTDEFF' }, undefined],
    [{ IBAN: 'GB82WEST12345698765432', BIC: 'WESTGGS1' }, undefined],
    [{ Number: 'NL91 ABNA 0417 1643 00' }, undefined],
    [{ IBAN: oldIban, Number: 'NL91 ABNA 0417 1643 00' }, undefined],
    [{ IBAN: oldIban, Number: newIban }, 'account-number-invalid'],
    [{ Number: 'NL92 ABNA 0417 1643 00' }, 'iban-invalid'],
    [{ Number: 'nl91abna041716430' }, 'iban-invalid'],
    [{ Number: oldIban, BIC: 'RABOBANK' }, 'bic-invalid'],
    [{ IBAN: oldIban, Description: 'NL92ABNA0417164300' }, 'iban-invalid'],
    [{ IBAN: oldIban, Description: 'salaris' }, undefined],
    [{ Number: '8327-9, 123 456 789-0' }, undefined],
    [{ Number: '41.71.64.300' }, undefined],
    [{ Number: 'onbekend' }, 'account-number-invalid'],
    [{ Number: '123 A 4' }, 'account-number-invalid'],
    [{ Number: '--' }, 'account-number-invalid'],
    [{ Number: '0' }, 'account-number-invalid'],
    [{ Number: '000-000' }, 'account-number-invalid'],
    [{ IBAN: oldIban, Number: '41.71.64.300' }, undefined],
    [{ IBAN: oldIban, Number: '0417164300' }, undefined],
    [{ IBAN: oldIban, Number: '0' }, undefined],
    [{ IBAN: oldIban, Number: '12.34.56.789' }, 'account-number-invalid'],
    [{ IBAN: 'BE68539007547034', Number: '539-0075470-34' }, undefined],
    [{ IBAN: 'BE68539007547034', Number: '539-0075470-35' }, 'account-number-invalid'],
    [{ IBAN: 'DE89370400440532013000', Number: '123456789' }, undefined],
  ])('%j: %s', (values, expected) => {
    expect(findAccountProblem(values)?.code).toBe(expected)
  })

  const wrong = standard(newIban, { BIC: 'RABOBANK' })

  it('is not sent, and the finding says which field it is', () => {
    const given = {
      desired: wrong,
      accounts: [account('1', { IBAN: oldIban })],
      baseline: settledAt(standard(oldIban)),
    }

    const plan = planBankAccount(contextOf(given), rules)

    expect(summary(plan)).toBe('held bic-invalid')
    expect(plan.findings).toMatchObject([{ code: 'bic-invalid', field: 'BIC' }])
  })

  it('is not sent for a person to be created', () => {
    const context = { ...contextOf({ desired: wrong, accounts: 'not-read' }), targetId: null }

    expect(summary(planBankAccount(context, rules))).toBe('held bic-invalid')
  })

  it('is no matter while both sides agree on it', () => {
    const plan = planBankAccount(contextOf({ desired: wrong, accounts: [account('1', wrong)] }), rules)

    expect(summary(plan)).toBe('nothing')
  })
})

describe('what tells an account from others', () => {
  const areOne = (one: Values, other: Values): boolean => {
    const [left, right] = [toAccountKeys(one), toAccountKeys(other)]
    return left.keys.some((key) => right.keys.includes(key)) && isSameBank(left.bank, right.bank)
  }

  it.each<[Values, Values, boolean]>([
    [{ IBAN: oldIban }, { IBAN: 'nl91 abna 0417 1643 00' }, true],
    [{ IBAN: oldIban }, { Number: 'NL91 ABNA 0417.1643.00' }, true],
    [{ IBAN: oldIban }, { Number: '41.71.64.300' }, true],
    [{ IBAN: oldIban }, { IBAN: newIban }, false],
    [{ IBAN: 'BE68539007547034' }, { Number: '539-0075470-34' }, true],
    [{ Number: '8327-9, 123 456' }, { Number: '83279123456' }, true],
    [{ Number: '123456', BIC: 'SWEDSESS' }, { Number: '123456', BIC: 'SWEDSESSXXX' }, true],
    [{ Number: '123456', BIC: 'SWEDSESS' }, { Number: '123456', BIC: 'HANDSESS' }, false],
    [{ Number: '000000' }, { Number: '0000000000' }, false],
    [{ BIC: 'SWEDSESS' }, { BIC: 'SWEDSESS' }, false],
  ])('%j and %j are one: %s', (one, other, expected) => {
    expect(areOne(one, other)).toBe(expected)
  })
})
