import { describe, expect, it } from '@jest/globals'

import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import type { NmbrsData } from '../../../../src/sandbox/nmbrs/world/data.js'
import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { aCompany, aWorld, anEmployee, personalFields } from '../small-world.js'
import { withSandbox } from '../with-sandbox.js'
import {
  aHire,
  aPut,
  aSalary,
  anAccount,
  anAddress,
  api,
  consentTo,
  ofCompany,
  ofEmployee,
  period,
  rowsOf,
} from './rest-call.js'
import type { CallOptions, JsonReply } from './rest-call.js'

type Switches = Partial<NmbrsSwitches>
type Call = readonly [path: string, options?: CallOptions]

const everyScope = (sandbox: NmbrsSandbox): string => sandbox.app.scopes.join(' ')

/** The answers to some calls under switches, with every scope. */
const answers = async (
  switches: Switches,
  calls: readonly Call[],
  look: (sandbox: NmbrsSandbox, replies: readonly JsonReply[]) => unknown,
  data: NmbrsData = aWorld(),
): Promise<unknown> => {
  let seen: unknown
  await withSandbox({ data, switches: { restPersonalInfoOmits: 0, ...switches } }, async (sandbox) => {
    const tokens = await consentTo(sandbox, everyScope(sandbox))
    const replies: JsonReply[] = []
    for (const [path, options] of calls) replies.push(await api(sandbox, tokens, path, options))
    seen = look(sandbox, replies)
  })
  return seen
}

const statuses = (_sandbox: NmbrsSandbox, replies: readonly JsonReply[]): number[] =>
  replies.map(({ status }) => status)
const lastBody = (_sandbox: NmbrsSandbox, replies: readonly JsonReply[]): unknown => replies.at(-1)?.body
const post = (resource: string, body: unknown): Call => [ofEmployee(resource), { method: 'POST', body }]
const put = (resource: string, body: unknown): Call => [ofEmployee(resource), { method: 'PUT', body }]
const hire = (body: unknown): Call => [ofCompany('employees'), { method: 'POST', body }]
const list = (resource: string): Call => [ofCompany(`employees/${resource}`)]
const lastMonth = { year: 2026, period: 10 }
const nextMonth = { year: 2026, period: 12 }

describe('the current period', () => {
  it.each([
    ['flat', { data: [period] }],
    ['nested', { data: [{ period }] }],
    ['object', { data: period }],
    ['extraKeys', { data: [{ ...period, isCurrent: true }] }],
  ] as const)('is written %s', async (restPeriodRow, body) => {
    expect(await answers({ restPeriodRow }, [[ofCompany('period')]], lastBody)).toMatchObject(body)
  })
})

describe('the answer to a write', () => {
  it.each([
    [{ restWriteStatus: 200 }, 200, { salaryId: expect.any(String) }],
    [{ restWriteStatus: 201 }, 201, { salaryId: expect.any(String) }],
    [{ restWriteStatus: 204 }, 204, {}],
    [{ restWriteAnswer: 'empty' }, 200, {}],
    [{ restWriteAnswer: 'wrapped' }, 200, { data: { salaryId: expect.any(String) } }],
  ] as const)('under %j', async (switches, status, body) => {
    const calls = [post('salary', aSalary)]

    expect(await answers(switches, calls, (_sandbox, [reply]) => [reply?.status, reply?.body])).toEqual([
      status,
      body,
    ])
  })
})

describe('a PUT of personal info', () => {
  const body = { ...aPut, contactInfo: { businessEmail: 'nieuw@tulpwerk.example' } }

  it.each([
    ['replace', { Initials: undefined, TelephonePrivate: undefined, Birthday: undefined }],
    ['replaceInGroup', { Initials: undefined, TelephonePrivate: undefined, Birthday: '1990-04-30' }],
    ['merge', { Initials: 'R.', TelephonePrivate: '+31612340001', Birthday: '1990-04-30' }],
  ] as const)('that leaves something out: %s', async (restPersonalInfoPut, kept) => {
    const look = ({ store }: NmbrsSandbox): unknown => {
      const { personalInfo } = store.employee(501)
      return Object.keys(kept).map((name) => personalInfo[name])
    }

    const seen = await answers({ restPersonalInfoPut }, [put('personalInfo', body)], look)

    expect(seen).toEqual(Object.values(kept))
  })

  it.each([
    ['optional', 200],
    ['required', 400],
  ] as const)('without an employee type, which is %s', async (restEmployeeTypeOnPut, status) => {
    const basicInfo = { ...aPut.basicInfo, employeeType: undefined }
    const calls = [put('personalInfo', { ...aPut, basicInfo })]

    expect(await answers({ restEmployeeTypeOnPut }, calls, statuses)).toEqual([status])
  })
})

