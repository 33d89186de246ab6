import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Baselines } from '../../src/domain/baseline.js'
import type { DesiredEmployee, DesiredSalary, SalaryRow } from '../../src/domain/employee.js'
import type { Finding } from '../../src/domain/finding.js'
import type { SourceStanding } from '../../src/domain/service.js'
import { toFirstDay, toLastDay, toPeriodOf } from '../../src/domain/pay/payroll-period.js'
import { addDays } from '../../src/domain/date/plain-date.js'
import { findWaitingSalary } from '../../src/plan/salary/plan-first-salaries.js'
import { planSalary } from '../../src/plan/salary/plan-salary.js'
import { toPaidSections } from '../../src/plan/salary/said-salaries.js'
import type { PersonContext, PlanRules, SectionPlan } from '../../src/plan/sections/section-plan.js'
import { aContext, aPerson, aTarget, plainDigest, someRules } from '../support/builders.js'

// Today is 22 November 2026, the payroll period November; the person works since 2020.
const type = 'Bruto_Salaris_Partime'
const row = (Start: string, Value: string): SalaryRow => ({ Start, Value, Type: type })
const usable = (salary: SalaryRow): DesiredSalary => ({ start: salary.Start, row: salary })
const january = row('2026-01-01', '2900')
const second = row('2026-11-02', '3000')
const december = row('2026-12-01', '3100')
const march = row('2027-03-01', '3300')
const april = row('2027-04-01', '3400')

interface Situation {
  /** The salary that AlexisHR marks as current. */
  marked?: SalaryRow
  hireDay?: string
  service?: SourceStanding
  earlier?: readonly DesiredSalary[] | undefined
  later?: readonly DesiredSalary[]
  /** What Nmbrs holds. */
  rows?: readonly SalaryRow[]
  context?: Partial<PersonContext>
  rules?: Partial<PlanRules>
}

const settledAt = (salary: SalaryRow): Baselines => {
  const field = (name: 'Value' | 'Type' | 'Start') => {
    const digest = plainDigest(aPerson().sourceId, name, salary[name])
    return { sent: digest, seen: digest }
  }
  return { salary: { fields: { Value: field('Value'), Type: field('Type'), Start: field('Start') } } }
}

const toInput = (given: Situation): [PersonContext, PlanRules] => {
  const {
    marked = march,
    hireDay = '2020-01-01',
    service,
    later = [],
    rows = [january],
    context,
    rules,
  } = given
  const earlier = 'earlier' in given ? given.earlier : []
  const employment = { InitialStartDate: hireDay }
  const person: DesiredEmployee = {
    ...aPerson({ sections: { salary: { ...marked }, employment } }),
    service: service ?? { state: hireDay > '2026-11-22' ? 'before' : 'in', start: hireDay },
  }
  const target = { ...aTarget({ salaries: rows, employment }), spans: `${hireDay}/` }
  return [
    aContext({ person, target, ...context }),
    someRules({
      salaryHistory: { isMapped: true, earlier: () => earlier, later: () => later, asRead: () => '' },
      ...rules,
    }),
  ]
}
const plan = (situation: Situation): SectionPlan => planSalary(...toInput(situation))

const changesOf = ({ changes }: SectionPlan): string[] =>
  changes.map((planned) => {
    const { before = {}, after = {} } = planned.change.kind === 'update' ? planned.change : {}
    const decision = planned.decision === 'hold' ? planned.reason : planned.decision
    return `${decision}: ${before.Start ?? '-'} > ${after.Start ?? ''}`
  })
const codesOf = ({ findings }: SectionPlan): string[] => findings.map(({ code }) => code)

const created = { targetId: null, target: undefined, createdByUs: false }

