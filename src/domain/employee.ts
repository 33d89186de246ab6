import type { Finding } from './finding.js'
import type { SourceCompanyId, SourceEmployeeId, TargetEmployeeId } from './ids.js'
import type { FieldName, MappedSection } from './sections.js'
import type { SourceStanding, StoredKind } from './service.js'
import type { Values } from './values.js'

/** A salary of the target, from its start date until the next one starts. */
export interface SalaryRow {
  Value: string
  Type: string
  Start: string
  /** The target sets it by a salary table and step. */
  byTable?: true
}

/** What the mapping made of one compensation: a salary, or findings that say why there is none. */
export type DesiredSalary =
  { start: string; row: SalaryRow } | { start: string; row: undefined; findings: readonly Finding[] }

/** What the mapping made of one source person: everything that should be in the target. */
export interface DesiredEmployee {
  sourceId: SourceEmployeeId
  sourceCompanyId: SourceCompanyId
  /** For the user's own screen; never stored, logged or put into a document. */
  displayName: string
  /**
   * Per section the fields with a usable value. A field has the empty text where its empty value is to be
   * cleared, and where the source says that there is none (a street line without an addition).
   */
  sections: Readonly<Partial<Record<MappedSection, Values>>>
  /**
   * Required fields without a usable value. Not empty: the person is blocked. `isOdd`: the source has
   * something there that is no value, which blocks no one who is connected.
   */
  missing: readonly { section: MappedSection; field: FieldName; source: string; isOdd?: true }[]
  /** Sections of which nothing may be written in this run, because of an error finding. */
  heldSections: ReadonlySet<MappedSection>
  /**
   * Sections with a date of which the day is not sure: they are compared, and nothing that differs is sent.
   */
  unsureSections?: ReadonlySet<MappedSection> | undefined
  /**
   * Set when the current salary is held for its own values alone: the day it starts. What started before it
   * can still be sent.
   */
  salaryHeldFrom?: string | undefined
  /** The rate of the current employment in per cent, where that is known. */
  rate?: string | undefined
  /** Where they stand in service on the run's day; absent where no one said. */
  service?: SourceStanding | undefined
  findings: readonly Finding[]
}

/**
 * Where the target holds two records for the same time and nothing says which of them counts: the fields in
 * which they differ, and for salaries the days on which they start.
 */
export interface AmbiguousRows {
  personalInfo?: readonly FieldName[]
  address?: readonly FieldName[]
  employment?: readonly FieldName[]
  salaryStarts?: readonly string[]
}

/**
 * One employee as the target holds them now. A section that is `undefined` was not read, which is not the
 * same as empty.
 */
export interface TargetEmployee {
  id: TargetEmployeeId
  /** For the user's own screen only. */
  displayName: string
  personalInfo: Values | undefined
  /** Home address; all fields empty when there is none. */
  address: Values | undefined
  employment: Values | undefined
  /**
   * Another day that the target shows as the start of the employment: where it shows two, either of them
   * agrees.
   */
  alsoStarted?: string | undefined
  /** Fields of personal info that look empty and may hold a value that the target does not show. */
  unseen?: readonly FieldName[] | undefined
  /** Every salary row, oldest start first. */
  salaries: readonly SalaryRow[] | undefined
  /**
   * The first and last days of every employment, as `formatSpans` writes them; absent when they were not
   * read.
   */
  spans?: string | undefined
  /**
   * What kind of employee, where it is another than one on the payroll; as it was when the lists by type were
   * last read.
   */
  kind?: StoredKind | undefined
  /** The date of death, where there is one. */
  deceasedOn?: string | undefined
  /**
   * The history has more than one home address that began and did not end; whether they are all current has
   * to be asked.
   */
  mayHaveSeveralHomes?: true | undefined
  /** The home address began in the current payroll period, where a transport can only add one. */
  homeIsNew?: true | undefined
  /**
   * Of someone whose personal info was not read: the names and the number that the list of employees has,
   * field by field.
   */
  named?: Values | undefined
  /** Absent for nearly everyone. The sections then hold one of the records, which may be the wrong one. */
  ambiguous?: AmbiguousRows | undefined
}
