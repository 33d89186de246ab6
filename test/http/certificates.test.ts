import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { postWebhook } from '../../src/delivery/post-webhook.js'
import { sendEmail } from '../../src/delivery/send-email.js'
import { silentLog } from '../../src/domain/log.js'
import { toTargetCompanyId } from '../../src/domain/ids.js'
import { createGetOnlyClient } from '../../src/http/get-only-client.js'
import { noFence } from '../support/no-fence.js'
import { createNmbrsSoapTarget } from '../../src/target/nmbrs-soap/target.js'
import { selfSigned } from '../support/self-signed.js'

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED'
let server: Server
let url: string
let requests: number

beforeEach(async () => {
  requests = 0
  server = createServer(selfSigned, (_request, response) => {
    requests += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `https://localhost:${(server.address() as AddressInfo).port}`
  process.env[variable] = '0'
})
afterEach(() => {
  Reflect.deleteProperty(process.env, variable)
  server.closeAllConnections()
  server.close()
})

const sleep = (): Promise<void> => Promise.resolve()

describe('a host with a certificate that nobody vouches for', () => {
  it('gets no token of AlexisHR, though the environment would have it so', async () => {
    const client = createGetOnlyClient({ baseUrl: url, token: 'secret', retry: { sleep } })

    await expect(client.get('/employee')).rejects.toMatchObject({ reason: { kind: 'unreachable' } })
    expect(requests).toBe(0)
    client.close()
  })

  it('gets no call of Nmbrs', async () => {
    const login = { username: 'api@example.test', token: 'secret', domain: 'acme' }
    const settings = { host: url, maxCallsPerSecond: 100, fence: noFence, log: silentLog, retry: { sleep } }
    const target = await createNmbrsSoapTarget({ ...login, ...settings })

    await expect(target.readCurrentPeriod(toTargetCompanyId('1'))).rejects.toMatchObject({
      facts: { code: 'certificate-refused' },
    })
    expect(requests).toBe(0)
    await target.close()
  })

  it('gets no notice', async () => {
    const message = { body: '{}', deliveryId: '1', setting: 'notices.webhook' }

    await expect(postWebhook({ url, secret: 's', now: () => 0 }, message)).rejects.toMatchObject({
      code: 'unreachable',
    })
    expect(requests).toBe(0)
  })

  it('gets no mail and no password', async () => {
    const { port } = server.address() as AddressInfo
    const login = { username: 'u', password: 'p' }
    const mailServer = {
      host: 'localhost',
      port,
      secure: true,
      login,
      from: 'a@example.test',
      isLoopback: false,
    }

    await expect(
      sendEmail(
        { ...mailServer, setting: 'notices.email' },
        { to: ['b@example.test'], subject: 's', text: 't' },
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/tls-failed|unreachable/) })
  })
})

describe('a proxy that reads TLS', () => {
  /** Asks the server for everything as a process of its own: Node reads these variables when it starts. */
  const askAs = async (more: Record<string, string>): Promise<number> => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-ca-'))
    const at = JSON.stringify(url)
    writeFileSync(
      join(folder, 'nmbrs-sync.yaml'),
      [
        'version: 1',
        'connections:',
        '  - name: acme',
        `    alexis: { baseUrl: ${at}, token: '\${A}' }`,
        `    nmbrs: { host: ${at}, username: '\${A}', token: '\${A}', domain: acme }`,
        '    companies:',
        "      - { alexisCompanyId: 65f1c0ffee0000000000000a, nmbrsCompanyId: 1, nmbrsCompanyName: 'A' }",
      ].join('\n'),
    )
    const env = { PATH: process.env.PATH ?? '', A: 'something', [variable]: '0', ...more }
    const args = [resolve('bin/nmbrs-sync.js'), 'doctor', '--config', join(folder, 'nmbrs-sync.yaml')]
    await new Promise<void>((done) => {
      execFile(process.execPath, args, { env, cwd: folder, timeout: 60_000 }, () => {
        done()
      })
    })
    rmSync(folder, { recursive: true })
    return requests
  }

  it('is trusted by its certificate, and by nothing else', async () => {
    expect(await askAs({})).toBe(0)

    const file = join(mkdtempSync(join(tmpdir(), 'nmbrs-sync-ca-')), 'ca.pem')
    writeFileSync(file, selfSigned.cert)
    expect(await askAs({ NODE_EXTRA_CA_CERTS: file })).toBeGreaterThan(0)
  })
})
