import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ConfigError, findErrorCode, type Problem } from '../domain/errors.js'
import {
  describeIssues,
  sortProblems,
  toProblem,
  type FileContext,
  type Remark,
} from '../yaml/describe-issues.js'
import { applyTypes } from '../yaml/apply-types.js'
import { parseOnce, toJsonSchema } from '../yaml/check-yaml.js'
import { findAt, formatKeyPath, type KeyPath } from '../yaml/key-path.js'
import { parseYaml } from '../yaml/parse-yaml.js'
import { describeReadFailure } from '../yaml/read-or-explain.js'
import type { Config } from './config.js'
import { crossCheck, findWarnings } from './checks/cross-checks.js'
import { decodeText } from '../yaml/decode-text.js'
import { checkOwnFiles } from './checks/own-files.js'
import { findElsewhere, type AtKey, type Lookups } from './checks/elsewhere.js'
import { assembleDocument, type ConfigDocument } from './document/config-document.js'
import { findInstallation, readEnvironmentOf, showEnvFile, type ConfigNames } from './installation.js'
import { findSecretFiles, findVariables, interpolate, type Interpolated } from './environment/interpolate.js'
import { findTooLate } from './environment/too-late.js'
import { findPortals } from './find-portals.js'
import { followLink } from './follow-link.js'
import { findKnown } from './known/find-known.js'
import { findMappingFile } from './mapping-file.js'
import { readSecretFiles } from './environment/read-environment.js'
import { findRelativePaths, findStatePaths } from './relative-paths.js'
import { findNamedFiles } from './rights/named-files.js'
import { findTooManyRights } from './rights/too-many-rights.js'
import { shortenPath } from './shorten-path.js'
import { configSchema, type ConfigFile } from './schema/schema.js'
import { toConfig } from './convert/to-config.js'

export interface LoadedConfig {
  config: Config
  /** The file that was read, absolute. */
  file: string
  /** The files that it names for single employers, absolute. */
  employerFiles: readonly string[]
  /**
   * The folder of the installation: `.env` is read there, and every relative path of the configuration starts
   * there.
   */
  base: string
  warnings: readonly Problem[]
  /** Where a key of the configuration stands. */
  placeOf: AtKey
}

/**
 * Reads and checks the configuration that `findInstallation` finds. Throws `ConfigError` with everything that
 * is wrong in it, also when a version before would have looked for any of its files elsewhere. No secret is
 * in any message.
 */
export const loadConfig = async (names: ConfigNames): Promise<LoadedConfig> => {
  const { env, cwd } = names
  const installation = await findInstallation(names)
  const { file: path, base } = installation
  const shown = shortenPath(cwd, path)
  const environment = await readEnvironmentOf(base, env, cwd)
  const yaml = parseYaml(await readText(path, shown), shown)
  if (!('data' in yaml)) throw unusable(shown, yaml.problems)
  const document = await assembleDocument(yaml, { file: path, base, shown, cwd }, readText)
  const secretFiles = findSecretFiles(document.data)
  const files = await readSecretFiles(secretFiles, base)
  const envFile = showEnvFile(base, cwd)
  const checked = checkConfig(document, interpolate(document.data, { env: environment, files, envFile }))
  const mappings = await findMappings(checked.context, base)
  const portals = await findPortals(checked.context, checked.file, base)
  const known = await findKnown(checked.context, checked.file, { base, cwd })
  const variables = findVariables(document.data)
  const read = { secretFiles, variables, environment, env, ...toLookedUp(checked) }
  const elsewhere = await findElsewhere({ file: path, base, cwd }, read, document.placeOf)
  const beside = { file: checked.file, base, mappings: mappings.found.values(), secretFiles }
  const named = [...document.employerFiles, ...(await findNamedFiles(beside))]
  const rights = await findTooManyRights(installation, shown, cwd, named)
  const toRead = [path, join(base, '.env'), ...named]
  const ownFiles = await checkOwnFiles(checked.context, { base, cwd, read: toRead })
  const tooLate = await findTooLate(base, env, envFile)
  const inFiles = [...mappings.problems, ...portals.problems, ...known.problems]
  const all = [...rights, ...tooLate, ...checked.problems, ...ownFiles, ...inFiles, ...elsewhere]
  const problems = sortProblems(withoutDoubles(all))
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || checked.file === undefined) throw unusable(shown, problems)
  const found = { mappings: mappings.found, portals: portals.found, known: known.found }
  const config = toConfig(checked.file, { base, ...found })
  const state = await followStateLinks(config.state)
  const { placeOf, employerFiles } = document
  return { config: { ...config, state }, file: path, employerFiles, base, warnings: problems, placeOf }
}

