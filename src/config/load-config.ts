import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'

import { ConfigError, findErrorCode, type Problem } from '../domain/errors.js'
import {
  describeIssues,
  sortProblems,
  toProblem,
  type FileContext,
  type Remark,
} from '../mapping/yaml/describe-issues.js'
import { applyTypes } from '../mapping/yaml/json-schema-walk.js'
import { findAt, formatKeyPath, type KeyPath } from '../mapping/yaml/key-path.js'
import { parseYaml, type YamlText } from '../mapping/yaml/parse-yaml.js'
import type { Config } from './config.js'
import { crossCheck, findWarnings } from './cross-checks.js'
import { decodeText } from '../mapping/yaml/decode-text.js'
import { findOtherWriters } from './file-rights.js'
import { findSecretFiles, interpolate, type Interpolated } from './interpolate.js'
import { findPortals } from './find-portals.js'
import { buildConfigJsonSchema } from './json-schema.js'
import { findMappingFile } from './mapping-file.js'
import { readEnvironment, readSecretFiles } from './read-environment.js'
import { configSchema } from './schema.js'
import { toConfig } from './to-config.js'

export interface LoadConfigOptions {
  /** As given with `--config`. */
  file?: string | undefined
  env: Readonly<Record<string, string | undefined>>
  /** The folder of the installation: `.env` is read there, and every relative path is resolved against it. */
  cwd: string
}

export interface LoadedConfig {
  config: Config
  /** The file that was read, absolute. */
  file: string
  warnings: readonly Problem[]
}

/** Where the configuration is when neither `--config` nor `NMBRS_SYNC_CONFIG` says so. */
export const defaultConfigFile = 'config/nmbrs-sync.yaml'

/**
 * Reads and checks the configuration: `--config`, else `NMBRS_SYNC_CONFIG`, else `config/nmbrs-sync.yaml`. Throws `ConfigError` with
 * everything that is wrong in it. No secret is in any message.
 */
export const loadConfig = async ({ file, env, cwd }: LoadConfigOptions): Promise<LoadedConfig> => {
  const environment = await readEnvironmentOrExplain(cwd, env)
  const path = resolve(cwd, file ?? nonEmpty(environment.NMBRS_SYNC_CONFIG) ?? defaultConfigFile)
  const shown = relative(cwd, path) || path
  const yaml = parseYaml(await readText(path, shown), shown)
  if (!('data' in yaml)) throw unusable(shown, yaml.problems)
  const files = await readSecretFiles(findSecretFiles(yaml.data), cwd)
  const checked = checkConfig(yaml, interpolate(yaml.data, { env: environment, files }), shown)
  const mappings = await findMappings(checked.context, cwd)
  const portals = await findPortals(checked.context, checked.file, cwd)
  const rights = [...(await findRights(path, shown)), ...(await findRights(join(cwd, '.env'), '.env'))]
  const problems = [...rights, ...checked.problems, ...mappings.problems, ...portals.problems]
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || checked.file === undefined) throw unusable(shown, sortProblems(problems))
  const config = toConfig(checked.file, { cwd, mappings: mappings.found, portals: portals.found })
  return { config, file: path, warnings: sortProblems(problems) }
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

const unusable = (shown: string, problems: readonly Problem[]): ConfigError =>
  new ConfigError(`The configuration ${shown} is not usable`, problems)

const fileProblem = (file: string, expected: string, cause: unknown): Problem => {
  const found = findErrorCode(cause) ?? 'unreadable'
  return { severity: 'error', file, line: 0, key: '', expected, found }
}

const readText = async (path: string, shown: string): Promise<string> => {
  try {
    return decodeText(await readFile(path))
  } catch (cause) {
    const problem = fileProblem(shown, 'a readable file (to make one: nmbrs-sync init)', cause)
    throw new ConfigError(`The configuration ${shown} cannot be read`, [problem], { cause })
  }
}

/** What others may do with a file decides what is sent to whom, so one that everybody may write is not used. */
const findRights = async (path: string, shown: string): Promise<Problem[]> => {
  const writers = await findOtherWriters(path).catch(() => 'nobody' as const)
  if (writers === 'nobody') return []
  const problem = { file: shown, line: 0, key: '', expected: 'a file that only its owner can write' }
  switch (writers) {
    case 'everybody':
      return [
        {
          ...problem,
          severity: 'error',
          found: `everybody may write it; to change that: chmod o-w ${shown}`,
        },
      ]
    case 'group':
      return [
        {
          ...problem,
          severity: 'warning',
          found: `its group may write it; to change that: chmod g-w ${shown}`,
        },
      ]
    case 'unknown':
      return [{ ...problem, severity: 'warning', found: 'a file system that does not say who may write it' }]
  }
}

const readEnvironmentOrExplain = async (
  cwd: string,
  env: LoadConfigOptions['env'],
): Promise<LoadConfigOptions['env']> => {
  try {
    return await readEnvironment(cwd, env)
  } catch (cause) {
    throw new ConfigError('.env cannot be read', [fileProblem('.env', 'a readable file', cause)], { cause })
  }
}

const checkConfig = (yaml: YamlText, filled: Interpolated, file: string) => {
  const schema = buildConfigJsonSchema()
  const data = applyTypes(filled.data, schema)
  const veil = (path: KeyPath): string | undefined => filled.shownAs.get(formatKeyPath(path))
  const context: FileContext = { file, data, schema, lineOf: yaml.lineOf, veil }
  const problems = [...yaml.problems]
  const note = (path: KeyPath, remark: Remark): void => {
    problems.push(toProblem(context, path, remark))
  }
  for (const { path, remark } of filled.flaws) note(path, remark)
  // What stands where a placeholder could not be filled in has been said already.
  const unfilled = new Set(filled.flaws.map(({ path }) => formatKeyPath(path)))
  const result = configSchema.safeParse(data)
  const issues = result.success ? [] : describeIssues(context, result.error.issues)
  problems.push(...issues.filter(({ key }) => !unfilled.has(key)))
  crossCheck(data, note)
  findWarnings(yaml.data, note)
  return { context, problems, file: result.success ? result.data : undefined }
}

const findMappings = async (
  context: FileContext,
  cwd: string,
): Promise<{ found: ReadonlyMap<string, string>; problems: Problem[] }> => {
  const found = new Map<string, string>()
  const problems: Problem[] = []
  const connections = findAt(context.data, ['connections'])
  for (const index of Array.isArray(connections) ? connections.keys() : []) {
    const path = ['connections', index, 'mapping']
    const given = findAt(context.data, path) ?? 'mappings/alexis-nmbrs.yaml'
    if (typeof given !== 'string' || given === '') continue
    const file = await findMappingFile(given, cwd)
    if (file === undefined) problems.push(toProblem(context, path, { expected: 'a readable mapping file' }))
    else found.set(given, file)
  }
  return { found, problems }
}
