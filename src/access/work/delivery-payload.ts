import type { AccessSubject, TargetEmployeeId } from '../../domain/ids.js'
import type { Batch } from './batch.js'
import type { PortalName } from '../logins/login.js'
import type { Language } from '../../domain/language/language.js'
import type { Portal } from '../portal/portal.js'
import type { AccessReason } from '../reasons.js'
import type { PortalHelp } from '../request/help-schema.js'

/** What is handed over at once: the batches of one portal, in the order in which they are to be done. */
export interface HandOver {
  connection: string
  portal: PortalName
  portalTitle: string
  /** Who must be told apart is told apart by it: the same hand-over sent again has the same key. */
  key: string
  /** ISO 8601. */
  at: string
  /** The day of it where the connection is: lists are dated with it. */
  day: string
  batches: readonly Batch[]
  /**
   * Everyone named in the batches. Names and addresses: for the administrator who does the work, nowhere
   * else.
   */
  people: ReadonlyMap<AccessSubject, HandOverPerson>
  /** The language of the lists; left out: English. */
  language?: Language
  /** How the work is done on the screens of the portal, in its own words. */
  screens?: Portal['screens']
  options?: Portal['permissions']
  /** Names of the people whom permission sets name, by id. */
  owners?: ReadonlyMap<string, string>
  companyId?: string | undefined
  /** Where the vendor is asked for access; left out where a person does the work in the portal. */
  request?: RequestFacts
}

/**
 * Where a vendor is asked for access: what it publishes, what can be granted, and the address of its form.
 */
export interface RequestFacts {
  help: PortalHelp
  permissions: NonNullable<Portal['permissions']>
  /** `undefined`: the configuration names none. */
  formAddress: string | undefined
}

export interface HandOverPerson {
  subject: AccessSubject
  targetId: TargetEmployeeId | null
  employeeNumber: string | undefined
  displayName: string
  /** The address the login is made with. */
  address: string | null
  /**
   * The user name to create or to change to, else the one of the login, where it is one that the person's
   * name gives.
   */
  userName: string | null
  /** The user name that is to be changed, where it is one that the person's name gives. */
  currentUserName?: string | undefined
  notes: readonly AccessReason[]
  /** Of a contact the customer; for a request to the vendor the company. */
  companyName?: string | undefined
  phone?: string | undefined
}

/** The body of a webhook. `contact` only where the configuration asks for it. */
export interface WebhookWork {
  key: string
  connection: string
  portal: PortalName
  at: string
  batches: readonly WebhookBatch[]
}

export interface WebhookBatch extends Pick<
  Batch,
  | 'key'
  | 'step'
  | 'way'
  | 'level'
  | 'template'
  | 'permissions'
  | 'emailKind'
  | 'language'
  | 'selection'
  | 'after'
> {
  people: readonly {
    subject: AccessSubject
    targetId: TargetEmployeeId | null
    notes: readonly AccessReason[]
    contact?: { name: string; email: string | null; userName: string | null }
  }[]
}
