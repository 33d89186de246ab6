import type { FindingCode } from '../domain/finding.js'
import type { SourceCompanyId, SourceEmployeeId } from '../domain/ids.js'
import type { MappedSection } from '../domain/sections.js'
import type { SourceServiceFacts } from '../domain/service.js'

/**
 * A dotted path into one person's source record: `employee.firstName`, `employee.homeAddress.street`,
 * `employee.custom.KEY`, `employment.startDate`, `employmentType.name`, `compensation.amount`. `employment`
 * and `compensation` are the current rows.
 */
export type SourcePath = string

/**
 * One person as the source holds them now, with only the wanted paths: everything else was dropped at the
 * edge.
 */
export interface SourceEmployee {
  id: SourceEmployeeId
  companyId: SourceCompanyId
  active: boolean
  /**
   * Text by path, as the source spelled it (numbers in plain notation). Absent when null, absent or blank in
   * the source.
   */
  values: Readonly<Record<SourcePath, string>>
  /**
   * `YYYY-MM-DD`: the day on which the compensation starts that `values` speaks of; absent when there is no
   * current one.
   */
  compensationDay?: string
  /** His compensations besides that one, as far as they came along. Absent: none did. */
  otherCompensations?: readonly SourceCompensation[]
  /** What at a path is no value, like `expected text, found list`; absent for nearly everyone. */
  odd?: Readonly<Record<SourcePath, string>>
  /** What it says of their employments; absent when nothing but `active` is known. */
  service?: SourceServiceFacts
  /** What made a choice between the person's rows impossible or doubtful. */
  issues: readonly SourceIssue[]
}

/** One compensation of a person: in force from its day until the day of the next one. */
export interface SourceCompensation {
  id: string
  /** `YYYY-MM-DD` */
  effectiveDay: string
  /** The legal entity it belongs to, where it says so. */
  companyId?: SourceCompanyId
  /** Text by path, of the wanted `compensation.` paths only. */
  values: Readonly<Record<SourcePath, string>>
  /** Which keys were not as expected; none when the row can be used. */
  problems: readonly string[]
}

export interface SourceIssue {
  code: Extract<
    FindingCode,
    | 'compensation-ambiguous'
    | 'current-row-mismatch'
    | 'source-company-mismatch'
    | 'source-value-unreadable'
    | 'date-time-unclear'
  >
  section: MappedSection
  /** Whether the section must not be written because of it. */
  holds: boolean
  /** Which keys were not as expected. */
  problems?: readonly string[]
}

/** A record that could not be read. It is named and left alone; it never counts as absent. */
export interface UnreadableRecord {
  id: SourceEmployeeId | undefined
  /** The legal entity, where the record says it. */
  companyId?: SourceCompanyId
  /** Which keys were not as expected, e.g. `homeAddress.city: expected text, found object`. */
  problems: readonly string[]
}

/** One complete read of the source. Incomplete reads are errors, so absence from a snapshot is absence. */
export interface SourceSnapshot<Kept = SourceEmployee> {
  employees: readonly Kept[]
  unreadable: readonly UnreadableRecord[]
  /**
   * Whether everyone's `otherCompensations` are all there are. When not, they can be asked for:
   * `readCompensations`.
   */
  compensationsComplete: boolean
}

export interface SourceCompany {
  id: SourceCompanyId
  name: string
}

/** A list of the source that gives a name to an id that a person's record holds. */
export type NameList = 'department' | 'office'

export interface SourceQuery {
  /** The paths the mapping uses. */
  paths: ReadonlySet<SourcePath>
  /**
   * Paths that are given where they come along: nothing is asked for them, and one that cannot be read counts
   * as absent.
   */
  incidental?: ReadonlySet<SourcePath>
  activeOnly: boolean
  /** The calendar day in the configured zone that decides which rows are current. */
  today: string
  /**
   * Whether everyone's compensations are wanted even where only the current ones come along, which then costs
   * more requests.
   */
  allCompensations: boolean
  /** Called as pages come in. */
  onProgress?: (read: number, total: number) => void
}

/** The side the truth is read from. There is no way to write to it. */
export interface Source {
  /**
   * Every person, each once. `keep` is asked for each as soon as they are read and says what is kept of them;
   * it may be asked more than once when the reading has to begin again. Throws `AuthError`, `RemoteError`, or
   * `AbortError` (`source-incomplete`) when completeness cannot be shown.
   */
  readSnapshot<Kept>(
    query: SourceQuery,
    keep: (employee: SourceEmployee) => Kept,
  ): Promise<SourceSnapshot<Kept>>
  /**
   * All compensations of these people, the current ones included, those of no one else. `unreadable` for a
   * person with one that cannot be placed in time. Throws as `readSnapshot`.
   */
  readCompensations(
    people: ReadonlySet<SourceEmployeeId>,
    query: Pick<SourceQuery, 'paths'>,
  ): Promise<ReadonlyMap<SourceEmployeeId, readonly SourceCompensation[] | 'unreadable'>>
  readCompanies(): Promise<readonly SourceCompany[]>
  /** The names of a list by their ids, as the source spells them. Throws as `readSnapshot`. */
  readNames(list: NameList): Promise<ReadonlyMap<string, string>>
  /** HTTP requests sent so far. */
  callCount(): number
  close(): void
}
