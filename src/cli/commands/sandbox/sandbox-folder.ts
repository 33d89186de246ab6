import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { ConfigError, findErrorCode } from '../../../domain/errors.js'
import type { Sandbox } from '../../../sandbox/start-sandbox.js'
import { writeFileAtomically } from '../../../app/files/write-file-atomically.js'

const mark = '# Made by nmbrs-sync sandbox; the next start writes it again.'

/** Where the configuration over REST stands, beside that over SOAP. */
export const restConfigPath = join('config', 'nmbrs-sync-rest.yaml')

/** `NAME=value` lines, as `.env` holds them. */
export const toEnvLines = (env: Readonly<Record<string, string>>): string[] =>
  Object.entries(env).map(([name, value]) => `${name}=${value}`)

/**
 * Writes the configurations (over SOAP and over REST) and `.env` of a running sandbox into a folder, so that
 * every command works there as it is. Throws `ConfigError` when one of them is there and is not a sandbox's:
 * a real configuration is never lost to a sandbox.
 */
export const writeSandboxFolder = async (folder: string, sandbox: Sandbox, runId: string): Promise<void> => {
  const files = [
    // Every start has people of its own, so it gets a state of its own too.
    [join(folder, 'config', 'nmbrs-sync.yaml'), sandbox.configYaml(join(folder, 'data', runId))],
    [join(folder, restConfigPath), sandbox.restConfigYaml(join(folder, 'data', `${runId}-rest`))],
    [join(folder, '.env'), `${toEnvLines(sandbox.env).join('\n')}\n`],
  ] as const
  for (const [file] of files) await refuseForeign(file)
  for (const [file, text] of files) await writeFileAtomically(file, `${mark}\n${text}`)
}

const refuseForeign = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (findErrorCode(error) === 'ENOENT') return mark
    throw error
  })
  if (text.startsWith(mark)) return
  throw new ConfigError(
    `${file} is there already and was not made by a sandbox. Give --write-config another folder.`,
  )
}
