import { describe, expect, it } from '@jest/globals'

import { AuthError, RemoteError } from '../../../../src/domain/errors.js'
import { silentLog } from '../../../../src/domain/log.js'
import { createPacedQueue, type PacedQueue } from '../../../../src/http/paced-queue.js'
import type { NmbrsSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { findRefusal } from '../../../../src/target/nmbrs-rest/client/refusal.js'
import { createRestClient, type RestClient } from '../../../../src/target/nmbrs-rest/client/rest-client.js'
import type { RestCall } from '../../../../src/target/nmbrs-rest/client/rest-call.js'
import { aSalary, consentTo, ofCompany, ofEmployee } from '../../../sandbox/nmbrs/rest/rest-call.js'
import { twoDebtors } from '../../../sandbox/nmbrs/two-debtors.js'
import type { NmbrsData } from '../../../../src/sandbox/nmbrs/world/data.js'
import { withSandbox } from '../../../sandbox/nmbrs/with-sandbox.js'

interface Given {
  switches?: Partial<NmbrsSwitches>
  keys?: [string, string?]
  /** What the tokens begin with, where that is not a good one. */
  stale?: string
  fence?: (send: () => void) => void
  host?: string
  queue?: PacedQueue
  data?: NmbrsData
}

interface Setting {
  sandbox: NmbrsSandbox
  client: RestClient
  waits: number[]
  renewals: string[]
  faults: string[]
}

const withClient = (given: Given, test: (setting: Setting) => Promise<void>): Promise<void> =>
  withSandbox(
    { switches: given.switches ?? {}, ...(given.data && { data: given.data }) },
    async (sandbox) => {
      const good = (await consentTo(sandbox)).access
      const [waits, renewals, faults]: [number[], string[], string[]] = [[], [], []]
      let token = given.stale ?? good
      const client = createRestClient({
        host: given.host ?? sandbox.host,
        subscriptionKey: given.keys?.[0] ?? 'sandbox-subscription-key',
        subscriptionKeySecondary: given.keys?.[1],
        tokens: {
          current: () => Promise.resolve(token),
          peek: () => token,
          renew: (refused) => {
            renewals.push(refused)
            token = good
            return Promise.resolve(good)
          },
        },
        fence:
          given.fence ??
          ((send) => {
            send()
          }),
        queue: given.queue ?? createPacedQueue({ callsPerSecond: 150 }),
        log: silentLog,
        onFault: ({ code }) => faults.push(code),
        timeoutMs: 1_500,
        retry: { sleep: (ms) => Promise.resolve(void waits.push(ms)) },
      })
      try {
        await test({ sandbox, client, waits, renewals, faults })
      } finally {
        client.close()
      }
    },
  )

const companies: RestCall = {
  operation: 'listCompanies',
  method: 'GET',
  path: '/api/companies',
  query: { pageNumber: '1', pageSize: '100' },
  scopes: ['company.info.read'],
}
const salary: RestCall = {
  operation: 'createSalary',
  method: 'POST',
  path: ofEmployee('salary'),
  body: aSalary,
  scopes: ['employee.employment', 'employee.payment'],
}
const salariesOf = ({ store }: NmbrsSandbox): number => store.employee(501).salaries.length

const errorOf = async (call: Promise<unknown>): Promise<RemoteError> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(RemoteError)
  return error as RemoteError
}
const authErrorOf = async (call: Promise<unknown>): Promise<AuthError> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AuthError)
  return error as AuthError
}

/** A queue without a pace that notes when each call says that it leaves. */
const aQueueThatNotes = (steps: string[]): PacedQueue => ({
  openLane: () => ({
    run: (call) => call(() => void steps.push('leaves')),
    traffic: { waiting: () => 0, underWay: () => 0, nextChange: () => Promise.resolve() },
    close: () => undefined,
  }),
  limitTo: () => undefined,
})

