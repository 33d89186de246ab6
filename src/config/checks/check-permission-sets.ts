import { checkPermissions } from '../../access/policy/permissions.js'
import type { PermissionSet, Portal } from '../../access/portal/portal.js'
import { findNearest } from '../../yaml/nearest.js'
import type { AccessCheck } from './access-check.js'

/**
 * A permission set as the file has it: on and off are texts there, because what an option takes is only known
 * from its portal.
 */
export const toPermissionSet = (
  { permissions: options = {} }: Portal,
  set: Readonly<Record<string, string | boolean | readonly string[]>>,
): PermissionSet =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name,
      options[name]?.kind === 'flag' && (value === 'true' || value === 'false') ? value === 'true' : value,
    ]),
  )

/**
 * Every option of a set must be one of the portal, with a value that it takes and together with what it
 * needs.
 */
export const checkPermissionSets = ({ file, portal, note }: AccessCheck): void => {
  const sets = Object.entries(file.permissionSets ?? {})
  if (portal.permissions === undefined) {
    if (sets.length > 0) note(['permissionSets'], { expected: `nothing: ${portal.title} has templates` })
    return
  }
  const names = Object.keys(portal.permissions)
  for (const [name, set] of sets) {
    for (const { option, expected } of checkPermissions(portal, toPermissionSet(portal, set))) {
      const path = ['permissionSets', name, option]
      if (names.includes(option)) note(path, { expected })
      else note(path, { expected, found: option, suggestion: findNearest(option, names) })
    }
  }
}
