import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { restSwitches } from '../../../../src/sandbox/nmbrs/rest/switches.js'
import type { NmbrsSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import { InternalError } from '../../../../src/domain/errors.js'
import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { createWriteTurns } from '../../../../src/target/nmbrs-rest/client/quiet.js'
import { guardWrites, isForTrials } from '../../../../src/target/nmbrs-rest/rehearsal/guard-writes.js'
import type { Rehearsal } from '../../../../src/target/nmbrs-rest/rehearsal/rehearse.js'
import { sampleOf } from '../../../support/matrix.js'
import { openRehearsalWorld, type RehearsalWorld, type Trying } from './rehearsal-world.js'

let world: RehearsalWorld
let usual: NmbrsSwitches
beforeAll(async () => {
  world = await openRehearsalWorld(8)
  usual = { ...world.sandbox.switches }
})
afterAll(() => world.close())
beforeEach(() => {
  world.sandbox.reset()
  Object.assign(world.sandbox.switches, usual)
})

interface Row {
  row: number
  setting: keyof typeof restSwitches
  /** What each value of the switch is found as; the same word where nothing is said. */
  values: Readonly<Record<string, string>>
  trying?: Trying
}

const every = (setting: keyof typeof restSwitches, row: number, ...values: string[]): Row => ({
  row,
  setting,
  values: Object.fromEntries(values.map((value) => [value, value])),
})

const withoutRead = [
  'company.info.read',
  'employee.info',
  'employee.info.read',
  'employee.employment',
  'employee.payment.read',
]

/** Each unknown that can be tried, with every value of its switch. */
const rows: readonly Row[] = [
  every('restPeriodRow', 1, 'flat', 'nested', 'object', 'extraKeys'),
  every('restWriteStatus', 2, '200', '201', '204'),
  every('restWriteAnswer', 3, 'id', 'empty', 'wrapped'),
  every('restPersonalInfoPut', 4, 'replace', 'merge', 'replaceInGroup'),
  every('restEmployeeTypeOnPut', 5, 'optional', 'required'),
  every('restSecondAddress', 6, 'add', 'replace', 'refuse400', 'refuse409'),
  every('restSameStartSalary', 7, 'add', 'replace', 'refuse400', 'refuse409'),
  every('restSecondEmployment', 8, 'add', 'sameRow', 'refuse400', 'refuse409'),
  every('restEmploymentInPast', 9, 'refuse', 'accept'),
  every('restPastPeriod', 10, 'refuse', 'accept', 'moveToCurrent'),
  every('restFuturePeriod', 11, 'accept', 'refuse'),
  every(
    'restCreatedFrom',
    12,
    'dateInclusive',
    'dateExclusive',
    'dateTimeInclusive',
    'dateTimeExclusive',
    'ignored',
  ),
  every('restChangedFrom', 13, 'ignored', 'works', 'refuse'),
  every('restEmployeeIdFilter', 14, 'ignored', 'works'),
  every('restSalaryScope', 15, 'employment', 'payment'),
  every('restBankAccountScope', 16, 'info', 'bankaccount'),
  every('restPeriodScope', 17, 'company.info.read', 'company.payrollsettings.read'),
  {
    row: 18,
    setting: 'restWriteScopeIncludesRead',
    values: { true: 'yes', false: 'no' },
    trying: { scopes: withoutRead },
  },
  every('restNextPage', 23, 'null', 'empty', 'absent'),
  every('restMaxPageSize', 24, 'cut', 'refuse', 'none'),
  every('restErrorBody', 26, 'titleDetailCode', 'problem', 'gateway', 'html', 'empty'),
  every('restBadSubscriptionKey', 27, '401', '403'),
  every('restDebtors', 28, 'one', 'several'),
  every('restCreateCasing', 29, 'both', 'vendor'),
  every('restDuplicateNumber', 30, 'refuse', 'accept', 'renumber'),
  every('restBirthCountry', 31, 'object', 'null', 'text'),
  every('restHistory', 32, 'whole', 'tidy'),
  every('restBankAccountDelete', 35, '404', '204'),
  every('restListsWithoutType', 36, 'everybody', 'payrollTypes'),
  every('restPersonalInfoOmits', 37, '0', '1', '3'),
]

const typed = (text: string): string | number | boolean => {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+$/.test(text) ? Number(text) : text
}

/** The value that the sandbox has by itself is looked at for all rows together. */
const isUsual = ({ setting, trying }: Row, value: string): boolean =>
  trying === undefined && restSwitches[setting].parse(undefined) === typed(value)

const cases = rows.flatMap((row) =>
  Object.entries(row.values)
    .filter(([value]) => !isUsual(row, value))
    .map(([value, expected]) => ({
      name: `${row.row} ${row.setting} ${value}`,
      row: row.row,
      expected,
      trying: { ...row.trying, switches: { [row.setting]: typed(value) } },
    })),
)

const resultsOf = ({ outcomes }: Rehearsal): Record<string, string> =>
  Object.fromEntries(
    [...outcomes].map(([row, outcome]) => [
      String(row),
      outcome.result === 'not-tried' ? 'not-tried' : outcome.value,
    ]),
  )

const usualResults = (): Record<string, string> => ({
  ...Object.fromEntries(
    rows.flatMap((row) =>
      Object.entries(row.values)
        .filter(([value]) => isUsual(row, value))
        .map(([, expected]) => [String(row.row), expected]),
    ),
  ),
  33: '0',
  ...Object.fromEntries([18, 19, 20, 21, 22, 25, 34, 38].map((row) => [String(row), 'not-tried'])),
})

describe('the rehearsal', () => {
  it('finds every usual value that can be tried, and says why the others cannot', async () => {
    const end = await world.rehearse()

    expect(resultsOf(end)).toEqual(usualResults())
    for (const outcome of end.outcomes.values())
      if (outcome.result === 'not-tried') expect(outcome.note).not.toBe('')
    expect(world.sandbox.violations.filter(({ path }) => !path.startsWith('createEmployee/body'))).toEqual([])
  })

  it.each(sampleOf('rehearsal switches', cases))('finds $name', async ({ row, expected, trying }) => {
    const { outcomes } = await world.rehearse(trying)

    expect(outcomes.get(row)).toMatchObject({ result: 'found', value: expected })
  })

  it('finds how late a write shows', async () => {
    const { outcomes } = await world.rehearse({
      switches: { restReadLagMs: 150 },
      looks: [0, 100, 100, 100],
    })

    expect(outcomes.get(33)).toMatchObject({ result: 'found', value: expect.stringMatching(/^[1-9]\d+ ms$/) })
    expect(outcomes.get(6)).toMatchObject({ value: 'add' })
    expect(outcomes.get(4)).toMatchObject({ value: 'replace' })
  })

  it.each(['seconds', 'httpDate', 'none', 'json', 'html'] as const)(
    'keeps what a 429 looks like that comes by itself: %s',
    async (restTooManyRequests) => {
      world.sandbox.faults.add({ kind: 'status', status: 429, operation: 'listAddresses' })

      const { outcomes } = await world.rehearse({ switches: { restTooManyRequests } })

      expect(outcomes.get(25)).toMatchObject({ result: 'found', value: restTooManyRequests })
    },
  )

  const writes = [
    'createEmployee',
    'createAddress',
    'createSalary',
    'createEmployment',
    'createBankAccount',
    'updatePersonalInfo',
    'deleteBankAccount',
  ]
  const cuts = writes.flatMap((operation) =>
    [1, 2].flatMap((nth) => (['before', 'after'] as const).map((when) => ({ operation, nth, when }))),
  )
  it.each(sampleOf('rehearsal cuts', cuts))(
    'finds nothing wrong when the connection breaks $when $operation $nth',
    async (fault) => {
      world.sandbox.faults.add({ kind: 'cut', ...fault })

      const results = resultsOf(await world.rehearse())

      const usualOnes = usualResults()
      for (const [row, value] of Object.entries(results))
        expect([usualOnes[row], 'not-tried']).toContain(value)
    },
  )
})

describe('a refusal of everything', () => {
  it.each([
    ['createEmployee', [2, 3, 6, 9, 29, 30]],
    ['updatePersonalInfo', [4, 5]],
    ['createAddress', [6, 10, 11]],
    ['createSalary', [7]],
  ] as const)('of %s says nothing of one case of it', async (operation, rowsOfIt) => {
    world.sandbox.faults.add({ kind: 'status', status: 400, operation, times: 100 })

    const results = resultsOf(await world.rehearse())

    for (const row of rowsOfIt) expect([row, results[row]]).toEqual([row, 'not-tried'])
  })
})

describe('people of the company', () => {
  const oldPeople = () => world.sandbox.store.employeesOf(1234)

  it('are never written to, whatever Nmbrs does', async () => {
    const before = structuredClone(oldPeople())
    const ids = new Set(before.map(({ id }) => id))
    const strangers = new Set(before.map(({ id }) => toGuid('employee', id)))
    for (const switches of [
      {},
      { restWriteAnswer: 'empty', restPersonalInfoPut: 'merge', restDuplicateNumber: 'renumber' },
      { restWriteStatus: 204, restEmployeeIdFilter: 'works', restBankAccountDelete: 204 },
    ] as Partial<NmbrsSwitches>[])
      await world.rehearse({ switches })

    expect(oldPeople().filter(({ id }) => ids.has(id))).toEqual(before)
    const targets = world.sandbox.calls.records
      .map(({ target = '' }) => target)
      .filter((target) => !target.startsWith('GET'))
    expect(targets.length).toBeGreaterThan(30)
    for (const target of targets) {
      const id = /^\w+ \/api\/employees\/([^/]+)/.exec(target)?.[1]
      if (id === undefined) expect(target).toBe(`POST /api/companies/${toGuid('company', 1234)}/employees`)
      else expect(strangers.has(id)).toBe(false)
    }
  })

  it('stay whom they were when the answer to a creation names one of them', async () => {
    const before = structuredClone(oldPeople())
    const employeeId = toGuid('employee', before[0]!.id)
    world.sandbox.faults.add({
      kind: 'body',
      when: 'after',
      operation: 'createEmployee',
      times: 50,
      contentType: 'application/json',
      body: JSON.stringify({ employeeId }),
    })

    const { created } = await world.rehearse()

    expect(created).toEqual([])
    expect(oldPeople().filter(({ id }) => before.some((one) => one.id === id))).toEqual(before)
  })

  it('grow by new invented ones after a rehearsal that broke off, and those who are left are counted', async () => {
    let trials = 0
    const broken = world.rehearse({
      onTrial: () => {
        trials += 1
        if (trials === 5) throw new Error('crash')
      },
    })
    await expect(broken).rejects.toThrow('crash')
    const left = oldPeople().filter(({ personalInfos }) => personalInfos[0]?.fields.FirstName === 'Invented')

    const again = await world.rehearse({ tag: '20261122100000' })

    expect(left.length).toBeGreaterThan(0)
    expect(again.leftBehind).toBe(left.length)
    expect(again.created.length).toBeGreaterThan(5)
    for (const { lastName } of again.created) expect(lastName).toMatch(/^Rehearsal-20261122100000-\d{2}$/)
  })
})

describe('the guard of the rehearsal', () => {
  const call = (method: 'POST' | 'PUT' | 'DELETE', path: string) => ({
    operation: 'some',
    method,
    path,
    scopes: [],
  })
  const written: string[] = []
  const guarded = guardWrites(
    {
      quiet: createWriteTurns(),
      read: () => Promise.resolve(undefined),
      write: ({ path }) => {
        written.push(path)
        return Promise.resolve(undefined)
      },
    },
    'company-1',
    new Set(['own-1']),
  )

  it.each([
    call('POST', '/api/companies/company-2/employees'),
    call('PUT', '/api/companies/company-1/employees'),
    call('POST', '/api/companies/company-1/employees/other-1'),
    call('PUT', '/api/employees/other-1/personalInfo'),
    call('PUT', '/api/employees/own-1'),
    call('PUT', '/api/employees/own-11/personalInfo'),
    call('DELETE', '/api/employees/other-1/bankaccounts/own-1'),
    call('POST', '/api/debtors/own-1/x'),
  ])('refuses $method $path', async (one) => {
    await expect(guarded.write(one)).rejects.toThrow(InternalError)
    expect(written).toEqual([])
  })

  it.each(['extdev', 'Extdev-App', ' extdev-App', 'Bedrijf extdev-App', ''])(
    'knows %j as no company to try on',
    (name) => {
      expect(isForTrials(name)).toBe(false)
    },
  )
})
