import { describe, expect, it } from '@jest/globals'

import type { Baselines } from '../../src/domain/baseline.js'
import type { DesiredSalary, SalaryRow } from '../../src/domain/employee.js'
import type { Finding } from '../../src/domain/finding.js'
import { findWaitingSalary } from '../../src/plan/salary/plan-first-salaries.js'
import { planSalary } from '../../src/plan/salary/plan-salary.js'
import { toSentDigest } from '../../src/plan/salary/salary-memory.js'
import { needsSalaryHistory } from '../../src/plan/salary/needs-salary-history.js'
import type { PersonContext, PlanRules, SectionPlan } from '../../src/plan/sections/section-plan.js'
import { aContext, aPerson, aTarget, plainDigest, someRules } from '../support/builders.js'

const type = 'Bruto_Salaris_Partime'
const row = (Start: string, Value: string): SalaryRow => ({ Value, Type: type, Start })
const usable = (salary: SalaryRow): DesiredSalary => ({ start: salary.Start, row: salary })
const unusable = (start: string): DesiredSalary => ({
  start,
  row: undefined,
  findings: [{ code: 'currency-not-euro' } as Finding],
})

// Today is 22 November 2026, the payroll period November.
const january = row('2026-01-01', '2900')
const october = row('2026-10-01', '3000')
const second = row('2026-11-02', '3100')
const sixteenth = row('2026-11-16', '3200')
const corrected = row('2026-11-16', '3250')
const december = row('2026-12-01', '3300')

const settledAt = ({ Value, Type, Start }: SalaryRow, seen: SalaryRow = row(Start, Value)): Baselines => {
  const field = (name: string, sent: string, held: string) => ({
    sent: plainDigest(aPerson().sourceId, name, sent),
    seen: plainDigest(aPerson().sourceId, name, held),
  })
  return {
    salary: {
      fields: {
        Value: field('Value', Value, seen.Value),
        Type: field('Type', Type, seen.Type),
        Start: field('Start', Start, seen.Start),
      },
    },
  }
}

const { personalInfo = {}, employment = {} } = aPerson().sections
const noSalary = { ...aPerson(), sections: { personalInfo, employment } }

interface Situation {
  current?: SalaryRow
  earlier?: readonly DesiredSalary[]
  later?: readonly DesiredSalary[]
  /** What Nmbrs holds. */
  rows?: readonly SalaryRow[]
  context?: Partial<PersonContext>
  rules?: Partial<PlanRules>
}

const toInput = ({ current, earlier = [], later = [], rows = [january], context, rules }: Situation) => {
  const person = current === undefined ? aPerson() : aPerson({ sections: { salary: { ...current } } })
  return [
    aContext({ person, target: aTarget({ salaries: rows }), ...context }),
    someRules({
      salaryHistory: { isMapped: true, earlier: () => earlier, later: () => later, asRead: () => '' },
      ...rules,
    }),
  ] as const
}
const plan = (situation: Situation): SectionPlan => planSalary(...toInput(situation))

/** Per change its decision or reason, and the start of what it replaces and what it writes. */
const changesOf = ({ changes }: SectionPlan): string[] =>
  changes.map((planned) => {
    const { before = {}, after = {} } = planned.change.kind === 'update' ? planned.change : {}
    const decision = planned.decision === 'hold' ? planned.reason : planned.decision
    return `${decision}: ${before.Start ?? '-'} > ${after.Start ?? ''}`
  })
const codesOf = ({ findings }: SectionPlan): string[] => findings.map(({ code }) => code)
const settlesOf = ({ changes }: SectionPlan): (boolean | undefined)[] =>
  changes.map((planned) => (planned.decision === 'send' ? planned.settles : undefined))

