import type { SectionBaseline } from '../domain/baseline.js'

/**
 * Whether of a section nothing is settled, or nothing but the names that a creation itself sent: the rest of
 * it is still to be filled in for the first time.
 */
export const hasOnlyCreation = (baseline: SectionBaseline | undefined): boolean =>
  Object.keys(baseline?.fields ?? {}).every((field) => field === 'FirstName' || field === 'LastName')
