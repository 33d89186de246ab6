import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { inspect } from 'node:util'
import nock from 'nock'

import { AuthError, RemoteError } from '../../../src/domain/errors.js'
import type { LogFields } from '../../../src/domain/log.js'
import { createAlexisSource } from '../../../src/source/alexis/alexis-source.js'
import type { Source } from '../../../src/source/port.js'
import { aQuery, asItIs } from './alexis-world.js'

const host = 'https://api.example.test'
const token = 'secret-token-4711'

let source: Source
let logged: { message: string; fields: LogFields | undefined }[]

beforeEach(() => {
  nock.disableNetConnect()
  logged = []
  const note = (message: string, fields?: LogFields): void => {
    logged.push({ message, fields })
  }
  source = createAlexisSource({
    baseUrl: `${host}/v1`,
    token,
    timeZone: 'Europe/Amsterdam',
    log: { error: note, warn: note, info: note, debug: note },
    retry: { retries: 1, sleep: () => Promise.resolve(), random: () => 0 },
  })
})

// nock changes Node's own http module, which outlives this file.
afterAll(() => {
  nock.restore()
})

afterEach(() => {
  const open = nock.pendingMocks()
  source.close()
  nock.cleanAll()
  nock.enableNetConnect()
  expect(open).toEqual([])
})

const failWith = async (): Promise<unknown> => {
  try {
    await source.readSnapshot(aQuery(), asItIs)
  } catch (error) {
    return error
  }
  throw new Error('the read succeeded')
}

const employees = () => nock(host).get('/v1/employee').query(true)

describe('an odd answer', () => {
  it.each<[string, () => void, string]>([
    ['an unknown address', () => employees().reply(404, { statusCode: 404 }), 'not-found'],
    ['a web page', () => employees().reply(200, '<html></html>'), 'not-json'],
    ['another encoding', () => employees().reply(200, Buffer.from('{"a":"Zoë"}', 'latin1')), 'not-utf8'],
    ['half an answer', () => employees().times(2).reply(200, '{"status":"ok","data":[{'), 'truncated'],
    ['too many requests', () => employees().times(2).reply(429), 'rate-limited'],
    ['a broken server', () => employees().times(2).reply(502, '<html></html>'), 'unavailable'],
    [
      'a redirect',
      () => employees().reply(301, '', { Location: 'https://other.example.test' }),
      'redirected',
    ],
    ['a bare list', () => employees().reply(200, []), 'unexpected-shape'],
    ['an error with status 200', () => employees().reply(200, { statusCode: 500 }), 'unexpected-shape'],
    ['no total', () => employees().reply(200, { status: 'ok', data: [] }), 'unexpected-shape'],
    [
      'related rows that are no list',
      () => employees().reply(200, { status: 'ok', data: [], total: 0, relations: { employment: {} } }),
      'unexpected-shape',
    ],
    [
      'a list of records without id',
      () => employees().reply(200, { status: 'ok', data: [{ firstName: 'Anna' }], total: 1 }),
      'unexpected-shape',
    ],
    [
      'a compensation that is nobody’s',
      () =>
        employees().reply(200, {
          status: 'ok',
          data: [{ id: 'a', active: true, companyId: 'c' }],
          total: 1,
          relations: { compensation: [{ id: 'x', amount: 1, effectiveDate: '2026-01-01' }] },
        }),
      'unexpected-shape',
    ],
  ])('is an error of its own: %s', async (_what, answer, code) => {
    answer()

    const error = await failWith()

    expect(error).toBeInstanceOf(RemoteError)
    expect((error as RemoteError).facts.code).toBe(code)
  })

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
  ])('with status %p is an error of the token', async (status, code) => {
    employees().reply(status, { statusCode: status, message: 'No' })

    const error = await failWith()

    expect(error).toBeInstanceOf(AuthError)
    expect((error as AuthError).code).toBe(code)
  })

  it('leaves no token and nothing personal in errors and logs', async () => {
    employees().times(2).reply(500, { message: 'Jansen, NL89TSTB0294817360' })

    const error = await failWith()

    expect(inspect([error, logged], { depth: 20, showHidden: true })).not.toMatch(/4711|Jansen|TSTB/)
    expect(logged).toEqual([
      {
        message: 'source read is repeated',
        fields: { path: '/v1/employee', repeat: 1, delayMs: 250, reason: 'status', status: 500 },
      },
    ])
  })

  it('names the keys that are not as expected, and no value', async () => {
    employees().reply(200, { status: 'ok', data: 'Jansen', total: -1 })

    const error = await failWith()

    expect((error as Error).message).toContain(
      'data: expected list, found text; total: expected another value, found number',
    )
  })

  it('is an error for the list of companies too', async () => {
    nock(host)
      .get('/v1/company')
      .query(true)
      .reply(200, { status: 'ok', data: [{ id: 'c', name: null }], total: 1 })

    await expect(source.readCompanies()).rejects.toMatchObject({
      facts: { code: 'unexpected-shape', operation: 'GET /company' },
    })
  })
})
