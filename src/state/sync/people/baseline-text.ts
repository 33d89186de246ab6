import type { FieldBaseline, SectionBaseline } from '../../../domain/baseline.js'
import type { Digest } from '../../../domain/digest.js'
import { InternalError } from '../../../domain/errors.js'
import type { FieldName } from '../../../domain/sections.js'

type Fields = SectionBaseline['fields']
/** How many digests each field has: 1 when sent and seen are the same, 2 when they differ. */
type DigestCounts = Readonly<Partial<Record<FieldName, 1 | 2>>>

/** A section's fields as they are stored: `names` is the same for most people, `digests` is theirs alone. */
export interface BaselineText {
  names: string
  digests: string
}

/**
 * Spells the fields for storage: names with their number of digests as JSON, digests in that order with
 * blanks between.
 */
export const formatFields = (fields: Fields): BaselineText => {
  const counts: Partial<Record<FieldName, 1 | 2>> = {}
  const digests: Digest[] = []
  for (const field of (Object.keys(fields) as FieldName[]).sort()) {
    const baseline = fields[field]
    if (baseline === undefined) continue
    const isSame = baseline.sent === baseline.seen
    counts[field] = isSame ? 1 : 2
    digests.push(baseline.sent, ...(isSame ? [] : [baseline.seen]))
  }
  return { names: JSON.stringify(counts), digests: digests.join(' ') }
}

/** Reads what `formatFields` spelled. Throws `InternalError` when digests are missing. */
export const parseFields = ({ names, digests }: BaselineText): Fields => {
  // Written by formatFields and nothing else.
  const counts = JSON.parse(names) as DigestCounts
  const parts = digests.split(' ')[Symbol.iterator]()
  const next = (): Digest => {
    const digest = parts.next().value
    if (digest === undefined || digest === '') throw new InternalError('a stored baseline lacks a digest')
    return digest
  }
  const fields: Partial<Record<FieldName, FieldBaseline>> = {}
  for (const field of Object.keys(counts) as FieldName[]) {
    const sent = next()
    fields[field] = { sent, seen: counts[field] === 2 ? next() : sent }
  }
  return fields
}

/** Spells the known rows for storage; `null` when nothing is known. */
export const formatRows = (rows: SectionBaseline['rows']): string | null => rows?.join(' ') ?? null

/** Reads what `formatRows` spelled. */
export const parseRows = (text: string | null): Pick<SectionBaseline, 'rows'> =>
  text === null ? {} : { rows: text.split(' ').filter((digest) => digest !== '') }