describe('a second record', () => {
  it.each([
    ['add', 200, 3],
    ['replace', 200, 2],
    ['refuse400', 400, 2],
    ['refuse409', 409, 2],
  ] as const)('an address in the same period: %s', async (restSecondAddress, status, rows) => {
    const second = { ...anAddress, street: 'Laan' }
    const calls = [post('address', anAddress), post('address', second)]
    const look = ({ store }: NmbrsSandbox, replies: readonly JsonReply[]): unknown => [
      replies[1]?.status,
      store.findEmployee(501)?.addresses.length,
      store.employee(501).addresses.map(({ fields }) => fields.Street),
    ]

    expect(await answers({ restSecondAddress }, calls, look)).toEqual([
      status,
      rows,
      [status === 200 ? 'Laan' : 'Nieuweweg'],
    ])
  })

  it.each([
    ['add', 200, ['3250.5', '3500.25', '3600']],
    ['replace', 200, ['3250.5', '3600']],
    ['refuse400', 400, ['3250.5', '3500.25']],
    ['refuse409', 409, ['3250.5', '3500.25']],
  ] as const)('a salary for the same start: %s', async (restSameStartSalary, status, values) => {
    const calls = [post('salary', aSalary), post('salary', { ...aSalary, value: 3600 })]
    const look = ({ store }: NmbrsSandbox, replies: readonly JsonReply[]): unknown => [
      replies[1]?.status,
      store.employee(501).salaries.map(({ value }) => value),
    ]

    expect(await answers({ restSameStartSalary }, calls, look)).toEqual([status, values])
  })

  it.each([
    ['add', 200, 2],
    ['sameRow', 200, 1],
    ['refuse400', 400, 1],
    ['refuse409', 409, 1],
  ] as const)('an employment beside an open one: %s', async (restSecondEmployment, status, rows) => {
    const calls = [post('employment', { startDate: '2026-11-20T00:00:00Z' })]
    const look = ({ store }: NmbrsSandbox, [reply]: readonly JsonReply[]): unknown => [
      reply?.status,
      store.findEmployee(501)?.employments.length,
    ]

    expect(await answers({ restSecondEmployment }, calls, look)).toEqual([status, rows])
  })

  it.each([
    ['refuse', 400],
    ['accept', 200],
  ] as const)('an employment that starts in a closed period: %s', async (restEmploymentInPast, status) => {
    const calls = [
      hire({ ...aHire, AdditionalEmployeeInfo: { inServiceDate: '2026-10-01' } }),
      post('employment', { startDate: '2019-01-01T00:00:00Z' }),
    ]
    const switches: Switches = { restEmploymentInPast, restSecondEmployment: 'add' }

    expect(await answers(switches, calls, statuses)).toEqual([status, status])
  })

  it.each([
    ['refuse', 400, '1001'],
    ['accept', 200, '1001'],
    ['renumber', 200, '1002'],
  ] as const)('an employee number that is taken: %s', async (restDuplicateNumber, status, number) => {
    const basicInfo = { ...aHire.PersonalInfo.basicInfo, employeeNumber: 1001 }
    const calls = [hire({ ...aHire, PersonalInfo: { ...aHire.PersonalInfo, basicInfo } })]
    const look = ({ store }: NmbrsSandbox, [reply]: readonly JsonReply[]): unknown => [
      reply?.status,
      store
        .allEmployees()
        .map(({ id }) => store.employee(id).personalInfo.EmployeeNumber)
        .at(-1),
    ]

    expect(await answers({ restDuplicateNumber }, calls, look)).toEqual([status, number])
  })
})

