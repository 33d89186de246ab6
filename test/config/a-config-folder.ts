import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { loadConfig, type LoadedConfig } from '../../src/config/load-config.js'
import { ConfigError, type Problem } from '../../src/domain/errors.js'

export const env = {
  ALEXIS_TOKEN: 'alexis-token-of-a-test',
  NMBRS_USERNAME: 'api@acme.example',
  NMBRS_TOKEN: 'nmbrs-token-of-a-test',
  NMBRS_DOMAIN: 'acme',
}

/** A configuration of one connection, one key per line; a test replaces or adds lines. */
export const configText = `version: 1
connections:
  - name: acme
    alexis:
      token: \${ALEXIS_TOKEN}
    nmbrs:
      username: \${NMBRS_USERNAME}
      token: \${NMBRS_TOKEN}
      domain: \${NMBRS_DOMAIN}
    companies:
      - alexisCompanyId: 65f1c0ffee0000000000000a
        nmbrsCompanyId: 1234
        nmbrsCompanyName: Acme B.V.
`

/** The same connection once more, with what a test changes. */
export const secondConnection = (replace: (text: string) => string): string =>
  `${configText}${replace(configText.slice(configText.indexOf('  - name')))}`

export interface Folder {
  cwd: string
  write: (path: string, text: string) => Promise<void>
  load: (options?: { file?: string; env?: Record<string, string | undefined> }) => Promise<LoadedConfig>
  problems: (text: string, environment?: Record<string, string | undefined>) => Promise<readonly Problem[]>
  remove: () => Promise<void>
}

/** A temporary folder to load configurations from. */
export const makeFolder = async (): Promise<Folder> => {
  const cwd = await mkdtemp(join(tmpdir(), 'nmbrs-sync-config-'))
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(cwd, path)), { recursive: true })
    await writeFile(join(cwd, path), text)
  }
  const load: Folder['load'] = (options = {}) => loadConfig({ cwd, env, ...options })
  const problems: Folder['problems'] = async (text, environment = env) => {
    await write('config/nmbrs-sync.yaml', text)
    try {
      await load({ env: environment })
      return []
    } catch (error) {
      if (error instanceof ConfigError) return error.problems
      throw error
    }
  }
  return { cwd, write, load, problems, remove: () => rm(cwd, { recursive: true }) }
}