describe('a call', () => {
  it('tells the pace that it leaves at the moment it does, inside the fence', async () => {
    const steps: string[] = []
    const fence = (send: () => void): void => {
      steps.push('fence')
      send()
      steps.push('sent')
    }
    await withClient({ queue: aQueueThatNotes(steps), fence }, async ({ client }) => {
      await client.write(salary)
      await client.read(companies)

      expect(steps).toEqual(['fence', 'leaves', 'sent', 'leaves'])
    })
  })

  it('is authorised, counted and read', async () => {
    await withClient({}, async ({ sandbox, client }) => {
      const answer = await client.read(companies)

      expect(answer).toMatchObject({ pagination: { totalRecords: 1 }, data: [{ number: '1' }] })
      expect(client.callCounts()).toEqual({ listCompanies: 1 })
      expect(sandbox.violations).toEqual([])
    })
  })

  it.each<[Partial<NmbrsSwitches>]>([
    [{}],
    [{ restWriteStatus: 201, restWriteAnswer: 'wrapped' }],
    [{ restWriteStatus: 204 }],
    [{ restWriteAnswer: 'empty' }],
  ])('writes under %j', async (switches) => {
    await withClient({ switches }, async ({ sandbox, client }) => {
      await client.write(salary)

      expect(salariesOf(sandbox)).toBe(2)
      expect(sandbox.violations).toEqual([])
    })
  })
})

describe('a call that is not let in', () => {
  it('is made again once with a new token', async () => {
    await withClient({ stale: 'ended' }, async ({ sandbox, client, renewals }) => {
      await client.write(salary)

      expect([renewals, salariesOf(sandbox)]).toEqual([['ended'], 2])
      expect(client.callCounts()).toEqual({ createSalary: 2 })
    })
  })

  it.each<[string, Partial<NmbrsSwitches>, boolean]>([
    ['401', { restBadSubscriptionKey: 401 }, false],
    ['403', { restBadSubscriptionKey: 403 }, false],
    ['401 while the token is stale too', { restBadSubscriptionKey: 401 }, true],
  ])('goes over to the secondary key after %s, and stays with it', async (_what, switches, alsoStale) => {
    const keys: Given['keys'] = ['replaced', 'sandbox-subscription-key-secondary']
    await withClient(
      { switches, keys, ...(alsoStale && { stale: 'ended' }) },
      async ({ client, renewals }) => {
        const first = client.read(companies)
        if (alsoStale) {
          // The gateway blames the key, and the API behind it the token: the next read finds the way.
          await first.catch(() => undefined)
        }
        await client.read(companies)
        await client.read(companies)

        expect(client.callCounts().listCompanies).toBeLessThanOrEqual(5)
        expect(renewals).toEqual(alsoStale ? ['ended'] : [])
      },
    )
  })

  it.each<[Given]>([[{ keys: ['bad'] }], [{ keys: ['bad', 'worse'] }]])(
    'stops the run with %j',
    async (given) => {
      await withClient(given, async ({ client }) => {
        const error = await authErrorOf(client.read(companies))

        expect([error.code, error.remedy]).toEqual([
          'subscription-key-refused',
          expect.stringContaining('nmbrs.rest.subscriptionKey'),
        ])
        expect(client.callCounts().listCompanies).toBe(given.keys?.length)
      })
    },
  )

  it('never goes round in circles', async () => {
    await withClient({}, async ({ sandbox, client, renewals }) => {
      sandbox.faults.add({ operation: 'listCompanies', kind: 'status', status: 401, times: 9 })

      expect((await authErrorOf(client.read(companies))).code).toBe('credentials-refused')
      expect([client.callCounts().listCompanies, renewals.length]).toEqual([2, 1])
    })
  })

  it('names the scope that is probably missing', async () => {
    await withClient({ switches: { restSalaryScope: 'payment' } }, async ({ client }) => {
      const { facts } = await errorOf(client.write(salary))

      expect(facts).toMatchObject({ code: 'right-missing', status: '403', carried: 'no', retryable: false })
      expect(facts.remedy).toContain('employee.employment or employee.payment')
      expect(facts.remedy).toContain('nmbrs-sync auth login')
    })
  })

  it('tells that a consent covers several debtors', async () => {
    await withClient({ switches: { restDebtors: 'several' }, data: twoDebtors() }, async ({ client }) => {
      expect((await errorOf(client.read(companies))).facts.code).toBe('multi-debtor')
    })
  })
})

