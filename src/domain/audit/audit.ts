import type { Actor } from './actor.js'
import type { AccessSubject, RunId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../ids.js'
import type { Section } from '../sections.js'

/** What can be on record, each with what an entry of it says. */
export const auditKinds = {
  'write-begun': 'a write was about to be sent; operation, fields',
  'write-ended': 'how that write ended; code: its outcome, detail: why',
  'write-settled': 'what a later run found out about a write without an end; code: what it found',
  'bank-account-ending': 'a bank account was about to be replaced; detail: its id',
  'bank-account-ended': 'a replaced bank account was ended; detail: its id',
  'link-changed': 'a link was made, turned or ended; code: what it is now, detail: how it came about',
  'link-forgotten': 'a mark was taken away; code: what it was',
  'id-paired':
    'both ids of a company or an employee of Nmbrs were found; code: which of the two, detail: the id over the other transport',
  'id-unpaired': 'such a pair of ids does not hold any more; code and detail as there',
  'hold-opened': 'a change began to wait for a person',
  'hold-released': 'a person released a held change',
  'hold-rejected': 'a person rejected a held change',
  'hold-used': 'a released change was written',
  'hold-expired': 'a hold or its release ended by itself',
  'drift-accepted': 'a value that payroll changed was accepted',
  'drift-restored': 'a value that payroll changed is to be set back',
  'allowed-once': 'something was allowed for one run; code: what',
  'setting-changed': 'settings differ from those of the sync before; code: how, fields: which',
  'payroll-work-done': 'someone said that payroll did what only payroll can do; code: what',
  'payroll-work-reopened': 'someone took that back; code: what',
  'refusal-retried': 'a write that Nmbrs refused for good is to be tried again; code: how it was refused',
  'login-work-handed-over':
    'work about a login was handed over; code: what, detail: the portal, reference: the hand-over',
  'login-work-answered': 'that work was done, refused or got no answer; code: which, detail: portal and work',
  'login-work-given-up':
    'work whose delivery is in doubt was not wanted any more as it was; code: what, detail: the portal',
  'login-asked': 'someone asked for something about a login; code: what, detail: the portal',
  'login-unasked': 'what was asked about a login was taken back; detail: the portal',
  'login-data-sent': 'login data was sent to a person; code: how, detail: the portal',
  'login-data-not-sent': 'login data that is on record as sent surely was not; code: how, detail: the portal',
  'logins-imported': "a portal's list of logins was imported; code: how many lines, detail: the portal",
  'onboarding-recorded':
    'someone recorded how far an application at a consumer is; code: sent, confirmed or exchange, detail: the profile and the day',
  'person-forgotten':
    'a person was forgotten: a pseudonym stands for them in the record, and nothing else is kept; code: in how many entries',
  'reason-forgotten': 'a typed reason was taken out of an entry; reference: its number',
  'state-restored': 'the state file was put back from a backup',
  'state-purged': 'old runs were removed',
} as const

export type AuditKind = keyof typeof auditKinds

/** Whom an entry is about: an employee, or the person a login is for. */
export type AuditSubject = SourceEmployeeId | AccessSubject

/**
 * What an entry says. Ids, codes and names of fields, never a value; `reason` is what a person typed, kept as
 * typed.
 */
export interface AuditFacts {
  kind: AuditKind
  /** Left out: the run that acts, if one does. */
  runId?: RunId | null
  companyId?: TargetCompanyId | null
  subject?: AuditSubject | null
  targetId?: TargetEmployeeId | null
  section?: Section | null
  operation?: 'create' | 'update' | 'end' | null
  /** Names of fields or settings. */
  fields?: readonly string[] | null
  code?: string | null
  detail?: string | null
  reason?: string | null
  /**
   * What the entry belongs to: the number of a write, of a hold. Entries with one kind of thing and one
   * number belong together.
   */
  reference?: string | null
}

/** An entry as it is kept. */
export interface AuditEntry {
  /** 1, 2, 3 and so on without gaps. */
  number: number
  /** ISO 8601 in UTC. */
  at: string
  actor: Actor
  /** `null` for what concerns the whole state file. */
  connection: string | null
  runId: RunId | null
  kind: AuditKind
  companyId: TargetCompanyId | null
  subject: AuditSubject | null
  targetId: TargetEmployeeId | null
  section: Section | null
  operation: 'create' | 'update' | 'end' | null
  fields: readonly string[] | null
  code: string | null
  detail: string | null
  reason: string | null
  reference: string | null
  /** Of this entry and the hash before it. */
  hash: string
}

/**
 * The end of the chain at one moment. Anyone who keeps it elsewhere can see later whether the chain was cut
 * off or made anew.
 */
export interface AuditHead {
  number: number
  at: string
  hash: string
}

/**
 * What is wrong with a chain. `number` is the first entry that shows it; every entry before that is as it was
 * written.
 */
export interface AuditFlaw {
  number: number
  /**
   * `changed`: the entry, or its place, is not what was written. `missing`: it is gone, others follow.
   * `cut-off`: the chain ends before the head that was kept elsewhere. `other-chain`: it holds together, but
   * is not the chain of that head. `emptied`: there is no entry, but there were some. `shortened`: entries
   * are gone from its end.
   */
  problem: 'changed' | 'missing' | 'cut-off' | 'other-chain' | 'emptied' | 'shortened'
}

/** What a walk along the whole chain found. */
export interface AuditVerdict {
  entries: number
  /** `undefined` while there is no entry. */
  head: AuditHead | undefined
  flaw: AuditFlaw | undefined
}

/** Which entries to read: the newest `limit` of those that fit. */
export interface AuditFilter {
  limit: number
  /** ISO 8601 in UTC, in milliseconds. */
  since?: string
  subject?: AuditSubject
  connection?: string
}
