import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Baselines, SectionBaseline } from '../../src/domain/baseline.js'
import type { DesiredSalary, SalaryRow } from '../../src/domain/employee.js'
import type { Finding } from '../../src/domain/finding.js'
import { toLastDay, toFirstDay, toPeriodOf } from '../../src/domain/pay/payroll-period.js'
import { findSalaryOn } from '../../src/plan/salary/salary-rows.js'
import { planSalary } from '../../src/plan/salary/plan-salary.js'
import { emptyValues, type PlanRules, type SectionPlan } from '../../src/plan/sections/section-plan.js'
import { aContext, aPerson, aTarget, plainDigest, someRules } from '../support/builders.js'

const today = '2026-11-22'
const type = 'Bruto_Salaris_Partime'
// Few days and amounts, so that both sides often meet.
const days = ['2026-01-01', '2026-09-15', '2026-10-01', '2026-11-02', '2026-11-16', today, '2026-11-25']
const laterDays = ['2026-12-01', '2027-01-01']
const rows = (of: readonly string[]) =>
  fc
    .uniqueArray(fc.constantFrom(...of), { maxLength: 5 })
    .chain((starts) => fc.tuple(...[...starts].sort().map((Start) => fc.tuple(fc.constant(Start), amount))))
    .map((pairs) => pairs.map(([Start, Value]): SalaryRow => ({ Start, Value, Type: type })))
const amount = fc.constantFrom('2900', '3000', '3100')

const situation = fc.record({
  source: rows([...days, ...laterDays]).filter((all) => all.some(({ Start }) => Start <= today)),
  unusable: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
  target: rows([...days, ...laterDays]),
  /** Which of the source's salaries was settled; -1 for none. */
  settled: fc.integer({ min: -1, max: 4 }),
  /** Whether what was settled is among the target's rows. */
  isHeld: fc.boolean(),
  createdByUs: fc.boolean(),
  allowPastPeriods: fc.boolean(),
  periodOf: fc.constantFrom('2026-10-05', today, '2026-12-05'),
  periodType: fc.constantFrom('month' as const, 'four-weeks' as const, 'week' as const),
})
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never

const settledAt = (row: SalaryRow): SectionBaseline => {
  const field = (name: 'Value' | 'Type' | 'Start') => {
    const digest = plainDigest(aPerson().sourceId, name, row[name])
    return { sent: digest, seen: digest }
  }
  return { fields: { Value: field('Value'), Type: field('Type'), Start: field('Start') } }
}

const isSame = (one: SalaryRow, other: SalaryRow): boolean =>
  one.Start === other.Start && one.Value === other.Value && one.Type === other.Type

const toWorld = (given: Situation) => {
  const salaries = given.source.map((row, index): DesiredSalary =>
    index === given.unusable
      ? { start: row.Start, row: undefined, findings: [{ code: 'currency-not-euro' } as Finding] }
      : { start: row.Start, row },
  )
  const currentAt = given.source.findLastIndex(({ Start }) => Start <= today)
  const current = salaries[currentAt]
  const settled = given.source[given.settled]
  const target =
    settled !== undefined && given.isHeld
      ? [...given.target.filter(({ Start }) => Start !== settled.Start), settled].sort((a, b) =>
          a.Start < b.Start ? -1 : 1,
        )
      : given.target
  const period = toPeriodOf(given.periodOf, given.periodType)
  const rules = someRules({
    today,
    periodStart: toFirstDay(period),
    salaryHorizon: toLastDay(period) > today ? toLastDay(period) : today,
    allowPastPeriods: given.allowPastPeriods,
    salaryHistory: {
      isMapped: true,
      earlier: () => salaries.slice(0, currentAt),
      later: () => salaries.slice(currentAt + 1),
      asRead: () => '',
    },
  })
  const person =
    current?.row === undefined
      ? {
          ...aPerson({ heldSections: ['salary'] }),
          sections: {},
          salaryHeldFrom: given.source[currentAt]?.Start ?? '',
        }
      : aPerson({ sections: { salary: { ...current.row } } })
  const baselines: Baselines = settled === undefined ? {} : { salary: settledAt(settled) }
  return { person, rules, target, baselines, createdByUs: given.createdByUs }
}

type World = ReturnType<typeof toWorld>

const plan = ({ person, target, baselines, createdByUs }: World, rules: PlanRules): SectionPlan =>
  planSalary(aContext({ person, baselines, createdByUs, target: aTarget({ salaries: target }) }), rules)

const sentBy = ({ changes }: SectionPlan): { before: SalaryRow; after: SalaryRow; settles: boolean }[] =>
  changes.flatMap((planned) => {
    if (planned.decision !== 'send' || planned.change.kind !== 'update') return []
    const { before, after } = planned.change
    return [{ before: before as never, after: after as never, settles: planned.settles !== false }]
  })

/** What carrying out a plan leaves behind: each salary in its place, and what is settled then. */
const carryOut = (world: World, planned: SectionPlan): World => {
  let { target, baselines } = world
  if (planned.settled !== undefined) baselines = { salary: planned.settled }
  for (const { before, after, settles } of sentBy(planned)) {
    const held = findSalaryOn(target, after.Start)
    expect(before).toEqual(held ?? emptyValues('salary'))
    expect(target.some((row) => isSame(row, after))).toBe(false)
    target = [...target.filter(({ Start }) => Start !== after.Start), after].sort((a, b) =>
      a.Start < b.Start ? -1 : 1,
    )
    if (settles) baselines = { salary: settledAt(after) }
  }
  return { ...world, target, baselines }
}

const runs = { numRuns: 1000 }

describe('any history of salaries on either side', () => {
  it('is sent in ascending order, what is due and allowed, nothing that is there, each over what the plan saw', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const world = toWorld(given)

        const planned = plan(world, world.rules)

        const starts = sentBy(planned).map(({ after }) => after.Start)
        expect(starts).toEqual([...new Set(starts)].sort())
        for (const start of starts) {
          expect(start <= world.rules.salaryHorizon).toBe(true)
          if (!given.allowPastPeriods) expect(start >= (world.rules.periodStart ?? '')).toBe(true)
        }
        for (const { after } of sentBy(planned)) {
          expect(given.source.some((row, index) => index !== given.unusable && isSame(row, after))).toBe(true)
        }
        carryOut(world, planned)
      }),
      runs,
    )
  })

  it('leaves nothing to send for the run after, nor for the one after that', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const world = toWorld(given)
        const after = carryOut(world, plan(world, world.rules))

        const second = plan(after, world.rules)
        const third = plan(carryOut(after, second), world.rules)

        expect(sentBy(second)).toEqual([])
        expect(sentBy(third)).toEqual([])
      }),
      runs,
    )
  })

  it('sends no salary that starts with or after one that cannot be used and was never settled', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const bad = given.source[given.unusable ?? -1]
        fc.pre(bad !== undefined && (given.unusable ?? -1) > given.settled)
        const world = toWorld(given)

        const starts = sentBy(plan(world, world.rules)).map(({ after }) => after.Start)

        const isFirst = given.settled === -1
        if (!isFirst) expect(starts.filter((start) => start >= bad.Start)).toEqual([])
      }),
      runs,
    )
  })

  it('leaves every row of payroll as it is, but those on a day that the source has a salary for', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const world = toWorld(given)

        const { target } = carryOut(world, plan(world, world.rules))

        const sourceDays = new Set(given.source.map(({ Start }) => Start))
        const kept = (all: readonly SalaryRow[]) => all.filter(({ Start }) => !sourceDays.has(Start))
        expect(kept(target)).toEqual(kept(world.target))
      }),
      runs,
    )
  })
})
