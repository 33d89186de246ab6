import type { ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'

import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli, type CliEnd, type RunOptions } from '../child-cli.js'
import { endAccess, giveConsent } from './give-consent.js'
import { freePort } from '../../support/free-port.js'

/**
 * Throws where nothing catches it, as soon as the identity service answers; like an error of the HTTP library
 * it carries what was sent and what came.
 */
const crashing = `
const http = require('node:http')
const { emit } = http.ClientRequest.prototype
http.ClientRequest.prototype.emit = function (name, response, ...rest) {
  const given = emit.call(this, name, response, ...rest)
  if (name === 'response' && this.path === '/connect/token')
    response.once('data', (data) => {
      const config = { headers: this.getHeaders(), data: String(this._header) }
      throw Object.assign(new TypeError('it broke here'), { config, response: { data: String(data) }, cause: { config } })
    })
  return given
}
`

let sandbox: Sandbox
let folder: string
let onCall: (call: { operation: string; phase: string }) => void = () => undefined
let cli: Cli
beforeAll(async () => {
  sandbox = await startSandbox({
    people: 2,
    seed: 3,
    today: realToday(),
    mix: 'all-linked',
    switches: { nmbrs: { restPersonalInfoOmits: 0 } },
    onCall: (call) => {
      onCall(call)
    },
  })
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-crashing-'))
  writeFileSync(join(folder, 'crashing.cjs'), crashing)
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  onCall = () => undefined
  cli.remove()
})

/**
 * What nobody may find: tokens and codes as the identity service issues them, what the app proves itself
 * with, and its key.
 */
const findSecrets = (text: string): string[] => {
  const { clientId, clientSecret, subscriptionKeys } = sandbox.nmbrs.app
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const whole = [clientSecret, basic, ...subscriptionKeys, sandbox.alexis.token]
  const issued = text.match(/(?:access|refresh|code)-[\w-]{32}|code_verifier=/g) ?? []
  return [...issued, ...whole.filter((secret) => text.includes(secret))]
}

/** Every file of the installation, whatever became of the process. */
const filesText = (): string =>
  readdirSync(cli.folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

/** Goes to every address that is printed, as a browser would, and on to where it is sent. */
const beBrowser = (child: ChildProcess): void => {
  let said = ''
  let isVisited = false
  child.stdout?.on('data', (piece: Buffer) => {
    said += piece.toString()
    const [address] = /^http\S+\/connect\/authorize\?\S+(?=\n)/m.exec(said) ?? []
    if (address === undefined || isVisited) return
    isVisited = true
    // A program that is killed leaves the browser without an answer.
    void fetch(address).catch(() => undefined)
  })
}

const refresh = async (options: RunOptions): Promise<CliEnd> => {
  await giveConsent(sandbox, cli.folder)
  await endAccess(sandbox, cli.folder)
  return cli.run(['plan', '--debug'], options)
}

const logIn = (options: RunOptions): Promise<CliEnd> =>
  cli.run(['auth', 'login', '--debug'], {
    ...options,
    onStart: (child) => {
      beBrowser(child)
      options.onStart?.(child)
    },
  })

const killAt = (phase: string) => (): RunOptions => {
  let child: ChildProcess | undefined
  onCall = (call) => {
    if (call.operation === 'requestToken' && call.phase === phase) child?.kill('SIGKILL')
  }
  return { onStart: (started) => (child = started) }
}

const crash = (): RunOptions => ({ env: { NODE_OPTIONS: `--require ${join(folder, 'crashing.cjs')}` } })

const killed = { signal: 'SIGKILL' }
const crashed = { code: 1, stderr: expect.stringContaining('it broke here') }

describe('a process that ends while it asks for tokens over REST', () => {
  it.each([
    ['a refresh, killed before it is carried out', refresh, killAt('received'), killed],
    ['a refresh, killed before its answer', refresh, killAt('committed'), killed],
    ['a refresh, with an error that nothing catches', refresh, crash, crashed],
    ['a login, killed before the code is exchanged', logIn, killAt('received'), killed],
    ['a login, killed before the answer', logIn, killAt('committed'), killed],
    ['a login, with an error that nothing catches', logIn, crash, crashed],
  ])('leaves no token, code, secret or key in files and output: %s', async (_what, act, end, expected) => {
    await open()
    const { stdout, stderr, ...ended } = await act(end())

    expect({ ...ended, stdout, stderr }).toMatchObject(expected)
    // That nothing is found must not be because nothing is kept, or nothing would be found.
    expect(filesText()).toContain('SQLite format 3')
    expect(findSecrets(`${sandbox.nmbrs.app.clientSecret} code-${'x'.repeat(32)}`)).toHaveLength(2)
    expect(findSecrets([stdout, stderr, filesText()].join('\n'))).toEqual([])
  })
})

describe('the metrics of a daemon over REST', () => {
  it('count the days of a consent and the calls, and hold no token, code, secret or key', async () => {
    await open()
    appendFileSync(
      join(cli.folder, 'config/nmbrs-sync.yaml'),
      "schedule: { cron: '0 2 1 1 *' }\ndaemon: { port: 0 }\nlog: { level: debug, file: ./data/daemon.log }\n",
    )
    await giveConsent(sandbox, cli.folder)
    await endAccess(sandbox, cli.folder)
    let log = ''
    let daemon: ChildProcess | undefined
    const end = cli.run(['daemon'], {
      onStart: (child) => {
        daemon = child
        child.stderr?.on('data', (piece: Buffer) => (log += piece.toString()))
      },
    })
    const says = async (message: string): Promise<string> => {
      for (;;) {
        const line = log.split('\n').find((one) => one.includes(`"message":"${message}"`))
        if (line !== undefined) return line
        if (daemon?.exitCode !== null || daemon.signalCode !== null)
          throw new Error(`the daemon ended before it said: ${message}`)
        await wait(20)
      }
    }
    // Before that a signal would end it.
    await says('daemon started')
    const { url } = JSON.parse(await says('daemon can be asked')) as { url: string }
    daemon?.kill('SIGUSR2')
    await says('scheduled run ended')
    const pages = await Promise.all(
      ['/metrics', '/readyz', '/healthz'].map(async (path) => (await fetch(`${url}${path}`)).text()),
    )
    daemon?.kill('SIGTERM')
    const { stdout, stderr } = await end

    expect(pages[0]).toMatch(/nmbrs_sync_consent_days_left\{connection="sandbox"\} (?:29|30)/)
    expect(stderr).toContain('consent renewed')
    expect(findSecrets([...pages, stdout, stderr, filesText()].join('\n'))).toEqual([])
  })
})

const open = async (): Promise<void> => {
  sandbox.nmbrs.app.redirectUris = [`http://127.0.0.1:${await freePort()}/callback`]
  cli = openCli(sandbox, {}, 'rest')
}