const followStateLinks = async (state: Config['state']): Promise<Config['state']> => ({
  ...state,
  path: await followLink(state.path),
  keyFile: await followLink(state.keyFile),
})

/** What is wrong with a default is wrong for every connection, and said once. */
const withoutDoubles = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/**
 * Where the file is wrong elsewhere, as without the secrets of a `.env` that has to be moved too, the state
 * is looked up all the same.
 */
const toLookedUp = ({ file, context }: Checked): Pick<Lookups, 'paths' | 'usesPortals'> => {
  if (file === undefined) {
    const { data: state } = parseOnce(configSchema.shape.state, findAt(context.data, ['state']))
    return { paths: state === undefined ? [] : findStatePaths(state), usesPortals: false }
  }
  const usesPortals = file.connections.some(({ access }) => access !== undefined)
  return { paths: findRelativePaths(file), usesPortals }
}

const unusable = (shown: string, problems: readonly Problem[]): ConfigError =>
  new ConfigError(`The configuration ${shown} is not usable`, problems)

const fileProblem = (file: string, expected: string, cause: unknown): Problem => {
  const found = describeReadFailure(cause)
  return { severity: 'error', file, line: 0, key: '', expected, found }
}

const readText = async (path: string, shown: string): Promise<string> => {
  try {
    return decodeText(await readFile(path))
  } catch (cause) {
    const isMissing = findErrorCode(cause) === 'ENOENT'
    const expected = isMissing ? 'a readable file (to make one: nmbrs-sync init)' : 'a readable file'
    const problem = fileProblem(shown, expected, cause)
    throw new ConfigError(`The configuration ${shown} cannot be read`, [problem], {
      cause,
      ...(isMissing && { remedy: 'nmbrs-sync init' }),
    })
  }
}

interface Checked {
  context: FileContext
  problems: readonly Problem[]
  /** `undefined` when it does not keep to the schema. */
  file: ConfigFile | undefined
}

/**
 * Secrets that stand in the file, and addresses that anyone who knows them can use: what makes such an
 * address secret may stand anywhere in it.
 */
const secretPlace =
  /(^|\.)(daemon\.heartbeat|webhook\.url|webhook\.secret|password|token|clientSecret|subscriptionKey(Secondary)?)$/

const veilSecret = (path: KeyPath, data: unknown): string | undefined => {
  const found = secretPlace.test(formatKeyPath(path)) ? findAt(data, path) : undefined
  return typeof found === 'string' && found.trim() !== '' ? 'another text, which is not shown' : undefined
}

const checkConfig = (document: ConfigDocument, filled: Interpolated): Checked => {
  const data = applyTypes(filled.data, configSchema)
  const schema = () => toJsonSchema(configSchema)
  const veil = (path: KeyPath): string | undefined =>
    filled.shownAs.get(formatKeyPath(path)) ?? veilSecret(path, data)
  const { placeOf } = document
  const context: FileContext = { data, schema, placeOf, veil }
  const problems = [...document.problems]
  const note = (path: KeyPath, remark: Remark): void => {
    problems.push(toProblem(context, path, remark))
  }
  for (const { path, remark } of filled.flaws) note(path, remark)
  // What stands where a placeholder could not be filled in, or that files of employers are missing, has been
  // said already.
  const said = [...filled.flaws.map(({ path }) => path), ...(problems.length > 0 ? [['connections']] : [])]
  const unfilled = new Set(said.map((path) => toPlaceText(placeOf(path))))
  const result = parseOnce(configSchema, data)
  const issues = result.success ? [] : describeIssues(context, result.error.issues)
  problems.push(...issues.filter((issue) => !unfilled.has(toPlaceText(issue))))
  crossCheck(data, note)
  findWarnings(document.data, note)
  return { context, problems, file: result.success ? result.data : undefined }
}

const toPlaceText = ({ file, key }: Pick<Problem, 'file' | 'key'>): string => JSON.stringify([file, key])

const findMappings = async (
  context: FileContext,
  base: string,
): Promise<{ found: ReadonlyMap<string, string>; problems: Problem[] }> => {
  const found = new Map<string, string>()
  const problems: Problem[] = []
  const connections = findAt(context.data, ['connections'])
  for (const index of Array.isArray(connections) ? connections.keys() : []) {
    const path = ['connections', index, 'mapping']
    const given = findAt(context.data, path) ?? 'mappings/alexis-nmbrs.yaml'
    if (typeof given !== 'string' || given === '') continue
    const file = await findMappingFile(given, base)
    if (file === undefined) problems.push(toProblem(context, path, { expected: 'a readable mapping file' }))
    else found.set(given, file)
  }
  return { found, problems }
}
