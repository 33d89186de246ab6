import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { toCallKey, type CallName } from '../../../../src/onboarding/calls/call-name.js'
import { toVerdict } from '../../../../src/onboarding/calls/call-verdict.js'
import type { FaultRequest } from '../../../../src/sandbox/nmbrs/faults.js'
import { startNmbrsSandbox, type NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { AccountOptions } from '../../../../src/target/nmbrs-soap/account/open-account.js'
import { isWriteName } from '../../../../src/target/nmbrs-soap/read-calls/find-read-call.js'
import { aCompany, companyId } from '../../../sandbox/nmbrs/small-world.js'
import { twoDebtors } from '../../../sandbox/nmbrs/two-debtors.js'
import { loadAsrCalls } from './asr-calls.js'
import { tryCalls } from './with-account.js'

const calls = await loadAsrCalls()
const keys = calls.map(toCallKey)
const report = 'ReportService:Reports_GetWageCodesByRunCompany_FilterByWageCode_Background'
const reportResult = 'ReportService:Reports_BackgroundTask_Result'
const companies = 'CompanyService:List_GetAll'
const runs = 'CompanyService:Run_GetList'

let sandbox: NmbrsSandbox

beforeAll(async () => {
  sandbox = await startNmbrsSandbox({ data: twoDebtors(), recordBodies: true })
})

afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.reset()
  sandbox.switches.reportOutcome = 'Success'
  sandbox.accounts[0] = { ...sandbox.account }
})

/** The verdicts of a check of all a.s.r. calls, by call, those that are simply active left out. */
const checkAll = async (options: Partial<AccountOptions> = {}): Promise<Record<string, string>> => {
  const { probes } = await tryCalls(sandbox, calls, options)
  const verdicts = [...probes].map(([key, answer]): [string, string] => {
    const outcome = toVerdict(answer)
    const detail = 'reason' in outcome ? outcome.reason : 'code' in outcome ? outcome.code : ''
    return [key, `${outcome.verdict} ${detail}`.trim()]
  })
  expect(verdicts.map(([key]) => key)).toEqual(keys)
  return Object.fromEntries(verdicts.filter(([, verdict]) => verdict !== 'active'))
}

/** What else cannot be tried when this call is not answered. */
const dependentsOf = (key: string): Record<string, string> => {
  if (key === runs) return { [report]: 'not-tested no-run', [reportResult]: 'not-tested no-run' }
  return key === report ? { [reportResult]: 'not-tested no-task' } : {}
}

const everyCall = (verdict: string): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, verdict]))

const strike = (
  { service, call }: CallName,
  fault: Pick<FaultRequest, 'kind'> & Record<string, unknown>,
): void => {
  sandbox.faults.add({ ...fault, service, operation: call, times: 100 } as FaultRequest)
}

const outcomes = [
  [1003, 'outside-filter 1003'],
  [1004, 'no-subscription 1004'],
  [2003, 'no-access 2003'],
  [2004, 'no-access 2004'],
  [2009, 'no-access 2009'],
  [2006, 'failed fault'],
  [9999, 'failed fault'],
] as const

describe('a check of the a.s.r. calls', () => {
  it('shows every call open on an account that has them all', async () => {
    expect(await checkAll()).toEqual({})
    expect(keys).toHaveLength(19)
    expect(sandbox.violations).toEqual([])
  })

  it('sends nothing but calls that read, and none of them to another company', async () => {
    await checkAll()

    expect(sandbox.calls.records.filter(({ operation }) => isWriteName(operation))).toEqual([])
    const bodies = sandbox.calls.records.map(({ body }) => body ?? '')
    expect(bodies.filter((body) => /<[Cc]ompanyI[dD]>/.test(body)).length).toBeGreaterThan(5)
    expect(bodies.filter((body) => /<[Cc]ompanyI[dD]>(?!1234<)/.test(body))).toEqual([])
  })

  it('finds its way with a template that opens these calls and no other', async () => {
    const only = (service: string) => ({
      only: calls.filter((call) => call.service === service).map(({ call }) => call),
    })
    sandbox.accounts[0]!.template = {
      CompanyService: only('CompanyService'),
      EmployeeService: only('EmployeeService'),
      DebtorService: 'none',
      ReportService: only('ReportService'),
    }

    expect(await checkAll()).toEqual({})
  })
})

