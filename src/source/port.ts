import type { FindingCode } from '../domain/finding.js'
import type { SourceCompanyId, SourceEmployeeId } from '../domain/ids.js'
import type { MappedSection } from '../domain/sections.js'

/**
 * A dotted path into one person's source record: `employee.firstName`, `employee.homeAddress.street`, `employee.custom.KEY`,
 * `employment.startDate`, `employmentType.name`, `compensation.amount`. `employment` and `compensation` are the current rows.
 */
export type SourcePath = string

/** One person as the source holds him now, with only the wanted paths: everything else was dropped at the edge. */
export interface SourceEmployee {
  id: SourceEmployeeId
  companyId: SourceCompanyId
  active: boolean
  /** Text by path, as the source spelled it (numbers in plain notation). Absent when null, absent or blank in the source. */
  values: Readonly<Record<SourcePath, string>>
  /** What made a choice between the person's rows impossible or doubtful. */
  issues: readonly SourceIssue[]
}

export interface SourceIssue {
  code: Extract<FindingCode, 'compensation-ambiguous' | 'current-row-mismatch' | 'source-company-mismatch'>
  section: MappedSection
  /** Whether the section must not be written because of it. */
  holds: boolean
}

/** A record that could not be read. It is named and left alone; it never counts as absent. */
export interface UnreadableRecord {
  id: SourceEmployeeId | undefined
  /** Which keys were not as expected, e.g. `homeAddress.city: expected text, found object`. */
  problems: readonly string[]
}

/** One complete read of the source. Incomplete reads are errors, so absence from a snapshot is absence. */
export interface SourceSnapshot<Kept = SourceEmployee> {
  employees: readonly Kept[]
  unreadable: readonly UnreadableRecord[]
}

export interface SourceCompany {
  id: SourceCompanyId
  name: string
}

export interface SourceQuery {
  /** The paths the mapping uses. */
  paths: ReadonlySet<SourcePath>
  activeOnly: boolean
  /** The calendar day in the configured zone that decides which rows are current. */
  today: string
  /** Called as pages come in. */
  onProgress?: (read: number, total: number) => void
}

/** The side the truth is read from. There is no way to write to it. */
export interface Source {
  /**
   * Every person, each once. `keep` is asked for each as soon as he is read and says what is kept of him; it may be asked more than once when the
   * reading has to begin again. Throws `AuthError`, `RemoteError`, or `AbortError` (`source-incomplete`) when
   * completeness cannot be shown.
   */
  readSnapshot<Kept>(
    query: SourceQuery,
    keep: (employee: SourceEmployee) => Kept,
  ): Promise<SourceSnapshot<Kept>>
  readCompanies(): Promise<readonly SourceCompany[]>
  /** HTTP requests sent so far. */
  callCount(): number
  close(): void
}
