import type { PortalLanguage } from './logins/login.js'
import type { AccessSubject, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../domain/ids.js'

/**
 * Where someone stands on the day that is planned for. Days are `YYYY-MM-DD`; `undefined`: the source does
 * not say which.
 */
export type Service =
  | { state: 'in-service' }
  | { state: 'not-yet'; from: string | undefined }
  | { state: 'left'; since: string | undefined }

/**
 * What everyone who can have a login has in common. Names and addresses: in memory and on the user's own
 * screen only.
 */
interface PersonCore {
  subject: AccessSubject
  displayName: string
  firstName: string | undefined
  lastName: string | undefined
  workEmail: string | undefined
  privateEmail: string | undefined
}

/** An employee of the source, as the planning of logins sees them. */
export interface AccessEmployee extends PersonCore {
  kind: 'employee'
  sourceId: SourceEmployeeId
  /** `null`: not connected. */
  targetId: TargetEmployeeId | null
  companyId: TargetCompanyId
  employeeNumber: string | undefined
  service: Service
  /** By name, as the source spells them; `undefined` when they have none. */
  department: string | undefined
  office: string | undefined
  employmentType: string | undefined
  /** Custom fields of the source by key, those that a rule names. */
  custom: Readonly<Record<string, string>>
}

/** A contact of a customer, from the list of contacts. His address is in `workEmail`. */
export interface AccessContact extends PersonCore {
  kind: 'contact'
  customerId: string
  customerName: string
  /** Whether the company is set up as an accounting customer. */
  accountingCustomer: boolean
  /** Whether they were added as a contact to the customer's record. */
  onCustomerRecord: boolean
  /** The permission set that the list gives them; `undefined`: by rule. */
  template: string | undefined
  /** Of the list: they are not to have a login any more. */
  ended: boolean
}

/** Someone for whom access to the vendor's customer portal is asked, from the configuration. */
export interface AccessRequester extends PersonCore {
  kind: 'requester'
  companyId: TargetCompanyId
  service: Service
  /** The permission set and the language named for them; `undefined`: by rule. */
  template: string | undefined
  /** What a request to the vendor says beside the name and the address. */
  companyName?: string | undefined
  phone?: string | undefined
  language?: PortalLanguage | undefined
}

export type AccessPerson = AccessEmployee | AccessContact | AccessRequester
