import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli } from '../e2e/child-cli.js'
import { companyAuthority } from '../support/company-authority.js'
import { startConnectProxy, type ConnectProxy } from '../support/connect-proxy.js'

const [alexisHost, nmbrsHost] = ['alexis.example.test', 'nmbrs.example.test']

let sandbox: Sandbox
let front: Server
let cli: Cli
let folder: string
let proxy: ConnectProxy

/** Both remotes behind TLS with a certificate of the company's authority, by their names. */
const startFront = async (): Promise<number> => {
  front = createServer(companyAuthority, (asked, answer) => {
    const to = new URL(asked.headers.host === alexisHost ? sandbox.alexis.baseUrl : sandbox.nmbrs.host)
    const { method, url: path, headers } = asked
    const onward = request({ host: to.hostname, port: to.port, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => {
    front.listen(0, '127.0.0.1', resolve)
  })
  return (front.address() as AddressInfo).port
}

const open = async (refuse?: number): Promise<void> => {
  const { port } = front.address() as AddressInfo
  proxy = await startConnectProxy({ port, ...(refuse === undefined ? {} : { refuse }) })
}

const env = (trusted = true): Record<string, string> => ({
  HTTPS_PROXY: proxy.url.replace('http://', 'http://me:pa55word@'),
  ...(trusted ? { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') } : {}),
})

beforeAll(async () => {
  sandbox = await startSandbox({ people: 3, seed: 11, today: realToday(), mix: 'all-new' })
  await startFront()
  const { pathname } = new URL(sandbox.alexis.baseUrl)
  cli = openCli(sandbox, {
    alexis: { baseUrl: `https://${alexisHost}${pathname}`, token: '${ALEXIS_TOKEN}' },
    nmbrs: {
      ...{ api: 'soap', host: `https://${nmbrsHost}`, username: '${NMBRS_USERNAME}' },
      ...{ token: '${NMBRS_TOKEN}', domain: '${NMBRS_DOMAIN}' },
    },
  })
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-authority-'))
  writeFileSync(join(folder, 'authority.pem'), companyAuthority.authority)
})
afterEach(() => proxy.close())
afterAll(async () => {
  rmSync(folder, { recursive: true })
  cli.remove()
  front.closeAllConnections()
  front.close()
  await sandbox.close()
})

const failed = async (args: readonly string[], trusted?: boolean): Promise<string> => {
  const { code, stdout, stderr } = await cli.run(args, { env: env(trusted) })
  expect(code).toBe(1)
  expect(stdout + stderr).not.toContain('pa55word')
  return (stdout + stderr).replace(/\s+/g, ' ')
}

describe('a machine that reaches the internet through a proxy', () => {
  it('is told which proxy is used, and syncs through it', async () => {
    await open()

    const doctor = await cli.run(['doctor'], { env: env() })
    const sync = await cli.run(['sync', '--yes'], { env: env() })

    expect([doctor.code, sync.code]).toEqual([0, 0])
    expect(doctor.stdout).toContain(proxy.url)
    expect(doctor.stdout).not.toContain('pa55word')
    expect(new Set(proxy.asked)).toEqual(new Set([`${alexisHost}:443`, `${nmbrsHost}:443`]))
    expect(new Set(proxy.logins).size).toBe(1)
  })

  it.each([
    ['wants another login', 407, 'HTTPS_PROXY (http://USER:PASSWORD@PROXY:PORT'],
    ['does not let it out', 403, 'Check HTTPS_PROXY'],
  ])('hears of doctor and sync when the proxy %s', async (_, status, remedy) => {
    await open(status)

    for (const args of [['doctor'], ['sync', '--yes']]) {
      const said = await failed(args)
      expect(said).toContain(`(PROXY_${status})`)
      expect(said).toContain(remedy)
    }
  })

  it('is told to trust the authority of its company', async () => {
    await open()

    for (const args of [['doctor'], ['sync', '--yes']])
      expect(await failed(args, false)).toMatch(/SELF_SIGNED_CERT_IN_CHAIN.*NODE_EXTRA_CA_CERTS/)
  })

  it('is told that the variables have no effect in .env', async () => {
    await open()
    writeFileSync(join(cli.folder, '.env'), 'HTTPS_PROXY=http://proxy.example.test:3128\n')

    const { stdout, stderr } = await cli.run(['config', 'check'])

    expect((stdout + stderr).replace(/\s+/g, ' ')).toContain(
      'HTTPS_PROXY: expected this variable in the environment',
    )
  })
})
