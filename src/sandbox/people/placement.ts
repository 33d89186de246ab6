import type { AlexisCompensationRecord, AlexisEmployeeRecord } from '../alexis/records.js'
import type { Person } from './person.js'

/** How the source knows someone. */
export interface SourceView {
  person: Person
  /** Said in place of what the person would give; `null` takes a key away. */
  record?: { [Key in keyof AlexisEmployeeRecord]?: AlexisEmployeeRecord[Key] | null }
  compensation?: Partial<AlexisCompensationRecord>
  isInactive?: boolean
  hasNoEmployment?: boolean
}

/** How the target knows someone. */
export interface TargetView {
  person: Person
  /** Said in place of what the person would give; the empty text takes a field away. */
  fields?: Readonly<Record<string, string>>
  typeId?: number
}

/** One person, in the source, in the target, in both or more than once. */
export interface Placement {
  source?: SourceView
  targets: readonly TargetView[]
}

/** In both, with equal values. */
export const linked = (person: Person): Placement => ({ source: { person }, targets: [{ person }] })

/** In the source only. */
export const sourceOnly = (person: Person): Placement => ({ source: { person }, targets: [] })
