import type { SectionBaseline } from '../../domain/baseline.js'
import type { DesiredSalary, SalaryRow } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { sameValue } from '../diff-fields.js'
import type { PersonContext, PlanRules } from '../section-plan.js'

/** The salaries that the source says besides the current ones, mapped when they are asked for. */
export interface SalaryHistory {
  /** Those that start after the current one, in order. */
  later: (id: SourceEmployeeId) => readonly DesiredSalary[]
  /** Those that started before it, in order; `undefined` when they are not known. */
  earlier: (id: SourceEmployeeId) => readonly DesiredSalary[] | undefined
}

/** What of a person's salaries there is to look at in this run. */
export interface SalaryLine {
  /** What was settled last, where it is still among the source's salaries. */
  settled: SalaryRow | undefined
  /** What came after it and is due, oldest start first. */
  pending: readonly SalaryRow[]
  /** Why a salary that came after these cannot be sent. */
  findings: readonly Finding[]
}

/** The row in force on a day: the latest that started by then. */
export const findSalaryOn = (rows: readonly SalaryRow[], day: string): SalaryRow | undefined =>
  rows.filter(({ Start }) => Start <= day).at(-1)

/** A salary is compared with what is in force on the day it starts, or today when it started before. */
export const dayOf = (start: string, { today }: Pick<PlanRules, 'today'>): string =>
  start > today ? start : today

/** Whether two salaries are the same amount and type, whatever day they start. */
export const paysTheSame = (
  left: SalaryRow,
  right: SalaryRow,
  { policyOf }: Pick<PlanRules, 'policyOf'>,
): boolean =>
  (['Value', 'Type'] as const).every((field) =>
    sameValue(policyOf('salary', field), left[field], right[field]),
  )

export const isSameSalary = (
  left: SalaryRow,
  right: SalaryRow,
  rules: Pick<PlanRules, 'policyOf'>,
): boolean => left.Start === right.Start && paysTheSame(left, right, rules)

/** The salaries with one more, in place of one of the same day. */
export const withRow = (rows: readonly SalaryRow[], added: SalaryRow): readonly SalaryRow[] =>
  [...rows.filter(({ Start }) => Start !== added.Start), added].sort((a, b) => (a.Start < b.Start ? -1 : 1))

/** Later salaries, and whether each is due: its payroll period is there, or the days that are looked ahead. */
export const splitLater = (
  subject: SourceEmployeeId,
  { salaryHistory, salaryHorizon }: Pick<PlanRules, 'salaryHistory' | 'salaryHorizon'>,
): { due: readonly DesiredSalary[]; waiting: readonly DesiredSalary[] } => {
  const later = salaryHistory.later(subject)
  const firstWaiting = later.findIndex(({ start }) => start > salaryHorizon)
  if (firstWaiting === -1) return { due: later, waiting: [] }
  return { due: later.slice(0, firstWaiting), waiting: later.slice(firstWaiting) }
}

/** Everything the source says up to now, oldest start first. The current one is there also when it cannot be used. */
const salariesUpToNow = (context: PersonContext, rules: PlanRules): readonly DesiredSalary[] => [
  ...(rules.salaryHistory.earlier(context.person.sourceId) ?? []),
  ...currentSalary(context),
  ...splitLater(context.person.sourceId, rules).due,
]

/** The finding of a current salary that cannot be used is the mapping's own. */
const currentSalary = ({ person }: PersonContext): readonly DesiredSalary[] => {
  const { Value, Type, Start } = person.sections.salary ?? {}
  if (Value !== undefined && Type !== undefined && Start !== undefined)
    return [{ start: Start, row: { Value, Type, Start } }]
  const start = person.salaryHeldFrom
  return start === undefined ? [] : [{ start, row: undefined, findings: [] }]
}

/** What came since the last settlement. `actual` is the salary in force in the target today. */
export const lineSinceSettled = (
  context: PersonContext,
  baseline: SectionBaseline,
  actual: SalaryRow | undefined,
  rules: PlanRules,
): SalaryLine => {
  const all = salariesUpToNow(context, rules)
  const known = all.findIndex(({ start }) => isSettledAs(context, baseline, 'Start', start, rules))
  const row = all[known]?.row
  if (row !== undefined && isSettledRow(context, baseline, row, rules)) {
    return { settled: row, ...cut(all.slice(known + 1)) }
  }
  // Corrected in place; or gone, and then the target still says where it stood.
  const from = known === -1 ? firstAfter(all, context, actual) : known
  return { settled: undefined, ...cut(all.slice(from)) }
}

const isSettledRow = (
  context: PersonContext,
  baseline: SectionBaseline,
  row: SalaryRow,
  rules: PlanRules,
): boolean =>
  (['Value', 'Type', 'Start'] as const).every((field) =>
    isSettledAs(context, baseline, field, row[field], rules),
  )

const isSettledAs = (
  { person }: PersonContext,
  { fields }: SectionBaseline,
  field: 'Value' | 'Type' | 'Start',
  value: string,
  { digest, policyOf }: PlanRules,
): boolean =>
  fields[field]?.sent === digest(person.sourceId, field, policyOf('salary', field).normalise(value))

/** What starts after the target's own salary, and the current one in any case. */
const firstAfter = (
  all: readonly DesiredSalary[],
  { person }: PersonContext,
  actual: SalaryRow | undefined,
): number => {
  const currentStart = person.sections.salary?.Start ?? person.salaryHeldFrom
  const index = all.findIndex(
    ({ start }) => start === currentStart || (actual !== undefined && start > actual.Start),
  )
  return index === -1 ? all.length : index
}

/**
 * Everything for somebody whose salary was never settled and of whom nothing else was in the target: what is in force when the current
 * payroll period begins, and what came after it. What was paid before is not this program's to say.
 */
export const lineFromPeriod = (context: PersonContext, rules: PlanRules): SalaryLine => {
  const all = salariesUpToNow(context, rules)
  const from = all.findLastIndex(({ start }) => start <= (rules.periodStart ?? ''))
  return { settled: undefined, ...cut(all.slice(Math.max(0, from))) }
}

/** Only what the source says now, for a target that had a salary of its own: they are to agree first. */
export const lineOfCurrent = (context: PersonContext): SalaryLine => ({
  settled: undefined,
  ...cut(currentSalary(context)),
})

/** A salary that cannot be used holds itself and everything after it. */
const cut = (salaries: readonly DesiredSalary[]): Pick<SalaryLine, 'pending' | 'findings'> => {
  const pending: SalaryRow[] = []
  for (const { row } of salaries) {
    if (row === undefined) break
    pending.push(row)
  }
  const held = salaries.slice(pending.length)
  return { pending, findings: held.flatMap((one) => (one.row === undefined ? one.findings : [])) }
}
