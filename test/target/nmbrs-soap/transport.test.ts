import { deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { AuthError, RemoteError } from '../../../src/domain/errors.js'
import { toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Log, LogFields } from '../../../src/domain/log.js'
import type { Target } from '../../../src/target/port.js'
import {
  createStubTarget,
  envelope,
  fault,
  numberedFault,
  responseBody,
  startStub,
  type Answer,
  type Answers,
  type StubNmbrs,
} from './stub-nmbrs.js'

const company = toTargetCompanyId('1234')
const employee = toTargetEmployeeId('11')

let stub: StubNmbrs
let target: Target
let waits: number[]
let logged: { message: string; fields: LogFields | undefined }[]

const start = async (
  answers: Answers,
  timeoutMs = 5_000,
  deadlines = { callMs: 5_000, bulkMs: 5_000 },
): Promise<void> => {
  waits = []
  logged = []
  const note = (message: string, fields?: LogFields) => logged.push({ message, fields })
  const log: Log = { error: note, warn: note, info: note, debug: note }
  stub = await startStub(answers)
  target = await createStubTarget(stub, {
    timeoutMs,
    deadlines,
    log,
    retry: {
      random: () => 0,
      sleep: (ms) => {
        waits.push(ms)
        return Promise.resolve()
      },
    },
  })
}

afterEach(async () => {
  await target.close()
  await stub.close()
})

const period = 'Company_GetCurrentPeriod'
const writing = 'Salary_Update'
const bulk = 'Salary_GetAll_AllEmployeesByCompany'
const html = { headers: { 'content-type': 'text/html' }, body: '<html>Jan Geheim</html>' }
const whole = envelope(responseBody(period, '2026-11-M'))

const read = () => target.readCurrentPeriod(company)
const readBulk = () => target.readSections(company, { sections: new Set(['salary']), today: '2026-11-22' })
const write = () => target.updateSalary(employee, { value: '1', type: 'Bruto_Uurloon', start: '2026-12-01' })

const failures: readonly { name: string; answer: Answer; code: string; carried: string }[] = [
  {
    name: 'status 500 without a fault',
    answer: { status: 500, body: '' },
    code: 'http-failed',
    carried: 'unknown',
  },
  { name: 'status 500 with HTML', answer: { status: 500, ...html }, code: 'http-failed', carried: 'unknown' },
  { name: 'status 502', answer: { status: 502, ...html }, code: 'http-failed', carried: 'unknown' },
  { name: 'HTML with status 200', answer: html, code: 'not-soap', carried: 'unknown' },
  {
    name: 'HTML that says it is XML',
    answer: { body: '<!DOCTYPE html><html>Geheim</html>' },
    code: 'not-soap',
    carried: 'unknown',
  },
  {
    name: 'bytes that are no text',
    answer: { body: Buffer.from([0x3c, 0x61, 0xff]) },
    code: 'not-soap',
    carried: 'unknown',
  },
  { name: 'half an envelope', answer: { body: whole.slice(0, 200) }, code: 'truncated', carried: 'unknown' },
  {
    name: 'a connection cut in the answer',
    answer: { body: whole.slice(0, 200), cut: true },
    code: 'connection-lost',
    carried: 'unknown',
  },
  {
    name: 'a fault without a number',
    answer: fault('Jan Geheim'),
    code: 'remote-failed',
    carried: 'unknown',
  },
  {
    name: 'a fault that blames the request',
    answer: fault('Jan Geheim', 'soap:Client'),
    code: 'request-refused',
    carried: 'no',
  },
  { name: 'fault 9999', answer: numberedFault(9999), code: 'remote-failed', carried: 'unknown' },
  { name: 'fault 1003', answer: numberedFault(1003), code: 'right-missing', carried: 'no' },
  {
    name: 'fault 2011 with status 200',
    answer: { ...numberedFault(2011), status: 200 },
    code: 'period-protected',
    carried: 'no',
  },
  { name: 'status 429', answer: { status: 429, body: '' }, code: 'rate-limited', carried: 'no' },
  { name: 'status 401', answer: { status: 401, ...html }, code: 'access-refused', carried: 'no' },
  { name: 'status 404', answer: { status: 404, ...html }, code: 'http-refused', carried: 'no' },
  {
    name: 'a redirect',
    answer: { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    code: 'redirected',
    carried: 'no',
  },
]

describe.each([
  { name: 'a single read', operation: period, call: () => read() },
  { name: 'a bulk read', operation: bulk, call: () => readBulk() },
  { name: 'a write', operation: writing, call: () => write() },
])('$name', ({ operation, call }) => {
  it.each(failures)('answered by $name is $code', async ({ answer, code, carried }) => {
    await start({ [operation]: answer })

    const error = await call().catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(RemoteError)
    const { facts, message, cause } = error as RemoteError
    expect(facts).toMatchObject({ remote: 'nmbrs', operation, code, carried })
    expect(`${message}${JSON.stringify(facts)}${String(cause)}${JSON.stringify(logged)}`).not.toMatch(
      /Geheim|Secret|SECRET/,
    )
  })

  it('stops the run when the login is refused', async () => {
    await start({ [operation]: numberedFault(1001) })

    await expect(call()).rejects.toBeInstanceOf(AuthError)
    expect(target.callCounts()).toEqual({ [operation]: 1 })
  })

  it('that gets no answer in time is lost', async () => {
    await start({ [operation]: { silent: true } }, 60)

    await expect(call()).rejects.toMatchObject({ facts: { code: 'timeout', carried: 'unknown' } })
  })
})

describe('an answer that drips without an end', () => {
  const drips = { drips: true } as const

  it('is given up when the time of the call is used, and not asked for again', async () => {
    await start({ [period]: drips }, 5_000, { callMs: 80, bulkMs: 5_000 })

    await expect(read()).rejects.toMatchObject({ facts: { code: 'timeout', carried: 'unknown' } })
    expect(target.callCounts()).toEqual({ [period]: 1 })
  })

  it('leaves a write in doubt', async () => {
    await start({ [writing]: drips }, 5_000, { callMs: 80, bulkMs: 5_000 })

    await expect(write()).rejects.toMatchObject({ facts: { code: 'timeout', carried: 'unknown' } })
    expect(target.callCounts()).toEqual({ [writing]: 1 })
  })

  it('has more time when it is of a company-wide read', async () => {
    await start({ [bulk]: drips }, 5_000, { callMs: 20, bulkMs: 300 })
    const begun = performance.now()

    await expect(readBulk()).rejects.toMatchObject({ facts: { code: 'timeout' } })
    expect(performance.now() - begun).toBeGreaterThan(250)
    expect(target.callCounts()).toEqual({ [bulk]: 1 })
  })
})

describe('repeating', () => {
  it('a read goes on until it succeeds, and every attempt is counted', async () => {
    await start({
      [period]: [{ status: 503, body: '' }, { body: whole.slice(0, 99), cut: true }, '2026-11-M'],
    })

    expect(await read()).toMatchObject({ text: '2026-11-M' })
    expect(target.callCounts()).toEqual({ [period]: 3 })
    expect(logged.map(({ fields }) => fields?.code)).toEqual(['http-failed', 'connection-lost'])
  })

  it('a bulk read begins anew, so that nobody is read twice', async () => {
    const item = '<Item><EmployeeId>11</EmployeeId></Item>'
    const answer = envelope(responseBody(bulk, item))
    await start({ [bulk]: [{ body: answer.slice(0, -40), cut: true }, item] })

    expect([...(await readBulk()).keys()]).toEqual(['11'])
  })

  it('a read stops after a bounded number of attempts', async () => {
    await start({ [period]: { status: 503, body: '' } })

    await expect(read()).rejects.toMatchObject({ facts: { status: '503' } })
    expect(target.callCounts()).toEqual({ [period]: 5 })
  })

  it('a read that Nmbrs itself failed is tried once more only', async () => {
    await start({ [period]: numberedFault(9999) })

    await expect(read()).rejects.toBeInstanceOf(RemoteError)
    expect(target.callCounts()).toEqual({ [period]: 2 })
  })

  it('waits as long as it is asked to', async () => {
    await start({ [period]: [{ status: 429, headers: { 'retry-after': '7' } }, '2026-11-M'] })

    await read()

    expect(waits).toEqual([7_000])
  })

  it('a write that may have happened is never sent again', async () => {
    for (const answer of [{ status: 500, body: '' }, { body: '', cut: true }, html, numberedFault(9999)]) {
      await start({ [writing]: answer })

      await expect(write()).rejects.toMatchObject({ facts: { carried: 'unknown' } })
      expect(stub.requests).toHaveLength(1)
      await target.close()
      await stub.close()
    }
    await start({})
  })

  it('a write that surely did not happen is sent again', async () => {
    await start({ [writing]: [{ status: 429, body: '' }, ''] })

    await write()

    expect(stub.requests).toHaveLength(2)
  })

  it('a write that was refused is not sent again', async () => {
    await start({ [writing]: numberedFault(2011) })

    await expect(write()).rejects.toMatchObject({ facts: { code: 'period-protected', status: '2011' } })
    expect(stub.requests).toHaveLength(1)
  })
})

describe('the connection', () => {
  it('is used again for the next call, after a fault too', async () => {
    await start({ [period]: '2026-11-M', [writing]: numberedFault(2011) })

    for (let i = 0; i < 3; i += 1) {
      await read()
      await write().catch(() => undefined)
    }

    expect(stub.requests).toHaveLength(6)
    expect(stub.connections()).toBe(1)
  })
})

describe('a packed answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('is unpacked from %s', async (packing, pack) => {
    await start({ [period]: { headers: { 'content-encoding': packing }, body: pack(whole) } })

    expect(await read()).toMatchObject({ text: '2026-11-M' })
    expect(stub.requests[0]?.headers['accept-encoding']).toBe('gzip, deflate')
  })

  it('that is not packed as it says is no answer of Nmbrs', async () => {
    await start({ [writing]: { headers: { 'content-encoding': 'gzip' }, body: whole } })

    await expect(write()).rejects.toMatchObject({ facts: { code: 'not-soap', carried: 'unknown' } })
  })

  it('that stops half-way is lost', async () => {
    const half = gzipSync(whole).subarray(0, 40)
    await start({ [writing]: { headers: { 'content-encoding': 'gzip' }, body: half, cut: true } })

    await expect(write()).rejects.toMatchObject({ facts: { carried: 'unknown' } })
  })
})

describe('without a connection', () => {
  it('a call surely did not happen', async () => {
    await start({})
    await stub.close()

    await expect(write()).rejects.toMatchObject({
      facts: { code: 'unreachable', carried: 'no', status: 'ECONNREFUSED' },
    })
    expect(target.callCounts()).toEqual({ [writing]: 5 })
  })

  it('a closed target sends nothing', async () => {
    await start({ [period]: '2026-11-M' })
    await target.close()

    await expect(read()).rejects.toMatchObject({ facts: { code: 'closed' } })
    expect(stub.requests).toEqual([])
  })

  it('closing breaks off what is under way', async () => {
    await start({ [period]: { silent: true } })
    const reading = read()
    const refused = expect(reading).rejects.toMatchObject({ facts: { code: 'closed' } })
    while (stub.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))

    await target.close()

    await refused
  })
})
