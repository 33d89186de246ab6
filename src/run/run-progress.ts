import type { CompanyPeriod } from './questions/sum-periods.js'
import type { ChangeReport } from '../domain/change.js'
import type { Finding } from '../domain/finding.js'
import type { CanaryReport } from '../domain/run/canary.js'
import type { SourceEmployeeId } from '../domain/ids.js'
import type { LinkReport, PeopleCounts } from '../domain/run/run.js'
import type { PersonPlan } from '../plan/plan-person.js'
import type { SavedPlan } from './by-hand/saved-plan.js'

/**
 * What is known of a run so far; kept outside the steps so that a run that fails midway still reports all of
 * it.
 */
export interface RunProgress {
  people: PeopleCounts
  plans: readonly PersonPlan[]
  /** The payroll period of each company that was read. */
  periods: readonly CompanyPeriod[]
  reports: ChangeReport[]
  findings: Finding[]
  links: readonly LinkReport[]
  /** For how many people payroll has something to complete or check. */
  openTasks: number
  /** Reports whose outcome is not stored with a write. */
  unwritten: ChangeReport[]
  savedPlan: SavedPlan | undefined
  /** How those went who were written ahead of all others; left out where no one was. */
  canary?: CanaryReport
  /** Who is to be forgotten once the run has ended. */
  due: readonly SourceEmployeeId[]
}
