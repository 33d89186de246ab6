import type { Portal } from '../access/portal/portal.js'
import { ConfigError, type Problem } from '../domain/errors.js'
import { toProblem, type FileContext, type Remark } from '../yaml/describe-issues.js'
import type { KeyPath } from '../yaml/key-path.js'
import { findNearest } from '../yaml/nearest.js'
import { checkAccess } from './checks/check-access.js'
import { loadKnownPortals } from './portal-files.js'
import type { ConfigFile } from './schema/schema.js'

interface FoundPortals {
  found: ReadonlyMap<string, Portal>
  problems: readonly Problem[]
}

/** The portals that are used, and what is wrong in the settings about them. */
export const findPortals = async (
  context: FileContext,
  file: ConfigFile | undefined,
  base: string,
): Promise<FoundPortals> => {
  const none = new Map<string, Portal>()
  if (file === undefined || file.connections.every(({ access }) => access === undefined))
    return { found: none, problems: [] }
  try {
    const found = await loadNamed(file, base)
    return { found, problems: checkPortals(context, file, found) }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { found: none, problems: error.problems }
  }
}

/** The portals that the configuration names; every one there is when one of them is not, to name them all. */
const loadNamed = async ({ connections }: ConfigFile, base: string): Promise<FoundPortals['found']> => {
  const named = new Set(connections.flatMap(({ access }) => Object.keys(access?.portals ?? {})))
  const found = await loadKnownPortals(base, named)
  return [...named].every((name) => found.has(name)) ? found : loadKnownPortals(base)
}

const checkPortals = (
  context: FileContext,
  { connections }: ConfigFile,
  known: ReadonlyMap<string, Portal>,
): Problem[] => {
  const problems: Problem[] = []
  connections.forEach(({ access, companies }, index) => {
    for (const [name, file] of Object.entries(access?.portals ?? {})) {
      const note = (path: KeyPath, remark: Remark): void => {
        const place = ['connections', index, 'access', 'portals', name, ...path]
        problems.push(toProblem(context, place, remark))
      }
      const portal = known.get(name)
      if (portal === undefined) note([], toUnknownPortal(name, [...known.keys()]))
      else checkAccess({ file, portal, companies: companies.map((one) => one.nmbrsCompanyId), note })
    }
  })
  return problems
}

const toUnknownPortal = (name: string, names: readonly string[]): Remark => ({
  expected: `one of ${names.join(', ')}`,
  found: name,
  suggestion: findNearest(name, names),
})