describe.each(calls.map((call) => [toCallKey(call), call] as const))('%s', (key, call) => {
  it('is inactive when the template has it switched off', async () => {
    sandbox.accounts[0]!.template = { [call.service]: { except: [call.call] } }

    expect(await checkAll()).toEqual({ [key]: 'inactive 1002', ...dependentsOf(key) })
  })

  it.each(outcomes)('is told after the number when it is refused with %i', async (code, verdict) => {
    strike(call, { kind: 'soap-fault', code })

    expect(await checkAll()).toEqual({ [key]: verdict, ...dependentsOf(key) })
  })

  it('tells of wrong credentials; nothing more is sent when it is the first to go', async () => {
    strike(call, { kind: 'soap-fault', code: 1001 })

    const verdicts = await checkAll()

    if (key === companies) {
      expect(verdicts).toEqual({ ...everyCall('not-tested stopped'), [key]: 'wrong-credentials 1001' })
      expect(sandbox.calls.records).toHaveLength(1)
    } else {
      expect(verdicts).toEqual({ [key]: 'wrong-credentials 1001', ...dependentsOf(key) })
    }
  })

  it('has failed when the answer is no SOAP, and the others go on', async () => {
    strike(call, { kind: 'html' })

    expect(await checkAll()).toEqual({ [key]: 'failed unreadable', ...dependentsOf(key) })
  })

  it('has failed when Nmbrs does not know it', async () => {
    const body =
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode>' +
      '<faultstring>Server did not recognize the value of HTTP Header SOAPAction.</faultstring></soap:Fault></soap:Body></soap:Envelope>'
    strike(call, { kind: 'body', status: 500, body })

    expect(await checkAll()).toEqual({ [key]: 'failed unknown-call', ...dependentsOf(key) })
  })
})

describe('a call that never answers', () => {
  it('has failed after the time given to it, and the others go on', async () => {
    strike({ service: 'EmployeeService', call: 'Children_Get' }, { kind: 'silence' })

    expect(await checkAll({ timeoutMs: 1500, retry: { retries: 0 } })).toEqual({
      'EmployeeService:Children_Get': 'failed timeout',
    })
  })
})

describe('a company in which something is missing', () => {
  it('leaves the calls about one employee untested when nobody is in it', async () => {
    const nobody = await startNmbrsSandbox({ data: twoDebtors({ employees: [] }) })
    try {
      const { probes } = await tryCalls(nobody, calls)

      const untested = [...probes].filter(([, answer]) => answer.answer !== 'accepted')
      expect(untested.length).toBe(11)
      for (const [, answer] of untested)
        expect(answer).toEqual({ answer: 'not-asked', reason: 'no-employee' })
    } finally {
      await nobody.close()
    }
  })

  it('leaves the report untested when there was no run this year or last', async () => {
    sandbox.store.changeCompany(companyId, { runs: [] })

    expect(await checkAll()).toEqual({ [report]: 'not-tested no-run', [reportResult]: 'not-tested no-run' })
  })

  it('takes the run of last year when there was none in this one', async () => {
    const [run] = aCompany({ runs: twoDebtors().companies[0]!.runs! }).runs!
    sandbox.store.changeCompany(companyId, { runs: [{ ...run!, year: 2025, id: 299 }] })

    expect(await checkAll()).toEqual({})
    expect(sandbox.calls.records.find(({ operation }) => report.endsWith(operation))?.body).toContain(
      '<runId>299</runId><year>2025</year>',
    )
  })

  it('is another one than the account sees', async () => {
    sandbox.accounts[0]!.tags = ['another']

    const verdicts = await checkAll()

    expect(verdicts['CompanyService:Company_GetCurrentPeriod']).toBe('outside-filter 1003')
    expect(verdicts['EmployeeService:Salary_GetAll_AllEmployeesByCompany']).toBe('outside-filter 1003')
    expect(verdicts['EmployeeService:Children_Get']).toBe('not-tested no-employee')
  })
})

describe('the report', () => {
  it.each([0, 1, 2, 5])(
    'is open when it is ready after %i times of asking, or still under way',
    async (polls) => {
      sandbox.switches.reportPolls = polls

      expect(await checkAll()).toEqual({})
      const asked = sandbox.calls.records.filter(({ operation }) => reportResult.endsWith(operation))
      expect(asked).toHaveLength(Math.min(polls, 2) + 1)
    },
  )

  it.each(['Error', 'Unknown'] as const)('has failed when it came to %s', async (outcome) => {
    sandbox.switches.reportOutcome = outcome
    sandbox.switches.reportPolls = 0

    expect(await checkAll()).toEqual({ [reportResult]: 'failed task-failed' })
  })
})
