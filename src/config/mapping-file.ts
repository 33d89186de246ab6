import { access } from 'node:fs/promises'
import { resolve } from 'node:path'

import { packageRoot } from '../package-root.js'

const isReadable = async (file: string): Promise<boolean> => {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}

/**
 * The mapping file at a path as given: from `base`, else from this package, so that the shipped mapping is
 * found everywhere.
 */
export const findMappingFile = async (given: string, base: string): Promise<string | undefined> => {
  for (const file of [resolve(base, given), resolve(packageRoot, given)]) {
    if (await isReadable(file)) return file
  }
  return undefined
}
