import type { FieldName, MappedSection } from '../domain/sections.js'

/** What happens when payroll changed a value that we sent. */
export type OnDrift = 'report' | 'restore' | 'adopt'

/** How one field is compared and what drift means for it. */
export interface FieldPolicy {
  onDrift: OnDrift
  /** Brings a value to the form in which it is compared and digested, so that layout alone is no change. */
  normalise: (value: string) => string
}

export type PolicyOf = (section: MappedSection, field: FieldName) => FieldPolicy
