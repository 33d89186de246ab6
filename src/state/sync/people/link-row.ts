import { InternalError } from '../../../domain/errors.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../../domain/ids.js'
import type { Link, LinkOrigin, SeenIdentity } from '../../../domain/link.js'

/** What a link says beyond its status, flat as in its table. */
export interface LinkFacts {
  targetId: TargetEmployeeId | null
  origin: LinkOrigin | null
  reason: string | null
  until: string | null
  /** As JSON: who was seen by their ids, or what was seen as digests by field. */
  seen: string | null
}

export interface LinkRow {
  company_id: TargetCompanyId
  source_id: SourceEmployeeId
  status: Link['status']
  target_id: TargetEmployeeId | null
  origin: LinkOrigin | null
  reason: string | null
  until: string | null
  seen: string | null
}

export const noFacts: LinkFacts = { targetId: null, origin: null, reason: null, until: null, seen: null }

/** The link's facts as columns. */
export const toFacts = (link: Link): LinkFacts => {
  switch (link.status) {
    case 'connected':
      return { ...noFacts, targetId: link.targetId, origin: link.origin, seen: toText(link.seenIdentity) }
    case 'disconnected':
      return { ...noFacts, targetId: link.formerTargetId }
    case 'ignored':
      return { ...noFacts, reason: link.reason, until: link.until ?? null }
    case 'create-wanted':
      return { ...noFacts, seen: toText(link.seen) }
  }
}

const toText = (seen: object | undefined): string | null => (seen === undefined ? null : JSON.stringify(seen))

const present = <Value>(value: Value | null, column: string): Value => {
  if (value === null) throw new InternalError(`a stored link lacks its ${column}`)
  return value
}

/** The link of a stored row. Throws `InternalError` when the row lacks what its status needs. */
export const toLink = (row: LinkRow): Link => {
  const pair = { sourceId: row.source_id, companyId: row.company_id }
  switch (row.status) {
    case 'connected':
      return {
        // Not the text of the row: of tens of thousands of links each would keep its own.
        status: 'connected',
        ...pair,
        targetId: present(row.target_id, 'target_id'),
        origin: present(row.origin, 'origin'),
        // Written by toFacts and nothing else.
        ...(row.seen === null ? {} : { seenIdentity: JSON.parse(row.seen) as SeenIdentity }),
      }
    case 'disconnected':
      return { status: row.status, ...pair, formerTargetId: present(row.target_id, 'target_id') }
    case 'ignored':
      return {
        status: row.status,
        ...pair,
        reason: present(row.reason, 'reason'),
        ...(row.until === null ? {} : { until: row.until }),
      }
    case 'create-wanted':
      // Written by toFacts and nothing else.
      return {
        status: row.status,
        ...pair,
        ...(row.seen === null ? {} : { seen: JSON.parse(row.seen) as TargetEmployeeId[] }),
      }
  }
}