describe('a later salary that AlexisHR marks as current of someone who works', () => {
  it('waits, and what AlexisHR says for today is compared', () => {
    const inStep = plan({ earlier: [usable(january)], context: { baselines: settledAt(january) } })
    const raised = plan({
      earlier: [usable(january), usable(second)],
      context: { baselines: settledAt(january) },
    })

    expect(inStep.changes).toEqual([])
    expect(codesOf(inStep)).toEqual(['salary-in-future'])
    expect(changesOf(raised)).toEqual(['send: 2026-01-01 > 2026-11-02'])
    expect(codesOf(raised)).toEqual(['salary-in-future'])
  })

  it('is said in every run, also once all is sealed', () => {
    const settled = plan({ earlier: [usable(january)], context: { baselines: settledAt(january) } }).settled
    const sealed = plan({ earlier: [usable(january)], context: { baselines: { salary: settled! } } })

    expect(settled?.seal).toBeDefined()
    expect(sealed).toMatchObject({ changes: [], findings: [{ code: 'salary-in-future' }], decisions: [] })
    expect(findWaitingSalary(...toInput({ earlier: [usable(january)] }))).toHaveLength(1)
    expect(findWaitingSalary(...toInput({ marked: january }))).toEqual([])
  })

  it.each<[string, Situation]>([
    ['its payroll period is there', { rules: { periodStart: '2027-03-01', salaryHorizon: '2027-03-31' } }],
    ['its day is there', { rules: { today: '2027-03-01', salaryHorizon: '2027-03-01' } }],
    ['the days that are looked ahead take it in', { rules: { salaryHorizon: '2027-03-01' } }],
  ])('goes when %s, also over a sealed salary', (_, due) => {
    const known = { earlier: [usable(january)] }
    const { settled } = plan({ ...known, context: { baselines: settledAt(january) } })

    const result = plan({ ...known, ...due, context: { baselines: { salary: settled! } } })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2027-03-01'])
    expect(codesOf(result)).toEqual([])
  })

  it.each<[string, Partial<Situation>]>([
    ['all of them are known', {}],
    ['the earlier ones are not', { earlier: undefined }],
    [
      'the salary of this period was sent',
      { rows: [january, second], context: { baselines: settledAt(second) } },
    ],
    ['nothing was ever agreed', { context: {} }],
    ['this program created the employee', { context: { createdByUs: true } }],
    ['the employee is still to be created', { context: created }],
    ['an earlier version sent it', { rows: [january, march], context: { baselines: settledAt(march) } }],
    ['payroll has no salary', { rows: [] }],
    [
      'payroll is to be as AlexisHR says',
      { rules: { policyOf: () => ({ onDrift: 'restore', normalise: (value) => value }) } },
    ],
  ])('says nothing of today where no earlier one is known: %s', (_, differs) => {
    const result = plan({ context: { baselines: settledAt(january) }, ...differs })

    expect(result).toMatchObject({ changes: [], settled: undefined, decisions: [] })
    expect(codesOf(result)).toEqual(['salary-in-future'])
  })

  it('is left alone where an earlier version sent it, and today agrees', () => {
    const known = { earlier: [usable(january)], rows: [january, march] }
    const first = plan({ ...known, context: { baselines: settledAt(march) } })
    const second = plan({ ...known, context: { baselines: { salary: first.settled! } } })
    const due = plan({
      ...known,
      rules: { today: '2027-03-02', periodStart: '2027-03-01', salaryHorizon: '2027-03-31' },
      context: { baselines: { salary: first.settled! } },
    })

    for (const result of [first, second]) {
      expect(result.changes).toEqual([])
      expect(codesOf(result)).toEqual(['salary-in-future'])
    }
    expect(due).toMatchObject({ changes: [], findings: [] })
  })

  it('takes those before it along that are not due, and leaves those that are', () => {
    const result = plan({
      marked: april,
      earlier: [usable(january), usable(december), usable(march)],
      context: { baselines: settledAt(january) },
      // Payroll is a month ahead of the calendar.
      rules: { periodStart: '2026-12-01', salaryHorizon: '2026-12-31' },
    })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2026-12-01'])
    expect(codesOf(result)).toEqual(['salary-in-future'])
  })

  it('waits while payroll is behind the calendar', () => {
    const behind = { periodStart: '2026-10-01', salaryHorizon: '2026-11-22' }
    const result = plan({
      marked: december,
      earlier: [usable(january)],
      context: { baselines: settledAt(january) },
      rules: behind,
    })

    expect(result.changes).toEqual([])
    expect(codesOf(result)).toEqual(['salary-in-future'])
  })

  it('goes with nobody who is created after they began', () => {
    const result = plan({ earlier: [usable(january)], context: created })

    expect(changesOf(result)).toEqual(['before-current-period: - > 2026-01-01'])
    expect(codesOf(result)).toEqual(['before-current-period', 'salary-in-future'])
  })

  it('holds nothing for today when it cannot be used itself', () => {
    const [context, rules] = toInput({
      earlier: [usable(january), usable(second)],
      context: { baselines: settledAt(january) },
    })
    const { employment = {} } = context.person.sections
    const person = {
      ...context.person,
      sections: { employment },
      heldSections: new Set(['salary'] as const),
      salaryHeldFrom: march.Start,
    }

    expect(changesOf(planSalary({ ...context, person }, rules))).toEqual(['send: 2026-01-01 > 2026-11-02'])
  })

  it('sends nothing where the compensations cannot be placed in time, and says so', () => {
    const odd = {
      start: march.Start,
      row: undefined,
      findings: [{ code: 'source-record-unreadable' } as Finding],
    }
    const result = plan({ earlier: [odd], context: { baselines: settledAt(january) } })

    expect(result).toMatchObject({ changes: [], settled: undefined })
    expect(codesOf(result)).toEqual(['source-record-unreadable', 'salary-in-future'])
  })

  it('is shown as what AlexisHR says only where nothing is known of today', () => {
    expect(toPaidSections(...toInput({ earlier: [usable(january)] })).salary).toEqual({ ...january })
    expect(toPaidSections(...toInput({})).salary).toEqual({ ...march })
  })
})