describe('a write for another period', () => {
  const writes = (of: typeof period, startDate: string): Call[] => [
    put('personalInfo', { ...aPut, period: of }),
    post('address', { ...anAddress, period: of }),
    post('salary', { ...aSalary, startDate }),
  ]
  const starts = ({ store }: NmbrsSandbox): unknown => {
    const { personalInfos = [], addresses = [], salaries = [] } = store.findEmployee(501) ?? {}
    return [personalInfos.at(-1)?.startPeriod, addresses.at(-1)?.startPeriod, salaries.at(-1)?.startDate]
  }

  it.each([
    ['refuse', [400, 400, 400], [1, 1, '2026-01-01']],
    ['accept', [200, 200, 200], [10, 10, '2026-10-01']],
    ['moveToCurrent', [200, 200, 200], [11, 11, '2026-11-01']],
  ] as const)('an earlier one: %s', async (restPastPeriod, status, kept) => {
    const calls = writes(lastMonth, '2026-10-01T00:00:00Z')
    const look = (sandbox: NmbrsSandbox, replies: readonly JsonReply[]): unknown => [
      statuses(sandbox, replies),
      starts(sandbox),
    ]

    expect(await answers({ restPastPeriod }, calls, look)).toEqual([status, kept])
  })

  it.each([
    ['refuse', [400, 400, 200]],
    ['accept', [200, 200, 200]],
  ] as const)('a later one: %s', async (restFuturePeriod, status) => {
    const calls = writes(nextMonth, '2026-12-01T00:00:00Z')

    expect(await answers({ restFuturePeriod }, calls, statuses)).toEqual(status)
  })

  it.each([
    ['whole', 3],
    ['tidy', 2],
  ] as const)('is in the history: %s', async (restHistory, entries) => {
    const calls = [post('address', anAddress), post('address', { ...anAddress, period: nextMonth })]
    const look = (_sandbox: NmbrsSandbox, replies: readonly JsonReply[]): unknown =>
      rowsOf(replies.at(-1)!).flatMap(({ addresses }) => addresses).length

    expect(await answers({ restHistory }, [...calls, list('addresses')], look)).toBe(entries)
  })
})

describe('a filter', () => {
  const two = aWorld({ employees: [anEmployee(), anEmployee({ id: 502, typeId: 3 })] })
  const count = (_sandbox: NmbrsSandbox, replies: readonly JsonReply[]): unknown =>
    replies.map((reply) => (reply.status === 200 ? rowsOf(reply).length : reply.status))
  const ask = (resource: string, query: string): Call => [ofCompany(`employees/${resource}?${query}`)]

  it.each([
    ['dateInclusive', [2, 0, 400]],
    ['dateExclusive', [0, 0, 400]],
    ['dateTimeInclusive', [400, 400, 2]],
    ['dateTimeExclusive', [400, 400, 0]],
    ['ignored', [2, 2, 2]],
  ] as const)('createdFrom: %s', async (restCreatedFrom, rows) => {
    const calls = ['2026-01-05', '2026-01-06', '2026-01-05T10:00:00Z'].map((from) =>
      ask('salaries', `createdFrom=${from}`),
    )

    expect(await answers({ restCreatedFrom }, calls, count, two)).toEqual(rows)
  })

  it.each([
    ['ignored', 2],
    ['works', 0],
    ['refuse', 400],
  ] as const)('changedFrom: %s', async (restChangedFrom, rows) => {
    const calls = [ask('employments', 'changedFrom=2026-02-01')]

    expect(await answers({ restChangedFrom }, calls, count, two)).toEqual([rows])
  })

  it.each([
    ['ignored', [2, 2, 2, 1, 1]],
    ['works', [1, 1, 1, 1, 1]],
  ] as const)('employeeId: %s', async (restEmployeeIdFilter, rows) => {
    const lists = ['personalinfo', 'addresses', 'bankaccounts', 'salaries', 'employments']
    const calls = lists.map((resource) => ask(resource, `employeeId=${toGuid('employee', 502)}`))

    expect(await answers({ restEmployeeIdFilter }, calls, count, two)).toEqual(rows)
  })

  it.each([
    ['everybody', [2, 2, 2, 1]],
    ['payrollTypes', [1, 1, 1, 1]],
  ] as const)('no employee type: %s', async (restListsWithoutType, rows) => {
    const calls: Call[] = [
      [ofCompany('employees')],
      list('personalinfo'),
      list('addresses'),
      ask('personalinfo', 'employeeType=formerPayroll'),
    ]

    expect(await answers({ restListsWithoutType }, calls, count, two)).toEqual(rows)
  })

  it.each([0, 1])('the list of personal info leaves out %d', async (restPersonalInfoOmits) => {
    const calls: Call[] = [[ofCompany('employees')], list('personalinfo')]

    expect(await answers({ restPersonalInfoOmits }, calls, count, two)).toEqual([
      2,
      2 - restPersonalInfoOmits,
    ])
  })

  it.each([0, 1])('the login that consented does not see %d employees, in no list', async (restHides) => {
    const calls: Call[] = [[ofCompany('employees')], list('personalinfo'), list('addresses')]

    expect(await answers({ restHides }, calls, count, two)).toEqual(calls.map(() => 2 - restHides))
  })
})

