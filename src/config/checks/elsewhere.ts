import { realpath } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'

import type { Problem } from '../../domain/errors.js'
import { formatKeyPath, type KeyPath } from '../../yaml/key-path.js'
import { toBase } from '../installation.js'
import { packageRoot } from '../../package-root.js'
import { portalsFolder } from '../portal-files.js'
import { readEnvironment, type Environment } from '../environment/read-environment.js'
import type { RelativePath } from '../relative-paths.js'
import { isOneFile, isSameContent, isThere } from './same-place.js'

/** Where paths start, and where they started in versions that took the working folder for it. */
export interface Starts {
  /** The configuration. */
  file: string
  base: string
  cwd: string
}

/** What of a configuration would be somewhere else than a version before looked. */
export interface Lookups {
  paths: readonly RelativePath[]
  /** The files of `${file:PATH}`, as given. */
  secretFiles: ReadonlySet<string>
  /** The variables that the configuration names. */
  variables: ReadonlySet<string>
  /** What they are now. */
  environment: Environment
  /** What was set before `.env` was read. */
  env: Environment
  /** Whether portals are read. */
  usesPortals: boolean
}

/** Says where a problem of a path stands. */
export type AtKey = (key: KeyPath) => Pick<Problem, 'file' | 'line' | 'key'>

/** Files that are written: two of them are two, even when they say the same. */
const written = new Set(['state.path', 'log.file'])

/**
 * Finds what this installation would look for in another place than before, when every relative path started
 * in the working folder. A second state would create people again, and another mapping or account would
 * change what is sent, so each is an error that names both places.
 */
export const findElsewhere = async (starts: Starts, lookups: Lookups, at: AtKey): Promise<Problem[]> => {
  const linked = await findLinkedState(starts, lookups.paths, at)
  if (starts.base === starts.cwd) return linked
  const problems = await Promise.all([
    ...lookups.paths.map((path) => findMoved(starts, path, at)),
    ...[...lookups.secretFiles].map((given) => findMoved(starts, { key: [`\${file:${given}}`], given }, at)),
    ...(lookups.usesPortals ? [findMoved(starts, { key: [portalsFolder], given: portalsFolder }, at)] : []),
    findMovedVariables(starts, lookups),
  ])
  const moved = problems.filter((problem) => problem !== undefined)
  return moved.some(({ key }) => key === 'state.path') ? moved : [...moved, ...linked]
}

const findMoved = async (
  { base, cwd }: Starts,
  { key, given }: RelativePath,
  at: AtKey,
): Promise<Problem | undefined> => {
  if (isAbsolute(given)) return undefined
  const former = resolve(cwd, given)
  const now = await findNow(base, { key, given })
  if (former === now || !(await isThere(former)) || (await isOneFile(former, now))) return undefined
  if (!written.has(formatKeyPath(key)) && (await isSameContent(former, now))) return undefined
  const why = 'in the working folder, where it was looked for before'
  return toProblem(at(key), { former, why, now })
}

/** Mappings and portals that are not there are those of the package. */
const findNow = async (base: string, { key, given }: RelativePath): Promise<string> => {
  const [own, shipped] = [resolve(base, given), resolve(packageRoot, given)]
  const isShipped = key.at(-1) === 'mapping' || given === portalsFolder
  return isShipped && !(await isThere(own)) && (await isThere(shipped)) ? shipped : own
}

/**
 * A link to a configuration is a configuration of its own; where the linked one has a state already, there
 * would be two.
 */
const findLinkedState = async (
  { file, base }: Starts,
  paths: readonly RelativePath[],
  at: AtKey,
): Promise<Problem[]> => {
  const state = paths.find(({ key }) => formatKeyPath(key) === 'state.path')
  const real = await realpath(file).catch(() => file)
  if (state === undefined || real === file || toBase(real) === base) return []
  const [linked, now] = [resolve(toBase(real), state.given), resolve(base, state.given)]
  if (!(await isThere(linked)) || (await isOneFile(linked, now))) return []
  const why = `in the folder of ${real}, to which the configuration is a link`
  return [await toProblem(at(state.key), { former: linked, why, now })]
}

interface TwoPlaces {
  former: string
  /** What `former` is, so that someone recognises it. */
  why: string
  now: string
}

const toProblem = async (place: ReturnType<AtKey>, { former, why, now }: TwoPlaces): Promise<Problem> => {
  const there = (await isThere(now)) ? 'there is another one' : 'there is nothing yet'
  return {
    severity: 'error',
    ...place,
    expected: `one place, independent of the working folder. To continue with the first, ${toRemedy(place.key, former)} to the second while nothing runs`,
    found: `${former} (${why}) and ${now} (where it is looked for now: ${there})`,
  }
}

const toRemedy = (key: string, former: string): string => {
  if (key === portalsFolder) return 'move it'
  const beside = key === 'state.path' ? ' with the -wal and -shm beside it' : ''
  return `write ${former} here, or move it${beside}`
}

/**
 * A `.env` of the working folder that said something else about what the configuration names. Values are
 * never shown.
 */
const findMovedVariables = async (
  { base, cwd }: Starts,
  { variables, environment, env }: Lookups,
): Promise<Problem | undefined> => {
  const former = join(cwd, '.env')
  const held = await readEnvironment(cwd, {}).catch(() => ({}))
  // Other programs keep a .env too; theirs has none of these.
  if (![...variables].some((name) => Object.hasOwn(held, name))) return undefined
  const before = await readEnvironment(cwd, env)
  const others = [...variables].filter((name) => (before[name] ?? '') !== (environment[name] ?? ''))
  if (others.length === 0) return undefined
  const now = join(base, '.env')
  return {
    severity: 'error',
    file: former,
    line: 0,
    key: others.join(', '),
    expected: `one .env, independent of the working folder. Move what belongs to this configuration to ${now}, and the rest out of the working folder`,
    found: `another value in ${former} (in the working folder, where it was looked for before) than in ${now} (where it is looked for now)`,
  }
}