describe('salaries since the last settled one', () => {
  const settled = { baselines: settledAt(january) }

  it('are sent in order, each from its own start and compared with the one before it', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(second)],
      context: settled,
    })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2026-11-02', 'send: 2026-11-02 > 2026-11-16'])
    expect(codesOf(result)).toEqual([])
  })

  it('leave alone what came before it', () => {
    const older = usable(row('2019-01-01', '1000'))

    expect(changesOf(plan({ current: second, earlier: [older, usable(january)], context: settled }))).toEqual(
      ['send: 2026-01-01 > 2026-11-02'],
    )
  })

  it('are not sent again when Nmbrs has them', () => {
    const situation = { current: sixteenth, earlier: [usable(january), usable(second)], context: settled }

    expect(changesOf(plan({ ...situation, rows: [january, second] }))).toEqual([
      'send: 2026-11-02 > 2026-11-16',
    ])
    const result = plan({ ...situation, rows: [january, second, sixteenth] })
    expect(result.changes).toEqual([])
    expect(result.settled?.seal).toBeDefined()
  })

  it('go in before one that Nmbrs has already, and settle nothing until they are there', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(second)],
      rows: [january, sixteenth],
      context: settled,
    })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2026-11-02'])
    expect(settlesOf(result)).toEqual([false])
    expect(result.settled).toBeUndefined()
  })

  it('are held when they start before the payroll period; the later ones go, and settle nothing', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(october), usable(second)],
      context: settled,
    })

    expect(changesOf(result)).toEqual([
      'before-current-period: 2026-01-01 > 2026-10-01',
      'send: 2026-01-01 > 2026-11-02',
      'send: 2026-11-02 > 2026-11-16',
    ])
    expect(settlesOf(result)).toEqual([undefined, false, false])
    expect(codesOf(result)).toEqual(['before-current-period'])
  })

  it('stay held run after run until payroll entered them, and are settled then', () => {
    const situation = { current: second, earlier: [usable(january), usable(october)], context: settled }

    const again = plan({ ...situation, rows: [january, second] })
    const entered = plan({ ...situation, rows: [january, october, second] })

    expect(changesOf(again)).toEqual(['before-current-period: 2026-01-01 > 2026-10-01'])
    expect(again.settled).toBeUndefined()
    expect(entered.changes).toEqual([])
    expect(entered.settled).toBeDefined()
  })

  it('are sent from their own starts before the period when that was allowed', () => {
    const result = plan({
      current: second,
      earlier: [usable(january), usable(october)],
      context: settled,
      rules: { allowPastPeriods: true },
    })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2026-10-01', 'send: 2026-10-01 > 2026-11-02'])
  })

  it('are not asked of payroll when the same is paid from an earlier day on', () => {
    const same = row('2026-10-01', january.Value)

    const asCurrent = plan({ current: same, earlier: [usable(january)], context: settled })
    const asEarlier = plan({ current: second, earlier: [usable(january), usable(same)], context: settled })

    expect(asCurrent.changes).toEqual([])
    expect(asCurrent.settled?.fields.Start).toEqual(settledAt(same, january).salary?.fields.Start)
    expect(changesOf(asEarlier)).toEqual(['send: 2026-01-01 > 2026-11-02'])
  })

  it('are held with all that follows from one that cannot be used; those before it go', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(second), unusable('2026-11-09')],
      context: settled,
    })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2026-11-02'])
    expect(codesOf(result)).toEqual(['currency-not-euro'])
  })

  it('go also when the current one cannot be used, which its own finding says', () => {
    const person = {
      ...aPerson({ heldSections: ['salary'] }),
      sections: {},
      salaryHeldFrom: '2026-11-16',
    }
    const result = plan({ earlier: [usable(january), usable(second)], context: { ...settled, person } })

    expect(changesOf(result)).toEqual(['send: 2026-01-01 > 2026-11-02'])
    expect(codesOf(result)).toEqual([])
  })

  it('do not care for one that cannot be used and came before', () => {
    const earlier = [unusable('2019-01-01'), usable(january)]

    expect(codesOf(plan({ current: second, earlier, context: settled }))).toEqual([])
  })

  it.each<[string, SalaryRow[], SalaryRow, string[]]>([
    ['was sent', [sixteenth], sixteenth, ['send: 2026-11-16 > 2026-11-16']],
    ['payroll put there', [], sixteenth, ['conflict: 2026-11-16 > 2026-11-16']],
    ['payroll took back', [sixteenth, corrected], sixteenth, ['conflict: 2026-11-16 > 2026-11-16']],
    ['is older than what was settled', [october], october, ['conflict: 2026-10-01 > 2026-11-16']],
  ])('are corrected over what %s, while one before them waits', (_, sent, held, expected) => {
    const baselines = settledAt(january)
    const rows = sent.map((one) => toSentDigest(aPerson().sourceId, one, someRules()))
    const isOlder = held === october
    const result = plan({
      current: corrected,
      earlier: [usable(january), usable(october), ...(isOlder ? [usable(second)] : [])],
      rows: isOlder ? [october] : [january, held],
      context: { baselines: { salary: { ...(isOlder ? settledAt(second) : baselines).salary!, rows } } },
    })

    expect(changesOf(result).slice(-1)).toEqual(expected)
  })

  it('are held as a conflict when payroll has another one in force', () => {
    const payrolls = row('2026-11-10', '3050')
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(second)],
      rows: [january, payrolls],
      context: settled,
    })

    expect(changesOf(result)).toEqual(['conflict: 2026-11-10 > 2026-11-16'])
  })

  it('are held where payroll has one of its own on that very day', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(second)],
      rows: [january, row('2026-11-02', '3333'), sixteenth],
      context: settled,
    })

    expect(changesOf(result)).toEqual(['conflict: 2026-11-02 > 2026-11-02'])
    expect(codesOf(result)).toEqual(['conflict'])
  })

  it('take a correction of the settled one along, from its own day', () => {
    const corrected = row('2026-11-02', '3150')
    const result = plan({
      current: sixteenth,
      earlier: [usable(corrected)],
      rows: [january, second],
      context: { baselines: settledAt(second) },
    })

    expect(changesOf(result)).toEqual(['send: 2026-11-02 > 2026-11-02', 'send: 2026-11-02 > 2026-11-16'])
  })

  it('are told apart by what Nmbrs holds when the settled one is gone from AlexisHR', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(row('2019-01-01', '1000')), usable(second)],
      context: settled,
    })

    expect(changesOf(result)).toEqual([
      'salary-withdrawn: 2026-01-01 > 2026-01-01',
      'send: 2026-01-01 > 2026-11-02',
      'send: 2026-11-02 > 2026-11-16',
    ])
  })

  it('are one refusal when nothing can be sent at all', () => {
    const situation = { current: sixteenth, earlier: [usable(january), usable(second)], context: settled }

    expect(changesOf(plan({ ...situation, rules: { periodStart: undefined } }))).toEqual([
      'period-unreadable: 2026-01-01 > 2026-11-16',
    ])
    expect(changesOf(plan({ ...situation, rules: { capabilities: new Set() } }))).toEqual([
      'not-supported: 2026-01-01 > 2026-11-16',
    ])
  })
})

