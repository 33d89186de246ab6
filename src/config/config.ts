import type { PortalLanguage } from '../access/logins/login.js'
import type { AccessPolicy } from '../access/policy/policy.js'
import type { Portal } from '../access/portal/portal.js'
import type { AccessSubject, SourceCompanyId, SourceEmployeeId, TargetCompanyId } from '../domain/ids.js'
import type { HoldSettings } from '../domain/hold/hold.js'
import type { MatchRule } from '../domain/link.js'
import type { Language } from '../domain/language/language.js'
import type { BeforeEmployment, MonthlyAmount } from '../domain/pay/pay.js'
import type { PeriodType } from '../domain/pay/payroll-period.js'
import type { Thresholds } from '../domain/threshold.js'
import type { NmbrsConfig } from './nmbrs-accounts.js'
import type { Secret } from './environment/secret.js'

/** The checked configuration. Paths are absolute. */
export interface Config {
  version: 1
  /** What "today" and moments mean. */
  timezone: string
  /** The language of screens and documents; `undefined`: the file does not say. */
  language: Language | undefined
  state: {
    path: string
    keyFile: string
    /** After how many days a sync lets old runs go. */
    keepRunsDays: number
    /** How many days after their employment ended a sync forgets people; `undefined`: never. */
    forgetAfterDays: number | undefined
  }
  connections: readonly ConnectionConfig[]
  /** `undefined`: no one can ask the daemon how it is. Port 0 takes a free one. */
  endpoint: { host: string; port: number; hosts: readonly string[] } | undefined
  /** Called after each success; `undefined`: nothing is. */
  heartbeat: Secret | undefined
  /** `undefined`: no one is told about runs. */
  notices: NoticesConfig | undefined
  /** Folders with profiles of one's own. */
  onboarding: {
    folders: readonly string[]
    /** A consumer that says nothing for so many days is reminded of. */
    remindAfterDays: number
  }
  log: LogConfig
}

export interface LogConfig {
  level: LogLevel
  /** `undefined`: only where the terminal is. */
  file: string | undefined
  /** From this size on a new file follows. */
  maxBytes: number
  /** How many files are kept, the one being written included. */
  keepFiles: number
}

/** Who is told about the runs of the daemon, and of what. At least one of `email` and `webhook` is there. */
export interface NoticesConfig {
  on: readonly ('failed' | 'held' | 'quarantined' | 'not-ready' | 'recovered')[]
  /** Whether the same is told at every run. */
  repeat: 'changes' | 'always'
  email: EmailConfig | undefined
  webhook: { url: Secret; secret: Secret } | undefined
}

export interface EmailConfig {
  host: string
  port: number
  /** Encrypted from the first byte; otherwise STARTTLS. */
  secure: boolean
  login: { username: string; password: Secret } | undefined
  from: string
  to: readonly string[]
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug'

/** One employer: an AlexisHR account, a Nmbrs account and what is kept in step between them. */
export interface ConnectionConfig {
  name: string
  alexis: { baseUrl: string; token: Secret }
  nmbrs: NmbrsConfig
  companies: readonly CompanyPairConfig[]
  /** The mapping file. */
  mapping: string
  /** `employees` empty: everyone. `mayBeEmpty`: no one in scope is in order. */
  scope: { active: boolean; employees: readonly SourceEmployeeId[]; mayBeEmpty?: true }
  match: { rules: readonly MatchRule[] }
  thresholds: Thresholds
  holds: HoldSettings
  employment: { updateStartDate: boolean }
  /** `undefined`: only by hand. */
  schedule: ScheduleConfig | undefined
  /** What the daemon looks at again and again; none of it decides what a sync does. */
  onboarding: readonly RepeatedCheckConfig[]
  /**
   * How many days before its payroll period a salary is sent, and what becomes of one from before the
   * employment.
   */
  salary: { lookAheadDays: number; beforeEmployment: BeforeEmployment }
  /** In how many runs every connected bank account is looked at once. */
  reads: { bankSlice: number }
  /** How many people of each kind go ahead of all others; left out: one. */
  canary?: number
  /** `undefined`: no self-service logins are worked out. */
  access: AccessConfig | undefined
}

/** Self-service logins: which portals, who gets which login there, and how the work is handed over. */
export interface AccessConfig {
  /** Whether logins are worked out and handed over after every sync. */
  afterSync: boolean
  portals: readonly AccessPortalConfig[]
}

export interface AccessPortalConfig {
  portal: Portal
  policy: AccessPolicy
  /** The CSV file with the contacts of customers, where the logins are for contacts. */
  contacts: string | undefined
  /**
   * Whether the bulk screen may list people who are not connected here. Then people are ticked by name, never
   * by a filter that could tick someone else.
   */
  othersOnScreen: 'possible' | 'none'
  /** The list of employees that the portal has, absolute. */
  portalEmployees: string | undefined
  /** For whom access is asked, where it is asked for by name. */
  people: readonly RequesterConfig[]
  /** `undefined`: work is only shown and written where a command says. */
  delivery: AccessDeliveryConfig | undefined
  /** Whether each person gets a message about the new login. */
  messageToEmployee: boolean
}

/** Someone for whom access is asked. `other`: someone who is not in the source. */
export type RequesterConfig =
  | {
      kind: 'employee'
      sourceId: SourceEmployeeId
      template: string | undefined
      phone: string | undefined
      language: PortalLanguage | undefined
    }
  | {
      kind: 'other'
      subject: AccessSubject
      name: string
      email: string
      companyId: TargetCompanyId
      template: string | undefined
      phone: string | undefined
      language: PortalLanguage | undefined
    }

/** At least one of the three is there. */
export interface AccessDeliveryConfig {
  worklist: { folder: string } | undefined
  webhook: { url: Secret; secret: Secret; includeContact: boolean } | undefined
  email: EmailConfig | undefined
}

/** When the daemon runs a connection. */
export interface ScheduleConfig {
  cron: string
  /** Whether a run that was due while the daemon was down is made up for. */
  catchUp: boolean
}

/** A check of the Nmbrs account against onboarding profiles, again and again. */
export interface RepeatedCheckConfig {
  /** As they were given; resolved where the profiles are known. */
  profiles: readonly string[]
  cron: string
  /** The file with the answers. */
  facts: string | undefined
  /** `undefined`: every company of the connection. */
  company: TargetCompanyId | undefined
}

/** A source company and the target company its people belong to. */
export interface CompanyPairConfig {
  sourceId: SourceCompanyId
  targetId: TargetCompanyId
  /** Compared to the letter before anything is written. */
  targetName: string
  /** What becomes of an amount per month where the company does not pay by months; absent: it is held. */
  monthlyAmount?: MonthlyAmount
  /** What the company pays by, for a transport that does not say it. */
  payrollPeriod?: PeriodType
}
