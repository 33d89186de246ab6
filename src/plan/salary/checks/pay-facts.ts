import type { PlannedChange, UpdateChange } from '../../../domain/change.js'
import type { SalaryRow } from '../../../domain/employee.js'
import { isFullTimeAmount, isPartRate, type PayFacts } from '../../../domain/pay/pay.js'
import { toFinding } from '../../../domain/findings/to-finding.js'
import type { PersonContext, PlanRules, SectionPlan } from '../../sections/section-plan.js'
import { isUnsettledMonthly, toFirstDay } from '../pay-as-said.js'
import { findSalaryOn } from '../salary-rows.js'

/**
 * Says beside each salary that is planned what else makes it plausible or not; whether it waits is decided
 * over the change alone.
 */
export const withPayFacts = (plan: SectionPlan, context: PersonContext, rules: PlanRules): SectionPlan => {
  if (plan.changes.length === 0) return plan
  const changes = plan.changes.map((planned) => addFacts(planned, context, rules))
  const isSaid = changes.some(
    ({ decision, change }) => decision === 'send' && change.kind === 'update' && isRaiseAtRate(change),
  )
  const said = isSaid ? [toFinding('salary-full-time-rate', context.person.sourceId, 'salary')] : []
  return { ...plan, changes, findings: [...plan.findings, ...said] }
}

const addFacts = (planned: PlannedChange, context: PersonContext, rules: PlanRules): PlannedChange => {
  const { change } = planned
  if (change.kind !== 'update') return planned
  const pay = toFacts(change, context, rules)
  return Object.keys(pay).length === 0 ? planned : { ...planned, change: { ...change, pay } }
}

const toFacts = ({ after }: UpdateChange, context: PersonContext, rules: PlanRules): PayFacts => {
  const { Type = '', Start = '' } = after
  if (Start === '') return {}
  const { paidPer } = rules.pay
  const { rate } = context.person
  const employedFrom = toFirstDay(context)
  return {
    ...(paidPer === 'month' ? {} : { paidPer }),
    ...(isUnsettledMonthly(Type, rules) ? { monthly: true } : {}),
    ...(Start < employedFrom ? { employedFrom } : {}),
    ...(isSetByTable(context.target?.salaries ?? [], Start) ? { byTable: true } : {}),
    ...(isPartRate(rate) && isFullTimeAmount(Type) ? { rate } : {}),
  }
}

/** From this day on, or from a later one, payroll takes the salary from a table. */
const isSetByTable = (rows: readonly SalaryRow[], start: string): boolean => {
  const inForce = findSalaryOn(rows, start)
  return rows.some((row) => row.byTable === true && (row === inForce || row.Start > start))
}

/** A full-time amount of someone who works less, over another one. The first one waits instead. */
export const isRaiseAtRate = ({ pay, before }: UpdateChange): boolean =>
  pay?.rate !== undefined && (before.Value ?? '') !== ''