describe('a call that is one too many', () => {
  it.each<[NmbrsSwitches['restTooManyRequests'], string | undefined, number[]]>([
    ['seconds', '7', [7000, 7000]],
    ['none', undefined, [1000, 2000]],
    ['html', undefined, [1000, 2000]],
  ])('is sent again, a write too, after %s', async (restTooManyRequests, retryAfter, expected) => {
    await withClient({ switches: { restTooManyRequests } }, async ({ sandbox, client, waits }) => {
      sandbox.faults.add({
        operation: 'createSalary',
        kind: 'status',
        status: 429,
        times: 2,
        ...(retryAfter !== undefined && { retryAfter: '0' }),
      })
      await client.write(salary)

      expect(salariesOf(sandbox)).toBe(2)
      expect(waits).toEqual(retryAfter === undefined ? expected : [0, 0])
    })
  })
})

describe('a call whose answer is lost', () => {
  const losses = [
    { kind: 'cut', when: 'after' },
    { kind: 'half' },
    { kind: 'html', status: 200, when: 'after' },
    { kind: 'status', status: 500, when: 'after' },
    { kind: 'status', status: 503, when: 'after' },
    { kind: 'silence', when: 'after' },
  ] as const

  it.each(losses)('is never sent again when it writes: %j', async (fault) => {
    await withClient({}, async ({ sandbox, client }) => {
      sandbox.faults.add({ ...fault, operation: 'createSalary', times: 9 })

      const { facts } = await errorOf(client.write(salary))

      expect([facts.carried, client.callCounts().createSalary, salariesOf(sandbox)]).toEqual([
        'unknown',
        1,
        2,
      ])
    })
  })

  it.each(losses)('is read again: %j', async (fault) => {
    await withClient({}, async ({ sandbox, client, faults }) => {
      sandbox.faults.add({ ...fault, operation: 'listCompanies' })

      await client.read(companies)

      expect([client.callCounts().listCompanies, faults.length]).toEqual([2, 1])
    })
  })
})

describe('a call that never left', () => {
  it('is sent again, and surely did not happen when all is given up', async () => {
    await withClient({ host: 'http://127.0.0.1:9' }, async ({ client, waits }) => {
      const { facts } = await errorOf(client.write(salary))

      expect([facts.code, facts.carried, waits.length]).toEqual(['unreachable', 'no', 4])
    })
  })

  it('asks the fence at each attempt, and counts no call that it refuses', async () => {
    const refusal = new Error('the lease is gone')
    let asked = 0
    const fence = (send: () => void): void => {
      asked += 1
      if (asked > 1) throw refusal
      send()
    }
    await withClient({ fence, stale: 'ended' }, async ({ sandbox, client }) => {
      await expect(client.write(salary)).rejects.toBe(refusal)

      expect([client.callCounts().createSalary, salariesOf(sandbox)]).toEqual([1, 1])
    })
  })

  it('does not leave after the client was closed', async () => {
    await withClient({}, async ({ sandbox, client }) => {
      client.close()

      expect((await errorOf(client.write(salary))).facts).toMatchObject({ code: 'closed', carried: 'no' })
      expect(salariesOf(sandbox)).toBe(1)
    })
  })
})

describe('a refusal', () => {
  it.each<[NmbrsSwitches['restErrorBody'], boolean]>([
    ['titleDetailCode', true],
    ['problem', true],
    ['gateway', true],
    ['html', false],
    ['empty', false],
  ])('of shape %s is told by its status and what it says', async (restErrorBody, says) => {
    await withClient({ switches: { restErrorBody } }, async ({ client }) => {
      await client.write(salary)
      const error = await errorOf(client.write(salary))

      expect(error.facts).toMatchObject({ code: 'refused', status: '400', carried: 'no', retryable: false })
      const refusal = findRefusal(error)
      expect([refusal?.status, `${refusal?.title}${refusal?.detail}` !== '']).toEqual([400, says])
    })
  })

  it('is not found where there is no such record', async () => {
    await withClient({}, async ({ client }) => {
      const call = { ...companies, path: `${ofCompany('employees')}/nothing` }

      expect((await errorOf(client.read(call))).facts).toMatchObject({ code: 'not-found', retryable: false })
    })
  })
})
