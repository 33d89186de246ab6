import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { packageRoot } from './package-root.js'

const packageFile = join(packageRoot, 'package.json')

/** The version of this program. */
export const readVersion = (): string =>
  (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version
