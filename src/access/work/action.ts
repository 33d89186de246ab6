import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { EnvironmentLevel, KnownLogin, LoginFacts } from '../logins/login.js'
import type { AccessOrder } from './order.js'
import type { PermissionSet } from '../portal/portal.js'
import type { AccessReason } from '../reasons.js'

/** The login someone should have. Only `facts` may be stored; the rest is personal, or long. */
export interface WantedLogin {
  facts: LoginFacts
  /** The address it is made with, and that its login data goes to. */
  address: string | null
  /** The user name it is made with; `null` where the portal has none or makes it up itself. */
  userName: string | null
  permissions: PermissionSet | null
  credentials: Credentials
  /** The rule of the policy that picked it; `null`: what holds otherwise. */
  rule: string | null
}

/**
 * How the person gets in. `link`: the portal mails them a link; `generated`: the portal makes up user name
 * and password; `given`: anyone who creates the login types the user name and a password that was drawn for
 * it; `by-vendor`: the vendor sees to it.
 */
export type Credentials = 'link' | 'generated' | 'given' | 'by-vendor'

interface ActionCore {
  subject: AccessSubject
  /** Worth knowing for the person who does or reads it; holds nothing up. */
  notes: readonly AccessReason[]
}

interface WorkCore extends ActionCore {
  because: readonly AccessReason[]
  /** Not empty: nothing is handed over until each is gone. */
  holds: readonly AccessReason[]
  /** Stands for the exact work, see `AccessOrder.work`. */
  work: Digest
  /** Where the login is, or is to be made; of a replacement, where the old one is. */
  place: EnvironmentLevel | null
}

/**
 * How a login is made or changed: on the screen for many, on one person's screen, by the vendor's form, or by
 * asking support.
 */
export type WorkWay = 'bulk' | 'single' | 'form' | 'support'

/** Something to hand over about one login. `replace` is delete and create again, in that order. */
export type AccessWork =
  | (WorkCore & { kind: 'create'; wanted: WantedLogin; way: WorkWay })
  | (WorkCore & { kind: 'replace'; login: KnownLogin; wanted: WantedLogin; way: WorkWay })
  | (WorkCore & { kind: 'change'; login: KnownLogin; wanted: WantedLogin; way: WorkWay })
  | (WorkCore & { kind: 'remove'; login: KnownLogin; way: WorkWay })
  | (WorkCore & { kind: 'deactivate'; login: KnownLogin; way: WorkWay })
  | (WorkCore & { kind: 'resend'; login: KnownLogin; way: WorkWay })

/**
 * Nothing to hand over: because all is well, because work is in someone's hands, or because no login can be
 * made.
 */
export type NoAction = ActionCore & {
  kind: 'none'
  because: readonly AccessReason[]
  login: KnownLogin | null
  /** The work that is in someone's hands or was answered last. */
  order: AccessOrder | null
  /** What they should have, where that could be worked out. */
  wanted: WantedLogin | null
  /** What is handed over once someone accepts it; until then it is not urgent and only shown. */
  offered: AccessWork | null
}

export type AccessAction = AccessWork | NoAction

/** The plan for one portal: one action for each person, in the order of their ids. */
export interface AccessPlan {
  portal: string
  actions: readonly AccessAction[]
}

/** Whether an action is to be handed over now. */
export const isReady = (action: AccessAction): action is AccessWork =>
  action.kind !== 'none' && action.holds.length === 0

/** Whether an action waits for someone's word. */
export const isHeld = (action: AccessAction): action is AccessWork =>
  action.kind !== 'none' && action.holds.length > 0
