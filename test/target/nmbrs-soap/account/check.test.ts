import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toCallKey } from '../../../../src/onboarding/calls/call-name.js'
import { knownCalls } from '../../../../src/onboarding/calls/catalogue.js'
import { lookAtAccount } from '../../../../src/onboarding/check/look-at-account.js'
import type { CallStep } from '../../../../src/sandbox/nmbrs/serve-call.js'
import { startNmbrsSandbox, type NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { findReadCall, isWriteName } from '../../../../src/target/nmbrs-soap/read-calls/find-read-call.js'
import { companyId } from '../../../sandbox/nmbrs/small-world.js'
import { twoDebtors } from '../../../sandbox/nmbrs/two-debtors.js'
import { loadAsrCalls } from './asr-calls.js'
import { tryCalls, withAccount } from './with-account.js'

const calls = await loadAsrCalls()
const company = String(companyId)
const everyLookUp = { period: true, domain: true, tags: true, employeeNumbers: ['1001'] }

let sandbox: NmbrsSandbox
let onCall: ((step: CallStep) => void | Promise<void>) | undefined

beforeAll(async () => {
  sandbox = await startNmbrsSandbox({ data: twoDebtors(), onCall: (step) => onCall?.(step) })
})

afterAll(() => sandbox.close())

beforeEach(() => {
  onCall = undefined
  sandbox.reset()
  sandbox.accounts[0] = { ...sandbox.account }
})

/**
 * Lets calls be carried out in rounds: those that came in together are answered together. Counts the rounds.
 */
const inRounds = (): (() => number) => {
  let rounds = 0
  let waiting: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined
  const release = (): void => {
    rounds += 1
    const released = waiting
    waiting = []
    for (const go of released) go()
  }
  onCall = ({ phase }) => {
    if (phase !== 'received') return
    clearTimeout(timer)
    timer = setTimeout(release, 60)
    return new Promise((resolve) => waiting.push(resolve))
  }
  return () => rounds
}

describe('a whole check', () => {
  it('takes 19 probes, at most 8 look-ups, and so few rounds that 100 ms for each leave most of 3 seconds', async () => {
    sandbox.switches.reportPolls = 5
    const countRounds = inRounds()
    let waitedMs = 0
    const wait = (ms: number): Promise<void> => {
      waitedMs += ms
      return Promise.resolve()
    }

    const look = await withAccount(
      sandbox,
      calls,
      (account) => lookAtAccount(account, { companyId: company, calls, lookUps: everyLookUp }),
      { wait },
    )

    expect([...look.probes.values()].filter(({ answer }) => answer !== 'accepted')).toEqual([])
    expect(look.spent.probes).toBe(19)
    expect(look.spent.lookUps).toBeLessThanOrEqual(8)
    expect(sandbox.calls.records).toHaveLength(look.spent.probes + look.spent.lookUps)
    expect(Object.values(look.readings)).toHaveLength(5)
    expect(countRounds() * 100 + waitedMs).toBeLessThan(2500)
  })

  it('sends each of the tried calls once, but for the lists of other kinds of employee and a report under way', async () => {
    await withAccount(sandbox, calls, (account) =>
      lookAtAccount(account, { companyId: company, calls, lookUps: everyLookUp }),
    )

    const sent = sandbox.calls.records.map(({ operation }) => operation)
    const twice = sent.filter((operation, index) => sent.indexOf(operation) !== index)
    expect(new Set(twice)).toEqual(
      new Set(['List_GetAll', 'List_GetByCompany', 'Reports_BackgroundTask_Result']),
    )
  })

  it('comes to the same whatever the order of the calls', async () => {
    sandbox.accounts[0]!.template = {
      CompanyService: { except: ['Run_GetList'] },
      EmployeeService: { except: ['Children_Get', 'List_GetByCompany'] },
    }
    const expected = (await tryCalls(sandbox, calls)).probes

    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...calls], { minLength: calls.length }), async (shuffled) => {
        const { probes } = await tryCalls(sandbox, shuffled)

        expect(new Map([...probes].sort())).toEqual(new Map([...expected].sort()))
      }),
      { numRuns: 6 },
    )
  })

  it('without a company looks at what needs none', async () => {
    const look = await withAccount(sandbox, calls, (account) =>
      lookAtAccount(account, { companyId: undefined, calls, lookUps: everyLookUp }),
    )

    const accepted = [...look.probes].filter(([, { answer }]) => answer === 'accepted').map(([key]) => key)
    expect(accepted).toEqual(['CompanyService:List_GetAll'])
    expect(Object.keys(look.readings).sort()).toEqual(['companies', 'domain'])
  })
})

