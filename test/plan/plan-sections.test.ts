import { describe, expect, it } from '@jest/globals'

import type { Baselines, FieldBaseline, SectionBaseline } from '../../src/domain/baseline.js'
import type { DesiredEmployee } from '../../src/domain/employee.js'
import { toTargetEmployeeId, toTargetRecordId } from '../../src/domain/ids.js'
import type { FieldName, MappedSection } from '../../src/domain/sections.js'
import type { Values } from '../../src/domain/values.js'
import { planAddress } from '../../src/plan/address/plan-address.js'
import { needsBankRead, planBankAccount } from '../../src/plan/account/plan-bank-account.js'
import { planEmployment } from '../../src/plan/sections/plan-employment.js'
import { planFields } from '../../src/plan/sections/plan-fields.js'
import { planSalary } from '../../src/plan/salary/plan-salary.js'
import { emptyValues, type SectionPlan } from '../../src/plan/sections/section-plan.js'
import type { TargetBankAccount } from '../../src/target/port.js'
import {
  aContext,
  aPerson,
  aTarget,
  defaultAddress,
  defaultBankAccount,
  defaultSalary,
  plainDigest,
  plainPolicy,
  someRules,
} from '../support/builders.js'

/** A baseline in which both sides held these values. */
const settledAt = (values: Values): SectionBaseline => {
  const fields: Partial<Record<FieldName, FieldBaseline>> = {}
  for (const [field, value] of Object.entries(values)) {
    const digest = plainDigest(aPerson().sourceId, field, value)
    fields[field as FieldName] = { sent: digest, seen: digest }
  }
  return { fields }
}
const baselines = (section: MappedSection, values: Values): Baselines => ({ [section]: settledAt(values) })

const summary = ({ changes, findings }: SectionPlan) => ({
  changes: changes.map((planned) => [
    planned.decision,
    planned.change.kind === 'update' ? planned.change.fields : [],
  ]),
  findings: findings.map(({ code }) => code),
})

const nothing = { changes: [], findings: [] }

