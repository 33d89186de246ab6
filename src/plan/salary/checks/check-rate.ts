import type { SectionPlan } from '../../sections/section-plan.js'
import { toFinding } from '../../../domain/findings/to-finding.js'
import type { SaidSide } from '../said-salaries.js'
import { isRateChanged, toRateDigests } from '../salary-memory.js'

/**
 * Says that the rate of the employment changed beside an amount that did not: until the rate is what it was,
 * the amount becomes another one, or a person says that it is right. A salary that is about to change is no
 * unchanged amount.
 */
export const checkRate = (plan: SectionPlan, { context, said, rules }: SaidSide): SectionPlan => {
  const agreed = context.baselines.salary?.fields.Value
  if (plan.changes.length > 0 || agreed === undefined || !isRateChanged(context, said, rules)) return plan
  const finding = toFinding('salary-rate-changed', context.person.sourceId, 'salary')
  const findings = [...plan.findings, finding]
  // What payroll changed besides is decided about first.
  if (plan.decisions.some(({ moved }) => moved !== undefined)) return { ...plan, findings }
  const accepts = toRateDigests(context, said, rules)
  const moved = { by: 'rate', onDrift: 'report', agreed, accepts } as const
  const others = plan.decisions.filter(({ field }) => field !== 'Value')
  const decision = { section: 'salary', field: 'Value', verdict: 'settled', moved } as const
  return { ...plan, findings, decisions: [...others, decision] }
}
