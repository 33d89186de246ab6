import type { Digest } from '../digest.js'
import { toHoldId, type HoldId } from '../ids.js'
import { parseShortId, spellShortId } from '../text/short-id.js'

/** The id of a hold that a digest (base64url) spells. */
export const spellHoldId = (digest: Digest): HoldId => toHoldId(spellShortId(digest))

/** Reads the id of a hold as people type it. */
export const parseHoldId = (typed: string): HoldId => toHoldId(parseShortId(typed))
