import { basename, dirname, join, resolve } from 'node:path'

import { ConfigError } from '../domain/errors.js'
import { describeReadFailure } from '../yaml/read-or-explain.js'
import { readEnvironment, type Environment } from './environment/read-environment.js'

/** What says where the configuration is. */
export interface ConfigNames {
  /** As given with `--config`. */
  file?: string | undefined
  env: Environment
  /** The working folder. Names that are given on the way into the program start here, and nothing else. */
  cwd: string
}

/** Where a configuration is, and with it everything else of its installation. */
export interface Installation {
  /** The configuration, absolute, as it was named: a link is not followed. */
  file: string
  /** What named it; else it is looked for where it usually is. */
  namedBy: 'option' | 'environment' | 'working folder' | undefined
  /** `.env` is here, and the relative paths of the configuration start here. */
  base: string
}

/** Where the configuration is when neither `--config` nor `NMBRS_SYNC_CONFIG` says so. */
export const defaultConfigFile = 'config/nmbrs-sync.yaml'

/**
 * The folder of a configuration; the one above when that is called `config`. It is the same from every
 * working folder.
 */
export const toBase = (file: string): string => {
  const folder = dirname(file)
  return basename(folder) === 'config' ? dirname(folder) : folder
}

/**
 * Finds the configuration: `--config`, else `NMBRS_SYNC_CONFIG` of the environment or of `.env` in the
 * working folder, else `config/nmbrs-sync.yaml`. Nothing else of a `.env` in the working folder counts.
 * Whether the file is there is not looked at. Throws `ConfigError` when that `.env` cannot be read.
 */
export const findInstallation = async (names: ConfigNames): Promise<Installation> => {
  const { name, namedBy } = await findName(names)
  const file = resolve(names.cwd, name)
  return { file, namedBy, base: toBase(file) }
}

const findName = async ({
  file,
  env,
  cwd,
}: ConfigNames): Promise<{ name: string; namedBy: Installation['namedBy'] }> => {
  if (file !== undefined) return { name: file, namedBy: 'option' }
  const inEnvironment = env.NMBRS_SYNC_CONFIG
  if (inEnvironment) return { name: inEnvironment, namedBy: 'environment' }
  // A variable that is set, even to nothing, wins over the file.
  const inFile = inEnvironment === undefined ? await readName(cwd) : undefined
  return inFile
    ? { name: inFile, namedBy: 'working folder' }
    : { name: defaultConfigFile, namedBy: undefined }
}

const readName = async (cwd: string): Promise<string | undefined> =>
  (await readEnvironmentOf(cwd, {}, cwd)).NMBRS_SYNC_CONFIG

/** As `readEnvironment`. Throws `ConfigError` when `.env` is there and cannot be read. */
export const readEnvironmentOf = async (
  folder: string,
  env: Environment,
  cwd: string,
): Promise<Environment> => {
  try {
    return await readEnvironment(folder, env)
  } catch (cause) {
    const file = showEnvFile(folder, cwd)
    const found = describeReadFailure(cause)
    throw new ConfigError(
      `${file} cannot be read`,
      [{ severity: 'error', file, line: 0, key: '', expected: 'a readable file', found }],
      { cause },
    )
  }
}

/** The `.env` of a folder as it is shown: the one of the working folder by its name. */
export const showEnvFile = (folder: string, cwd: string): string =>
  folder === cwd ? '.env' : join(folder, '.env')