describe('planning personal info and address', () => {
  const rules = someRules()

  it('plans nothing and settles every field when both sides agree', () => {
    const plan = planFields(aContext(), 'personalInfo', rules)

    expect(summary(plan)).toEqual(nothing)
    expect(Object.keys(plan.settled?.fields ?? {})).toHaveLength(6)
    expect(plan.settled?.seal).toBeDefined()
  })

  it('settles nothing again when what is stored says it all', () => {
    const first = planFields(aContext(), 'personalInfo', rules)
    const again = planFields(aContext({ baselines: { personalInfo: first.settled! } }), 'personalInfo', rules)

    expect(again).toEqual({ changes: [], findings: [], settled: undefined, decisions: [] })
  })

  it('updates the address that differs on first contact, and says so', () => {
    const context = aContext({ target: aTarget({ address: { City: 'Zeist' } }) })

    const [planned] = planAddress(context, rules).changes

    expect(planned).toMatchObject({
      decision: 'send',
      note: 'first-contact',
      change: { fields: ['City'], before: { City: 'Zeist' }, after: defaultAddress },
    })
  })

  it('holds the whole address when one part of it is a conflict', () => {
    const context = aContext({
      target: aTarget({ address: { City: 'Zeist', Street: 'Oudweg 1' } }),
      baselines: baselines('address', { City: 'Zeist', Street: 'Anders 2' }),
    })

    expect(summary(planAddress(context, rules))).toEqual({
      changes: [['hold', ['City', 'Street']]],
      findings: ['conflict'],
    })
  })

  it.each([
    ['report', [], ['drift'], false],
    ['restore', [['send', ['City']]], [], false],
    ['adopt', [], [], true],
  ] as const)('with onDrift %s', (onDrift, changes, findings, settles) => {
    const context = aContext({
      target: aTarget({ address: { City: 'Zeist' } }),
      baselines: baselines('address', {
        City: 'Utrecht',
        Street: 'Proefweg 1',
        PostalCode: '3512 AA',
        CountryISOCode: 'NL',
      }),
    })
    const policyOf: typeof plainPolicy = (section, field) => ({ ...plainPolicy(section, field), onDrift })

    const plan = planAddress(context, { ...rules, policyOf })

    expect(summary(plan)).toEqual({ changes, findings })
    expect(plan.settled?.fields.City !== undefined && plan.settled.seal !== undefined).toBe(settles)
  })

  it('gives a person to be created every field but his names, which the creation carries', () => {
    const plan = planFields(aContext({ targetId: null, target: undefined }), 'personalInfo', rules)

    expect(summary(plan).changes).toEqual([
      ['send', ['Birthday', 'EmailWork', 'EmployeeNumber', 'TelephonePrivate']],
    ])
  })

  it('does not take a section that was not read for an empty one', () => {
    const context = aContext({ target: { ...aTarget(), address: undefined } })

    expect(summary(planAddress(context, rules))).toEqual({
      changes: [],
      findings: ['section-unreadable'],
    })
  })

  it('holds an employee number that somebody else has in payroll', () => {
    const numberHolders = (number: string) => new Set(number === '501' ? [toTargetEmployeeId('2')] : [])
    const context = aContext({ target: aTarget({ personalInfo: { EmployeeNumber: '7' } }) })

    expect(summary(planFields(context, 'personalInfo', { ...rules, numberHolders }))).toEqual({
      changes: [['hold', ['EmployeeNumber']]],
      findings: ['employee-number-taken'],
    })
  })

  it.each([
    ['Proefweg', '1', '', nothing],
    ['Proefweg', '2', 'a', { changes: [['hold', ['Street']]], findings: ['house-number-separate'] }],
  ])(
    'compares a street kept apart as %s %s%s with the whole line',
    (Street, HouseNumber, HouseNumberAddition, expected) => {
      const context = aContext({ target: aTarget({ address: { Street, HouseNumber, HouseNumberAddition } }) })

      expect(summary(planAddress(context, rules))).toEqual(expected)
    },
  )

  it('compares a last name kept apart from its prefix with the whole name', () => {
    const person = aPerson({ personalInfo: { LastName: "van 't Testveld" } })
    const same = aContext({
      person,
      target: aTarget({ personalInfo: { Prefix: "van 't", LastName: 'Testveld' } }),
    })
    const other = aContext({
      person,
      target: aTarget({ personalInfo: { Prefix: 'de', LastName: 'Testveld' } }),
    })

    expect(summary(planFields(same, 'personalInfo', rules))).toEqual(nothing)
    expect(summary(planFields(other, 'personalInfo', rules)).findings).toEqual(['name-prefix-separate'])
  })

  it('refuses in the plan what the transport cannot do', () => {
    const context = aContext({ target: aTarget({ address: { City: 'Zeist' } }) })

    expect(summary(planAddress(context, someRules({ capabilities: new Set() })))).toEqual({
      changes: [['hold', ['City']]],
      findings: ['not-supported'],
    })
  })
})

