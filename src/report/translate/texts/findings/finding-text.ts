import type { PlanFindingCode } from '../../../../plan/findings.js'

/**
 * What a finding says, and what to do about it. `{id}`, `{field}` and `{section}` stand for what the finding
 * is about.
 */
export interface FindingText {
  message: string
  remedy: string
}

export type FindingTexts = Readonly<Record<PlanFindingCode, FindingText>>
