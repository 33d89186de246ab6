import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * A file of the daemon beside the state file, which belongs to one daemon only, by whichever of its names it
 * is called.
 */
export const besideState = (statePath: string, ending: string): string => `${toRealPath(statePath)}.${ending}`

const toRealPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    // There is no state file yet.
  }
  try {
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    return resolve(path)
  }
}
