import type { CallAccess, CallName } from '../calls/call-name.js'
import type { Wording } from '../../domain/language/catalogue.js'

/** What keeps the place of a step: the facts are handed in, or the consumer has said all that it says. */
export type StepEnd = 'sent' | 'exchange'

/**
 * Which account a consumer connects with: one for all employers of a salary processor, to which each employer
 * is opened by a tag; one per employer, with its own user template; or whichever the user has.
 */
export const accountModels = ['umbrella', 'per-debtor', 'any'] as const

export type AccountModel = (typeof accountModels)[number]

/**
 * What a profile's list of calls means: every one must be open, or they are worth testing and do not decide.
 */
export const callDemands = ['required', 'testable'] as const

export type CallDemand = (typeof callDemands)[number]

export interface ProfileCall extends CallName {
  access: CallAccess
  /** The consumer's own spelling, when it is not Nmbrs'. */
  publishedAs: string | undefined
  /**
   * Whether the name is known from version 3 of the service, and not only from an older one or from the
   * consumer's list.
   */
  verified: boolean
  /** Of an endpoint of REST: the scopes of which one opens it; empty when no one knows. */
  scopes?: readonly string[]
}

/** What a consumer needs over REST. */
export interface ProfileRest {
  /** What the employer has to consent to. */
  scopes: readonly string[]
  endpoints: readonly ProfileCall[]
  /** False when not all that the consumer needs is known to be there over REST. */
  complete: boolean
}

/** How a fact is checked, and what it is compared with. */
export const factTypes = [
  /** Any text. */
  'text',
  'email',
  /** Nine digits with their check digit, L and two digits. */
  'wage-tax-number',
  /** The number of a policy or framework contract. */
  'contract-number',
  /** The company's name in Nmbrs, to the letter. */
  'company-name',
  /** The e-mail address the account logs in with. */
  'nmbrs-user',
  /** Only whether there is one; it is never shown. */
  'api-token',
  /** What stands between `https://` and `.nmbrs`. */
  'nmbrs-domain',
  /** Whether a director and major shareholder is on the payroll, and then their name and employee number. */
  'dga',
  /** Monthly, four-weekly or weekly. */
  'payroll-frequency',
  'yes-no',
  /** The tag by which the employer is opened to the consumer. */
  'debtor-tag',
] as const

export type FactType = (typeof factTypes)[number]

export interface ProfileFact {
  /**
   * The key under which an answer is given, `frameworkContract`. Profiles that ask for the same thing share
   * the id.
   */
  id: string
  type: FactType
  label: Wording
  /** What the user should know to answer it. */
  hint: Wording | undefined
  /** A fact that may be left out. */
  optional: boolean
  /** `text` and `contract-number`: a pattern the whole answer must fit. */
  pattern: string | undefined
  /** `text` and `payroll-frequency`: the only answers the consumer takes. */
  choices: readonly string[] | undefined
  /** The answer when none is given. */
  standard: string | undefined
}

/** Something a person does in Nmbrs or at the consumer, in the words of the menus. */
export interface ProfileStep {
  text: Wording
  /**
   * Done when every call is open, when the facts were handed in, when the day of the first exchange is known,
   * or when the fact of this id is as it should be; `undefined`: only a person knows.
   */
  until: 'calls' | StepEnd | { fact: string } | undefined
}

/** What one consumer demands of an account, read from a file. */
export interface Profile {
  id: string
  /** Other names a user may call it by. */
  aliases: readonly string[]
  consumer: string
  title: Wording
  /** The consumer's own edition of the list, or ours when it has none. */
  edition: string
  /** The day the list was taken over, `YYYY-MM-DD`. */
  date: string
  source: { title: string; url: string | undefined }
  accountModel: AccountModel
  /** False when the published list could be read only in part: being ready for it cannot be promised. */
  complete: boolean
  callDemand: CallDemand
  /** Calls of SOAP, which Nmbrs ends. */
  calls: readonly ProfileCall[]
  /** Left out where nothing is known of what the consumer needs over REST. */
  rest?: ProfileRest
  facts: readonly ProfileFact[]
  /** In the order they are taken. */
  steps: readonly ProfileStep[]
  notes: readonly Wording[]
  /** The file it was read from. */
  file: string
}
