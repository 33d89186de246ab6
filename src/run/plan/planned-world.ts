import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import type { FieldsOfSection } from '../../plan/sections/keep-fields.js'
import type { PlannedCompany } from './plan-company.js'
import type { SourceWorld } from '../read/read-source.js'
import type { GoneHold } from '../store/holds.js'
import type { OpenIntent } from '../store/intents.js'

/** What is asked of a plan. */
export interface PlanOptions {
  /** Only these people are planned; empty: everyone in scope. */
  employees: readonly SourceEmployeeId[]
  allowPastPeriods: boolean
  /** Look at every field again, also where nothing moved since all was settled. */
  ignoreSeals?: boolean
  /** Give a plan for everyone, also for those about whom there is nothing to say. */
  planSettled?: boolean
  /** Store changes that wait for a person and never did before, so that they can be released. */
  noteHolds?: boolean
  /** Read the lists by type where what is known of them is too old. */
  refreshKinds?: boolean
  /** Asked once both sides are read and before anything is stored; throws to stop. */
  checkRead?: (read: { source: SourceWorld; companies: readonly PlannedCompany[] }) => Promise<void>
  /** The source as it was read before; left out: it is read. */
  source?: SourceWorld
  /** Told as soon as the source is read. */
  onSourceRead?: (source: SourceWorld) => void
  /** Only changes of these fields are planned. */
  only?: readonly FieldsOfSection[]
}

/** Both sides read, and what a sync would do. */
export interface PlannedWorld {
  source: SourceWorld
  companies: readonly PlannedCompany[]
  openIntents: readonly OpenIntent[]
  /** Beside those of each person's plan. */
  findings: readonly Finding[]
  /** Those of them that are about who is in service. */
  service: readonly Finding[]
  /** Holds whose change is not there any more. */
  goneHolds: readonly GoneHold[]
  /** Refused writes that are to be forgotten: a value of them moved. */
  movedRefusals: readonly Refusal[]
  /** Whom the plan is about. */
  selected: ReadonlySet<SourceEmployeeId>
}
