import type { TargetEmployee } from '../../domain/employee.js'
import type { FindingCode } from '../../domain/finding.js'
import type { MappedSection } from '../../domain/sections.js'
import type { PersonPlan } from '../plan-person.js'

/** What says that the target's values of a section are not known in this run. */
const unreadCodes: ReadonlySet<FindingCode> = new Set(['section-unreadable', 'current-row-ambiguous'])

/**
 * Whether a run knows what the target holds of a connected person's section. Bank accounts are read apart; of
 * those only a failure to read them is seen here.
 */
export const wasRead = (
  section: MappedSection,
  target: TargetEmployee | undefined,
  plan: PersonPlan | undefined,
): boolean => {
  if (plan?.findings.some((one) => one.section === section && unreadCodes.has(one.code)) === true)
    return false
  if (section === 'bankAccount') return true
  return (section === 'salary' ? target?.salaries : target?.[section]) !== undefined
}
