import type { Digest } from '../domain/digest.js'
import type { ChosenEmail } from './wanted/email-addresses.js'
import { createClashOf } from './work/email-clashes.js'
import { foldName } from './logins/fold-identity.js'
import type { AccessPlanInput } from './input.js'
import { checkPermissions, grantedOptions, permissionsText } from './policy/permissions.js'
import type { AccessPerson } from './person.js'
import type { PickedGrant } from './policy/pick-grant.js'
import type { PermissionSet } from './portal/portal.js'
import type { AccessReason } from './reasons.js'

/** What is worked out once for everyone. */
export interface PlanContext {
  input: AccessPlanInput
  /** Whether the address is also the chosen one of someone else, or that of someone else's login. */
  clashOf: (person: AccessPerson, email: ChosenEmail) => AccessReason | undefined
  /** The permission sets by folded name. */
  sets: ReadonlyMap<string, PreparedSet>
  /**
   * The digests of the work for which someone gave their word. A digest is of one person's work, so it needs
   * no subject beside it.
   */
  accepted: ReadonlySet<Digest>
}

/** A permission set that was looked at once. `reason`: why no one can get it. */
export interface PreparedSet {
  name: string
  set: PermissionSet
  text: string
  reason: AccessReason | undefined
}

export const createPlanContext = (
  input: AccessPlanInput,
  grantOf: (person: AccessPerson) => PickedGrant,
): PlanContext => ({
  input,
  clashOf: createClashOf(input, grantOf),
  sets: prepareSets(input),
  accepted: new Set(input.requests.acceptances.map(({ work }) => work)),
})

const prepareSets = ({ portal, policy }: AccessPlanInput): ReadonlyMap<string, PreparedSet> =>
  new Map(
    [...policy.permissionSets].map(([name, set]) => [
      foldName(name),
      { name, set, text: permissionsText(portal, set), reason: reasonAgainst(portal, set) },
    ]),
  )

const reasonAgainst = (portal: AccessPlanInput['portal'], set: PermissionSet): AccessReason | undefined => {
  if (checkPermissions(portal, set).length > 0) return 'permissions-invalid'
  return grantedOptions(portal, set).length === 0 ? 'nothing-granted' : undefined
}
