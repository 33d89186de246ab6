import type { DesiredSalary } from '../../domain/employee.js'
import { standOf } from '../service/standing.js'
import type { PersonContext, PlanRules } from '../sections/section-plan.js'

/** A person's salaries by where they lie in time, each part in the order of their starts. */
export interface SalaryParts {
  /** `undefined`: not known. */
  earlier: readonly DesiredSalary[] | undefined
  current: readonly DesiredSalary[]
  due: readonly DesiredSalary[]
  waiting: readonly DesiredSalary[]
}

export type AheadContext = Pick<PersonContext, 'person' | 'target'>
export type AheadRules = Pick<PlanRules, 'today' | 'salaryHorizon'>

/**
 * AlexisHR may mark a salary as current that is still to start. Of someone who works already it waits as any
 * other future salary, and what the earlier ones say for today is current. Without earlier ones nothing is
 * known of today: no part has anything but what waits. The first salary of someone who is still to start goes
 * ahead of its period (AlexisHR contract, section 6.1, rules 2 and 5).
 */
export const holdBackAhead = (parts: SalaryParts, context: AheadContext, rules: AheadRules): SalaryParts => {
  const { earlier, current, due, waiting } = parts
  const later = [...current, ...due, ...waiting]
  const [marked] = [...current, ...due]
  if (marked === undefined || marked.start <= rules.salaryHorizon) return parts
  const before = earlier ?? []
  // Compensations that cannot be placed in time stand on the day of the marked one: they are looked at first.
  const unplaceable = before.filter(({ start }) => start >= marked.start)
  if (unplaceable.length > 0)
    return { earlier: undefined, current: unplaceable.slice(0, 1), due: [], waiting: later }
  const { day, until } = findReach([...before, marked], context, rules)
  if (marked.start <= until) return parts
  const held = split(before, later, { day, until })
  return earlier === undefined ? { ...held, earlier } : held
}

/** The day on which pay is looked at, and the last one on which a salary may start that is sent now. */
interface Reach {
  day: string
  until: string
}

const findReach = (
  salaries: readonly DesiredSalary[],
  context: AheadContext,
  { today, salaryHorizon }: AheadRules,
): Reach => {
  const firstDay = findPreHireDay(context, today)
  if (firstDay === undefined) return { day: today, until: salaryHorizon }
  const first = salaries.findLast(({ start }) => start <= firstDay) ?? salaries[0]
  const start = first?.start ?? ''
  return { day: firstDay, until: start > salaryHorizon ? start : salaryHorizon }
}

/** The first day of someone who is still to start; `undefined` for someone who works, on either side. */
const findPreHireDay = ({ person, target }: AheadContext, today: string): string | undefined => {
  const firstDay = person.sections.employment?.InitialStartDate ?? person.service?.start
  const isBefore = person.service === undefined ? (firstDay ?? '') > today : person.service.state === 'before'
  if (!isBefore || (target !== undefined && standOf(target, today).state === 'in')) return undefined
  return firstDay
}

const split = (
  before: readonly DesiredSalary[],
  later: readonly DesiredSalary[],
  { day, until }: Reach,
): SalaryParts => {
  const allowed = before.filter(({ start }) => start <= until)
  const at = Math.max(
    0,
    allowed.findLastIndex(({ start }) => start <= day),
  )
  return {
    earlier: allowed.slice(0, at),
    current: allowed.slice(at, at + 1),
    due: allowed.slice(at + 1),
    waiting: [...before.slice(allowed.length), ...later],
  }
}
