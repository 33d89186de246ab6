import type { Journal } from '../../apply/journal.js'
import type { Baselines } from '../../domain/baseline.js'
import type {
  IntentId,
  SourceEmployeeId,
  TargetCompanyId,
  TargetEmployeeId,
  TargetRecordId,
} from '../../domain/ids.js'
import type { Section } from '../../domain/sections.js'

/** A write of an earlier run whose end was never recorded, or whose answer was lost. */
export interface OpenIntent {
  id: IntentId
  subject: SourceEmployeeId
  companyId: TargetCompanyId
  targetId: TargetEmployeeId | null
  kind: 'create' | 'update' | 'end'
  section: Section
  replaces: readonly TargetRecordId[]
  /** What a creation sent, and what parts a write of an address emptied; left out where that is not known. */
  sent?: Baselines
}

/** The writes of this run and those of earlier ones whose end is not known. */
export interface IntentJournal extends Journal {
  readOpenIntents(): Promise<readonly OpenIntent[]>
  /** Closes intents whose result was found out by reading. */
  resolveIntents(
    ids: readonly IntentId[],
    how: 'found-applied' | 'found-not-applied' | 'superseded',
  ): Promise<void>
}
