import { describe, expect, it } from '@jest/globals'
import type { NmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { companyId } from './small-world.js'
import { call } from './soap/soap-call.js'
import { withSandbox } from './with-sandbox.js'

interface Answer {
  status: number
  body: Record<string, unknown>
}

const steer = async (
  sandbox: NmbrsSandbox,
  method: string,
  path: string,
  body?: unknown,
  contentType = 'application/json',
): Promise<Answer> => {
  const answer = await fetch(`${sandbox.host}/_sandbox/${path}`, {
    method,
    headers: { connection: 'close', 'content-type': contentType },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('steering the fake over HTTP', () => {
  it('shows what there is, without tokens', async () => {
    await withSandbox({}, async (sandbox) => {
      const { body } = await steer(sandbox, 'GET', 'state')

      expect(body).toMatchObject({ employees: 1, calls: 0, violations: 0, waitingFaults: 0 })
      expect(JSON.stringify(body)).not.toContain(sandbox.account.token)
    })
  })

  it('turns switches, and refuses one that does not exist', async () => {
    await withSandbox({}, async (sandbox) => {
      const turned = await steer(sandbox, 'PATCH', 'switches', { personalInfoUpdate: 'replace' })
      const wrong = await steer(sandbox, 'PATCH', 'switches', { personalInfoUpdates: 'replace' })

      expect(turned.body).toMatchObject({ personalInfoUpdate: 'replace', openEnd: 'nil' })
      expect(wrong.status).toBe(400)
      expect(sandbox.switches.personalInfoUpdate).toBe('replace')
    })
  })

  it('orders faults and takes them back', async () => {
    await withSandbox({}, async (sandbox) => {
      const ordered = await steer(sandbox, 'POST', 'faults', { kind: 'status', status: 503, times: 3 })
      const wrong = await steer(sandbox, 'POST', 'faults', { kind: 'earthquake' })
      const cleared = await steer(sandbox, 'DELETE', 'faults')

      expect([ordered.body, wrong.status, cleared.body]).toEqual([{ waiting: 1 }, 400, { waiting: 0 }])
    })
  })

  it('adds and changes employees as payroll does by hand', async () => {
    await withSandbox({}, async (sandbox) => {
      const added = await steer(sandbox, 'POST', 'employees', {
        companyId,
        startDate: '2026-11-01',
        personalInfo: { FirstName: 'Ko', LastName: 'Hand' },
        salary: { value: '2000', type: 'Bruto_Salaris_Fulltime', startDate: '2026-11-01' },
      })
      await steer(sandbox, 'PATCH', 'employees/502', {
        personalInfo: { FirstName: 'Kobus' },
        address: { Street: 'Kade 1', City: 'Urk', CountryISOCode: 'NL' },
        bankAccount: { fields: { IBAN: 'NL07TULP0123456789' } },
        typeId: 1,
      })

      expect(added.body).toMatchObject({ id: 502, personalInfo: { EmployeeNumber: '1002', FirstName: 'Ko' } })
      expect(sandbox.store.employee(502)).toMatchObject({
        typeId: 1,
        personalInfo: { FirstName: 'Kobus', LastName: 'Hand' },
        addresses: [{ type: 'HomeAddress', fields: { Street: 'Kade 1' } }],
        bankAccounts: [{ type: 'Standaard', fields: { IBAN: 'NL07TULP0123456789' } }],
        salaries: [{ value: '2000' }],
      })
      expect((await steer(sandbox, 'GET', 'employees')).body).toEqual([501, 502])
    })
  })

  it('moves the period, locks the run and takes rights away', async () => {
    await withSandbox({}, async (sandbox) => {
      await steer(sandbox, 'PATCH', `companies/${companyId}`, { period: '2026-12-M', lockedRun: true })
      await steer(sandbox, 'PATCH', `accounts/${encodeURIComponent(sandbox.account.username)}`, {
        template: { EmployeeService: { except: ['EmployeeType_GetList'] } },
      })

      expect(sandbox.store.findCompany(companyId)).toMatchObject({ period: '2026-12-M', lockedRun: true })
      expect((await call(sandbox, 'EmployeeType_GetList')).fault).toContain('1002')
      expect((await steer(sandbox, 'PATCH', `companies/${companyId}`, { period: 'soon' })).status).toBe(400)
    })
  })

  it('takes a tag off a debtor, narrows an account to tags and gives a company its runs', async () => {
    await withSandbox({}, async (sandbox) => {
      const tags = [{ number: 1, tag: 'a.s.r.', hexColor: '#00aa00' }]
      const run = {
        id: 301,
        number: 1,
        year: 2026,
        periodStart: 10,
        periodEnd: 10,
        description: 'Run 10',
        runAt: '2026-10-25T09:00:00',
        isLocked: true,
      }
      const account = `accounts/${encodeURIComponent(sandbox.account.username)}`

      const tagged = await steer(sandbox, 'PATCH', 'debtors/7', { tags })
      await steer(sandbox, 'PATCH', account, { tags: ['a.s.r.'] })
      await steer(sandbox, 'PATCH', `companies/${companyId}`, { runs: [run] })

      expect(tagged.body).toMatchObject({ id: 7, tags })
      expect(sandbox.store.findCompany(companyId)?.runs).toEqual([run])
      expect((await call(sandbox, 'EmployeeType_GetList')).fault).toBeUndefined()
      await steer(sandbox, 'PATCH', 'debtors/7', { tags: [] })
      const list = `<CompanyId>${companyId}</CompanyId><EmployeeType>2</EmployeeType>`
      expect((await call(sandbox, 'List_GetByCompany', list)).fault).toContain('1003')
      expect((await steer(sandbox, 'PATCH', 'debtors/999', { tags: [] })).status).toBe(400)
      expect((await steer(sandbox, 'PATCH', account, { template: { PayService: 'none' } })).status).toBe(400)
    })
  })

  it('shows calls and violations, and forgets all of it at a reset', async () => {
    await withSandbox({}, async (sandbox) => {
      await call(sandbox, 'PersonalInfo_GetCurrent', '<EmployeeID>501</EmployeeID>')
      sandbox.edit(501, { personalInfo: { FirstName: 'Anders' } })

      const calls = await steer(sandbox, 'GET', 'calls')
      const violations = await steer(sandbox, 'GET', 'violations')
      await steer(sandbox, 'POST', 'reset')

      expect(calls.body).toMatchObject([{ operation: 'PersonalInfo_GetCurrent' }])
      expect(violations.body).toMatchObject([{ kind: 'unknown-element' }, { kind: 'missing' }])
      expect(sandbox.calls.records).toEqual([])
      expect(sandbox.store.employee(501).personalInfo.FirstName).toBe('Roos')
    })
  })

  it('takes nothing that a page of another site could send', async () => {
    await withSandbox({}, async (sandbox) => {
      const change = { personalInfoUpdate: 'replace' }

      const answer = await steer(sandbox, 'PATCH', 'switches', change, 'text/plain')

      expect(answer.status).toBe(400)
      expect(sandbox.switches.personalInfoUpdate).toBe('merge')
    })
  })

  it('answers 404 for a control it does not have', async () => {
    await withSandbox({}, async (sandbox) => {
      expect((await steer(sandbox, 'GET', 'nothing')).status).toBe(404)
    })
  })
})
