import type { RunId, SourceEmployeeId } from '../../domain/ids.js'
import type { FieldName, Section } from '../../domain/sections.js'

/** What a sync over SOAP saw when it read along over REST. Counts, codes and ids of people of AlexisHR. */
export interface ShadowRead {
  runId: RunId
  /** ISO 8601 in UTC. */
  readAt: string
  /** Why it did not come to its end; `null` when it did. */
  problem: string | null
  people: number
  differences: number
  /** People whom REST does not have, or of whom one side could not be read. */
  notCompared: number
}

export interface ShadowDifference {
  subject: SourceEmployeeId
  section: Section
  field: FieldName
}

/** What was seen while REST was read along. */
export interface ShadowBook {
  /** All that were stored, oldest first. */
  readShadowReads(): Promise<readonly ShadowRead[]>
  /** Those of the last read that came to its end. */
  readShadowDifferences(): Promise<readonly ShadowDifference[]>
  /** Adds a read. The differences take the place of those before, unless it did not come to its end. */
  addShadowRead(read: ShadowRead, differences: readonly ShadowDifference[]): Promise<void>
}
