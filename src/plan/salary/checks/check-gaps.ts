import type { SectionBaseline } from '../../../domain/baseline.js'
import type { PlannedChange } from '../../../domain/change.js'
import type { SalaryRow } from '../../../domain/employee.js'
import type { FieldName } from '../../../domain/sections.js'
import { toFinding } from '../../../domain/findings/to-finding.js'
import type { FieldDecision, PersonContext, PlanRules, SectionPlan } from '../../sections/section-plan.js'
import type { SaidSalaries, SalarySides } from '../said-salaries.js'
import { reasonAgainst, salaryFields, toSalaryChange, toValues } from '../salary-change.js'
import { findGaps, type SalaryGap } from './salary-gaps.js'
import { isAccepted, isSentAhead, toGapDigest } from '../salary-memory.js'
import { withRow } from '../salary-rows.js'

/**
 * The last look at a plan: once it is carried out, is every day of the current period and of what is due paid
 * as AlexisHR says? Where it is not and the plan says nothing of it, payroll changed something beside the
 * salary that was compared.
 */
export const checkGaps = (plan: SectionPlan, sides: SalarySides): SectionPlan => {
  const { context, said, rows, rules } = sides
  const isSaid =
    plan.findings.some(({ severity }) => severity !== 'info') ||
    plan.changes.some(({ decision }) => decision !== 'send')
  const gaps = findGaps(said, rowsAfter(plan.changes, rows), rules).filter(
    (gap) =>
      !isAccepted(context, gap, rules) &&
      !isForLater(context, gap, said) &&
      !(gap.pays !== undefined && isSentAhead(sides, gap.pays)),
  )
  const [first, ...others] = gaps
  if (first === undefined) return plan
  if (isSaid) return { ...plan, changes: plan.changes.map(markRemains) }
  if (context.baselines.salary === undefined) return holdFirst(plan, context, first, rules)
  if (salaryFields.every((field) => rules.policyOf('salary', field).onDrift === 'adopt'))
    return adopt(plan, context, gaps, rules)
  return report(plan, context, [first, ...others], rules)
}

/** Said once the change is released; while it waits, it names the person. */
const markRemains = (planned: PlannedChange): PlannedChange =>
  planned.decision === 'hold' ? { ...planned, remains: true } : planned

/** Both sides agree on the current salary first; those that are due after it build on that. */
const isForLater = (
  { baselines, createdByUs }: PersonContext,
  { day }: SalaryGap,
  { due }: SaidSalaries,
): boolean => {
  const [next] = due
  return baselines.salary === undefined && !createdByUs && next !== undefined && day >= next.start
}

const rowsAfter = (changes: readonly PlannedChange[], rows: readonly SalaryRow[]): readonly SalaryRow[] =>
  changes.reduce((held, { change }) => {
    const { Value, Type, Start } = change.kind === 'update' ? change.after : {}
    return Value === undefined || Type === undefined || Start === undefined
      ? held
      : withRow(held, { Value, Type, Start })
  }, rows)

/** What payroll had there before the two met is not overwritten without a word. */
const holdFirst = (
  plan: SectionPlan,
  context: PersonContext,
  { day, says, pays }: SalaryGap,
  rules: PlanRules,
): SectionPlan => {
  // A person of our own making has nothing that someone else put there, but what this plan sends.
  if (plan.changes.length > 0) return plan
  const wanted = { ...says, Start: day }
  const reason = reasonAgainst(wanted, rules) ?? 'first-contact'
  const change = toSalaryChange(context, wanted, toValues(pays))
  const finding = toFinding(reason, context.person.sourceId, 'salary')
  return {
    ...plan,
    changes: [{ decision: 'hold', reason, change }],
    findings: [...plan.findings, finding],
    settled: undefined,
  }
}

const adopt = (
  plan: SectionPlan,
  context: PersonContext,
  gaps: readonly SalaryGap[],
  rules: PlanRules,
): SectionPlan => {
  if (plan.changes.length > 0) return plan
  const { fields, rows = [] }: SectionBaseline = plan.settled ?? context.baselines.salary ?? { fields: {} }
  return { ...plan, settled: { fields, rows: [...rows, ...toAccepted(context, gaps, rules)] } }
}

const toAccepted = (context: PersonContext, gaps: readonly SalaryGap[], rules: PlanRules): string[] =>
  gaps.map((gap) => toGapDigest(context.person.sourceId, gap, rules))

const report = (
  plan: SectionPlan,
  context: PersonContext,
  gaps: readonly [SalaryGap, ...SalaryGap[]],
  rules: PlanRules,
): SectionPlan => {
  const [gap] = gaps
  const { sourceId } = context.person
  const accepts = toAccepted(context, gaps, rules)
  const says = toValues(gap.says)
  const pays = toValues(gap.pays)
  const fields = salaryFields.filter((field) => says[field] !== pays[field])
  const digestOf = (field: FieldName, value: string | undefined) =>
    rules.digest(sourceId, field, rules.policyOf('salary', field).normalise(value ?? ''))
  const decisions = fields.map((field): FieldDecision => {
    const agreed = { sent: digestOf(field, says[field]), seen: digestOf(field, pays[field]) }
    const { onDrift } = rules.policyOf('salary', field)
    return { section: 'salary', field, verdict: 'drift', moved: { by: 'target', onDrift, agreed, accepts } }
  })
  const kept = plan.decisions.filter(({ field }) => !fields.some((one) => one === field))
  return {
    ...plan,
    findings: [...plan.findings, ...fields.map((field) => toFinding('drift', sourceId, 'salary', field))],
    decisions: [...kept, ...decisions],
    settled: undefined,
  }
}
