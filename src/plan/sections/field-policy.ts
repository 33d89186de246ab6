import type { FieldName, MappedSection } from '../../domain/sections.js'

/** What happens when payroll changed a value that we sent. */
export type OnDrift = 'report' | 'restore' | 'adopt'

/** How one field is compared and what drift means for it. */
export interface FieldPolicy {
  onDrift: OnDrift
  /** Brings a value to the form in which it is compared and digested, so that layout alone is no change. */
  normalise: (value: string) => string
  /**
   * What an empty field of the source does to the target's; absent for a field that the mapping does not
   * fill.
   */
  whenEmpty?: 'keep' | 'clear'
}

export type PolicyOf = (section: MappedSection, field: FieldName) => FieldPolicy
