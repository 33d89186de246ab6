import { describe, expect, it } from '@jest/globals'

import type { FieldBaseline, SectionBaseline } from '../../src/domain/baseline.js'
import type { FieldName, MappedSection } from '../../src/domain/sections.js'
import type { Values } from '../../src/domain/values.js'
import type { OnDrift } from '../../src/plan/sections/field-policy.js'
import { planAddress } from '../../src/plan/address/plan-address.js'
import { planBankAccount } from '../../src/plan/account/plan-bank-account.js'
import { planEmployment } from '../../src/plan/sections/plan-employment.js'
import { planFields } from '../../src/plan/sections/plan-fields.js'
import { planSalary } from '../../src/plan/salary/plan-salary.js'
import type { PlanRules, SectionPlan } from '../../src/plan/sections/section-plan.js'
import { toTargetRecordId } from '../../src/domain/ids.js'
import {
  aContext,
  aPerson,
  aTarget,
  defaultAddress,
  plainDigest,
  plainPolicy,
  someRules,
} from '../support/builders.js'

const { sourceId } = aPerson()

/** What the field is at, in three letters that stand for three values of it. */
type Letter = 'A' | 'B' | 'C'

interface Cell {
  desired: Letter
  actual: Letter
  /** What was settled: sent and seen; `undefined` when nothing ever was. */
  settled: readonly [Letter, Letter] | undefined
}

interface Subject {
  section: MappedSection
  field: FieldName
  values: Readonly<Record<Letter, string>>
  plan: (cell: Cell, rules: PlanRules) => SectionPlan
}

const toBaseline = (
  whole: Values,
  field: FieldName,
  values: Subject['values'],
  cell: Cell,
): SectionBaseline => {
  const [sent, seen] = cell.settled ?? ['A', 'A']
  const fields: Partial<Record<FieldName, FieldBaseline>> = {}
  for (const [name, value] of Object.entries(whole) as [FieldName, string][]) {
    const digest = plainDigest(sourceId, name, value)
    fields[name] = { sent: digest, seen: digest }
  }
  fields[field] = {
    sent: plainDigest(sourceId, field, values[sent]),
    seen: plainDigest(sourceId, field, values[seen]),
  }
  return { fields, seal: 'sealed before' }
}

const towns = { A: 'Utrecht', B: 'Zeist', C: 'Houten' }
const mails = { A: 'a@tulp.example', B: 'b@tulp.example', C: 'c@tulp.example' }
const days = { A: '2026-11-02', B: '2026-11-09', C: '2026-11-16' }
const ibans = { A: 'NL91ABNA0417164300', B: 'NL20INGB0001234567', C: 'NL02TEST0123456789' }
const amounts = { A: '3000', B: '3100', C: '3200' }
const emptyAccount = { Number: '', BIC: '', Description: '', City: '', Name: '' }

const context = (
  section: MappedSection,
  whole: Values,
  field: FieldName,
  values: Subject['values'],
  cell: Cell,
) => {
  const desired = { ...whole, [field]: values[cell.desired] }
  return {
    person: aPerson({ sections: { [section]: desired } }),
    baselines: cell.settled === undefined ? {} : { [section]: toBaseline(whole, field, values, cell) },
  }
}