describe('a person without a salary for today in AlexisHR', () => {
  const person = noSalary
  const situation = { rows: [january, second], context: { person, baselines: settledAt(second) } }

  it('is asked about while payroll goes on paying what was sent', () => {
    const result = plan(situation)

    expect(changesOf(result)).toEqual(['salary-withdrawn: 2026-11-02 > '])
    expect(codesOf(result)).toEqual(['salary-withdrawn'])
    expect(result.settled).toBeUndefined()
  })

  it('is asked about when the salary was moved to a later period', () => {
    const result = plan({ ...situation, later: [usable(december)] })

    expect(changesOf(result)).toEqual(['salary-withdrawn: 2026-11-02 > '])
    expect(codesOf(result)).toEqual(['salary-withdrawn', 'salary-in-future'])
  })

  it('is asked about for what is in force since before the period too', () => {
    expect(changesOf(plan({ rows: [january], context: { person, baselines: settledAt(january) } }))).toEqual([
      'salary-withdrawn: 2026-01-01 > ',
    ])
  })

  it.each<[string, Situation]>([
    ['nothing was ever agreed', { context: { person } }],
    ['payroll pays what it entered itself', { context: { person, baselines: settledAt(sixteenth) } }],
    [
      'the salary cannot be used',
      {
        context: {
          person: { ...person, heldSections: new Set(['salary'] as const) },
          baselines: settledAt(second),
        },
      },
    ],
    [
      'salaries are not mapped by their day',
      { rules: { salaryHistory: { ...someRules().salaryHistory, isMapped: false } } },
    ],
    [
      'it is not known whether there are others',
      { rules: { salaryHistory: { ...someRules().salaryHistory, earlier: () => undefined } } },
    ],
  ])('is not asked about when %s', (_, differs) => {
    expect(plan({ ...situation, ...differs })).toMatchObject({ changes: [], findings: [] })
  })
})

