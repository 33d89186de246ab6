import type { SourceEmployeeId, TargetCompanyId } from '../../domain/ids.js'
import type { EmailKind, PortalLanguage, PortalName } from '../logins/login.js'
import type { PermissionSet } from '../portal/portal.js'
import type { Consultant } from '../request/consultant.js'

/**
 * Which address a login is made with: one kind only, or the work address and without one the private address.
 */
export const emailChoices = ['work-else-private', 'work', 'private'] as const
export type EmailChoice = (typeof emailChoices)[number]

/**
 * What becomes of a login whose address alone differs from what it should be; see
 * `AccessPolicy.replaceOnEmailChange`.
 */
export const emailChangePolicies = ['hold', 'list', 'never'] as const
export type EmailChangePolicy = (typeof emailChangePolicies)[number]

/** A login as a rule gives it. */
export interface Grant {
  /** A standard or own template, or a permission set of the policy. */
  template: string
  email: EmailChoice
  /** `null` where the portal has no languages. */
  language: PortalLanguage | null
}

/**
 * Whom a rule is for: every condition that is given must hold, and of a list one entry is enough. Names are
 * compared without regard to letter case and outer blanks. A condition about something the person does not
 * have does not hold.
 */
export interface RuleConditions {
  /** People by id. */
  employees?: readonly SourceEmployeeId[]
  companies?: readonly TargetCompanyId[]
  departments?: readonly string[]
  offices?: readonly string[]
  employmentTypes?: readonly string[]
  /** Customers of contacts, by id. */
  customers?: readonly string[]
  /** Values by key of the custom field. */
  custom?: Readonly<Record<string, readonly string[]>>
}

/**
 * The first rule that matches counts. What it leaves out is as `otherwise` has it; `no-login`: these people
 * get none.
 */
export interface PolicyRule {
  name: string
  when: RuleConditions
  grant: Partial<Grant> | 'no-login'
}

/** Who gets which login in one portal. Comes from the configuration. */
export interface AccessPolicy {
  portal: PortalName
  /** The kind of Nmbrs environment; `null` where the portal has no levels. */
  environment: 'accountant' | 'business' | null
  /** The debtor of each company, in an accountant environment. */
  debtors: ReadonlyMap<TargetCompanyId, string>
  /** Own templates by debtor, or by `master`. */
  ownTemplates: ReadonlyMap<string, readonly string[]>
  /**
   * What a template permits at a debtor, or at the `master` level, as someone wrote it down in the
   * configuration.
   */
  permits?: readonly { place: string; template: string; permits: readonly string[] }[]
  /** Permission sets by name, where the portal has these instead of templates. */
  permissionSets: ReadonlyMap<string, PermissionSet>
  rules: readonly PolicyRule[]
  otherwise: Grant | 'no-login'
  /**
   * A login whose address alone differs: `hold` prepares its replacement and waits for a word, `list` only
   * shows it and replaces it when someone accepts, `never` leaves it alone. None of them deletes a login
   * without a word where deleting loses something.
   */
  replaceOnEmailChange: EmailChangePolicy
  /** A login that no rule wants any more: left alone, or removed after someone's word. */
  whenNotWanted: 'keep' | 'hold'
  /** Someone who left and whose login can be deactivated: asked for, or left alone and shown. */
  whenLeft: 'deactivate' | 'keep'
  /** Single creation gives user names and passwords, multiple creation lets the portal make them up. */
  creation: 'single' | 'multiple'
  /** Companies whose payroll the vendor runs: their people ask the consultant. */
  outsourced: ReadonlySet<TargetCompanyId>
  /** Their consultants, as far as the configuration names them. */
  consultants?: ReadonlyMap<TargetCompanyId, Consultant>
  /** Where the vendor's form is; left out: the configuration does not say. */
  formAddress?: string | undefined
  /** The Company ID that people log in with, for worklists and letters. */
  companyId?: string
  /** The most people in one batch. */
  maxBatch: number
  /** What someone asked for or accepted counts for so many days. */
  wordDays: number
  /** Work without an answer expires after so many days; `null`: as the portal file says. */
  expireDays: number | null
}

/** The kinds of address to try, in order. */
export const kindsOf = (choice: EmailChoice): readonly EmailKind[] =>
  choice === 'work-else-private' ? ['work', 'private'] : [choice]
