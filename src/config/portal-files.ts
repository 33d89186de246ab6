import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { loadPortals } from '../access/portal/load-portals.js'
import type { Portal } from '../access/portal/portal.js'
import { packageRoot } from '../package-root.js'

/** Where portals are described, in the installation and in the package. */
export const portalsFolder = 'mappings/portals'

/**
 * Every portal by its name: those of the installed package, and those under `mappings/portals` in the `base`
 * folder, which come before one of the same name. With `wanted` only those of the package with these names:
 * no one changes the others. Throws `ConfigError` with all that is wrong in a folder.
 */
export const loadKnownPortals = async (
  base: string,
  wanted?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Portal>> => {
  const shipped = resolve(packageRoot, portalsFolder)
  const own = resolve(base, portalsFolder)
  const portals = await loadPortals(shipped, wanted)
  return own === shipped || !(await isFolder(own))
    ? portals
    : new Map([...portals, ...(await loadPortals(own))])
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
