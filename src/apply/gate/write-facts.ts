import type { SectionBaseline } from '../../domain/baseline.js'
import type { Hold } from '../../domain/hold/hold.js'
import type { HoldId, SourceEmployeeId, TargetCompanyId, TargetRecordId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { MappedSection } from '../../domain/sections.js'

/** What is stored about a person and a section at this moment; not what a plan remembers of it. */
export interface WriteFacts {
  link: Link | undefined
  /** What was last settled for the section. */
  baseline: SectionBaseline | undefined
  /** The open holds of the section. */
  holds: readonly Hold[]
  /** Bank accounts that earlier writes still have to end. */
  leftovers: readonly TargetRecordId[]
}

/** The stored facts that decide whether a write may go out, and the releases that let it. */
export interface ReleaseBook {
  readWriteFacts(
    subject: SourceEmployeeId,
    companyId: TargetCompanyId,
    section: MappedSection,
  ): Promise<WriteFacts>
  /**
   * Notes that a write is about to use the release of a hold. `false`: someone said another value since the
   * hold was read with `words` words, or it was closed; then nothing may be sent.
   */
  claimRelease(id: HoldId, words: number): Promise<boolean>
}
