import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createServer, request, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import { toTargetCompanyId } from '../../../src/domain/ids.js'
import type { RemoteError } from '../../../src/domain/errors.js'
import { silentLog } from '../../../src/domain/log.js'
import { callHeartbeat } from '../../../src/delivery/call-heartbeat.js'
import { postWebhook } from '../../../src/delivery/post-webhook.js'
import { createExchange } from '../../../src/http/exchange/exchange.js'
import { HttpFailure } from '../../../src/http/http-failure.js'
import { createGetOnlyClient } from '../../../src/http/get-only-client.js'
import { findConnectProblem } from '../../../src/http/proxy/connect-problem.js'
import { goesThroughProxy, showProxy } from '../../../src/http/proxy/find-proxy.js'
import { ProxyingAgent } from '../../../src/http/proxy/proxying-agent.js'
import { toSourceError } from '../../../src/source/alexis/wire/errors.js'
import { toNetworkError } from '../../../src/target/nmbrs-rest/client/network-error.js'
import { identityFailed } from '../../../src/target/nmbrs-rest/identity/consent-errors.js'
import { createIdentityClient } from '../../../src/target/nmbrs-rest/identity/identity-client.js'
import { toCallError } from '../../../src/target/nmbrs-soap/calls/network-error.js'
import { createNmbrsSoapTarget } from '../../../src/target/nmbrs-soap/target.js'
import { companyAuthority } from '../../support/company-authority.js'
import {
  startConnectProxy,
  type ConnectProxy,
  type ConnectProxyOptions,
} from '../../support/connect-proxy.js'
import { noFence } from '../../support/no-fence.js'

const host = 'nmbrs.example.test'
const url = `https://${host}`
const variables = [
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
  'HTTP_PROXY',
  'http_proxy',
]

let server: Server
let proxy: ConnectProxy
let opened: ConnectProxy[]
let received: string[]
let before: Record<string, string | undefined>

