import type { AccessReason } from '../../reasons.js'

/**
 * What a reason says, and what to do about it, ending in the next command or screen. Neither holds anything
 * personal.
 */
export interface ReasonText {
  message: string
  remedy: string
}

export type ReasonTexts = Readonly<Record<AccessReason, ReasonText>>
