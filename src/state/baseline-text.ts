import type { FieldBaseline, SectionBaseline } from '../domain/baseline.js'
import type { Digest } from '../domain/digest.js'
import { InternalError } from '../domain/errors.js'
import type { FieldName } from '../domain/sections.js'

type Fields = SectionBaseline['fields']
/** How many digests each field has: 1 when sent and seen are the same, 2 when they differ. */
type DigestCounts = Readonly<Partial<Record<FieldName, 1 | 2>>>

/** A section's fields as they are stored: `names` is the same for most people, `digests` is theirs alone. */
export interface BaselineText {
  names: string
  digests: string
}

/** Spells the fields for storage: names with their number of digests as JSON, digests in that order with blanks between. */
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

/**
 * A stored section whose fields are taken apart when somebody looks at them. Most people are in step, which their seal shows alone.
 * `fields` is a property of the object itself, so that a copy made with `{ ...baseline }` has it.
 */
class StoredSection implements SectionBaseline {
  declare readonly fields: Fields
  declare readonly seal?: Digest
  readonly #names: string
  readonly #digests: string
  #parsed: Fields | undefined

  constructor(text: BaselineText, seal: Digest | null) {
    this.#names = text.names
    this.#digests = text.digests
    Object.defineProperty(this, 'fields', StoredSection.#fieldsProperty)
    if (seal !== null) this.seal = seal
  }

  // One getter for all instances: they then share one hidden class and cost no closure each.
  static readonly #fieldsProperty: PropertyDescriptor & ThisType<StoredSection> = {
    enumerable: true,
    get() {
      this.#parsed ??= parseFields({ names: this.#names, digests: this.#digests })
      return this.#parsed
    },
  }
}

/** The baseline of a stored row. Reads like a plain `SectionBaseline`. */
export const toSectionBaseline = (text: BaselineText, seal: Digest | null): SectionBaseline =>
  new StoredSection(text, seal)