describe('a person who works and has only later salaries in AlexisHR, none of them marked', () => {
  const later = [usable(december), usable(row('2027-01-01', '3500'))]
  const person = { ...noSalary, service: { state: 'in' as const } }

  it.each<[string, Partial<PersonContext>, string]>([
    ['whom Nmbrs pays', {}, 'first-contact: 2026-01-01 > 2026-12-01'],
    ['who is still to be created', { targetId: null, target: undefined }, 'send: - > 2026-12-01'],
  ])('is said to have them, and gets the first once it is due: %s', (_, differs, expected) => {
    const context = { person, ...differs }
    const ahead = { rules: { salaryHorizon: '2026-12-01' } }

    const waits = plan({ later, context })
    expect([changesOf(waits), codesOf(waits)]).toEqual([[], ['salary-in-future']])
    expect(changesOf(plan({ later, context, ...ahead }))).toEqual([expected])
  })

  it('is said to have them also where nothing else is to be looked at', () => {
    const [context, rules] = toInput({ later, context: { person } })

    expect(findWaitingSalary(context, rules)).toHaveLength(1)
  })
})

describe('salaries that start later', () => {
  const settled = { baselines: settledAt(second) }
  const situation = { current: second, rows: [january, second], later: [usable(december)], context: settled }

  it('wait for their payroll period, which is said in every run and holds nothing', () => {
    const result = plan(situation)
    const sealed = plan({ ...situation, context: { baselines: { salary: result.settled! } } })

    expect(result.changes).toEqual([])
    expect(result.findings).toMatchObject([{ code: 'salary-in-future', severity: 'info' }])
    const { findings, waiting } = result
    expect(sealed).toEqual({ changes: [], findings, waiting, settled: undefined, decisions: [] })
  })

  it('are sent once the period, or the days looked ahead, reach them', () => {
    const result = plan({ ...situation, rules: { salaryHorizon: '2026-12-01' } })

    expect(changesOf(result)).toEqual(['send: 2026-11-02 > 2026-12-01'])
  })

  it('are not sealed over when they become due', () => {
    const waiting = plan(situation).settled!
    const result = plan({
      ...situation,
      context: { baselines: { salary: waiting } },
      rules: { salaryHorizon: '2026-12-31' },
    })

    expect(changesOf(result)).toEqual(['send: 2026-11-02 > 2026-12-01'])
  })

  it('are settled when they are there, and drift when payroll changes them', () => {
    const rules = { salaryHorizon: '2026-12-31' }
    const sent = plan({
      ...situation,
      rows: [january, second, december],
      context: { baselines: settledAt(december) },
      rules,
    })
    const changed = plan({
      ...situation,
      rows: [january, second, row('2026-12-01', '3999')],
      context: { baselines: settledAt(december) },
      rules,
    })

    expect(sent.changes).toEqual([])
    expect(sent.settled).toBeDefined()
    expect(changed.changes).toEqual([])
    expect(codesOf(changed)).toEqual(['drift'])
  })

  it('follow a first contact that agrees on today', () => {
    const result = plan({ ...situation, context: {}, rules: { salaryHorizon: '2026-12-31' } })

    expect(changesOf(result)).toEqual(['send: 2026-11-02 > 2026-12-01'])
    expect(result.settled).toEqual({ fields: settledAt(second).salary?.fields })
  })
})

