import { describe, expect, it } from '@jest/globals'

import { digestChange } from '../../../src/domain/hold/hold-digest.js'
import type { HoldSettings } from '../../../src/domain/hold/hold.js'
import type { PayFacts } from '../../../src/domain/pay/pay.js'
import type { Values } from '../../../src/domain/values.js'
import { findSalaryReasons } from '../../../src/plan/checks/salary-reasons.js'
import { emptyValues } from '../../../src/plan/sections/section-plan.js'
import { plainDigest } from '../../support/builders.js'
import { aSalaryChange, defaultHoldSettings, someHoldRules } from '../../support/hold-builders.js'

const partTime = 'Bruto_Salaris_Partime'
const fullTime = 'Bruto_Salaris_Fulltime'
const perHour = 'Bruto_Uurloon'
const none = emptyValues('salary')
const salary = (Value: string, Type = partTime, Start = '2026-11-01'): Values => ({ Value, Type, Start })

const reasons = (
  before: Values,
  after: Values,
  pay?: PayFacts,
  settings: Partial<HoldSettings> = {},
  previous?: Values,
) =>
  findSalaryReasons(
    { change: aSalaryChange(before, after, pay === undefined ? {} : { pay }), previous },
    someHoldRules(settings),
  )

describe('a first salary', () => {
  it.each<[string, string, PayFacts['paidPer'], boolean]>([
    ['49.99', partTime, undefined, true],
    ['50', partTime, undefined, false],
    ['25000', fullTime, undefined, false],
    ['25000.01', fullTime, undefined, true],
    ['49.99', partTime, 'four-weeks', true],
    ['25000', partTime, 'four-weeks', false],
    ['25001', partTime, 'four-weeks', true],
    ['11.99', partTime, 'week', true],
    ['12', partTime, 'week', false],
    ['6000', partTime, 'week', false],
    ['6000.01', partTime, 'week', true],
    ['2.99', perHour, undefined, true],
    ['3', perHour, undefined, false],
    ['250', perHour, 'week', false],
    ['3000', perHour, undefined, true],
    ['0', partTime, undefined, true],
    ['0', perHour, 'week', true],
  ])('of %s as %s, paid per %s, waits: %s', (value, type, paidPer, waits) => {
    const facts = paidPer === undefined ? undefined : { paidPer }

    expect(reasons(none, salary(value, type), facts)).toEqual(waits ? ['salary-implausible'] : [])
  })

  it('is judged by the bounds that are set, and nothing waits under all of them', () => {
    const wide = { min: 0, max: 1_000_000 }
    const salaryBounds = { ...defaultHoldSettings.salaryBounds, month: wide }

    expect(reasons(none, salary('100000'), undefined, { salaryBounds })).toEqual([])
    expect(reasons(none, salary('0.01'), undefined, { salaryBounds })).toEqual([])
    expect(reasons(none, salary('0'), undefined, { salaryBounds })).toEqual(['salary-implausible'])
    expect(reasons(none, salary('3', perHour), undefined, { salaryBounds })).toEqual([])
  })

  it('is the only one that is judged by them: a raise is compared with what is there', () => {
    expect(reasons(salary('30000'), salary('31000'))).toEqual([])
    expect(reasons(none, salary('31000'), undefined, {}, salary('30000'))).toEqual([])
  })
})

describe('a salary of nothing', () => {
  it('waits whatever was there and whatever is allowed', () => {
    expect(reasons(salary('3000'), salary('0'), undefined, { salaryChangePercent: 1000 })).toEqual([
      'salary-implausible',
    ])
  })
})

describe('a salary', () => {
  it.each<[PayFacts, string[]]>([
    [{ monthly: true, paidPer: 'four-weeks' }, ['salary-period-differs']],
    [{ paidPer: 'four-weeks' }, []],
    [{ byTable: true }, ['salary-by-table']],
    [{ employedFrom: '2026-11-15' }, ['salary-before-employment']],
    [{ employedFrom: '2026-11-01' }, []],
  ])('of which is said %j gives %j', (pay, expected) => {
    expect(reasons(salary('3000'), salary('3100'), pay)).toEqual(expected)
  })

  it('that is only taken away is not judged by its amount', () => {
    expect(reasons(salary('3000'), none, { byTable: true })).toEqual([])
  })
})

describe('the digest of a salary that waits', () => {
  const digest = (pay?: PayFacts) =>
    digestChange(plainDigest, aSalaryChange(none, salary('3000'), pay === undefined ? {} : { pay }), {
      madeByUs: false,
      sharesAccount: false,
    })

  it('tells apart everything besides the amounts that made it wait', () => {
    const facts: (PayFacts | undefined)[] = [
      undefined,
      { paidPer: 'week', monthly: true },
      { paidPer: 'four-weeks', monthly: true },
      { employedFrom: '2026-11-15' },
      { employedFrom: '2026-11-16' },
      { byTable: true },
    ]

    expect(new Set(facts.map(digest)).size).toBe(facts.length)
  })
})