describe('scopes', () => {
  const salaries = ofCompany('employees/salaries')
  const accounts = ofCompany('employees/bankaccounts')
  const current = ofCompany('period')

  it.each([
    [{ restSalaryScope: 'payment' }, salaries, 'employee.payment.read', 'employee.employment.read'],
    [{ restBankAccountScope: 'bankaccount' }, accounts, 'employee.bankaccount.read', 'employee.info.read'],
    [
      { restPeriodScope: 'company.payrollsettings.read' },
      current,
      'company.payrollsettings.read',
      'company.info.read',
    ],
    [{ restWriteScopeIncludesRead: true }, accounts, 'employee.info', 'employee.payment'],
  ] as const)('under %j', async (switches, path, good, other) => {
    await withSandbox({ switches }, async (sandbox) => {
      const withGood = await api(sandbox, await consentTo(sandbox, good), path)
      const withOther = await api(sandbox, await consentTo(sandbox, other), path)

      expect([withGood.status, withOther.status]).toEqual([200, 403])
    })
  })
})

describe('a page', () => {
  const many = aWorld({
    employees: Array.from({ length: 120 }, (_nothing, index) => anEmployee({ id: 501 + index })),
  })

  it.each([
    ['null', { nextPage: null }],
    ['empty', { nextPage: '' }],
    ['absent', {}],
  ] as const)('that is the last: %s', async (restNextPage, pagination) => {
    const body = (await answers({ restNextPage }, [[ofCompany('employees')]], lastBody)) as {
      pagination: Record<string, unknown>
    }

    expect('nextPage' in body.pagination ? { nextPage: body.pagination.nextPage } : {}).toEqual(pagination)
  })

  it.each([
    ['cut', [200, 100, 100]],
    ['refuse', [400, undefined, 0]],
    ['none', [200, 120, 120]],
  ] as const)('of more than 100: %s', async (restMaxPageSize, seen) => {
    const calls: Call[] = [[ofCompany('employees?pageSize=120')]]
    const look = (_sandbox: NmbrsSandbox, [reply]: readonly JsonReply[]): unknown => [
      reply!.status,
      (reply!.body.pagination as { pageSize?: number } | undefined)?.pageSize,
      rowsOf(reply!).length,
    ]

    expect(await answers({ restMaxPageSize }, calls, look, many)).toEqual(seen)
  })
})

describe('a refusal', () => {
  it.each([
    ['seconds', '1', 'json'],
    ['httpDate', expect.stringMatching(/GMT$/), 'json'],
    ['none', null, null],
    ['json', null, 'json'],
    ['html', null, 'html'],
  ] as const)('of too many calls: %s', async (restTooManyRequests, retryAfter, type) => {
    const calls: Call[] = [['/api/companies'], ['/api/companies']]
    const switches: Switches = { restTooManyRequests, restCallsPerSecond: 1 }
    const look = (_sandbox: NmbrsSandbox, replies: readonly JsonReply[]): unknown => [
      replies.map(({ status }) => status),
      replies[1]?.headers.get('retry-after'),
      /json|html/.exec(replies[1]?.headers.get('content-type') ?? '')?.[0] ?? null,
    ]

    expect(await answers(switches, calls, look)).toEqual([[200, 429], retryAfter, type])
  })

  it.each([
    ['titleDetailCode', '{"title":"NotFound.","detail":"There is no such call.","code":40400}'],
    ['problem', expect.stringContaining('"status":404')],
    ['gateway', '{"statusCode":404,"message":"There is no such call."}'],
    ['html', expect.stringMatching(/^<html>/)],
    ['empty', ''],
  ] as const)('looks like this: %s', async (restErrorBody, text) => {
    expect(await answers({ restErrorBody }, [['/api/nothing']], (_sandbox, [reply]) => reply?.text)).toEqual(
      text,
    )
  })

  it.each([401, 403] as const)('of a bad subscription key is %d', async (restBadSubscriptionKey) => {
    const calls: Call[] = [['/api/companies', { headers: { 'x-subscription-key': 'guess' } }]]
    const look = (_sandbox: NmbrsSandbox, [reply]: readonly JsonReply[]): unknown => [
      reply?.status,
      Object.keys(reply?.body ?? {}),
    ]

    expect(await answers({ restBadSubscriptionKey }, calls, look)).toEqual([
      restBadSubscriptionKey,
      ['statusCode', 'message'],
    ])
  })

  it('lasts as long as the outage does', async () => {
    await withSandbox({ switches: { restOutageMs: 60 } }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const during = await api(sandbox, tokens, '/api/companies')
      await new Promise((resolve) => setTimeout(resolve, 70))
      const after = await api(sandbox, tokens, '/api/companies')

      expect([during.status, after.status]).toEqual([503, 200])
    })
  })
})

