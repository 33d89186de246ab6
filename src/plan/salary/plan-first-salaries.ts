import type { PlannedChange } from '../../domain/change.js'
import type { DesiredSalary, SalaryRow } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { tellFinding, toFinding } from '../../domain/findings/to-finding.js'
import type { PlainFindingCode } from '../../domain/findings/finding-name.js'
import { reasonAgainst, salaryFields, toSalaryChange } from './salary-change.js'
import type { AheadContext } from './hold-back-ahead.js'
import { findWaiting, type PartRules, type SaidSide } from './said-salaries.js'
import { lineFromPeriod, lineOfCurrent, type SalaryLine } from './salary-line.js'
import {
  nothingPlanned,
  type PersonContext,
  type PlanRules,
  type SectionPlan,
} from '../sections/section-plan.js'

/**
 * Plans the salaries of a person who is still to be created. What may not be sent is held; the others go with
 * them.
 */
export const planFirstSalaries = (side: SaidSide): SectionPlan => {
  const { context, said, rules } = side
  if (context.person.salaryHeldFrom !== undefined) return nothingPlanned
  const line = rules.periodStart === undefined ? lineOfCurrent(said) : lineFromPeriod(said, rules)
  const { changes, reasons } = toFirstChanges(context, line, rules)
  const findings = [...reasons].map((reason) => toFinding(reason, context.person.sourceId, 'salary'))
  const decisions = salaryFields.map((field) => ({
    section: 'salary' as const,
    field,
    verdict: 'to-create' as const,
  }))
  return addSalaryFindings({ ...nothingPlanned, changes, findings, decisions }, side, line.findings)
}

const toFirstChanges = (
  context: PersonContext,
  { pending }: SalaryLine,
  rules: PlanRules,
): { changes: readonly PlannedChange[]; reasons: ReadonlySet<PlainFindingCode> } => {
  const changes: PlannedChange[] = []
  const reasons = new Set<PlainFindingCode>()
  const sent: SalaryRow[] = []
  for (const row of pending) {
    const change = toSalaryChange(context, row, { ...sent.at(-1) })
    const reason = reasonAgainst(row, rules)
    if (reason === undefined) {
      sent.push(row)
      changes.push({ decision: 'send', change, ...(reasons.size > 0 ? { settles: false } : {}) })
    } else {
      reasons.add(reason)
      changes.push({ decision: 'hold', reason, change })
    }
  }
  return { changes, reasons }
}

/** Adds what is said of salaries that cannot be sent, and of those that are not due. */
export const addSalaryFindings = (
  plan: SectionPlan,
  { context, said: { waiting }, rules }: SaidSide,
  findings: readonly Finding[],
): SectionPlan => {
  const told = { ...plan, findings: [...plan.findings, ...findings] }
  if (waiting.length === 0) return told
  const later = toWaitingFinding(context.person.sourceId, waiting, rules)
  return { ...told, findings: [...told.findings, later], waiting }
}

/** The same of someone who needs no plan, because nothing moved since all was settled. */
export const findWaitingSalary = (
  context: AheadContext,
  rules: PartRules & Pick<PlanRules, 'unsure'>,
): Finding[] => {
  const waiting = findWaiting(context, rules)
  return waiting.length === 0 ? [] : [toWaitingFinding(context.person.sourceId, waiting, rules)]
}

/** Says so where a salary waits only because it is not known what the company pays by. */
const toWaitingFinding = (
  sourceId: SourceEmployeeId,
  [first]: readonly DesiredSalary[],
  { unsure }: Pick<PlanRules, 'unsure'>,
): Finding => {
  const isUnsure = unsure !== undefined && first !== undefined && first.start <= unsure.until
  const name = isUnsure ? 'salary-in-future/unsure' : 'salary-in-future'
  return tellFinding(name, { subject: sourceId, section: 'salary' }, {})
}
