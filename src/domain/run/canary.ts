import type { Change } from '../change.js'
import type { SourceEmployeeId } from '../ids.js'
import { mappedSections, type FieldName, type Section } from '../sections.js'

/**
 * A kind of write that is tried on a few people before everyone else: a section of people who are created,
 * or of people who are connected. The two go out by different calls (Nmbrs contract, section 2).
 */
export type CanaryKind = `${'new' | 'connected'}:${Section}`

const sections: readonly Section[] = ['employee', ...mappedSections]

export const canaryKinds: readonly CanaryKind[] = [
  ...sections.map((section) => `new:${section}` as const),
  ...mappedSections.map((section) => `connected:${section}` as const),
]

export const toCanaryKind = ({ section }: Change, isNew: boolean): CanaryKind =>
  `${isNew ? 'new' : 'connected'}:${section}`

/**
 * What was not right about the first people of a run. `differs`: Nmbrs holds something else than was sent.
 * `not-read`: reading back failed. `not-written`: the write did not go through.
 */
export interface CanaryFlaw {
  subject: SourceEmployeeId
  kind: CanaryKind
  section: Section
  /** Left out where it is about the whole section. */
  field?: FieldName
  problem: 'differs' | 'not-read' | 'not-written'
}

/**
 * How the canary of a run went; left out of a document where there was none. `blocked`: an earlier one
 * failed, so nothing was written.
 */
export interface CanaryReport {
  perKind: number
  people: number
  result: 'right' | 'failed' | 'unproven' | 'blocked'
}
