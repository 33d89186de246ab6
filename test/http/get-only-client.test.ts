import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { inspect } from 'node:util'
import nock from 'nock'

import {
  createGetOnlyClient,
  type GetOnlyClient,
  type GetOnlyClientOptions,
} from '../../src/http/get-only-client.js'
import { HttpFailure } from '../../src/http/http-failure.js'

const host = 'https://api.example.test'
const token = 'secret-token-4711'

let waits: number[]
let clients: GetOnlyClient[]

const aClient = (options: Partial<GetOnlyClientOptions> = {}): GetOnlyClient => {
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms)
    return Promise.resolve()
  }
  const client = createGetOnlyClient({
    baseUrl: `${host}/v1`,
    token,
    retry: { retries: 3, baseDelayMs: 100, sleep, random: () => 0, nowMs: () => 0 },
    ...options,
  })
  clients.push(client)
  return client
}

const failureOf = async (reading: Promise<unknown>): Promise<HttpFailure> => {
  const error: unknown = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(HttpFailure)
  return error as HttpFailure
}

beforeEach(() => {
  waits = []
  clients = []
  nock.disableNetConnect()
})

// nock changes Node's own http module, which outlives this file.
afterAll(() => {
  nock.restore()
})

afterEach(() => {
  const open = nock.pendingMocks()
  for (const client of clients) client.close()
  nock.cleanAll()
  nock.enableNetConnect()
  expect(open).toEqual([])
})

describe('a read', () => {
  it('sends the token and the parameters and gives back the parsed answer', async () => {
    nock(host, { reqheaders: { authorization: `Bearer ${token}`, accept: 'application/json' } })
      .get('/v1/employee')
      .query({ sort: { id: 'asc' }, relations: 'employment,compensation' })
      .reply(200, { status: 'ok' })

    const answer = await aClient().get('/employee', {
      'sort[id]': 'asc',
      relations: 'employment,compensation',
    })

    expect(answer).toEqual({ status: 'ok' })
  })

  it('does not mind a closing slash of the base address', async () => {
    nock(host).get('/v1/company').reply(200, {})

    const answer = await aClient({ baseUrl: `${host}/v1/` }).get('/company')

    expect(answer).toEqual({})
  })

  it('has nothing but get, a count and close', () => {
    expect(Object.keys(aClient()).sort()).toEqual(['close', 'get', 'requestCount'])
  })

  it('counts every request, repeats included', async () => {
    nock(host).get('/v1/a').times(2).reply(500).get('/v1/a').reply(200, {})
    const client = aClient()

    await client.get('/a')

    expect(client.requestCount()).toBe(3)
  })
})

describe('a failed read', () => {
  it.each([[408], [429], [500], [502], [503], [504]])('is repeated after status %p', async (status) => {
    nock(host).get('/v1/a').reply(status, '<html></html>').get('/v1/a').reply(200, { fine: true })

    const answer = await aClient().get('/a')

    expect(answer).toEqual({ fine: true })
    expect(waits).toEqual([50])
  })

  it.each([[400], [401], [403], [404], [409]])('is not repeated after status %p', async (status) => {
    nock(host).get('/v1/a').reply(status, { statusCode: status })

    const failure = await failureOf(aClient().get('/a'))

    expect(failure.reason).toEqual({ kind: 'status', status })
    expect(waits).toEqual([])
  })

  it('is repeated after the wait that the server asks for', async () => {
    nock(host)
      .get('/v1/a')
      .reply(429, undefined, { 'Retry-After': '7' })
      .get('/v1/a')
      .reply(503, undefined, { 'Retry-After': 'Thu, 01 Jan 1970 00:00:09 GMT' })
      .get('/v1/a')
      .reply(200, {})

    await aClient().get('/a')

    expect(waits).toEqual([7000, 9000])
  })

  it('is given up after the last repeat, with what the server asked for', async () => {
    nock(host).get('/v1/a').times(4).reply(429, undefined, { 'Retry-After': '7' })

    const failure = await failureOf(aClient().get('/a'))

    expect(failure.reason).toEqual({ kind: 'status', status: 429, retryAfter: '7' })
    expect(waits).toEqual([7000, 7000, 7000])
  })

  it('tells of every repeat without the query, the token or the body', async () => {
    const told: unknown[] = []
    nock(host)
      .get('/v1/a')
      .query({ name: 'Jansen' })
      .reply(500, 'Jansen')
      .get('/v1/a?name=Jansen')
      .reply(200, {})

    await aClient({ onRetry: (repeat) => told.push(repeat) }).get('/a', { name: 'Jansen' })

    expect(told).toEqual([{ path: '/v1/a', repeat: 1, delayMs: 50, reason: { kind: 'status', status: 500 } }])
  })

  it('says that a page of HTML is not JSON', async () => {
    nock(host).get('/v1/a').reply(200, '<html>Log in</html>', { 'Content-Type': 'text/html' })

    const failure = await failureOf(aClient().get('/a'))

    expect(failure.reason).toEqual({ kind: 'not-json' })
  })

  it('is repeated after JSON that breaks off', async () => {
    nock(host).get('/v1/a').reply(200, '{"status":"ok","data":[').get('/v1/a').reply(200, { whole: true })

    const answer = await aClient().get('/a')

    expect(answer).toEqual({ whole: true })
  })

  it('is given up when every answer breaks off', async () => {
    nock(host).get('/v1/a').times(4).reply(200, '{"status":')

    const failure = await failureOf(aClient().get('/a'))

    expect(failure.reason).toEqual({ kind: 'truncated' })
  })

  it('never follows a redirect, so that the token stays where it belongs', async () => {
    nock(host).get('/v1/a').reply(302, undefined, { Location: 'https://elsewhere.example.test/v1/a' })

    const failure = await failureOf(aClient().get('/a'))

    expect(failure.reason).toEqual({ kind: 'redirect', status: 302 })
  })

  it('keeps token, address and body out of the error, its cause included', async () => {
    nock(host).get('/v1/a').query(true).reply(400, { message: 'Jansen is unknown' })

    const failure = await failureOf(aClient().get('/a', { name: 'Jansen' }))

    expect(inspect(failure, { depth: 10, showHidden: true })).not.toMatch(/4711|Jansen|example\.test/)
  })
})
