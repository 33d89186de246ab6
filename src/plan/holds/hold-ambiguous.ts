import type { PlannedChange } from '../../domain/change.js'
import type { SalaryRow } from '../../domain/employee.js'
import type { FieldName, MappedSection } from '../../domain/sections.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import { findSalaryOn } from '../salary/salary-rows.js'
import type { PersonContext, PlanRules, SectionPlan } from '../sections/section-plan.js'

/**
 * The plan of a section as it stands when the target holds two records of it for the same time and nothing
 * says which counts. It was made with one of them, so nothing of it is sent or settled, and every run says
 * so.
 */
export const holdAmbiguous = (
  context: PersonContext,
  section: MappedSection,
  plan: SectionPlan,
  rules: Pick<PlanRules, 'today' | 'periodStart'>,
): SectionPlan =>
  isInDoubt(context, section, rules)
    ? {
        changes: plan.changes.map(holdInDoubt),
        findings: [toFinding('current-row-ambiguous', context.person.sourceId, section)],
        settled: undefined,
        decisions: plan.decisions.map(({ field }) => ({
          section,
          field,
          verdict: 'held',
          reason: 'current-row-ambiguous',
        })),
      }
    : plan

const holdInDoubt = ({ change }: PlannedChange): PlannedChange => ({
  change,
  decision: 'hold',
  reason: 'current-row-ambiguous',
})

/** Whether the records differ in something that a plan for this section looks at. */
const isInDoubt = (
  { person, target }: PersonContext,
  section: MappedSection,
  rules: Pick<PlanRules, 'today' | 'periodStart'>,
): boolean => {
  const ambiguous = target?.ambiguous
  if (ambiguous === undefined || section === 'bankAccount') return false
  if (section === 'salary') {
    const isWanted = person.salaryHeldFrom !== undefined || isPlanned(person, section)
    return isWanted && someCounts(ambiguous.salaryStarts ?? [], target?.salaries ?? [], rules)
  }
  const desired = person.sections[section] ?? {}
  const matters = (field: FieldName): boolean =>
    section === 'address' || desired[field] !== undefined || field === 'Prefix'
  return isPlanned(person, section) && (ambiguous[section] ?? []).some(matters)
}

const isPlanned = ({ sections, heldSections }: PersonContext['person'], section: MappedSection): boolean =>
  sections[section] !== undefined && !heldSections.has(section)

/**
 * Whether one of these days is that of a salary still in force, or of a later one. What was paid before is
 * history.
 */
const someCounts = (
  starts: readonly string[],
  salaries: readonly SalaryRow[],
  { today, periodStart }: Pick<PlanRules, 'today' | 'periodStart'>,
): boolean => {
  const from = periodStart !== undefined && periodStart < today ? periodStart : today
  const inForce = findSalaryOn(salaries, from)?.Start ?? ''
  return starts.some((start) => start >= inForce)
}