describe('planning the bank account', () => {
  const account = (id: string, values: Values): TargetBankAccount => ({
    id: toTargetRecordId(id),
    values: { ...emptyValues('bankAccount'), Type: 'Standaard', ...values },
  })
  const wanted = account('10', defaultBankAccount)
  const other = account('11', { IBAN: 'NL55PROE0009999999' })
  const rules = someRules()
  const plan = (differs: Parameters<typeof aContext>[0]) => planBankAccount(aContext(differs), rules)
  const known = baselines('bankAccount', { IBAN: 'NL55PROE0009999999', Type: 'Standaard' })

  it('plans nothing when accounts were not read', () => {
    expect(summary(plan({}))).toEqual(nothing)
  })

  it('settles an account that agrees', () => {
    expect(plan({ bankAccounts: [wanted] }).settled?.seal).toBeDefined()
  })

  it('never replaces an account that was there before the first contact', () => {
    expect(summary(plan({ bankAccounts: [other] }))).toEqual({
      changes: [['hold', ['IBAN']]],
      findings: ['first-contact'],
    })
  })

  it('adds the first account of an employee it created', () => {
    expect(summary(plan({ bankAccounts: [], createdByUs: true })).changes).toEqual([
      ['send', ['IBAN', 'Type']],
    ])
  })

  it('holds when somebody else gave the created employee another account', () => {
    expect(summary(plan({ bankAccounts: [other], createdByUs: true })).findings).toEqual(['first-contact'])
  })

  it('replaces the account that it sent before', () => {
    expect(plan({ bankAccounts: [other], baselines: known }).changes).toMatchObject([
      { decision: 'send', change: { fields: ['IBAN'], before: { IBAN: 'NL55PROE0009999999' } } },
    ])
  })

  it('holds when payroll and source both changed it', () => {
    const both = baselines('bankAccount', { IBAN: 'NL00DERD0000000000', Type: 'Standaard' })

    expect(summary(plan({ bankAccounts: [other], baselines: both })).findings).toEqual(['conflict'])
  })

  it('does not choose among several accounts of the type', () => {
    const third = account('12', { IBAN: 'NL77NOGE0008888888' })

    expect(summary(plan({ bankAccounts: [other, third], baselines: known })).findings).toEqual([
      'bank-account-ambiguous',
    ])
  })

  it('leaves accounts of other types alone', () => {
    const salaryAccount = account('12', { IBAN: 'NL77NOGE0008888888', Type: 'Bankrekening1' })

    expect(summary(plan({ bankAccounts: [wanted, salaryAccount] }))).toEqual(nothing)
  })

  it('finishes a replacement that was stopped between adding and ending', () => {
    const unfinished = plan({
      bankAccounts: [other, wanted],
      leftovers: [toTargetRecordId('11')],
      baselines: known,
    })

    expect(unfinished.changes).toMatchObject([{ decision: 'send', change: { leftovers: ['11'] } }])
  })

  it('says so when the accounts could not be read', () => {
    expect(summary(plan({ bankAccounts: 'unreadable' })).findings).toEqual(['section-unreadable'])
  })

  it('must be read at first and when the source changes, and not once it is settled', () => {
    const settled = plan({ bankAccounts: [wanted] }).settled!
    const changed = aPerson({ sections: { bankAccount: { IBAN: 'NL55PROE0009999999', Type: 'Standaard' } } })

    const asks = (person: DesiredEmployee, seal: string | undefined): boolean =>
      needsBankRead({ person, seal, leftovers: [] }, rules)

    expect(asks(aPerson(), undefined)).toBe(true)
    expect(asks(aPerson(), settled.seal)).toBe(false)
    expect(asks(changed, settled.seal)).toBe(true)
  })
})

describe('planning the salary', () => {
  const rules = someRules()
  const known = baselines('salary', { Value: '2900', Type: 'Bruto_Salaris_Partime', Start: '2025-01-01' })
  const old = { Value: '2900', Type: 'Bruto_Salaris_Partime', Start: '2025-01-01' }

  it('sends a raise of the source from its own start', () => {
    const plan = planSalary(aContext({ target: aTarget({ salaries: [old] }), baselines: known }), rules)

    expect(plan.changes).toMatchObject([
      { decision: 'send', change: { fields: ['Start', 'Value'], after: defaultSalary } },
    ])
  })

  it('holds a salary that was another one before the first contact', () => {
    const plan = planSalary(aContext({ target: aTarget({ salaries: [old] }) }), rules)

    expect(summary(plan)).toEqual({ changes: [['hold', ['Start', 'Value']]], findings: ['first-contact'] })
  })

  it('takes the same amount from another day for agreement on first contact', () => {
    const salaries = [{ ...defaultSalary, Start: '2025-03-01' }] as ReturnType<typeof aTarget>['salaries']
    const plan = planSalary(aContext({ target: aTarget({ salaries: salaries! }) }), rules)

    expect(summary(plan)).toEqual(nothing)
    expect(plan.settled?.seal).toBeDefined()
  })

  it.each([
    [false, { changes: [['hold', ['Start', 'Value']]], findings: ['before-current-period'] }],
    [true, { changes: [['send', ['Start', 'Value']]], findings: [] }],
  ])('starts before the current period only when allowed (%s)', (allowPastPeriods, expected) => {
    const context = aContext({ target: aTarget({ salaries: [old] }), baselines: known })

    expect(summary(planSalary(context, someRules({ periodStart: '2026-12-01', allowPastPeriods })))).toEqual(
      expected,
    )
  })

  it('sends nothing with a start when the period is not understood', () => {
    const context = aContext({ target: aTarget({ salaries: [old] }), baselines: known })

    expect(summary(planSalary(context, someRules({ periodStart: undefined }))).findings).toEqual([
      'period-unreadable',
    ])
  })

  it('does not see a row that starts after today, nor one that ended', () => {
    const salaries = [
      old,
      { ...old, Value: '3000', Start: '2026-11-01' },
      { ...old, Value: '9999', Start: '2027-01-01' },
    ]

    expect(summary(planSalary(aContext({ target: aTarget({ salaries }) }), rules))).toEqual(nothing)
  })

  it('holds when a raise meets a correction of payroll', () => {
    const corrected = { ...old, Type: 'Bruto_Uurloon' }
    const plan = planSalary(aContext({ target: aTarget({ salaries: [corrected] }), baselines: known }), rules)

    expect(summary(plan).findings).toEqual(['conflict'])
  })
})