describe('the first salaries of a person', () => {
  const isNew = { targetId: null, target: undefined }

  it('are the one in force when the payroll period begins and what came after it', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(january), usable(row('2026-11-01', '3000')), usable(second)],
      context: isNew,
    })

    expect(changesOf(result)).toEqual([
      'send: - > 2026-11-01',
      'send: 2026-11-01 > 2026-11-02',
      'send: 2026-11-02 > 2026-11-16',
    ])
  })

  it('are held as far as they start before the period', () => {
    const result = plan({ current: second, earlier: [usable(january), usable(october)], context: isNew })

    expect(changesOf(result)).toEqual(['before-current-period: - > 2026-10-01', 'send: - > 2026-11-02'])
    expect(settlesOf(result)).toEqual([undefined, false])
  })

  it('are taken up after a creation whose salaries were not all written', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(second)],
      rows: [second],
      context: { createdByUs: true },
    })

    expect(changesOf(result)).toEqual(['send: 2026-11-02 > 2026-11-16'])
  })

  it('end with the current one also when Nmbrs pays the same until those before it are written', () => {
    const result = plan({
      current: row('2026-11-20', october.Value),
      earlier: [usable(october), usable(sixteenth)],
      rows: [october],
      context: { createdByUs: true },
      rules: { periodStart: '2026-10-01' },
    })

    expect(changesOf(result)).toEqual(['send: 2026-10-01 > 2026-11-16', 'send: 2026-11-16 > 2026-11-20'])
  })

  it('are held when somebody else gave the created employee one', () => {
    const result = plan({
      current: sixteenth,
      earlier: [usable(second)],
      rows: [row('2026-11-05', '9')],
      context: { createdByUs: true },
    })

    expect(changesOf(result)).toEqual(['first-contact: 2026-11-05 > 2026-11-16'])
  })
})

describe('a later salary that was sent, where only the current one is known', () => {
  const december = row('2026-12-01', '3200')

  it.each([
    ['before its day', '2026-11-22', []],
    ['on its day', '2026-12-01', ['salary-withdrawn: 2026-12-01 > 2026-12-01']],
  ])('is gone from AlexisHR only once AlexisHR would name it: %s', (_, today, expected) => {
    const result = plan({
      current: january,
      rows: [january, december],
      context: { baselines: settledAt(december) },
      rules: {
        today,
        salaryHistory: { isMapped: true, earlier: () => undefined, later: () => [], asRead: () => undefined },
      },
    })

    expect(changesOf(result)).toEqual(expected)
  })
})

describe('the earlier salaries of a person of whom only the current one is known', () => {
  const unknown = {
    salaryHistory: { isMapped: true, earlier: () => undefined, later: () => [], asRead: () => undefined },
  }
  const since = { periodStart: '2026-11-02' }
  const needs = (situation: Situation): boolean =>
    needsSalaryHistory(...toInput({ ...situation, rules: { ...unknown, ...situation.rules } }))

  it.each<[string, boolean, Situation]>([
    ['it starts on another day than the settled one', true, { context: { baselines: settledAt(january) } }],
    ['another was in force when the period began', true, { context: { baselines: settledAt(second) } }],
    ['it is the settled one', false, { context: { baselines: settledAt(second) }, rules: since }],
    [
      'only its amount was corrected',
      false,
      { context: { baselines: settledAt(row('2026-11-02', '1')) }, rules: since },
    ],
    ['it is in Nmbrs', false, { rows: [second], context: { baselines: settledAt(january) }, rules: since }],
    ['the two meet for the first time', false, { rules: since }],
    ['the two meet and another was in force when the period began', true, {}],
    ['he is new and the period began with another', true, { context: { targetId: null } }],
    [
      'he is new and so is the period',
      false,
      { current: row('2026-11-01', '1'), context: { targetId: null } },
    ],
    [
      'there is none for today and one was agreed on',
      true,
      { context: { person: noSalary, baselines: settledAt(january) } },
    ],
    ['there is none for today and never was one', false, { context: { person: noSalary } }],
    ['they are known', false, { context: { baselines: settledAt(january) }, rules: someRules() }],
  ])('when %s: %s', (_, expected, situation) => {
    expect(needs({ current: second, ...situation })).toBe(expected)
  })
})
