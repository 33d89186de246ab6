import type { Digest } from './digest.js'
import type { FieldName, MappedSection } from './sections.js'

/**
 * What was last settled for a field, as digests of the normalised values: `sent` is what the source said,
 * `seen` what the target held when both were last looked at together. They differ where payroll's value was
 * accepted.
 */
export interface FieldBaseline {
  sent: Digest
  seen: Digest
}

/** What was last settled for a section of one person. */
export interface SectionBaseline {
  fields: Readonly<Partial<Record<FieldName, FieldBaseline>>>
  /**
   * One digest over all the section's values when source and target agreed in every field; spares looking at
   * each field.
   */
  seal?: Digest
  /**
   * For a salary: digests of the rows that were known when it was agreed, and of differences that a person
   * accepted. Absent when nothing is known.
   */
  rows?: readonly Digest[]
}

export type Baselines = Readonly<Partial<Record<MappedSection, SectionBaseline>>>

/** The sections of which something is settled, each with what. */
export const sectionsIn = (baselines: Baselines): [MappedSection, SectionBaseline][] =>
  Object.entries(baselines) as [MappedSection, SectionBaseline][]

/** The fields of a section that were settled. */
export const settledFieldsIn = ({ fields }: SectionBaseline): FieldName[] =>
  Object.keys(fields) as FieldName[]

/** What is kept of a person of whom all was settled. */
export interface PersonSeal {
  /** One digest over everything that was read of them on both sides. */
  seal: Digest
  /** The source had a bank account of theirs. */
  hasAccount: boolean
}

/**
 * The seals of one person's sections; empty for one that was not settled whole, none for one of which nothing
 * was ever settled.
 */
export type Seals = Readonly<Partial<Record<MappedSection, string>>>
