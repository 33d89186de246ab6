import type { PersonContext, PlanRules } from '../sections/section-plan.js'
import { toMarkedSalary } from './said-salaries.js'
import { dayOf, findSalaryOn, isSameSalary } from './salary-rows.js'

/**
 * Whether a person's plan needs their earlier salaries, where only the current one is known: it starts after
 * the current payroll period began, so that another one is in force before it; or on another day than what
 * was settled, so that others may lie between.
 */
export const needsSalaryHistory = (context: PersonContext, rules: PlanRules): boolean => {
  if (rules.salaryHistory.earlier(context.person.sourceId) !== undefined) return false
  return mayBeWithdrawn(context, rules) || mayLieBetween(context, rules)
}

/** AlexisHR has no salary for today, and one was agreed on before. */
export const mayBeWithdrawn = ({ person, baselines, targetId }: PersonContext, rules: PlanRules): boolean =>
  targetId !== null &&
  baselines.salary !== undefined &&
  rules.salaryHistory.isMapped &&
  person.sections.salary === undefined &&
  person.salaryHeldFrom === undefined &&
  !person.heldSections.has('salary')

const mayLieBetween = (context: PersonContext, rules: PlanRules): boolean => {
  const { person, baselines, targetId, target, createdByUs } = context
  const row = toMarkedSalary(context, rules)[0]?.row
  if (row === undefined || person.heldSections.has('salary')) return false
  const { Start } = row
  const beganSince = Start > (rules.periodStart ?? rules.today)
  const baseline = baselines.salary
  if (baseline === undefined) return beganSince && (targetId === null || createdByUs || target !== undefined)
  const sent = rules.digest(person.sourceId, 'Start', rules.policyOf('salary', 'Start').normalise(Start))
  if (beganSince) return true
  if (baseline.fields.Start?.sent === sent) return false
  const held = findSalaryOn(target?.salaries ?? [], dayOf(Start, rules))
  return held === undefined || !isSameSalary(held, row, rules)
}
