import { describe, expect, it } from '@jest/globals'
import type { CallStep } from '../../../src/sandbox/nmbrs/serve-call.js'
import type { NmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { companyId } from './small-world.js'
import { call, envelopeOf, post } from './soap/soap-call.js'
import type { Reply } from './soap/soap-call.js'
import { withSandbox } from './with-sandbox.js'

const hire =
  '<FirstName>Bo</FirstName><LastName>Nieuw</LastName><StartDate>2026-11-03T00:00:00</StartDate>' +
  `<CompanyId>${companyId}</CompanyId><UnprotectedMode>false</UnprotectedMode>`

const insert = (sandbox: NmbrsSandbox): Promise<Reply> => call(sandbox, 'Employee_Insert', hire)

const readPeriod = (sandbox: NmbrsSandbox): Promise<Reply> =>
  call(sandbox, 'Company_GetCurrentPeriod', `<CompanyId>${companyId}</CompanyId>`, {
    service: 'CompanyService',
  })

const peopleIn = (sandbox: NmbrsSandbox): number => sandbox.store.allEmployees().length

describe('faults on order', () => {
  it('cut the connection before or after the call was carried out', async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add({ kind: 'cut' })
      await expect(insert(sandbox)).rejects.toThrow()
      expect(peopleIn(sandbox)).toBe(1)

      sandbox.faults.add({ kind: 'cut', when: 'after' })
      await expect(insert(sandbox)).rejects.toThrow()
      expect(peopleIn(sandbox)).toBe(2)
    })
  })

  it.each([
    [{ kind: 'status', status: 500 }, 500, 1],
    [{ kind: 'status', status: 500, when: 'after' }, 500, 2],
    [{ kind: 'html' }, 502, 1],
    [{ kind: 'html', status: 200, when: 'after' }, 200, 2],
    [{ kind: 'half' }, 200, 2],
    [{ kind: 'slow', delayMs: 5 }, 200, 2],
    [{ kind: 'soap-fault', code: 9999, when: 'after' }, 500, 2],
  ] as const)('answer with %j', async (fault, status, people) => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add(fault)
      const body = envelopeOf(sandbox, 'Employee_Insert', hire)

      const answer = await post(
        sandbox,
        '/soap/v3/EmployeeService.asmx',
        body,
        'https://api.nmbrs.nl/soap/v3/EmployeeService/Employee_Insert',
      )

      const text = await answer.text()
      expect(answer.status).toBe(status)
      expect(peopleIn(sandbox)).toBe(people)
      expect(text.endsWith('</soap:Envelope>')).toBe(['slow', 'soap-fault'].includes(fault.kind))
    })
  })

  it("give an answer of one's own, in any bytes", async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add({
        kind: 'body',
        body: '/v8=',
        encoding: 'base64',
        contentType: 'text/plain',
        status: 201,
      })
      const answer = await post(sandbox, '/soap/v3/CompanyService.asmx', '', 'x/List_GetAll')

      expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'text/plain'])
      expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xfe, 0xff])
      expect(peopleIn(sandbox)).toBe(1)
    })
  })

  it('say how long to wait, or do not', async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add({ kind: 'status', status: 429, retryAfter: '2' })
      sandbox.faults.add({ kind: 'status', status: 429, nth: 2 })
      const ask = async (): Promise<unknown[]> => {
        const answer = await post(sandbox, '/soap/v3/CompanyService.asmx', '', 'x/List_GetAll')
        return [answer.status, answer.headers.get('retry-after')]
      }

      expect(await ask()).toEqual([429, '2'])
      expect(await ask()).toEqual([429, null])
      expect(await ask()).toEqual([500, null])
    })
  })

  it('wait for their operation, their turn and their number', async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add({ operation: 'Employee_Insert', nth: 2, times: 2, kind: 'soap-fault', code: 2011 })

      const statuses = [await readPeriod(sandbox)]
      for (let turn = 0; turn < 4; turn += 1) statuses.push(await insert(sandbox))

      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 500, 500, 200])
      expect(sandbox.faults.waiting()).toBe(0)
    })
  })

  it('never answer, until the fake is closed', async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add({ kind: 'silence', when: 'after' })
      const answered = insert(sandbox).then(
        () => 'answered',
        () => 'broken off',
      )

      while (peopleIn(sandbox) === 1) await new Promise((resolve) => setImmediate(resolve))
      await sandbox.close()

      expect(await answered).toBe('broken off')
    })
  })
})

describe('the log of calls', () => {
  it('names every call in order and keeps no body', async () => {
    await withSandbox({}, async (sandbox) => {
      await readPeriod(sandbox)
      await insert(sandbox)

      expect(sandbox.calls.records).toEqual([
        {
          sequence: 1,
          service: 'CompanyService',
          operation: 'Company_GetCurrentPeriod',
          at: expect.any(Number),
        },
        { sequence: 2, service: 'EmployeeService', operation: 'Employee_Insert', at: expect.any(Number) },
      ])
      expect(sandbox.calls.records[1]!.at).toBeGreaterThan(sandbox.calls.records[0]!.at)
    })
  })

  it('keeps bodies when told to', async () => {
    await withSandbox({ recordBodies: true }, async (sandbox) => {
      await insert(sandbox)

      expect(sandbox.calls.records[0]?.body).toContain('<LastName>Nieuw</LastName>')
    })
  })

  it('counts a call whose connection is cut', async () => {
    await withSandbox({}, async (sandbox) => {
      sandbox.faults.add({ kind: 'cut' })

      await expect(insert(sandbox)).rejects.toThrow()

      expect(sandbox.calls.records).toHaveLength(1)
    })
  })
})

describe('the steps of a call', () => {
  it('are told one by one, each waited for', async () => {
    const steps: (CallStep & { people: number })[] = []
    const held: { sandbox?: NmbrsSandbox } = {}
    const onCall = async (step: CallStep): Promise<void> => {
      await Promise.resolve()
      steps.push({ ...step, people: held.sandbox === undefined ? 0 : peopleIn(held.sandbox) })
    }
    await withSandbox({ onCall }, async (sandbox) => {
      held.sandbox = sandbox

      await insert(sandbox)
      while (steps.length < 3) await new Promise((resolve) => setImmediate(resolve))

      expect(steps).toEqual([
        { operation: 'Employee_Insert', sequence: 1, phase: 'received', people: 1 },
        { operation: 'Employee_Insert', sequence: 1, phase: 'committed', people: 2 },
        { operation: 'Employee_Insert', sequence: 1, phase: 'answered', people: 2 },
      ])
    })
  })
})
