import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const findRoot = (folder: string): string => {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return findRoot(dirname(folder))
}

/**
 * The folder of this package, whether it runs from src or from dist: what ships beside the program is found
 * from here.
 */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)))
