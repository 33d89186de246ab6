import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse, stringify } from 'yaml'

import type { Mix } from '../../../src/sandbox/people/build-population.js'
import { openCliWorld, type CliWorld, type CommandEnd, type CommandOptions } from '../cli-world.js'
import { freePort } from '../../support/free-port.js'

export interface RestWorld extends CliWorld {
  redirectUri: string
  env: Readonly<Record<string, string>>
  /** Logs in as a person does: goes to the address that is printed, and comes back. */
  logIn: (flags?: string, options?: CommandOptions) => Promise<CommandEnd>
  /** Names the company by another id. */
  useCompany: (nmbrsCompanyId: string) => void
  /** Changes the configuration. */
  configure: (change: (connection: ConfigFile['connections'][number]) => void) => void
  /** Everything that the installation wrote, whatever the file. */
  filesText: () => string
}

interface ConfigFile {
  connections: {
    access?: unknown
    nmbrs: Record<string, unknown>
    companies: { nmbrsCompanyId: number | string }[]
  }[]
}

/** A configuration with the block rest beside SOAP; `change` makes it another. */
export const openRestWorld = async (
  change: (nmbrs: Record<string, unknown>) => void = () => undefined,
  people: { mix?: Mix; count?: number } = {},
): Promise<RestWorld> => {
  const world = await openCliWorld(people.mix, people.count)
  const { nmbrs } = world.sandbox
  const redirectUri = `http://127.0.0.1:${await freePort()}/callback`
  nmbrs.app.redirectUris = [redirectUri]
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  const config = parse(readFileSync(file, 'utf8')) as ConfigFile
  const account = config.connections[0]!.nmbrs
  account.rest = {
    host: nmbrs.host,
    identityHost: nmbrs.host,
    clientId: nmbrs.app.clientId,
    clientSecret: '${NMBRS_CLIENT_SECRET}',
    subscriptionKey: '${NMBRS_SUBSCRIPTION_KEY}',
    redirectUri,
    maxCallsPerSecond: 150,
  }
  change(account)
  writeFileSync(file, stringify(config))
  const env = {
    NMBRS_CLIENT_SECRET: nmbrs.app.clientSecret,
    NMBRS_SUBSCRIPTION_KEY: nmbrs.app.subscriptionKeys[0]!,
  }
  const run: CliWorld['run'] = (line, options = {}) =>
    world.run(line, { ...options, env: { ...env, ...options.env } })
  return {
    ...world,
    run,
    env,
    redirectUri,
    logIn: (flags = '', options = {}) =>
      run(`auth login ${flags}`, {
        ...options,
        onOutput: (text) => {
          options.onOutput?.(text)
          const address = findAddress(text)
          // A login that is stopped leaves the browser without an answer.
          if (address !== undefined) void visit(address).catch(() => undefined)
        },
      }),
    useCompany: (nmbrsCompanyId) => {
      const [connection] = config.connections
      connection!.companies[0]!.nmbrsCompanyId = nmbrsCompanyId
      // The logins of the sandbox name the company by its number.
      delete connection!.access
      writeFileSync(file, stringify(config))
    },
    configure: (change) => {
      change(config.connections[0]!)
      writeFileSync(file, stringify(config))
    },
    filesText: () => readAll(world.folder),
  }
}

/** The address of the login, on a line of its own. */
export const findAddress = (text: string): string | undefined =>
  text.split('\n').find((line) => /^http\S+\/connect\/authorize\?/.test(line))

/** As a browser: follows where the identity service sends it. Gives where it ended and what it saw. */
export const visit = async (address: string): Promise<{ location: string; status: number; page: string }> => {
  const answer = await fetch(address, { redirect: 'manual' })
  const location = answer.headers.get('location') ?? ''
  if (location === '') return { location, status: answer.status, page: await answer.text() }
  const page = await fetch(location)
  return { location, status: page.status, page: await page.text() }
}

/** Where a browser would be sent, without going there. */
export const comeBack = async (address: string): Promise<string> =>
  (await fetch(address, { redirect: 'manual' })).headers.get('location') ?? ''

const readAll = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
