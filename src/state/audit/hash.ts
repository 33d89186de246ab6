import { createHmac } from 'node:crypto'

/** What the chain protects of an entry, as texts in a fixed order; `null` where there is nothing. */
export type ChainedTexts = readonly (string | null)[]

/** What the first entry has in the place of the hash before it. */
export const noHash = ''

/** The key of the chain, derived so that a hash of the chain is never also the digest of a value. */
export const toAuditKey = (key: Buffer): Buffer => createHmac('sha256', key).update('audit chain').digest()

/**
 * The hash of an entry: HMAC-SHA-256 over the hash before it, its number and its texts, base64url. The texts
 * are spelled as one JSON list, so that no two entries run together.
 */
export const hashEntry = (key: Buffer, previous: string, number: number, texts: ChainedTexts): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([previous, number, ...texts]))
    .digest('base64url')

/** Stands for what is left of an entry of which texts were taken away: number, hash and the other texts. */
export const sealEntry = (
  key: Buffer,
  { number, hash }: { number: number; hash: string },
  texts: ChainedTexts,
): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['texts taken away', number, hash, ...texts]))
    .digest('base64url')

/** Stands in an entry for what was typed; `salt` is random and goes with the text. */
export const markReason = (key: Buffer, salt: string, text: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['typed reason', salt, text]))
    .digest('base64url')

/** Says that what was typed for an entry was taken away. */
export const sealGoneReason = (key: Buffer, { number, hash }: { number: number; hash: string }): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['reason taken away', number, hash]))
    .digest('base64url')
