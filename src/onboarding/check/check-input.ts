import type { AccountReadings } from './account-reader.js'
import type { DgaAnswer } from './fact-result.js'
import type { Profile } from '../profile/profile.js'
import type { ProbeAnswers } from './prober.js'
import type { ConsumerStanding } from '../progress/standing.js'

/** An answer as the user wrote it. */
export type FactAnswer = { kind: 'text'; text: string } | DgaAnswer

/** The user's answers by the id of the fact. A fact that was left empty is not in it. */
export type FactAnswers = ReadonlyMap<string, FactAnswer>

/** What a file answers: for every company, and for single ones. */
export interface GivenAnswers {
  shared: FactAnswers
  companies: ReadonlyMap<string, FactAnswers>
}

export const noAnswers: GivenAnswers = { shared: new Map(), companies: new Map() }

/** The answers for a company: its own go before those for every company. */
export const answersOf = (
  { shared, companies }: GivenAnswers,
  companyId: string | undefined,
): FactAnswers => {
  const own = companyId === undefined ? undefined : companies.get(companyId)
  return own === undefined ? shared : new Map([...shared, ...own])
}

/** What the settings of the account say by themselves. The token is not here: only that there is one. */
export interface KnownOfAccount {
  host: string
  username: string
  domain: string | undefined
  hasToken: boolean
  /** The company's name as the connection spells it; `undefined` when it names none. */
  companyName: string | undefined
}

/** The consent of an account that is on REST. */
export interface ConsentOfAccount {
  /** As Nmbrs granted them. */
  scopes: readonly string[]
  /** The app that it was given to. */
  clientId: string
}

/** Everything a check found out; `buildResult` makes the result of it. */
export interface CheckInput {
  /** ISO 8601 with offset. */
  checkedAt: string
  connection: string | undefined
  account: KnownOfAccount
  /** Of an account on REST; left out over SOAP. The profiles are then those of `toRestProfile`. */
  consent?: ConsentOfAccount
  /** The company that was checked; `undefined` when none could be found. */
  companyId: string | undefined
  profiles: readonly Profile[]
  answers: FactAnswers
  probes: ProbeAnswers
  readings: AccountReadings
  /** Whether calls that no profile needs were tried too. */
  surplus: boolean
  spent: { probes: number; lookUps: number }
  /**
   * How far the applications are, by profile; left out where nothing is recorded, because there is no
   * configuration.
   */
  standings?: readonly ConsumerStanding[]
}