const subjects: readonly Subject[] = [
  {
    section: 'personalInfo',
    field: 'EmailWork',
    values: mails,
    plan: (cell, rules) =>
      planFields(
        aContext({
          ...context('personalInfo', {}, 'EmailWork', mails, cell),
          target: aTarget({ personalInfo: { EmailWork: mails[cell.actual] } }),
        }),
        'personalInfo',
        rules,
      ),
  },
  {
    section: 'address',
    field: 'City',
    values: towns,
    plan: (cell, rules) =>
      planAddress(
        aContext({
          ...context('address', defaultAddress, 'City', towns, cell),
          target: aTarget({ address: { City: towns[cell.actual] } }),
        }),
        rules,
      ),
  },
  {
    section: 'employment',
    field: 'InitialStartDate',
    values: days,
    plan: (cell, rules) =>
      planEmployment(
        aContext({
          ...context('employment', {}, 'InitialStartDate', days, cell),
          target: aTarget({ employment: { InitialStartDate: days[cell.actual] } }),
        }),
        { ...rules, updateStartDate: true },
      ),
  },
  {
    section: 'bankAccount',
    field: 'IBAN',
    values: ibans,
    plan: (cell, rules) =>
      planBankAccount(
        aContext({
          ...context('bankAccount', { Type: 'Standaard' }, 'IBAN', ibans, cell),
          bankAccounts: [
            {
              id: toTargetRecordId('b1'),
              values: { ...emptyAccount, Type: 'Standaard', IBAN: ibans[cell.actual] },
            },
          ],
        }),
        rules,
      ),
  },
  {
    section: 'salary',
    field: 'Value',
    values: amounts,
    plan: (cell, rules) => {
      const row = { Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' }
      return planSalary(
        aContext({
          ...context('salary', row, 'Value', amounts, cell),
          target: aTarget({ salaries: [{ ...row, Value: amounts[cell.actual] }] }),
        }),
        rules,
      )
    },
  },
]

const rulesWith = (onDrift: OnDrift): PlanRules =>
  someRules({ policyOf: (section, field) => ({ ...plainPolicy(section, field), onDrift }) })

/** In a word: what becomes of the field, and whether it counts as something that payroll changed. */
const judge = (subject: Subject, cell: Cell, onDrift: OnDrift): string => {
  const { changes, findings, settled, decisions } = subject.plan(cell, rulesWith(onDrift))
  const [change] = changes
  const moved = decisions.find(({ field }) => field === subject.field)?.moved
  const settles =
    settled?.fields[subject.field]?.sent ===
    plainDigest(sourceId, subject.field, subject.values[cell.desired])
  const what =
    change === undefined
      ? findings.length > 0
        ? `reported ${findings[0]?.code}`
        : settles || settled === undefined
          ? 'settled'
          : 'nothing'
      : change.decision === 'hold'
        ? `held ${change.reason}`
        : change.decision === 'send' && change.note !== undefined
          ? `sent ${change.note}`
          : 'sent'
  return moved === undefined ? what : `${what}, moved by ${moved.by}`
}

const isMoney = ({ section }: Subject): boolean => section === 'bankAccount' || section === 'salary'

describe.each(subjects)('the three-way table for $section', (subject) => {
  describe.each(['report', 'restore', 'adopt'] as const)('with onDrift %s', (onDrift) => {
    it.each<[string, Cell, string]>([
      ['both agree and always did', { desired: 'A', actual: 'A', settled: ['A', 'A'] }, 'settled'],
      ['both agree and nothing was settled', { desired: 'A', actual: 'A', settled: undefined }, 'settled'],
      ['both changed to the same', { desired: 'B', actual: 'B', settled: ['A', 'A'] }, 'settled'],
      ['an accepted difference stands', { desired: 'A', actual: 'B', settled: ['A', 'B'] }, 'settled'],
      ['only the source changed', { desired: 'B', actual: 'A', settled: ['A', 'A'] }, 'sent'],
      [
        'the source changed beside an accepted difference',
        { desired: 'C', actual: 'B', settled: ['A', 'B'] },
        'sent',
      ],
      [
        'both changed to different values',
        { desired: 'B', actual: 'C', settled: ['A', 'A'] },
        'held conflict, moved by both',
      ],
    ])('%s', (_what, cell, expected) => {
      expect(judge(subject, cell, onDrift)).toBe(expected)
    })

    it('only the target changed', () => {
      const expected = {
        report: 'reported drift, moved by target',
        restore: 'sent, moved by target',
        adopt: 'settled, moved by target',
      }

      expect(judge(subject, { desired: 'A', actual: 'B', settled: ['A', 'A'] }, onDrift)).toBe(
        expected[onDrift],
      )
    })

    it('they differ at first contact', () => {
      const cell: Cell = { desired: 'A', actual: 'B', settled: undefined }

      expect(judge(subject, cell, onDrift)).toBe(
        isMoney(subject) ? 'held first-contact' : 'sent first-contact',
      )
    })
  })

  it('accepts payroll’s value for good when it adopts it', () => {
    const drifted: Cell = { desired: 'A', actual: 'B', settled: ['A', 'A'] }
    const { settled } = subject.plan(drifted, rulesWith('adopt'))

    expect(settled?.fields[subject.field]).toEqual({
      sent: plainDigest(sourceId, subject.field, subject.values.A),
      seen: plainDigest(sourceId, subject.field, subject.values.B),
    })
  })
})

describe('a start date that is not sent', () => {
  const employment = subjects.find(({ section }) => section === 'employment')!
  const plan = (cell: Cell, onDrift: OnDrift): string[] => {
    const off: Subject = {
      ...employment,
      plan: (given, rules) =>
        planEmployment(
          aContext({
            ...context('employment', {}, 'InitialStartDate', days, given),
            target: aTarget({ employment: { InitialStartDate: days[given.actual] } }),
          }),
          { ...rules, updateStartDate: false },
        ),
    }
    return [judge(off, cell, onDrift)]
  }

  it.each<[OnDrift, string]>([
    ['report', 'reported drift, moved by target'],
    ['restore', 'reported start-date-differs, moved by target'],
    ['adopt', 'settled, moved by target'],
  ])('drifts with onDrift %s: %s', (onDrift, expected) => {
    expect(plan({ desired: 'A', actual: 'B', settled: ['A', 'A'] }, onDrift)).toEqual([expected])
  })

  it('is reported when the source changed, when both did, and at first contact', () => {
    expect(plan({ desired: 'B', actual: 'A', settled: ['A', 'A'] }, 'report')).toEqual([
      'reported start-date-differs',
    ])
    expect(plan({ desired: 'B', actual: 'C', settled: ['A', 'A'] }, 'report')).toEqual([
      'reported start-date-differs, moved by both',
    ])
    expect(plan({ desired: 'B', actual: 'A', settled: undefined }, 'report')).toEqual([
      'reported start-date-differs',
    ])
  })
})

describe('a bank account', () => {
  const base = { ...emptyAccount, Type: 'Standaard' }
  const settledAt = (values: Values, seen: Values = values): SectionBaseline => {
    const fields: Partial<Record<FieldName, FieldBaseline>> = {}
    for (const [name, value] of Object.entries(values) as [FieldName, string][]) {
      fields[name] = {
        sent: plainDigest(sourceId, name, value),
        seen: plainDigest(sourceId, name, seen[name] ?? ''),
      }
    }
    return { fields, seal: 'sealed before' }
  }
  const plan = (desired: Values, actual: Values, baseline: SectionBaseline, onDrift: OnDrift = 'report') =>
    planBankAccount(
      aContext({
        person: aPerson({ sections: { bankAccount: desired } }),
        bankAccounts: [{ id: toTargetRecordId('b1'), values: { ...base, ...actual } }],
        baselines: { bankAccount: baseline },
      }),
      rulesWith(onDrift),
    )

  it.each(['report', 'restore'] as const)(
    'that drifted loses its seal with onDrift %s, so that every run looks at it',
    (onDrift) => {
      const desired = { IBAN: ibans.A, Type: 'Standaard' }

      const { settled } = plan(desired, { IBAN: ibans.B }, settledAt(desired), onDrift)

      expect(settled).toEqual({ fields: settledAt(desired).fields })
    },
  )

  it('in which payroll’s value was accepted is not overwritten by a change of another field', () => {
    const before = { IBAN: ibans.A, BIC: '', Type: 'Standaard' }
    const accepted = settledAt(before, { ...before, IBAN: ibans.B })

    const { changes } = plan({ ...before, BIC: 'INGBNL2A' }, { IBAN: ibans.B }, accepted)

    expect(changes).toMatchObject([{ decision: 'hold', reason: 'conflict' }])
  })

  it('of which one field drifted and another changed in the source is a conflict of both', () => {
    const before = { IBAN: ibans.A, BIC: '', Type: 'Standaard' }

    const { decisions } = plan({ ...before, BIC: 'INGBNL2A' }, { IBAN: ibans.B }, settledAt(before))

    expect(decisions.filter(({ moved }) => moved?.by === 'both').map(({ field }) => field)).toEqual([
      'BIC',
      'IBAN',
    ])
  })
})