describe('the first salary of someone who is still to start', () => {
  const hired = { hireDay: '2027-03-01', rows: [] }

  it.each<[string, Partial<PersonContext>]>([
    ['with the creation', created],
    ['to an employee of our making', { createdByUs: true }],
  ])('goes ahead of its period %s', (_, context) => {
    const result = plan({ ...hired, context })

    expect(changesOf(result).map((one) => one.slice(-10))).toEqual(['2027-03-01'])
    expect(codesOf(result)).toEqual([])
  })

  it('goes alone, and a raise that AlexisHR marks as current waits', () => {
    const result = plan({ ...hired, marked: april, earlier: [usable(march)], context: created })

    expect(changesOf(result)).toEqual(['send: - > 2027-03-01'])
    expect(codesOf(result)).toEqual(['salary-in-future'])
  })

  it('waits once payroll employs them already', () => {
    const [context, rules] = toInput({ ...hired, context: { createdByUs: true } })
    const target = { ...context.target!, spans: '2020-01-01/' }

    expect(planSalary({ ...context, target }, rules).changes).toEqual([])
  })

  it('goes by the start date where nothing else is known of their service', () => {
    const [context, rules] = toInput({ ...hired, context: { createdByUs: true } })
    const person = { ...context.person, service: undefined }

    expect(planSalary({ ...context, person }, rules).changes).toHaveLength(1)
  })

  it('waits like any other once they work', () => {
    const result = plan({ hireDay: '2026-11-16', rows: [], context: { createdByUs: true } })

    expect(result.changes).toEqual([])
    expect(codesOf(result)).toEqual(['salary-in-future'])
  })
})

describe('any history of which any salary is marked as current', () => {
  const days = [
    '2026-01-01',
    '2026-10-12',
    '2026-11-02',
    '2026-11-22',
    '2026-11-27',
    '2026-12-01',
    '2026-12-20',
  ]
  const all = [...days, '2027-01-01', '2027-03-01']
  const salaries = fc
    .uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 5 })
    .chain((starts) =>
      fc.tuple(
        ...[...starts].sort().map((Start) => fc.constantFrom('2900', '3000').map((pay) => row(Start, pay))),
      ),
    )
  const situation = fc.record({
    source: salaries,
    mark: fc.nat({ max: 4 }),
    isWhole: fc.boolean(),
    target: fc.option(salaries, { nil: [] }),
    settled: fc.option(fc.nat({ max: 4 })),
    hireDay: fc.constantFrom('2020-01-01', '2026-11-22', '2026-12-01', '2027-01-01'),
    isNew: fc.boolean(),
    createdByUs: fc.boolean(),
    lookAhead: fc.constantFrom(0, 0, 9, 45),
    periodOf: fc.constantFrom('2026-10-05', '2026-11-22', '2026-12-05'),
    periodType: fc.constantFrom('month' as const, 'four-weeks' as const, 'week' as const),
    beforeEmployment: fc.constantFrom('hold' as const, 'firstDay' as const),
  })

  it('sends nobody who works a salary that is not due, and those to come nothing after their first', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const today = '2026-11-22'
        const period = toPeriodOf(given.periodOf, given.periodType)
        const salaryHorizon = [
          toLastDay(period),
          toFirstDay(period),
          addDays(today, given.lookAhead),
        ].sort()[2]!
        const at = given.mark % given.source.length
        const marked = given.source[at]!
        const said = given.source.map(usable)
        const agreed = given.source[given.settled ?? -1]
        const { hireDay } = given

        const result = plan({
          marked,
          hireDay,
          earlier: given.isWhole ? said.slice(0, at) : undefined,
          later: said.slice(at + 1).filter(({ start }) => start > today),
          rows: given.target,
          context: {
            ...(given.isNew ? created : { createdByUs: given.createdByUs }),
            baselines: agreed === undefined || given.isNew ? {} : settledAt(agreed),
          },
          rules: {
            periodStart: toFirstDay(period),
            salaryHorizon,
            pay: { paidPer: 'month', monthlyAmount: 'hold', beforeEmployment: given.beforeEmployment },
          },
        })

        const ahead = result.changes.flatMap(({ decision, change }) => {
          const start = change.kind === 'update' ? (change.after.Start ?? '') : ''
          return start > salaryHorizon ? [{ decision, start }] : []
        })
        // Of what payroll has there itself may be asked, because it was sent and is gone from AlexisHR.
        const asked = ahead.filter(
          ({ decision, start }) => decision === 'hold' && given.target.some(({ Start }) => Start === start),
        )
        const sent = ahead.filter((one) => !asked.includes(one)).map(({ start }) => start)
        const known = given.isWhole ? given.source : given.source.slice(at)
        const first = known.findLast(({ Start }) => Start <= hireDay) ?? known[0]!
        const last = first.Start > hireDay ? first.Start : hireDay
        expect(sent.filter((start) => hireDay <= today || start > last)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
