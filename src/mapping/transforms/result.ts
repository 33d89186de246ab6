import type { FindingCode } from '../../domain/finding.js'

/**
 * What became of one value: the canonical value (empty text when nothing is left of it), or why it cannot be
 * used. `isUnsure`: it is compared, and not sent.
 */
export type TransformResult = { value: string; isUnsure?: true } | TransformProblem

/** Why a value cannot be used. Neither text holds the value itself. */
export interface TransformProblem {
  problem: FindingCode
  /** What is wrong, without a subject: "is not an e-mail address". */
  message: string
  /** What to do about it. */
  remedy: string
}

export const problem = (code: FindingCode, message: string, remedy: string): TransformProblem => ({
  problem: code,
  message,
  remedy,
})
