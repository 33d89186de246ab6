import type { ChangeReport } from '../domain/change.js'
import type { Finding } from '../domain/finding.js'
import type { RunId, SourceEmployeeId } from '../domain/ids.js'
import type { LinkReport, RunMode, RunTrigger } from '../domain/run/run.js'
import type { Allowances } from '../domain/threshold.js'
import type { FieldsOfSection } from '../plan/sections/keep-fields.js'
import type { PersonPlan } from '../plan/plan-person.js'
import type { SavedPlan } from './by-hand/saved-plan.js'

/** What is asked of one run. */
export interface RunOptions {
  runId: RunId
  mode: RunMode
  trigger: RunTrigger
  /** Only these people are planned; empty: everyone in scope. */
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  /** Look at every field and every bank account, also where nothing moved since all was settled. */
  verifyAll?: boolean
  /**
   * Of each kind of write so many people go ahead of all others and are read back; 0: no one. Left out: as
   * the settings say.
   */
  canary?: number
  /** Limits that are lifted for this run. */
  allow?: Allowances
  /** Only changes of these fields are planned. */
  only?: readonly FieldsOfSection[]
  /** A plan from a file, which must still hold. */
  savedPlan?: SavedPlan
  /** Asked once the plan is made and before anything is written; `false` ends the run. */
  confirm?: (preview: RunPreview) => Promise<boolean>
  /**
   * Why the run should stop: those who are begun are completed, and no one new is begun. Asked before every
   * write.
   */
  stopReason: () => string | undefined
  /** Why nothing more may be written at all. Asked before every write. */
  abortReason?: () => string | undefined
}

/** What a person is shown before they agree. Holds personal values: for their own screen only. */
export interface RunPreview {
  people: readonly PersonPlan[]
  changes: readonly ChangeReport[]
  findings: readonly Finding[]
  links: readonly LinkReport[]
}
