import type { MappedSection } from './sections.js'

/** The kinds of change that have a limit. What follows a creation belongs to `create`. */
export const limitedKinds = ['create', 'update', 'bankAccount', 'salary'] as const
export type LimitedKind = (typeof limitedKinds)[number]

/** Every limit that a person can lift for one run. */
export const allowableLimits = [...limitedKinds, 'sameField', 'shrink'] as const
export type AllowableLimit = (typeof allowableLimits)[number]

/** A number of people, a percentage of the linked people, or both; over either one the kind is held. */
export interface Limit {
  max: number | undefined
  percent: number | undefined
}

/** How much one run may change unasked, and how far a side may shrink before a run stops. */
export interface Thresholds extends Readonly<Record<LimitedKind, Limit>> {
  /** One field that changes for so many of the linked people holds its kind. */
  sameField: { percent: number }
  /** So many people less than before, in the source or among the connected in the target, stop the run. */
  shrink: { percent: number }
}

/**
 * For one run: numbers of people that take the place of the configured limits, and whether no one need be in
 * scope.
 */
export type Allowances = Readonly<Partial<Record<AllowableLimit, number>> & { emptyScope?: true }>

/** The kind that an update of a section counts as. */
export const toLimitedKind = (section: MappedSection): LimitedKind => {
  switch (section) {
    case 'personalInfo':
    case 'address':
    case 'employment':
      return 'update'
    case 'bankAccount':
    case 'salary':
      return section
  }
}
