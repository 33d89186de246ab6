import type { DesiredSalary } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { PersonContext, PlanRules } from '../section-plan.js'

/** The salaries that the source says besides the current ones, mapped when they are asked for. */
export interface SalaryHistory {
  /** Each compensation stands for a salary. Without that nothing is known of a salary that the source no longer has. */
  isMapped: boolean
  /** Those that start after the current one, in order. */
  later: (id: SourceEmployeeId) => readonly DesiredSalary[]
  /** Those that started before it, in order; `undefined` when they are not known. */
  earlier: (id: SourceEmployeeId) => readonly DesiredSalary[] | undefined
  /** All of them as they were read, unmapped: another text where one of them changed. `undefined` when they are not known. */
  asRead: (id: SourceEmployeeId) => string | undefined
}

/** Everything the source says of one person's salaries, worked out once. */
export interface SaidSalaries {
  /** Oldest start first. The current one is there also when it cannot be used. */
  all: readonly DesiredSalary[]
  /** The same up to the last that is due. */
  untilNow: readonly DesiredSalary[]
  /** The current one alone; nobody has more than one. */
  current: readonly DesiredSalary[]
  /** Those that are due after it. */
  due: readonly DesiredSalary[]
  /** Those that wait for their payroll period. */
  waiting: readonly DesiredSalary[]
  /** The earlier ones are known. */
  isWhole: boolean
}

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

export const toSaidSalaries = (context: PersonContext, rules: PlanRules): SaidSalaries => {
  const { sourceId } = context.person
  const earlier = rules.salaryHistory.earlier(sourceId)
  const { due, waiting } = splitLater(sourceId, rules)
  const current = currentSalary(context)
  const untilNow = [...(earlier ?? []), ...current, ...due]
  const start = current[0]?.start
  // Compensations that cannot be placed in time stand on the day of the current one.
  const isWhole = earlier?.every((one) => start === undefined || one.start < start) ?? false
  return { all: [...untilNow, ...waiting], untilNow, current, due, waiting, isWhole }
}

/** The finding of a current salary that cannot be used is the mapping's own. */
const currentSalary = ({ person }: PersonContext): readonly DesiredSalary[] => {
  const { Value, Type, Start } = person.sections.salary ?? {}
  if (Value !== undefined && Type !== undefined && Start !== undefined)
    return [{ start: Start, row: { Value, Type, Start } }]
  const start = person.salaryHeldFrom
  return start === undefined ? [] : [{ start, row: undefined, findings: [] }]
}