describe('planning the start date', () => {
  const target = aTarget({ employment: { InitialStartDate: '2020-01-01' } })

  it('only reports a difference', () => {
    expect(summary(planEmployment(aContext({ target }), someRules()))).toEqual({
      changes: [],
      findings: ['start-date-differs'],
    })
  })

  it('sends it where the configuration says so', () => {
    expect(
      summary(planEmployment(aContext({ target }), someRules({ updateStartDate: true }))).changes,
    ).toEqual([['send', ['InitialStartDate']]])
  })
})

describe('a name prefix that payroll keeps apart', () => {
  const plan = (LastName: string, Prefix: string, baseline?: SectionBaseline) =>
    planFields(
      aContext({
        person: aPerson({ personalInfo: { LastName: 'van Testveld' } }),
        target: aTarget({ personalInfo: { LastName, Prefix } }),
        baselines: baseline === undefined ? {} : { personalInfo: baseline },
      }),
      'personalInfo',
      someRules(),
    )

  it.each([
    ['Testveld', 'van'],
    ['TESTVELD', 'Van'],
    ['van Testveld', ''],
  ])('with %s and %s is the same name', (lastName, prefix) => {
    const { changes, settled } = plan(lastName, prefix)

    expect(changes.map(({ decision }) => decision)).toEqual([])
    expect(settled?.seal).toBeDefined()
  })

  it('is drift when payroll changes it', () => {
    const { findings } = plan('Testveld', 'de', plan('Testveld', 'van').settled)

    expect(findings).toMatchObject([{ code: 'drift', field: 'LastName' }])
  })

  it('is payroll’s own where the source says nothing about it', () => {
    const { changes, findings } = plan('van Testveld', 'de')

    expect([changes, findings]).toEqual([[], []])
  })
})

describe('a last name whose prefix the mapping fills too', () => {
  const before = { LastName: 'Testveld', Prefix: 'van' }
  const plan = (desired: Values, actual: Values) =>
    planFields(
      aContext({
        person: aPerson({ personalInfo: desired }),
        target: aTarget({ personalInfo: actual }),
        baselines: baselines('personalInfo', before),
      }),
      'personalInfo',
      someRules({ policyOf: (section, field) => ({ ...plainPolicy(section, field), whenEmpty: 'keep' }) }),
    )
  const ofTheName = ({ changes }: SectionPlan) =>
    changes
      .filter(({ change }) => change.kind === 'update' && change.fields.some((field) => field in before))
      .map((planned) => [planned.decision, planned.change.kind === 'update' ? planned.change.fields : []])

  it('is sent together with it', () => {
    const sent = ofTheName(plan({ LastName: 'Proefman', Prefix: 'de' }, before))

    expect(sent).toMatchObject([['send', expect.arrayContaining(['LastName', 'Prefix'])]])
  })

  it.each<[string, Values, Values]>([
    ['payroll changed the prefix', { LastName: 'Proefman', Prefix: 'van' }, { ...before, Prefix: 'de' }],
    ['the prefix is a conflict', { LastName: 'Proefman', Prefix: 'ten' }, { ...before, Prefix: 'de' }],
  ])('waits with it when %s', (_what, desired, actual) => {
    expect(ofTheName(plan(desired, actual))).toEqual([['hold', ['LastName', 'Prefix']]])
  })

  it('waits where the new name has no prefix and payroll still has one', () => {
    expect(ofTheName(plan({ LastName: 'Proefman' }, before))).toEqual([['hold', ['LastName']]])
  })
})
