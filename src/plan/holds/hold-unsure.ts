import type { PlannedChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { MappedSection } from '../../domain/sections.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { PersonContext, SectionPlan } from '../sections/section-plan.js'

/**
 * The plan of a section with a date of which the day is not sure. What both sides have is left as it is; what
 * differs may only differ because of the day, so nothing of it is sent, and no release lets it go.
 */
export const holdUnsure = (
  { person }: PersonContext,
  section: MappedSection,
  plan: SectionPlan,
): SectionPlan => {
  if (person.unsureSections?.has(section) !== true || plan.changes.length === 0) return plan
  return {
    changes: plan.changes.map(hold),
    findings: [toFinding('date-time-unclear', person.sourceId, section)],
    settled: undefined,
    decisions: plan.decisions.map(({ field }) => ({
      section,
      field,
      verdict: 'held',
      reason: 'date-time-unclear',
    })),
  }
}

const hold = ({ change }: PlannedChange): PlannedChange => ({
  change,
  decision: 'hold',
  reason: 'date-time-unclear',
})

/** A person's findings without the warning of what the plan says as an error. */
export const withoutWarned = (findings: readonly Finding[], said: readonly Finding[]): readonly Finding[] => {
  const held = new Set(said.filter(isUnsure).map(({ section }) => section))
  return held.size === 0 ? findings : findings.filter((one) => !isUnsure(one) || !held.has(one.section))
}

const isUnsure = ({ code }: Finding): boolean => code === 'date-time-unclear'
