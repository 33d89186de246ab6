import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Config } from '../../../config/config.js'
import type { Installation } from '../../../config/installation.js'
import { loadConfig } from '../../../config/load-config.js'
import { AbortError, ConfigError, findErrorCode } from '../../../domain/errors.js'
import type { Io } from '../../io.js'
import type { Prompts } from '../../terminal/prompts.js'
import { shortenPath } from '../../../config/shorten-path.js'
import { writeFileAtomically } from '../../../app/files/write-file-atomically.js'
import { toConfigText, toSecretSettings, type Answers } from './config-text.js'
import { findOtherValues, mergeEnv } from './env-file.js'

/**
 * Asks what becomes of an existing configuration. Gives it where a connection is to be added to it;
 * `undefined` where a new one is to be written. Throws `AbortError` (`stopped`) when it must stay.
 */
export const askWhatToDo = async (io: Io, prompts: Prompts, file: string): Promise<Config | undefined> => {
  if ((await readIfThere(file)) === undefined) return undefined
  const shown = shortenPath(io.cwd, file)
  const known = await loadIfUsable(io, file)
  if (known !== undefined) {
    const chosen = await prompts.choose<'add' | 'replace' | 'leave'>(`${shown} is there already.`, [
      { value: 'add', label: 'add a connection to it' },
      { value: 'replace', label: 'replace it' },
      { value: 'leave', label: 'leave it as it is' },
    ])
    if (chosen === 'add') return known
    if (chosen === 'replace') return undefined
  } else if (await prompts.confirm(`${shown} is there already and cannot be used. Replace it?`))
    return undefined
  throw new AbortError('Nothing was changed', 'stopped', 'To check what is there: nmbrs-sync config check')
}

/** A configuration that cannot be used can only be replaced. */
const loadIfUsable = async (io: Io, file: string): Promise<Config | undefined> => {
  try {
    return (await loadConfig({ file, env: io.env, cwd: io.cwd })).config
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}

/**
 * Writes the configuration and, where its relative paths start, `.env`; both for their owner only, and loads
 * them the way every command will. Gives what the user should know. Throws `AbortError` (`stopped`) when they
 * want to keep other secrets that `.env` holds.
 */
export const writeAnswers = async (
  io: Io,
  prompts: Prompts,
  { file, base }: Installation,
  answers: Answers,
): Promise<string[]> => {
  const envFile = join(base, '.env')
  const settings = toSecretSettings(answers)
  const before = (await readIfThere(envFile)) ?? ''
  const others = findOtherValues(before, settings)
  if (
    others.length > 0 &&
    !(await prompts.confirm(`${shortenPath(io.cwd, envFile)} has another ${others.join(', ')}. Replace?`))
  )
    throw new AbortError('Nothing was changed', 'stopped', 'Keep the two apart in folders of their own')
  await writeFileAtomically(envFile, mergeEnv(before, settings))
  await writeFileAtomically(file, toConfigText(answers))
  const { warnings } = await loadConfig({ file, env: io.env, cwd: io.cwd })
  const winning = Object.keys(settings).filter(
    (name) => io.env[name] !== undefined && io.env[name] !== settings[name],
  )
  return [
    `Written: ${shortenPath(io.cwd, file)} and ${shortenPath(io.cwd, envFile)}`,
    ...winning.map((name) => `Mind: ${name} is set in the environment, and that wins over .env.`),
    ...warnings.map(({ key, expected, found }) => `Mind: ${key}: expected ${expected}, found ${found}`),
  ]
}

const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