describe('the body of a creation', () => {
  const camel = { personalInfo: aHire.PersonalInfo, additionalEmployeeInfo: aHire.AdditionalEmployeeInfo }

  it.each([
    ['both', [200, 200]],
    ['vendor', [200, 400]],
  ] as const)('in %s casing', async (restCreateCasing, status) => {
    expect(await answers({ restCreateCasing }, [hire(aHire), hire(camel)], statuses)).toEqual(status)
  })
})

describe('what reads show', () => {
  const fields = { ...personalFields, CountryOfBirthISOCode: 'BE' }
  const [row] = anEmployee().personalInfos
  const born = aWorld({ employees: [anEmployee({ personalInfos: [{ ...row!, fields }] })] })

  it.each([
    ['object', { codeISO: 'BE', description: 'BE' }],
    ['null', null],
    ['text', 'BE'],
  ] as const)('of the country of birth: %s', async (restBirthCountry, shown) => {
    const look = (_sandbox: NmbrsSandbox, [reply]: readonly JsonReply[]): unknown =>
      rowsOf(reply!).flatMap(({ info }) => info as { birthInfo: { birthCountry: unknown } }[])[0]?.birthInfo
        .birthCountry

    expect(await answers({ restBirthCountry }, [list('personalinfo')], look, born)).toEqual(shown)
  })

  it('of a write comes late, a new employee included', async () => {
    await withSandbox({ switches: { restReadLagMs: 60_000 } }, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      await api(sandbox, tokens, ...post('salary', aSalary))
      await api(sandbox, tokens, ...hire(aHire))
      const read = async (): Promise<number[]> => [
        rowsOf(await api(sandbox, tokens, ofCompany('employees'))).length,
        rowsOf(await api(sandbox, tokens, ofCompany('employees/salaries'))).flatMap(
          ({ salaries }) => salaries,
        ).length,
      ]

      const early = await read()
      sandbox.switches.restReadLagMs = 0

      expect([early, await read()]).toEqual([
        [1, 1],
        [2, 2],
      ])
    })
  })
})

describe('deleting a bank account', () => {
  it.each([
    [404, 404, 1],
    [204, 204, 0],
  ] as const)('is answered with %d', async (restBankAccountDelete, status, left) => {
    const path = ofEmployee(`bankaccounts/${toGuid('bankAccount', 9003)}`)
    const look = ({ store }: NmbrsSandbox, [reply]: readonly JsonReply[]): unknown => [
      reply?.status,
      store.employee(501).bankAccounts.length,
    ]

    expect(await answers({ restBankAccountDelete }, [[path, { method: 'DELETE' }]], look)).toEqual([
      status,
      left,
    ])
  })
})

describe('a second account of one type', () => {
  it.each([
    ['add', 2],
    ['replace', 1],
  ] as const)('as on SOAP: %s', async (sameTypeBankInsert, accounts) => {
    const look = ({ store }: NmbrsSandbox): unknown => store.employee(501).bankAccounts.length

    expect(await answers({ sameTypeBankInsert }, [post('bankaccount', anAccount)], look)).toBe(accounts)
  })
})

describe('a company whose periods are weeks', () => {
  it('refuses a month it does not have', async () => {
    const data = aWorld({ companies: [aCompany({ period: '2026-12-4W' })] })
    const calls = [post('address', { ...anAddress, period: { year: 2026, period: 53 } })]

    expect(await answers({}, calls, statuses, data)).toEqual([400])
  })
})
