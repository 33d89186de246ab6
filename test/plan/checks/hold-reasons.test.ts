import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { HoldSettings } from '../../../src/domain/hold/hold.js'
import { toTargetRecordId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { findHoldReasons } from '../../../src/plan/checks/hold-reasons.js'
import type { HoldQuestion } from '../../../src/plan/checks/hold-question.js'
import { settledAt } from '../../support/builders.js'
import { aBankChange, aSalaryChange, someHoldRules } from '../../support/hold-builders.js'

const reasons = (
  question: Partial<HoldQuestion> & Pick<HoldQuestion, 'change'>,
  settings: Partial<HoldSettings> = {},
) =>
  findHoldReasons(
    {
      baseline: undefined,
      createdByUs: false,
      linkedByRule: false,
      sharesAccount: false,
      previous: undefined,
      createdWith: undefined,
      ...question,
    },
    someHoldRules(settings),
  )

describe('a bank account', () => {
  const old: Values = { IBAN: 'OLD', Type: 'Standaard' }
  const settled = settledAt(old)

  it('waits when it changes for a connected employee who has one', () => {
    const change = aBankChange(old, { IBAN: 'NEW', Type: 'Standaard' })

    expect(reasons({ change, baseline: settled })).toEqual(['bank-account-changed'])
    expect(reasons({ change, baseline: settled, createdByUs: true })).toEqual(['bank-account-changed'])
  })

  it('does not wait where the configuration says never, unless for another reason', () => {
    const change = aBankChange(old, { IBAN: 'NEW', Type: 'Standaard' })
    const never = { bankAccountChange: 'never' } as const

    expect(reasons({ change, baseline: settled }, never)).toEqual([])
    expect(reasons({ change, baseline: settled, sharesAccount: true }, never)).toEqual(['iban-shared'])
    expect(reasons({ change }, never)).toEqual(['first-contact'])
    expect(reasons({ change, baseline: settledAt({ IBAN: 'THIRD', Type: 'Standaard' }) }, never)).toEqual([
      'conflict',
    ])
  })

  it('waits when only its number changes', () => {
    const before = { IBAN: 'OLD', Number: '1', Type: 'Standaard' }
    const after = { ...before, Number: '2' }

    expect(reasons({ change: aBankChange(before, after), baseline: settledAt(before) })).toEqual([
      'bank-account-changed',
    ])
  })

  it('waits when an account without an IBAN takes the place of one with it', () => {
    const before = { IBAN: 'OLD', Number: '1', Type: 'Standaard' }
    const after = { Number: '1', Type: 'Standaard' }

    expect(reasons({ change: aBankChange(before, after), baseline: settledAt(before) })).toEqual([
      'bank-account-changed',
    ])
  })

  it('does not wait when only details of the same account change', () => {
    const before = { IBAN: 'OLD', Number: '1', BIC: 'AAAANL2A', Type: 'Standaard' }
    const change = aBankChange(before, { IBAN: 'OLD', BIC: 'BBBBNL2A', Type: 'Standaard' })

    expect(reasons({ change, baseline: settledAt(before) })).toEqual([])
  })

  it('does not wait when it is the first of an employee that this program created', () => {
    const change = aBankChange({}, { IBAN: 'NEW', Type: 'Standaard' })

    expect(reasons({ change, createdByUs: true })).toEqual([])
    expect(reasons({ change })).toEqual(['first-contact'])
  })

  it('waits when payroll gave the created employee one meanwhile', () => {
    const change = aBankChange(old, { IBAN: 'NEW', Type: 'Standaard' })

    expect(reasons({ change, createdByUs: true })).toEqual(['first-contact', 'bank-account-changed'])
  })

  it('waits when somebody else has it too, also with a new employee', () => {
    const change = aBankChange({}, { IBAN: 'NEW', Type: 'Standaard' }, { targetId: null })

    expect(reasons({ change, createdByUs: true, sharesAccount: true })).toEqual(['iban-shared'])
  })

  it.each<[string, Values, Values, string[]]>([
    ['another bank', { Number: '123', BIC: 'AAAASESS' }, { BIC: 'BBBBSESS' }, ['bank-account-changed']],
    ['no bank any more', { Number: '123', BIC: 'AAAASESS' }, { BIC: '' }, ['bank-account-changed']],
    ['the same bank', { Number: '123', BIC: 'AAAASESS' }, {}, []],
    ['another bank beside an IBAN', { IBAN: 'OLD', BIC: 'AAAASESS' }, { BIC: 'BBBBSESS' }, []],
  ])('with %s waits as it should', (_what, before, differs, expected) => {
    const change = aBankChange(before, { ...before, ...differs })

    expect(reasons({ change, baseline: settledAt(before) })).toEqual(expected)
  })

  it('waits when payroll changed it, and it is to be put back', () => {
    const change = aBankChange({ IBAN: 'THEIRS', Type: 'Standaard' }, old)

    expect(reasons({ change, baseline: settled })).toEqual(['bank-account-changed'])
  })

  it('does not wait where only the old one is left to be ended', () => {
    const leftovers = [toTargetRecordId('b1')]

    expect(reasons({ change: aBankChange(old, old, { leftovers }), sharesAccount: true })).toEqual([])
  })
})

describe('a salary', () => {
  const row = (Value: string, Type = 'Bruto_Salaris_Partime', Start = '2026-11-01'): Values => ({
    Value,
    Type,
    Start,
  })
  const before = row('3000', undefined, '2025-01-01')
  const baseline = settledAt(before)

  it.each([
    ['3750', []],
    ['3750.01', ['salary-change-large']],
    ['2250', []],
    ['2249.99', ['salary-change-large']],
    ['0', ['salary-implausible', 'salary-change-large']],
  ])('of 3000 that becomes %s at 25 %% gives %j', (value, expected) => {
    expect(reasons({ change: aSalaryChange(before, row(value)), baseline })).toEqual(expected)
  })

  it.each([
    ['0', '0', ['salary-implausible']],
    ['0', '0.01', ['salary-change-large']],
    ['0.03', '0.04', ['salary-change-large']],
    ['100000000000000.01', '100000000000000.02', []],
  ])('of %s that becomes %s gives %j', (from, to, expected) => {
    expect(reasons({ change: aSalaryChange(row(from), row(to)), baseline: settledAt(row(from)) })).toEqual(
      expected,
    )
  })

  it('waits for every change where the percentage is 0', () => {
    const change = aSalaryChange(before, row('3000.01'))

    expect(reasons({ change, baseline }, { salaryChangePercent: 0 })).toEqual(['salary-change-large'])
  })

  it('always waits when its type changes, because the amounts cannot be compared', () => {
    const change = aSalaryChange(before, row('3000', 'Bruto_Uurloon'))

    expect(reasons({ change, baseline }, { salaryChangePercent: 1000 })).toEqual(['salary-type-changed'])
  })

  it('is compared with the one that this run sends before it', () => {
    const change = aSalaryChange(before, row('4500', undefined, '2026-12-01'))

    expect(reasons({ change, baseline, previous: row('3700') })).toEqual([])
    expect(reasons({ change, baseline, previous: row('3500') })).toEqual(['salary-change-large'])
    expect(reasons({ change, baseline })).toEqual(['salary-change-large'])
  })

  it('waits on first contact and in a conflict', () => {
    const change = aSalaryChange(before, row('3100'))

    expect(reasons({ change })).toEqual(['first-contact'])
    expect(reasons({ change, baseline: settledAt(row('2000')) })).toEqual(['conflict'])
  })

  it('does not wait when it is the first of an employee that this program created', () => {
    expect(reasons({ change: aSalaryChange({}, row('3100')), createdByUs: true })).toEqual([])
  })
})

describe('personal info and address', () => {
  const change = aBankChange(
    {},
    {},
    { section: 'address', before: { City: 'Zeist' }, after: { City: 'Utrecht' }, fields: ['City'] },
  )

  it('waits in a conflict and not on first contact', () => {
    expect(reasons({ change })).toEqual([])
    expect(reasons({ change, baseline: settledAt({ City: 'Zeist' }) })).toEqual([])
    expect(reasons({ change, baseline: settledAt({ City: 'Houten' }) })).toEqual(['conflict'])
  })
})

describe('whatever the values', () => {
  const text = fc.constantFrom('', 'A', 'B', 'C')
  const values = fc.record({ IBAN: text, Number: text, BIC: text, Type: fc.constant('Standaard') })

  it('money never goes from one account to another without a reason to wait', () => {
    fc.assert(
      fc.property(values, values, fc.option(values), fc.boolean(), (before, after, baseline, createdByUs) => {
        const change = aBankChange(before, after)
        const found = reasons({
          change,
          createdByUs,
          baseline: baseline === null ? undefined : settledAt(baseline),
        })

        const hadAccount = before.IBAN !== '' || before.Number !== ''
        if (hadAccount && (before.IBAN !== after.IBAN || before.Number !== after.Number))
          expect(found).not.toEqual([])
      }),
    )
  })
})
