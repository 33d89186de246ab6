import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

// Every file of tests loads its packages anew, and of those made of hundreds of small files that took longer
// than most tests do. So these are put together once, as the program itself is when it is built; nothing of
// them is changed.

const packages = { mjs: ['axios', 'fast-check', 'kysely', 'zod'], cjs: ['soap', 'yaml'] }

const folder = 'node_modules/.cache/one-file-packages'

/** Where jest finds them, for `moduleNameMapper`. */
export const oneFilePackages = Object.fromEntries(
  Object.entries(packages).map(([kind, names]) => [
    `^(${names.join('|')})$`,
    `<rootDir>/${folder}/$1.${kind}`,
  ]),
)

/** What they are made from: the lock file says which version of each package, this file how. */
const stamp = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex')

const isMade = () => {
  try {
    return readFileSync(`${folder}/stamp`, 'utf8') === stamp
  } catch {
    return false
  }
}

const requireInModule =
  "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);"

const putTogether = (kind, names, outdir) =>
  build({
    entryPoints: Object.fromEntries(names.map((name) => [name, fileURLToPath(import.meta.resolve(name))])),
    outdir,
    outExtension: { '.js': `.${kind}` },
    bundle: true,
    format: kind === 'mjs' ? 'esm' : 'cjs',
    banner: kind === 'mjs' ? { js: requireInModule } : {},
    platform: 'node',
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
  })

/** Makes them where they are not there for these versions. Several runs of jest may do so at once. */
export const makeOneFilePackages = async () => {
  if (isMade()) return
  mkdirSync('node_modules/.cache', { recursive: true })
  const made = mkdtempSync(`${folder}-`)
  await Promise.all(Object.entries(packages).map(([kind, names]) => putTogether(kind, names, made)))
  writeFileSync(`${made}/stamp`, stamp)
  try {
    rmSync(folder, { recursive: true, force: true })
    renameSync(made, folder)
  } catch (error) {
    // Another run was quicker.
    rmSync(made, { recursive: true, force: true })
    if (!isMade()) throw error
  }
}
