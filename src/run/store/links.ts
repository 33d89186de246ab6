import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'
import type { FieldName } from '../../domain/sections.js'

/** Who is connected to whom, and who is not on purpose. */
export interface LinkStore {
  readLinks(): Promise<readonly Link[]>
  /**
   * Stores the link, replacing what was stored for the person in that company. Throws `ConfigError` when the
   * target is linked to someone else. `reason` goes on record.
   */
  writeLink(link: Link, reason?: string): Promise<void>
  /** Several links at once, in one transaction. */
  writeLinks(links: readonly Link[]): Promise<void>
  /** Takes away an `ignored` or `create-wanted` mark, or a tombstone. */
  deleteLink(sourceId: SourceEmployeeId, companyId: TargetCompanyId): Promise<void>
  /**
   * Links of an earlier version that a person is to look at. One leaves the list when it ends or a person
   * says that it is right.
   */
  readLinkReviews(): Promise<readonly LinkReview[]>
  /** All of them were reported. */
  noteLinkReviewsTold(): Promise<void>
}

/** A link that a rule made and whose first contact wrote who the person is, before such changes were held. */
export interface LinkReview {
  companyId: TargetCompanyId
  sourceId: SourceEmployeeId
  targetId: TargetEmployeeId
  /** What the first contact wrote. */
  fields: readonly FieldName[]
  writtenAt: string
  /** A whole sync has reported it. */
  isTold: boolean
}
