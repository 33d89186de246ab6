import type { SectionBaseline } from '../../domain/baseline.js'
import type { SalaryRow } from '../../domain/employee.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import { planWholeSection } from '../sections/plan-whole-section.js'
import {
  nothingPlanned,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'
import { isThere, planEarlier, type EarlierSalaries } from './plan-earlier-salaries.js'
import { isTooEarly, reasonAgainst, salaryFields, toSalaryChange, toValues } from './salary-change.js'
import type { SalarySides } from './said-salaries.js'
import type { SalaryLine } from './salary-line.js'
import type { UndoneSalaries } from './undo-salaries.js'
import { wasSent } from './salary-memory.js'
import { dayOf, findSalaryOn, isSameSalary, paysTheSame } from './salary-rows.js'
import { withoutSettling } from '../sections/section-plan.js'

/** The last salary of the line decides by the three-way table; those before it go with it. */
export const planLine = (
  { context, rows, rules }: SalarySides,
  line: SalaryLine,
  written: UndoneSalaries['written'],
): SectionPlan => {
  const last = line.pending.at(-1) ?? line.settled
  if (last === undefined) return nothingPlanned
  // The source's own rows: those of the line, and those that undoing a salary writes.
  const ours = [...line.pending, ...written]
  const earlier = planEarlier(context, line, { rows, ours }, rules)
  const ends = { last, ours, held: rows, settled: line.settled }
  const plan = planLast(context, { ...ends, expected: earlier.expected }, rules)
  const reason = plan.changes.find((planned) => planned.decision === 'hold')?.reason
  if (reason === undefined || reason === 'before-current-period') return join(earlier, plan)
  if (earlier.changes.length === 0) return plan
  // What is held for another reason than its day holds what would have gone before it, and says so for all.
  const alone = planLast(context, { ...ends, expected: rows }, rules)
  return { ...alone, changes: alone.changes.map(withoutSettling) }
}

/** The last salary of a line, and the rows around it. */
interface LineEnd {
  last: SalaryRow
  /** All of the line, and what is undone. */
  ours: readonly SalaryRow[]
  /** What the target holds. */
  held: readonly SalaryRow[]
  /** What was settled last, where the source still has it. */
  settled: SalaryRow | undefined
  /** What it holds once everything before the last salary is written. */
  expected: readonly SalaryRow[]
}

const planLast = (
  context: PersonContext,
  { last, ours, held, settled: before, expected }: LineEnd,
  rules: PlanRules,
): SectionPlan => {
  const actual = findSalaryOn(held, dayOf(last.Start, rules))
  const isProgress =
    actual !== undefined &&
    (ours.some((row) => row !== last && isSameSalary(row, actual, rules)) ||
      isSentSince(context, { settled: before, last, actual }, rules))
  const progress = isProgress ? withProgress(context, actual, rules) : context
  const plan = planWholeSection({
    context: progress,
    section: 'salary',
    desired: { ...last },
    actual: toValues(actual),
    replaced: toValues(findSalaryOn(expected, last.Start)),
    isAbsent: actual === undefined,
    accepted: [held, expected].every((salaries) => isPaidAlready(context, last, salaries, rules))
      ? ['Start']
      : [],
    seal: undefined,
    rules,
  })
  // What an earlier run got as far as is settled now, no matter what becomes of the rest.
  const settled = plan.settled ?? (progress === context ? undefined : progress.baselines.salary)
  const isLater = actual !== undefined && actual.Start > last.Start
  return isLater && plan.changes.length > 0 && isThere(last, findSalaryOn(expected, last.Start), rules)
    ? { ...plan, ...holdLater(context, last, actual, rules), settled }
    : { ...plan, settled }
}

/**
 * The salary itself stands there; what pays something else is a row of payroll's that began after it, and
 * that one is asked about.
 */
const holdLater = (
  context: PersonContext,
  last: SalaryRow,
  later: SalaryRow,
  rules: PlanRules,
): Pick<SectionPlan, 'changes' | 'findings'> => {
  const wanted = { ...last, Start: later.Start }
  const both = context.baselines.salary === undefined ? 'first-contact' : 'conflict'
  const reason = reasonAgainst(wanted, rules) ?? both
  const change = toSalaryChange(context, wanted, toValues(later))
  return {
    changes: [{ decision: 'hold', reason, change, settles: false }],
    findings: [toFinding(reason, context.person.sourceId, 'salary', change.fields[0])],
  }
}

/**
 * Until all that came before it stands in the target, the last salary settles nothing: the next run looks
 * again.
 */
const join = ({ changes, findings }: EarlierSalaries, plan: SectionPlan): SectionPlan => {
  const isOpen = changes.some(({ decision }) => decision === 'hold')
  const known = new Set(plan.findings.map(({ code }) => code))
  return {
    ...plan,
    changes: [
      ...changes.map((planned) => (plan.changes.length === 0 ? withoutSettling(planned) : planned)),
      ...plan.changes.map((planned) => (isOpen ? withoutSettling(planned) : planned)),
    ],
    findings: [...findings.filter(({ code }) => !known.has(code)), ...plan.findings],
    settled: changes.length === 0 ? plan.settled : undefined,
  }
}

/**
 * After an earlier run stopped in the middle, the target holds one of the source's own salaries. That one
 * counts as agreed, even if the answer to its write was lost.
 */
const withProgress = (context: PersonContext, actual: SalaryRow, rules: PlanRules): PersonContext => {
  const { digest, policyOf } = rules
  const fields: SectionBaseline['fields'] = Object.fromEntries(
    salaryFields.map((field) => {
      const value = digest(context.person.sourceId, field, policyOf('salary', field).normalise(actual[field]))
      return [field, { sent: value, seen: value }]
    }),
  )
  const { rows } = context.baselines.salary ?? {}
  const salary = rows === undefined ? { fields } : { fields, rows }
  return { ...context, baselines: { ...context.baselines, salary } }
}

/**
 * Whether an earlier run sent what stands there, after what was settled, and the source corrected that salary
 * since, while one before it still waits. Where what the source says was sent too, payroll took it back.
 */
const isSentSince = (
  context: PersonContext,
  { settled, last, actual }: Pick<LineEnd, 'settled' | 'last'> & { actual: SalaryRow },
  rules: PlanRules,
): boolean =>
  settled !== undefined &&
  actual.Start > settled.Start &&
  wasSent(context, actual, rules) &&
  !wasSent(context, last, rules)

/**
 * Whether payroll pays the same already, from another day. On first contact that is accepted, because the
 * history is payroll's. Later it is accepted when the same was paid on every day since the start, or when the
 * start can no longer be sent: there is nothing to pay differently.
 */
const isPaidAlready = (
  context: PersonContext,
  last: SalaryRow,
  rows: readonly SalaryRow[],
  rules: PlanRules,
): boolean => {
  const today = dayOf(last.Start, rules)
  const paysOn = (day: string): boolean => {
    const row = findSalaryOn(rows, day)
    return row !== undefined && paysTheSame(last, row, rules)
  }
  if (!paysOn(today)) return false
  if (context.baselines.salary === undefined) return true
  if (!paysOn(last.Start)) return false
  const since = rows.filter(({ Start }) => Start > last.Start && Start <= today)
  return isTooEarly(last, rules) || since.every(({ Start }) => paysOn(Start))
}
