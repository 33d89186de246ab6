import type { AccessSubject } from '../../domain/ids.js'
import type { AccessWork, Credentials, WorkWay } from './action.js'
import type { EmailKind, EnvironmentLevel, PortalLanguage, PortalName } from '../logins/login.js'
import type { PermissionSet } from '../portal/portal.js'

/** What is done with a batch. A replacement stands in a `delete` batch and, after it, in an `add` batch. */
export const batchSteps = ['delete', 'deactivate', 'change', 'rename', 'add', 'resend', 'password'] as const
export type BatchStep = (typeof batchSteps)[number]

/** What to tick on the bulk screen. `by-name`: None, then the people of the batch one by one. */
export const selections = ['all', 'none', 'all-with-login', 'all-without-login', 'by-name'] as const
export type Selection = (typeof selections)[number]

/** Work of one kind that is done in one go, with the choices that hold for everyone in it. */
export interface Batch {
  /** Unique within a plan and the same each time the same batch is built. Holds nothing personal. */
  key: string
  portal: PortalName
  step: BatchStep
  way: WorkWay
  level: EnvironmentLevel
  template: string | null
  permissions: PermissionSet | null
  emailKind: EmailKind | null
  language: PortalLanguage | null
  credentials: Credentials | null
  selection: Selection
  /** In the order of their ids; at least one. */
  people: readonly BatchPerson[]
  /** Batches that have to be done before this one. */
  after: readonly string[]
}

export interface BatchPerson {
  subject: AccessSubject
  work: AccessWork
}

/** What everyone in a batch has in common. */
export type BatchChoices = Omit<Batch, 'key' | 'selection' | 'people' | 'after'>

/** A batch before it is known what to tick. */
export interface BatchPart {
  key: string
  choices: BatchChoices
  people: readonly BatchPerson[]
}

/** Everyone whom the bulk screen of one level lists. */
export interface Screen {
  level: EnvironmentLevel
  listed: readonly { subject: AccessSubject; login: 'yes' | 'no' | 'unknown' }[]
  /**
   * Whether it lists, or may list, people who are not in `listed`. Then no one but those in a batch may be
   * ticked by a filter.
   */
  others: 'none' | 'possible'
}
