import type { DesiredEmployee, DesiredSalary, SalaryRow } from '../../domain/employee.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { findDesired } from '../../domain/packed/packed-people.js'
import { unpackValue } from '../../domain/packed/packed-values.js'
import type { PersonContext, PlanRules } from '../sections/section-plan.js'
import { holdBackAhead, type AheadContext, type SalaryParts } from './hold-back-ahead.js'
import { toAllPaid } from './pay-as-said.js'

/** Everything the source says of one person's salaries, worked out once. */
export interface SaidSalaries {
  /** Oldest start first. The current one is there also when it cannot be used. */
  all: readonly DesiredSalary[]
  /** The same up to the last that is due. */
  untilNow: readonly DesiredSalary[]
  /** The current one alone; no one has more than one. */
  current: readonly DesiredSalary[]
  /** Those that are due after it. */
  due: readonly DesiredSalary[]
  /** Those that wait for their payroll period. */
  waiting: readonly DesiredSalary[]
  /** The earlier ones are known. */
  isWhole: boolean
}

/** What is looked at of one person's salary, before the target's rows are. */
export interface SaidSide {
  context: PersonContext
  said: SaidSalaries
  rules: PlanRules
}

/** What is looked at of one person's salary. */
export interface SalarySides extends SaidSide {
  /** Those of the target, in the order of their starts. */
  rows: readonly SalaryRow[]
}

/** An AlexisHR that gives the current salary only names no later one before its day. */
export const isUnnamed = ({ said, rules }: Pick<SaidSide, 'said' | 'rules'>, day: string): boolean =>
  !said.isWhole && day > rules.today

/**
 * Later salaries, and whether each is due: its payroll period is there, or the days that are looked ahead.
 */
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
  const { earlier, current, due, waiting } = toPaidParts(context, rules)
  const untilNow = [...(earlier ?? []), ...current, ...due]
  const start = current[0]?.start
  // Compensations that cannot be placed in time stand on the day of the current one.
  const isWhole = earlier?.every((one) => start === undefined || one.start < start) ?? false
  return { all: [...untilNow, ...waiting], untilNow, current, due, waiting, isWhole }
}

/** Everything said of a person, as it is to be paid; what a working person is promised for later waits. */
const toPaidParts = (context: AheadContext, rules: PartRules): SalaryParts =>
  holdBackAhead(toPartsAsMarked(context, rules), context, rules)

export type PartRules = Pick<PlanRules, 'salaryHistory' | 'salaryHorizon' | 'pay' | 'today'>

/**
 * What was moved to the first day of the employment may meet there; the one that the source has last counts.
 */
const toPartsAsMarked = (context: AheadContext, rules: PartRules): SalaryParts => {
  const { sourceId } = context.person
  const split = splitLater(sourceId, rules)
  const due = toAllPaid(split.due, context, rules)
  const waiting = toAllPaid(split.waiting, context, rules)
  const current = toMarkedSalary(context, rules)
  const known = rules.salaryHistory.earlier(sourceId)
  const earlier = known && toAllPaid(known, context, rules)
  if (rules.pay.beforeEmployment !== 'firstDay') return { earlier, current, due, waiting }
  const next = [...due, ...waiting][0]?.start
  const now = current.filter(({ start }) => start !== next)
  const first = now[0]?.start ?? next
  const before = earlier?.filter(({ start, row }) => row === undefined || start !== first)
  return { earlier: before, current: now, due, waiting }
}

/**
 * The salary that the source marks as current, as it is to be paid; it may be still to start. The finding of
 * one that cannot be used is the mapping's own.
 */
export const toMarkedSalary = (
  context: AheadContext,
  rules: Pick<PlanRules, 'pay'>,
): readonly DesiredSalary[] => toAllPaid(markedSalary(context), context, rules)

const markedSalary = ({ person }: AheadContext): readonly DesiredSalary[] => {
  const { Value, Type, Start } = person.sections.salary ?? {}
  if (Value !== undefined && Type !== undefined && Start !== undefined)
    return [{ start: Start, row: { Value, Type, Start } }]
  const start = person.salaryHeldFrom
  return start === undefined ? [] : [{ start, row: undefined, findings: [] }]
}

/** What the source says, with the salary that counts now, as it is to be paid. */
export const toPaidSections = (context: AheadContext, rules: PartRules): DesiredEmployee['sections'] => {
  const { sections } = context.person
  if (sections.salary === undefined) return sections
  const [marked] = toMarkedSalary(context, rules)
  const isAhead = marked !== undefined && marked.start > rules.salaryHorizon
  const [current] = isAhead ? toPaidParts(context, rules).current : []
  const row = (current ?? marked)?.row
  return row === undefined ? sections : { ...sections, salary: { ...row } }
}

/** The salaries that wait for their payroll period, of someone of whom nothing else is asked. */
export const findWaiting = (context: AheadContext, rules: PartRules): readonly DesiredSalary[] => {
  const { sourceId } = context.person
  const packed = findDesired(context.person, 'salary')
  const start = packed === undefined ? undefined : unpackValue('salary', packed, 'Start')
  const isAhead = (start ?? '') > rules.salaryHorizon
  if (!isAhead && rules.salaryHistory.later(sourceId).length === 0) return []
  return toPaidParts(context, rules).waiting
}
