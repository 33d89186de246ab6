import type { PlannedChange } from '../../domain/change.js'
import type { SalaryRow } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import {
  emptyValues,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import { isToRestore } from '../restore-mark.js'
import { withoutSettling } from '../sections/section-plan.js'
import { isUnnamed, type SalarySides } from './said-salaries.js'
import { reasonAgainst, salaryFields, toSalaryChange, toValues } from './salary-change.js'
import { findGaps, type SalaryGap } from './checks/salary-gaps.js'
import { isAccepted, isSaidDay, isSaidLast, isSeenLast, wasSent } from './salary-memory.js'
import { findSaidOn, findSalaryOn, paysTheSame, withRow } from './salary-rows.js'

/**
 * A row of payroll that is to be written over from its own day on, because AlexisHR has no row of that day:
 * one that was sent and is gone from AlexisHR, as it was sent or as payroll corrected it since, or one of
 * payroll's own that a person, or the configuration, wants undone.
 */
type Undoing =
  /** `wanted` is what AlexisHR says for that day. */
  | { why: 'withdrawn' | 'conflict' | 'restore'; held: SalaryRow; wanted: SalaryRow }
  /** It says nothing that early, so that no call can undo the row. */
  | { why: 'withdrawn'; held: SalaryRow; wanted: undefined }

type UndoingChange =
  | Extract<PlannedChange, { decision: 'send' }>
  | (Extract<PlannedChange, { decision: 'hold' }> & { reason: PlainFindingCode })

/** What is undone of a person's salaries, and what payroll holds once it is. */
export interface UndoneSalaries {
  changes: readonly PlannedChange[]
  findings: readonly Finding[]
  rows: readonly SalaryRow[]
  /** The rows among them that payroll does not hold yet. */
  written: readonly SalaryRow[]
}

export const undoSalaries = (sides: SalarySides): UndoneSalaries => {
  const { context, rows, rules } = sides
  const undone = [...findWithdrawn(sides), ...findRestored(sides)]
  const changes = undone.map((one) => toChange(context, one, rules))
  const reasons = new Set(changes.flatMap((one) => (one.decision === 'hold' ? [one.reason] : [])))
  const findings = [...reasons].map((reason) => toFinding(reason, context.person.sourceId, 'salary'))
  return {
    changes,
    findings,
    rows: undone.reduce(withUndone, rows),
    written: undone.flatMap(({ wanted }) => wanted ?? []),
  }
}

/** What no call undoes stands, and what follows is compared with it. */
const withUndone = (rows: readonly SalaryRow[], { wanted }: Undoing): readonly SalaryRow[] =>
  wanted === undefined ? rows : withRow(rows, wanted)

/**
 * What was sent and is no more in AlexisHR, and would go on to be paid. Where payroll changed it since, both
 * sides did.
 */
const findWithdrawn = ({ context, said, rows, rules }: SalarySides): Undoing[] => {
  const { all, current, isWhole } = said
  return rows.flatMap((held): Undoing[] => {
    if (all.some(({ start }) => start === held.Start)) return []
    const isSent = wasSent(context, held, rules)
    if (!isSent && !isSaidDay(context, held.Start, rules)) return []
    const says = findSaidOn(all, held.Start)
    if (says === undefined) {
      // An AlexisHR that keeps only the newest salary says nothing of the ones before it: what began before
      // this period is history then.
      const period = rules.periodStart ?? rules.today
      const from = current.length > 0 ? period : (findSalaryOn(rows, period)?.Start ?? period)
      const isRecent = held.Start >= from && (isSent || current.length === 0)
      return isWhole && isRecent ? [{ why: 'withdrawn', held, wanted: undefined }] : []
    }
    if (says.row === undefined || paysTheSame(says.row, held, rules)) return []
    if (isUnnamed({ said, rules }, held.Start)) return []
    return [{ why: isSent ? 'withdrawn' : 'conflict', held, wanted: { ...says.row, Start: held.Start } }]
  })
}

/** What payroll changed and someone wants to be as AlexisHR says again. */
const findRestored = ({ context, said, rows, rules }: SalarySides): Undoing[] => {
  const agreed = context.baselines.salary?.fields ?? {}
  const isOrdered = salaryFields.some((field) => {
    const baseline = agreed[field]
    return baseline !== undefined && isToRestore(context.person.sourceId, field, baseline, rules.digest)
  })
  const isAlways = salaryFields.every((field) => rules.policyOf('salary', field).onDrift === 'restore')
  return findGaps(said, rows, rules).flatMap(({ day, says, pays }: SalaryGap): Undoing[] => {
    if (pays === undefined || wasSent(context, pays, rules)) return []
    const byOrder = isOrdered && isSeenLast(context, pays, rules)
    // A row on a day of AlexisHR's own is compared and restored where that salary is planned.
    const byRule = isAlways && day > says.Start && isSaidLast(context, says, rules)
    const isTaken = isAccepted(context, { day, says, pays }, rules)
    if (isTaken || (!byOrder && !byRule)) return []
    return [{ why: 'restore', held: pays, wanted: { ...says, Start: day } }]
  })
}

const toChange = (
  context: PersonContext,
  { why, held, wanted }: Undoing,
  rules: PlanRules,
): UndoingChange => {
  const before = toValues(held)
  if (wanted === undefined) {
    const after = emptyValues('salary')
    const change = { ...toSalaryChange(context, held, before), before, after, fields: salaryFields }
    return {
      decision: 'hold',
      reason: 'salary-withdrawn',
      change: { ...change, withdrawn: true },
      fixed: true,
    }
  }
  const change = toSalaryChange(context, wanted, before)
  const reason = reasonAgainst(wanted, rules)
  if (why === 'withdrawn') {
    // Where salaries can only be added, none is written over on the day on which it starts.
    const canWrite = reason === undefined && rules.capabilities.has('salary.update')
    const fixed = canWrite ? {} : { fixed: true as const }
    const marked = { ...change, withdrawn: true as const }
    return { decision: 'hold', reason: 'salary-withdrawn', change: marked, settles: false, ...fixed }
  }
  if (reason !== undefined) return { decision: 'hold', reason, change }
  if (why === 'conflict') return { decision: 'hold', reason: 'conflict', change, settles: false }
  return { decision: 'send', change, settles: false }
}

/** What is undone goes in its place among the rest. While it is open nothing is agreed. */
export const joinUndone = ({ changes, findings }: UndoneSalaries, plan: SectionPlan): SectionPlan => {
  if (changes.length === 0) return plan
  const others = plan.changes.map(withoutSettling).map((planned) => overReal(planned, changes))
  return {
    ...plan,
    changes: [...changes, ...others].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)),
    findings: [...findings, ...plan.findings],
    settled: undefined,
  }
}

const isFilled = (text: string | undefined): boolean => text !== undefined && text !== ''

const startOf = ({ change }: PlannedChange): string =>
  change.kind === 'update' ? ([change.after.Start, change.before.Start, ''].find(isFilled) ?? '') : ''

/** What no call undoes stands when the change after it is written. */
const overReal = (planned: PlannedChange, undone: readonly PlannedChange[]): PlannedChange => {
  const { change } = planned
  if (change.kind !== 'update') return planned
  const under = undone.find(
    (one) =>
      one.decision === 'hold' &&
      one.fixed === true &&
      one.change.kind === 'update' &&
      one.change.before.Start === change.before.Start,
  )
  if (under?.change.kind !== 'update') return planned
  return { ...planned, change: { ...change, before: under.change.before } }
}
