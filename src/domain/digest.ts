import type { SourceEmployeeId } from './ids.js'

/**
 * A keyed digest of a value. Equal digests mean equal values; the value cannot be had back without the key.
 */
export type Digest = string

/** What stands in place of a person in digests that belong to none: equal values have one digest there. */
export type DigestPurpose = 'recipe' | 'account' | 'plan' | 'setting' | 'nmbrs account'

/**
 * Digests one value of one person. The subject and the field are part of what is digested, so equal values of
 * two people, or of two fields, cannot be told to be equal from the state file.
 */
export type DigestValue = (subject: SourceEmployeeId | DigestPurpose, field: string, value: string) => Digest