describe('an account that lets nobody in', () => {
  it('is known after one call', async () => {
    const wrong = { host: sandbox.host, account: { ...sandbox.account, token: 'wrong' } }

    const { probes, readings, spent } = await tryCalls(wrong, calls)

    expect(sandbox.calls.records).toHaveLength(1)
    expect(probes.get('CompanyService:List_GetAll')).toEqual({ answer: 'refused', code: '1001' })
    expect(new Set([...probes.values()].map(({ answer }) => answer))).toEqual(
      new Set(['refused', 'not-asked']),
    )
    expect(readings.companies).toMatchObject({ status: 'unread', answer: { code: '1001' } })
    expect(spent).toEqual({ probes: 1, lookUps: 0 })
  })

  it('is told apart from a host that is away', async () => {
    const away = { host: 'http://127.0.0.1:9', account: sandbox.account }

    const { probes } = await tryCalls(away, calls)

    expect(probes.get('CompanyService:List_GetAll')).toMatchObject({ answer: 'lost', reason: 'unreachable' })
    expect(probes.get('EmployeeService:Children_Get')).toEqual({ answer: 'not-asked', reason: 'stopped' })
  })
})

describe('looking for calls that nobody needs', () => {
  const reads = knownCalls.filter(({ access }) => access === 'read')
  const writes = knownCalls.filter(({ access }) => access === 'write')

  it('tries every known reading call whose parameters are known', async () => {
    const { probes } = await tryCalls(sandbox, reads)

    const others = reads.filter((call) => probes.get(toCallKey(call))?.answer !== 'accepted')
    expect(reads.length - others.length).toBeGreaterThan(130)
    for (const call of others)
      expect([call.call, probes.get(toCallKey(call))]).toEqual([
        call.call,
        {
          answer: 'not-asked',
          reason: findReadCall(call.service, call.call) === undefined ? 'not-described' : 'no-subject',
        },
      ])
    expect(sandbox.violations).toEqual([])
  })

  it('never sends a write, whoever asks for it', async () => {
    const { probes } = await tryCalls(sandbox, writes)

    expect(writes.length).toBeGreaterThan(80)
    expect(new Set([...probes.values()].map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ answer: 'not-asked', reason: 'write-call' })]),
    )
    expect(sandbox.calls.records.map(({ operation }) => operation)).toEqual(['List_GetAll'])
  })

  it('never sends what only looks like a reading call', async () => {
    const odd = [
      { service: 'EmployeeService', call: 'Employee_Insert"/><x' },
      { service: 'EmployeeService', call: 'PersonalInfo_getcurrent' },
      { service: 'DebtorService', call: 'PersonalInfo_GetCurrent' },
    ] as const

    const { probes } = await tryCalls(sandbox, odd)

    expect([...probes.values()].map(({ answer }) => answer)).toEqual(['not-asked', 'not-asked', 'not-asked'])
    expect(sandbox.calls.records).toHaveLength(1)
  })

  it('agrees with the list of known calls on what writes', () => {
    expect(reads.filter(({ call }) => isWriteName(call))).toEqual([])
    expect(writes.filter(({ call }) => !isWriteName(call))).toEqual([])
    expect(writes.filter(({ service, call }) => findReadCall(service, call) !== undefined)).toEqual([])
  })
})
