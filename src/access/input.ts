import type { Digest } from '../domain/digest.js'
import type { AccessSubject } from '../domain/ids.js'
import type { DigestAccess } from './logins/login.js'
import type { AccessRequests, KnownAccess } from './work/order.js'
import type { AccessPerson } from './person.js'
import type { AccessPolicy } from './policy/policy.js'
import type { Portal } from './portal/portal.js'
import type { ListedNames } from './policy/unknown-names.js'

/** Everything the planning of one portal looks at. `planAccess(input)` in `plan-access.ts` gives the plan. */
export interface AccessPlanInput {
  portal: Portal
  policy: AccessPolicy
  /** The departments, offices and companies that there are, as far as a rule names any. */
  listed?: ListedNames
  /**
   * Everyone the complete read gave, each once; people who left included, as far as the source still gives
   * them.
   */
  people: readonly AccessPerson[]
  /** What is known of this portal within this connection, each subject once. */
  known: readonly KnownAccess[]
  /**
   * Whether the portal's own list was imported at some time: until then there may be logins no one here knows
   * of.
   */
  knownComplete: boolean
  requests: AccessRequests
  /** User names by whom a list promises them that is made again; left out: none is. */
  placedNames?: ReadonlyMap<AccessSubject, Digest>
  /**
   * Owners of job orders by the id a permission set names: their names, and whether their employee records
   * have an e-mail address.
   */
  owners: ReadonlyMap<string, { hasEmail: boolean; name?: string }>
  /**
   * Who has an employee record in the portal, by the list of its employees; left out: no list is configured.
   */
  portalEmployees?: ReadonlySet<AccessSubject>
  /** The moment of planning, ISO 8601: what is overdue. */
  now: string
  digest: DigestAccess
}
