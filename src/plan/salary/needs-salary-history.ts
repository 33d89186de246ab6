import { dayOf, findSalaryOn, isSameSalary } from './salary-line.js'
import type { PersonContext, PlanRules } from '../section-plan.js'

/**
 * Whether a person's plan needs his earlier salaries, where only the current one is known: it starts on another day than what was settled, so
 * that others may lie between; or he is new, and the current payroll period began with another one.
 */
export const needsSalaryHistory = (context: PersonContext, rules: PlanRules): boolean => {
  const { person, baselines, targetId, target, createdByUs } = context
  const { Value, Type, Start } = person.sections.salary ?? {}
  if (Value === undefined || Type === undefined || Start === undefined) return false
  if (person.heldSections.has('salary') || rules.salaryHistory.earlier(person.sourceId) !== undefined)
    return false
  const baseline = baselines.salary
  if (baseline === undefined) {
    return (targetId === null || createdByUs) && rules.periodStart !== undefined && Start > rules.periodStart
  }
  const sent = rules.digest(person.sourceId, 'Start', rules.policyOf('salary', 'Start').normalise(Start))
  if (baseline.fields.Start?.sent === sent) return false
  const held = findSalaryOn(target?.salaries ?? [], dayOf(Start, rules))
  return held === undefined || !isSameSalary(held, { Value, Type, Start }, rules)
}
