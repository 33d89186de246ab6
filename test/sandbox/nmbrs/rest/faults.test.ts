import { describe, expect, it } from '@jest/globals'

import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { withSandbox } from '../with-sandbox.js'
import { aSalary, api, consentTo, ofCompany, ofEmployee } from './rest-call.js'
import type { JsonReply, Tokens } from './rest-call.js'

const write = (sandbox: NmbrsSandbox, tokens: Tokens): Promise<JsonReply> =>
  api(sandbox, tokens, ofEmployee('salary'), { method: 'POST', body: aSalary })
const salaries = ({ store }: NmbrsSandbox): number => store.employee(501).salaries.length
const ofCreateSalary = { service: 'RestApi', operation: 'createSalary' }

describe('a fault on order', () => {
  it.each([
    ['before', 1],
    ['after', 2],
  ] as const)('cuts the connection %s the write', async (when, rows) => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      sandbox.faults.add({ ...ofCreateSalary, kind: 'cut', when })

      await expect(write(sandbox, tokens)).rejects.toThrow()
      expect(salaries(sandbox)).toBe(rows)
    })
  })

  it.each([
    [{ kind: 'status', status: 500 }, 500, 1, '{'],
    [{ kind: 'status', status: 500, when: 'after' }, 500, 2, '{'],
    [{ kind: 'status', status: 401 }, 401, 1, '{'],
    [{ kind: 'status', status: 403 }, 403, 1, '{'],
    [{ kind: 'status', status: 503 }, 503, 1, '{'],
    [{ kind: 'html' }, 502, 1, '<'],
    [{ kind: 'html', status: 200, when: 'after' }, 200, 2, '<'],
    [{ kind: 'slow', delayMs: 5 }, 200, 2, '{'],
  ] as const)('answers with %j', async (fault, status, rows, first) => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      sandbox.faults.add({ ...ofCreateSalary, ...fault })

      const met = await write(sandbox, tokens)

      expect([met.status, met.text.slice(0, 1), salaries(sandbox)]).toEqual([status, first, rows])
    })
  })

  it('hits as often as it was ordered, and that call alone', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      sandbox.faults.add({ operation: 'listSalaries', kind: 'status', status: 503, times: 2 })
      const read = async (): Promise<number> =>
        (await api(sandbox, tokens, ofCompany('employees/salaries'))).status
      const other = await api(sandbox, tokens, ofCompany('employees'))

      expect([other.status, await read(), await read(), await read()]).toEqual([200, 503, 503, 200])
    })
  })

  it('says after how long to come back, or leaves that to the switch', async () => {
    await withSandbox({ switches: { restTooManyRequests: 'none' } }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      sandbox.faults.add({ ...ofCreateSalary, kind: 'status', status: 429, retryAfter: '7' })
      const told = await write(sandbox, tokens)
      sandbox.faults.add({ ...ofCreateSalary, kind: 'status', status: 429 })
      const untold = await write(sandbox, tokens)

      expect([told, untold].map(({ headers }) => headers.get('retry-after'))).toEqual(['7', null])
      expect(salaries(sandbox)).toBe(1)
    })
  })

  it('leaves codes and tokens out of the log of calls', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      await write(sandbox, tokens)

      expect(sandbox.calls.records.map(({ service, operation }) => `${service} ${operation}`)).toEqual([
        'IdentityService authorize',
        'IdentityService requestToken',
        'RestApi createSalary',
      ])
      const log = JSON.stringify([sandbox.calls.records, sandbox.consents.all])
      for (const secret of [tokens.access, tokens.refresh, sandbox.app.clientSecret])
        expect(log).not.toContain(secret)
    })
  })
})

describe('steering over HTTP', () => {
  const steer = async (
    sandbox: NmbrsSandbox,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Response> =>
    fetch(`${sandbox.host}/_sandbox/${path}`, {
      method,
      headers: { connection: 'close', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  it('rotates a key, takes a scope from the app and withdraws every consent', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const changed = await steer(sandbox, 'PATCH', 'app', { subscriptionKeys: ['another-key'] })
      const withNewKey = await api(sandbox, tokens, '/api/companies')
      await steer(sandbox, 'DELETE', 'consents')
      const withdrawn = await api(sandbox, tokens, '/api/companies')
      const wrong = await steer(sandbox, 'PATCH', 'app', { scope: [] })

      expect([changed.status, withNewKey.status, withdrawn.status, wrong.status]).toEqual([
        200, 200, 401, 400,
      ])
      expect(await changed.text()).not.toContain(sandbox.app.clientSecret)
      expect(await (await steer(sandbox, 'GET', 'consents')).json()).toMatchObject([{ isAlive: false }])
    })
  })
})
