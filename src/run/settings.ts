import type { AddressBook } from '../domain/addresses/address-book.js'
import type { Digest } from '../domain/digest.js'
import type { SourceCompanyId, SourceEmployeeId, TargetCompanyId } from '../domain/ids.js'
import type { HoldSettings } from '../domain/hold/hold.js'
import type { MatchRule } from '../domain/link.js'
import type { Thresholds } from '../domain/threshold.js'
import type { Log } from '../domain/log.js'
import type { BeforeEmployment, MonthlyAmount } from '../domain/pay/pay.js'
import type { FieldName, MappedSection } from '../domain/sections.js'
import type { OnProgress } from '../domain/run/progress.js'
import type { Mapping } from '../mapping/mapping.js'
import type { Source } from '../source/port.js'
import type { Target } from '../target/port.js'
import type { Store } from './store/store.js'

/** A source company and the target company that its people belong to. */
export interface CompanyPair {
  sourceId: SourceCompanyId
  targetId: TargetCompanyId
  /** Compared to the letter with what the target says, before anything is written. */
  targetName: string
  /** What becomes of an amount per month where the company does not pay by months; left out: it is held. */
  monthlyAmount?: MonthlyAmount
}

/** What a run needs to know of its connection. */
export interface RunSettings {
  connection: string
  /** Where it stands in the configuration: `connections[0]`. */
  key: string
  companies: readonly CompanyPair[]
  scope: { active: boolean; employees: readonly SourceEmployeeId[]; mayBeEmpty?: true }
  rules: readonly MatchRule[]
  timeZone: string
  /** Whether a differing start date is sent. */
  updateStartDate: boolean
  /** What becomes of a salary that starts before the employment; left out: it is held. */
  beforeEmployment?: BeforeEmployment
  /** How many days before its payroll period a salary is sent. */
  lookAheadDays: number
  /** After how many days a run is let go; left out: never. */
  keepRunsDays?: number
  /** How many days after their employment ended people are forgotten; left out: never. */
  forgetAfterDays?: number
  /** What waits for a person, and what a release takes. */
  holds: HoldSettings
  /** In how many runs every connected bank account is looked at once. */
  bankSlices: number
  thresholds: Thresholds
  /**
   * Who goes ahead of all others, while a kind of write was not shown to be right by this version over this
   * transport; left out: no one.
   */
  canary?: { perKind: number; transport: string; looksMs?: readonly number[] }
  /** The program's: another one may map people otherwise. */
  version: string
  /** Changes when the configuration or the mapping changes in anything that matters to a plan. */
  fingerprint: string
  /**
   * A digest of each setting by its path, `thresholds.create.max`; what differs from the sync before goes on
   * record.
   */
  digests: ReadonlyMap<string, Digest>
}

/** Another transport of the same payroll, which cannot be written to and goes by keys. */
export interface ShadowSide {
  target: Target
  /** Mapped fields that it has no place for. */
  notCarried: readonly { section: MappedSection; field: FieldName }[]
}

export type OpenShadow = () => Promise<ShadowSide>

/** Everything a run works with. */
export interface RunDeps {
  source: Source
  target: Target
  store: Store
  mapping: Mapping
  /**
   * Mapped fields that the transport does not carry, `bankAccount.BIC`; they are no part of the mapping
   * above.
   */
  notCarried?: readonly string[]
  /** Which ids things have over the two transports; left out where there is only one. */
  addresses?: AddressBook
  /** Opens the transport that is read along with a sync; left out: none is. */
  shadow?: OpenShadow
  settings: RunSettings
  log: Log
  onProgress: OnProgress
  /** Epoch milliseconds. */
  now: () => number
  /**
   * How long a run may go on without a page read or a write done, in milliseconds; five minutes when left
   * out.
   */
  stallMs?: number
}