beforeEach(async () => {
  before = Object.fromEntries(variables.map((name) => [name, process.env[name]]))
  for (const name of variables) Reflect.deleteProperty(process.env, name)
  received = []
  opened = []
  server = createServer(companyAuthority, (asked, answer) => {
    received.push(
      `${asked.method} ${asked.headers.host} ${asked.headers['proxy-authorization'] ?? 'no login'}`,
    )
    answer.end('{"fine":true}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
})

afterEach(async () => {
  for (const name of variables) {
    const value = before[name]
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
  for (const one of opened) await one.close()
  server.closeAllConnections()
  server.close()
})

const port = (): number => (server.address() as AddressInfo).port

const through = async (options: Partial<ConnectProxyOptions> = {}, login = ''): Promise<void> => {
  proxy = await startConnectProxy({ port: port(), ...options })
  opened.push(proxy)
  process.env.HTTPS_PROXY = proxy.url.replace('http://', `http://${login}`)
}

const ask = (agent: ProxyingAgent, to = host): Promise<string> =>
  new Promise((resolve, reject) => {
    const asking = request({ host: to, port: 443, path: '/', agent })
    asking.on('error', reject)
    asking.on('response', (answer) => void text(answer).then(resolve, reject))
    asking.end()
  })

const openAgent = (): ProxyingAgent =>
  new ProxyingAgent({ ca: companyAuthority.authority, keepAlive: true, connectTimeoutMs: 1_000 })

describe('a host behind the proxy of the network', () => {
  it('is asked through it, with its own certificate, over one connection that is kept', async () => {
    await through()
    const agent = openAgent()

    const answers = [await ask(agent), await ask(agent)]
    agent.destroy()

    expect(answers).toEqual(['{"fine":true}', '{"fine":true}'])
    expect(proxy.asked).toEqual([`${host}:443`])
    expect(received).toEqual(Array(2).fill(`GET ${host} no login`))
  })

  it('gives the login to the proxy and to nobody else', async () => {
    await through({}, 'first%40last:p%3Aw@')
    const agent = openAgent()

    await ask(agent)
    agent.destroy()

    expect(proxy.logins).toEqual([`Basic ${Buffer.from('first@last:p:w').toString('base64')}`])
    expect(received).toEqual([`GET ${host} no login`])
    expect(showProxy()).toBe(proxy.url)
  })

  it('is not believed when its certificate is of an authority that nobody knows', async () => {
    await through()
    const agent = new ProxyingAgent({ rejectUnauthorized: true, connectTimeoutMs: 1_000 })

    await expect(ask(agent)).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })
    agent.destroy()
    expect(received).toEqual([])
  })
})

describe('which requests take the proxy', () => {
  const named = { HTTPS_PROXY: 'http://proxy.example.test:3128' }

  it.each([
    ['a host of the internet', named, 'api.example.test', true],
    ['a variable in small letters', { https_proxy: 'proxy.example.test:3128' }, 'api.example.test', true],
    ['the variable for everything', { ALL_PROXY: 'http://proxy.example.test' }, 'api.example.test', true],
    ['no variable', {}, 'api.example.test', false],
    ['an empty variable', { HTTPS_PROXY: '' }, 'api.example.test', false],
    [
      'the variable for plain HTTP alone',
      { HTTP_PROXY: 'http://proxy.example.test' },
      'api.example.test',
      false,
    ],
    ['a host that is excepted', { ...named, NO_PROXY: 'x.test,api.example.test' }, 'api.example.test', false],
    ['a domain that is excepted', { ...named, no_proxy: '.example.test' }, 'api.example.test', false],
    ['another host than the excepted one', { ...named, NO_PROXY: 'x.test' }, 'api.example.test', true],
    ['everything excepted', { ...named, NO_PROXY: '*' }, 'api.example.test', false],
    [
      'another port than the excepted one',
      { ...named, NO_PROXY: 'api.example.test:8443' },
      'api.example.test',
      true,
    ],
    ['this machine', named, 'localhost', false],
    ['this machine by its address', named, '127.0.0.1', false],
    ['this machine over IPv6', named, '::1', false],
    ['another machine over IPv6', named, '2001:db8::1', true],
  ])('%s', (_, env, to, expected) => {
    Object.assign(process.env, env)

    expect(goesThroughProxy({ host: to, port: 443 })).toBe(expected)
  })

  it('reads a name without a scheme as a proxy over plain HTTP, and shows it without its login', () => {
    process.env.HTTPS_PROXY = 'me:secret@proxy.example.test:3128'

    expect(showProxy()).toBe('http://proxy.example.test:3128')
  })
})

type Case = [name: string, options: Partial<ConnectProxyOptions>, networkCode: string, code: string]
const cases: Case[] = [
  ['wants a login', { refuse: 407 }, 'PROXY_407', 'proxy-login'],
  ['offers Basic too', { refuse: 407, offers: 'NTLM, basic realm="x"' }, 'PROXY_407', 'proxy-login'],
  ['wants NTLM', { refuse: 407, offers: 'Negotiate, NTLM' }, 'PROXY_407_NO_BASIC', 'proxy-login'],
  ['forbids the host', { refuse: 403 }, 'PROXY_403', 'proxy-failed'],
  ['finds no host', { refuse: 502 }, 'PROXY_502', 'proxy-failed'],
  ['never answers', { isSilent: true }, 'PROXY_ETIMEDOUT', 'proxy-failed'],
]

describe.each(cases)('a proxy that %s', (_, options, networkCode, code) => {
  const leave = (): void => {
    throw new Error('nothing may leave')
  }
  // A busy machine may keep a proxy waiting that does answer.
  const connectTimeoutMs = options.isSilent === true ? 50 : 2_000
  const sleep = (): Promise<void> => Promise.resolve()

  beforeEach(() => through(options))

  it('is no answer of the host, and nothing has left', async () => {
    const exchange = createExchange({ connectTimeoutMs, timeoutMs: 2_000 })
    const sending = exchange.send({ method: 'POST', url: `${url}/`, headers: {}, body: '{}', leave })

    await expect(sending).rejects.toMatchObject({
      reason: { kind: 'unreachable', code: networkCode },
      left: false,
    })
    exchange.close()
  })

  it('is named for AlexisHR', async () => {
    const retry = { sleep }
    const client = createGetOnlyClient({ baseUrl: url, token: 'secret', retry, connectTimeoutMs })
    const failure = await client.get('/employee').catch((error: unknown) => error)
    client.close()

    const { reason } = failure as { reason: Parameters<typeof toSourceError>[0] }
    expect(toSourceError(reason, 'GET /employee')).toMatchObject({
      facts: { code, remote: 'alexis' },
      message: expect.stringContaining(`(${networkCode})`),
    })
  })

  it('is named for Nmbrs over SOAP, and nothing was carried out', async () => {
    const login = { username: 'api@example.test', token: 'secret', domain: 'acme' }
    const settings = { host: url, maxCallsPerSecond: 100, fence: noFence, log: silentLog }
    const patience = { retry: { sleep }, connectTimeoutMs }
    const target = await createNmbrsSoapTarget({ ...login, ...settings, ...patience })

    await expect(target.readCurrentPeriod(toTargetCompanyId('1'))).rejects.toMatchObject({
      facts: { code, carried: 'no', status: networkCode, remedy: expect.stringContaining('HTTPS_PROXY') },
    })
    await target.close()
  })

  // The time limit of these is that of the connection, or shorter.
  if (options.isSilent === true) return

  it('is named for the identity service, and no refresh was spent', async () => {
    const app = { clientId: 'a', clientSecret: 'b', redirectUri: 'http://127.0.0.1:1/' }
    const identity = createIdentityClient({ identityHost: url, timeoutMs: 200, ...app })

    expect(await identity.refresh('token')).toEqual({ result: 'failed', code: networkCode })
    identity.close()
  })

  it('is named for a webhook and a heartbeat', async () => {
    const message = { body: '{}', deliveryId: '1', setting: 'notices.webhook' }

    await expect(postWebhook({ url, secret: 's', now: () => 0 }, message)).rejects.toMatchObject({
      message: expect.stringContaining(networkCode),
      carried: 'no',
    })
    await expect(callHeartbeat(url)).rejects.toMatchObject({ code })
  })
})

it('names a proxy that is not there', async () => {
  await through()
  await proxy.close()
  const exchange = createExchange({ connectTimeoutMs: 1_000 })

  await expect(exchange.send({ method: 'GET', url: `${url}/`, headers: {} })).rejects.toMatchObject({
    reason: { kind: 'unreachable', code: 'PROXY_ECONNREFUSED' },
  })
  exchange.close()
})

it.each([
  ['HTTPS_PROXY', 'ftp://proxy.example.test', 'PROXY_INVALID', 'is not the address'],
  ['HTTPS_PROXY', 'http://', 'PROXY_INVALID', 'is not the address'],
  ['HTTPS_PROXY', 'socks5://proxy.example.test:1080', 'PROXY_SOCKS', 'SOCKS'],
  ['ALL_PROXY', 'SOCKS5H://proxy.example.test:1080', 'PROXY_SOCKS', 'SOCKS'],
  ['HTTPS_PROXY', 'http://wpad.example.test/wpad.dat', 'PROXY_PAC', 'PAC'],
  ['HTTPS_PROXY', 'http://files.example.test/company.PAC?v=2', 'PROXY_PAC', 'PAC'],
  ['HTTPS_PROXY', 'pac+http://files.example.test/company', 'PROXY_PAC', 'PAC'],
])('names what %s=%s is', async (name, value, code, words) => {
  process.env[name] = value
  const exchange = createExchange({ connectTimeoutMs: 1_000 })

  await expect(exchange.send({ method: 'GET', url: `${url}/`, headers: {} })).rejects.toMatchObject({
    reason: { kind: 'unreachable', code },
  })
  exchange.close()
  expect(findConnectProblem(code)).toMatchObject({
    code: 'proxy-failed',
    title: expect.stringContaining(words),
    retryable: false,
  })
})

it('takes a proxy whose name only looks like a script for a proxy', () => {
  process.env.HTTPS_PROXY = 'http://proxy.pac-group.example:3128'

  expect(showProxy()).toBe('http://proxy.pac-group.example:3128')
})

describe('a machine where only HTTP_PROXY is set', () => {
  const broken: HttpFailure['reason'] = { kind: 'unreachable', code: 'ENOTFOUND' }
  const failure = new HttpFailure(broken, false)
  const remediesOf = (): (string | null | undefined)[] =>
    [
      toSourceError(broken, 'GET /employee'),
      toNetworkError(failure, 'debtors'),
      toNetworkError(new HttpFailure({ kind: 'timeout' }, false), 'debtors'),
      toCallError(Object.assign(new Error(), { code: 'ENOTFOUND' }), 'List', {
        ...{ timedOut: false, closed: false, left: false },
      }),
      identityFailed('ENOTFOUND'),
    ].map((error) => (error as RemoteError).facts.remedy)

  it.each(['HTTP_PROXY', 'http_proxy'])(
    'hears that %s has no effect, wherever no connection is made',
    (name) => {
      process.env[name] = 'http://proxy.example.test:3128'

      for (const remedy of remediesOf()) expect(remedy).toMatch(/^HTTP_PROXY has no effect.*HTTPS_PROXY/)
      expect(toNetworkError(new HttpFailure({ kind: 'timeout' }), 'debtors').facts.remedy).toMatch(
        /^Run again/,
      )
    },
  )

  it.each([{}, { HTTPS_PROXY: 'http://a:1' }, { ALL_PROXY: 'http://a:1' }])('only then: %j', (others) => {
    Object.assign(process.env, others, Object.keys(others).length === 0 ? {} : { HTTP_PROXY: 'http://a:1' })

    for (const remedy of remediesOf()) expect(remedy).not.toContain('HTTP_PROXY')
  })
})

it('ends at once while the proxy keeps it waiting', async () => {
  await through({ isSilent: true })
  const exchange = createExchange({ connectTimeoutMs: 60_000 })
  const sending = exchange.send({ method: 'GET', url: `${url}/`, headers: {} })
  const ended = expect(sending).rejects.toMatchObject({ reason: { kind: 'closed' } })
  while (proxy.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))

  exchange.close()

  await ended
})
