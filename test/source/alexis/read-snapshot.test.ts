import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { AlexisFault } from '../../../src/sandbox/alexis/faults.js'
import type { AlexisData, AlexisEmployeeRecord } from '../../../src/sandbox/alexis/records.js'
import type { AlexisSwitches } from '../../../src/sandbox/alexis/switches.js'
import type { SourceEmployee, SourceQuery, SourceSnapshot } from '../../../src/source/port.js'
import {
  aCompensation,
  anEmployee,
  anEmployment,
  anId,
  aQuery,
  asItIs,
  aWorld,
  companyId,
  fixtureWorld,
  people,
  withSandbox,
} from './alexis-world.js'

interface Reading {
  snapshot: SourceSnapshot
  /** The paths asked for, without host, one for each request. */
  requests: readonly string[]
}

const read = (
  data: AlexisData,
  query: Partial<SourceQuery> = {},
  switches: Partial<AlexisSwitches> = {},
  faults: readonly AlexisFault[] = [],
): Promise<Reading> =>
  withSandbox(data, switches, async ({ source, sandbox }) => {
    for (const fault of faults) sandbox.faults.add(fault)
    const snapshot = await source.readSnapshot(aQuery(query), asItIs)
    return { snapshot, requests: sandbox.requests.map(({ path }) => path) }
  })

const readOne = async (...reading: Parameters<typeof read>): Promise<SourceEmployee> => {
  const { snapshot } = await read(...reading)
  expect(snapshot.unreadable).toEqual([])
  expect(snapshot.employees).toHaveLength(1)
  return snapshot.employees[0]!
}

const paths = (...names: string[]): { paths: ReadonlySet<string> } => ({ paths: new Set(names) })

/** The person without what is only known when the whole history came along. */
const withoutOthers = (employee: SourceEmployee): SourceEmployee => {
  const copy = { ...employee }
  delete copy.otherCompensations
  return copy
}

const resourcesOf = (requests: readonly string[]): string[] => [
  ...new Set(requests.map((path) => path.replace(/\?.*/, ''))),
]

const withoutHireDate = (fields: Partial<AlexisEmployeeRecord> = {}): AlexisEmployeeRecord => {
  const person = anEmployee(fields)
  delete person.hireDate
  return person
}

describe('a whole read', () => {
  it('asks for everything it needs with one request', async () => {
    const { requests } = await read(fixtureWorld(), { activeOnly: true })

    expect(requests).toEqual([
      '/v1/employee?relations=employment,employmentType,compensation&filters[active][$eq]=true&sort[id]=asc&limit=200&offset=0',
    ])
  })

  it('gives each person the values of the paths asked for, from his current rows', async () => {
    const wanted = paths(
      'employee.firstName',
      'employee.birthDate',
      'employee.homeAddress.country',
      'employee.bankAccount.iban',
      'employee.custom.lockerNumber',
      'employment.startDate',
      'employment.rate',
      'employmentType.name',
      'compensation.amount',
      'compensation.currency',
      'compensation.payoutPeriod',
    )

    const { snapshot } = await read(fixtureWorld(), wanted)

    expect(snapshot.unreadable).toEqual([])
    expect(snapshot.employees).toMatchObject([
      {
        id: '65f1c0ffee00000000001001',
        companyId,
        active: true,
        issues: [],
        values: {
          'employee.firstName': 'Noor',
          'employee.birthDate': '1988-07-19T00:00:00.000Z',
          'employee.homeAddress.country': 'NL',
          'employee.bankAccount.iban': 'NL89TSTB0294817360',
          'employment.startDate': '2023-03-01T00:00:00.000Z',
          'employment.rate': '90',
          'employmentType.name': 'Permanent',
          'compensation.amount': '4268.25',
          'compensation.currency': 'EUR',
          'compensation.payoutPeriod': 'MONTHLY',
        },
      },
      {
        id: '65f1c0ffee00000000001002',
        companyId,
        active: true,
        issues: [],
        values: {
          'employee.firstName': 'Linnéa',
          'employee.birthDate': '1996-02-29T00:00:00.000Z',
          'employee.homeAddress.country': 'Sweden',
          'employee.custom.lockerNumber': 'B12',
          'employment.startDate': '2019-08-12T00:00:00.000Z',
          'employment.rate': '100',
          'employmentType.name': 'Permanent',
          'compensation.amount': '51200',
          'compensation.currency': 'SEK',
          'compensation.payoutPeriod': 'MONTHLY',
        },
      },
      {
        id: '65f1c0ffee00000000001003',
        companyId,
        active: true,
        issues: [],
        values: {
          'employee.firstName': 'Joris',
          'employee.birthDate': '2002-01-30T23:00:00.000Z',
          'employee.homeAddress.country': 'Nederland',
          'employee.bankAccount.iban': 'nl17 tstb 0718 3055 24',
          'employment.startDate': '2026-12-15T00:00:00.000Z',
          'employment.rate': '40',
          'employmentType.name': 'On call',
          'compensation.amount': '16.4',
          'compensation.currency': 'EUR',
          'compensation.payoutPeriod': 'HOURLY',
        },
      },
    ])
  })

  it('holds nothing that was not asked for, the citizen service number first of all', async () => {
    const { snapshot } = await read(fixtureWorld(), paths('employee.firstName'))

    expect(JSON.stringify(snapshot)).not.toMatch(/999991006|Vermeulen|TSTB|4268/)
  })

  it.each<[AlexisSwitches['relations'], string[]]>([
    ['history', ['/v1/employee']],
    // The person still to start has no pointers: only his whole history tells.
    ['current', ['/v1/employee', '/v1/employment', '/v1/compensation']],
  ])('is the same when related rows are the %p ones', async (relations, expected) => {
    const wanted = paths(
      'employment.startDate',
      'compensation.amount',
      'employmentType.name',
      'employee.hireDate',
    )
    const { snapshot: reference } = await read(fixtureWorld(), wanted, { relations: 'history' })

    const { snapshot, requests } = await read(fixtureWorld(), wanted, { relations })

    expect(snapshot.employees.map(withoutOthers)).toEqual(reference.employees.map(withoutOthers))
    expect(snapshot.unreadable).toEqual(reference.unreadable)
    expect(resourcesOf(requests).slice(0, 3)).toEqual(expected)
  })

  it('tells how far it is', async () => {
    const told: [number, number][] = []

    await read(
      aWorld({ employees: people(5) }),
      { onProgress: (done, total) => told.push([done, total]) },
      { limitCap: 3 },
    )

    expect(told).toEqual([
      [3, 5],
      [5, 5],
    ])
  })

  it('gives an empty snapshot of an empty account', async () => {
    const { snapshot } = await read(aWorld())

    expect(snapshot).toMatchObject({ employees: [], unreadable: [] })
  })

  it('only ever sends GET', async () => {
    const methods = await withSandbox(fixtureWorld(), {}, async ({ source, sandbox }) => {
      await source.readSnapshot(aQuery(), asItIs)
      await source.readCompanies()
      return new Set(sandbox.requests.map(({ method }) => method))
    })

    expect([...methods]).toEqual(['GET'])
  })

  it('counts its requests', async () => {
    const counts = await withSandbox(fixtureWorld(), { limitCap: 2 }, async ({ source, sandbox }) => {
      await source.readSnapshot(aQuery(), asItIs)
      return [source.callCount(), sandbox.requests.length]
    })

    expect(counts).toEqual([2, 2])
  })

  it('keeps 2,000 people apart in pages', async () => {
    const { snapshot, requests } = await read(
      aWorld({ employees: people(2000) }),
      paths('employee.firstName'),
    )

    expect(new Set(snapshot.employees.map(({ id }) => id)).size).toBe(2000)
    expect(requests).toHaveLength(11)
  })
})

describe('only active people', () => {
  const mixed = (): AlexisData =>
    aWorld({ employees: people(6).map((person, index) => ({ ...person, active: index % 2 === 0 })) })

  it.each([[true], [false]])('are read when the total honours filters: %p', async (totalHonoursFilters) => {
    const { snapshot } = await read(mixed(), { activeOnly: true }, { totalHonoursFilters })

    expect(snapshot.employees.map(({ id }) => id)).toEqual([anId(1), anId(3), anId(5)])
  })

  it('cost one more read of the whole list when the total does not honour the filter', async () => {
    const query = { activeOnly: true, ...paths('employee.firstName') }

    const { requests } = await read(mixed(), query, { totalHonoursFilters: false })

    // The filtered list, its place after the last row asked for twice, and the whole list.
    expect(requests.map((path) => [path.includes('filters'), path.replace(/.*offset=/, '')])).toEqual([
      [true, '0'],
      [true, '2'],
      [true, '3'],
      [false, '0'],
    ])
  })

  it('are not believed to be all when the whole list is incomplete too', async () => {
    const data = mixed()
    const remove = { employees: [anId(1)] }
    const add = { employees: people(1) }
    const faults = Array.from({ length: 20 }, (_, index): AlexisFault => ({
      kind: 'mutateBetweenPages',
      nth: index + 1,
      remove: index % 2 === 0 ? remove : {},
      add: index % 2 === 0 ? {} : add,
    }))

    const reading = read(data, { activeOnly: true }, { totalHonoursFilters: false, limitCap: 4 }, faults)

    await expect(reading).rejects.toMatchObject({ code: 'source-incomplete' })
  })

  it('leave a record out that cannot be read but says that it is not active', async () => {
    const data = aWorld({ employees: [anEmployee({ active: false, companyId: '' })] })

    const { snapshot } = await read(data, { activeOnly: true }, { totalHonoursFilters: false })

    expect(snapshot).toMatchObject({ employees: [], unreadable: [] })
  })

  it('are told apart from the others when everybody is asked for', async () => {
    const { snapshot } = await read(mixed(), { activeOnly: false })

    expect(snapshot.employees.map(({ active }) => active)).toEqual([true, false, true, false, true, false])
  })
})

describe('people who join and leave while the list is read', () => {
  it('never make it lose or double one who was there all along', async () => {
    const edit = fc.record({ nth: fc.integer({ min: 1, max: 12 }), remove: fc.integer({ min: 1, max: 12 }) })
    const scenario = fc.record({
      cap: fc.integer({ min: 1, max: 6 }),
      activeOnly: fc.boolean(),
      totalHonoursFilters: fc.boolean(),
      edits: fc.array(edit, { maxLength: 4 }),
    })

    await fc.assert(
      fc.asyncProperty(scenario, async ({ cap, activeOnly, totalHonoursFilters, edits }) => {
        const faults = edits.map(({ nth, remove }, index): AlexisFault => {
          const joined = anEmployee({ id: anId(50 + index) })
          return {
            kind: 'mutateBetweenPages',
            nth,
            remove: { employees: [anId(remove)] },
            add: { employees: [{ ...joined }] },
          }
        })
        const switches = { limitCap: cap, totalHonoursFilters }

        const ids = await read(aWorld({ employees: people(10) }), { activeOnly }, switches, faults).then(
          ({ snapshot }) => snapshot.employees.map(({ id }) => String(id)),
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'source-incomplete' })
            return undefined
          },
        )

        if (ids === undefined) return
        const gone = edits.map(({ remove }) => anId(remove))
        const stayed = people(10).flatMap(({ id }) => (gone.includes(id) ? [] : [id]))
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual(expect.arrayContaining(stayed))
      }),
      { numRuns: 25 },
    )
  })
})

describe('rows that do not come along', () => {
  const twoSalaries = (pointer: string | undefined): AlexisData =>
    aWorld({
      employees: [anEmployee(pointer === undefined ? {} : { compensationId: pointer })],
      compensations: [
        aCompensation({ id: anId(201), amount: 3000, effectiveDate: '2020-01-01' }),
        aCompensation({ id: anId(202), amount: 3200, effectiveDate: '2026-11-01' }),
        aCompensation({ id: anId(203), amount: 9999, effectiveDate: '2026-01-01', employeeId: anId(2) }),
      ],
    })

  it.each<[AlexisSwitches['relations']]>([['current'], ['history']])(
    'are chosen by date without a pointer (%p)',
    async (relations) => {
      const person = await readOne(twoSalaries(undefined), {}, { relations })

      expect(person.values['compensation.amount']).toBe('3200')
      expect(person.issues).toEqual([])
    },
  )

  it('are read for somebody whose pointer leads nowhere, and that is said', async () => {
    const { snapshot, requests } = await read(twoSalaries(anId(299)), {}, { relations: 'current' })

    expect(snapshot.employees[0]?.values['compensation.amount']).toBe('3200')
    expect(snapshot.employees[0]?.issues).toEqual([
      { code: 'current-row-mismatch', section: 'salary', holds: false },
    ])
    expect(resourcesOf(requests)).toEqual(['/v1/employee', '/v1/compensation'])
  })

  it('are not read for somebody else’s sake or when nobody wants them', async () => {
    const { requests } = await read(twoSalaries(undefined), paths('employee.firstName'), {
      relations: 'current',
    })

    expect(resourcesOf(requests)).toEqual(['/v1/employee'])
  })

  it('are read page by page, whole', async () => {
    const compensations = Array.from({ length: 9 }, (_, index) =>
      aCompensation({ id: anId(300 + index), amount: index, effectiveDate: `2025-0${index + 1}-01` }),
    )
    const data = aWorld({ employees: [anEmployee()], compensations })

    const person = await readOne(data, {}, { relations: 'current', limitCap: 2 })

    expect(person.values['compensation.amount']).toBe('8')
  })

  it('need not be looked for where there is no hire date when the whole history came along', async () => {
    const data = aWorld({
      employees: [withoutHireDate(), anEmployee({ id: anId(2) })],
      employments: [anEmployment({ employeeId: anId(2) })],
    })

    const { requests } = await read(data, paths('employee.hireDate'), { relations: 'history' })

    expect(resourcesOf(requests)).toEqual(['/v1/employee'])
  })

  it('that are nobody’s stop the read, for they could be anybody’s', async () => {
    const orphan = { ...aCompensation(), employeeId: null } as never

    const reading = read(
      aWorld({ employees: [anEmployee()], compensations: [orphan] }),
      {},
      { relations: 'current' },
    )

    await expect(reading).rejects.toMatchObject({
      facts: { code: 'unexpected-shape', operation: 'GET /compensation' },
    })
  })

  it('need not be looked for when the related rows are seen to be the whole history', async () => {
    const data = twoSalaries(anId(202))
    data.employees.push(anEmployee({ id: anId(5), firstName: 'Without pay' }))

    const { requests } = await read(data, {}, { relations: 'history' })

    expect(resourcesOf(requests)).toEqual(['/v1/employee'])
  })
})

describe('the choice between rows', () => {
  it('follows the pointer and says when the dates name another row', async () => {
    const data = aWorld({
      employees: [anEmployee({ compensationId: anId(201) })],
      compensations: [
        aCompensation({ id: anId(201), amount: 3000, effectiveDate: '2020-01-01' }),
        aCompensation({ id: anId(202), amount: 3200, effectiveDate: '2026-11-01' }),
      ],
    })

    const person = await readOne(data)

    expect(person.values['compensation.amount']).toBe('3000')
    expect(person.issues).toEqual([{ code: 'current-row-mismatch', section: 'salary', holds: false }])
  })

  it('holds the salary when two rows take effect on one day without a pointer', async () => {
    const data = aWorld({
      employees: [anEmployee()],
      compensations: [aCompensation({ id: anId(201) }), aCompensation({ id: anId(202), amount: 3200 })],
    })

    const person = await readOne(data)

    expect(person.values).toEqual({
      'employee.firstName': 'Test',
      'employee.hireDate': '2020-01-01T00:00:00.000Z',
    })
    expect(person.issues).toEqual([{ code: 'compensation-ambiguous', section: 'salary', holds: true }])
  })

  it('counts a row of the future for a person still to start, and for nobody else', async () => {
    const future = [aCompensation({ effectiveDate: '2026-12-01T00:00:00.000Z' })]

    const preHire = await readOne(
      aWorld({ employees: [anEmployee({ hireDate: '2026-11-30T23:00:00.000Z' })], compensations: future }),
    )
    const employee = await readOne(aWorld({ employees: [anEmployee()], compensations: future }))

    expect(preHire.values['compensation.amount']).toBe('3000')
    expect(employee.values['compensation.amount']).toBeUndefined()
  })

  it('takes the start of the first employment for it where there is no hire date', async () => {
    const preHire = await readOne(
      aWorld({
        employees: [withoutHireDate()],
        employments: [anEmployment({ startDate: '2026-12-01' })],
        compensations: [aCompensation({ effectiveDate: '2026-12-01' })],
      }),
    )

    expect(preHire.values['compensation.amount']).toBe('3000')
  })

  it.each<[AlexisSwitches['dates'], string]>([
    ['utc-midnight', '3200'],
    ['local-midnight', '3200'],
    ['date-only', '3200'],
  ])('takes a row that starts today, with days written as %p', async (dates, amount) => {
    const data = aWorld({
      employees: [anEmployee()],
      compensations: [
        aCompensation({ id: anId(201), effectiveDate: '2020-01-01' }),
        aCompensation({ id: anId(202), amount: 3200, effectiveDate: '2026-11-22' }),
        aCompensation({ id: anId(203), amount: 3400, effectiveDate: '2026-11-23' }),
      ],
    })

    const person = await readOne(data, {}, { dates })

    expect(person.values['compensation.amount']).toBe(amount)
  })

  it.each<[AlexisSwitches['relations']]>([['current'], ['history']])(
    'gives the start of the first employment where there is no hire date (%p)',
    async (relations) => {
      const person = withoutHireDate({ employmentId: anId(102) })
      const data = aWorld({
        employees: [person],
        employments: [
          anEmployment({ id: anId(101), startDate: '2021-05-01T00:00:00.000Z', endDate: '2022-04-30' }),
          anEmployment({ id: anId(102), startDate: '2023-01-01T00:00:00.000Z' }),
        ],
      })

      const { values } = await readOne(data, paths('employee.hireDate'), { relations })

      expect(values['employee.hireDate']).toBe('2021-05-01')
    },
  )

  it('leaves the hire date empty where there is no employment either', async () => {
    const person = withoutHireDate()

    const { values } = await readOne(aWorld({ employees: [person] }), paths('employee.hireDate'))

    expect(values).toEqual({})
  })

  it('leaves a hire date that is no date to the mapping', async () => {
    const data = aWorld({ employees: [anEmployee({ hireDate: 'soon' })], employments: [anEmployment()] })

    const { values } = await readOne(data, paths('employee.hireDate'))

    expect(values).toEqual({ 'employee.hireDate': 'soon' })
  })

  it.each([
    [
      'employment',
      aWorld({ employees: [anEmployee()], employments: [anEmployment({ companyId: 'other' })] }),
    ],
    ['salary', aWorld({ employees: [anEmployee()], compensations: [aCompensation({ companyId: 'other' })] })],
  ])('holds the %s when the current row belongs to another company', async (section, data) => {
    const person = await readOne(data)

    expect(person.issues).toEqual([{ code: 'source-company-mismatch', section, holds: true }])
  })

  it('ends an employment on its real end, not on the planned one', async () => {
    const data = aWorld({
      employees: [anEmployee()],
      employments: [
        anEmployment({ id: anId(101), rate: 80, startDate: '2020-01-01' }),
        anEmployment({
          id: anId(102),
          rate: 40,
          startDate: '2025-01-01',
          endDate: '2027-12-31',
          effectiveEndDate: '2026-06-30',
        }),
      ],
    })

    const person = await readOne(data, paths('employment.rate'))

    expect(person.values).toEqual({ 'employment.rate': '80' })
  })

  it('says nothing of a doubtful employment that the mapping does not use', async () => {
    const data = aWorld({
      employees: [anEmployee({ employmentId: anId(101) })],
      employments: [
        anEmployment({ id: anId(101), startDate: '2020-01-01' }),
        anEmployment({ id: anId(102), startDate: '2025-01-01' }),
      ],
    })

    const unused = await readOne(data, paths('employee.firstName'))
    const used = await readOne(data, paths('employment.startDate'))

    expect(unused.issues).toEqual([])
    expect(used.issues).toEqual([{ code: 'current-row-mismatch', section: 'employment', holds: false }])
  })

  it('takes the kind of employment from the person where he has no employment', async () => {
    const data = aWorld({
      employees: [anEmployee({ employmentTypeId: anId(901) })],
      employmentTypes: [{ id: anId(901), name: 'Hourly', vacation: false }],
    })

    const person = await readOne(data, paths('employmentType.name'))

    expect(person.values).toEqual({ 'employmentType.name': 'Hourly' })
  })

  it('finds the kind of employment that did not come along', async () => {
    const data = aWorld({
      employees: [anEmployee()],
      employments: [anEmployment({ typeId: anId(901) })],
      employmentTypes: [{ id: anId(901), name: 'Hourly', vacation: false }],
    })

    const { snapshot, requests } = await read(data, paths('employmentType.name'), { relations: 'current' })

    expect(snapshot.employees[0]?.values).toEqual({ 'employmentType.name': 'Hourly' })
    expect(resourcesOf(requests)).toEqual(['/v1/employee', '/v1/employment', '/v1/employment-type'])
  })
})

describe('a value of another form', () => {
  const odd = (fields: object): AlexisData =>
    aWorld({
      employees: [{ ...anEmployee(), ...fields }],
      compensations: [aCompensation()],
    })
  const salary = 'source-value-unreadable salary'

  it('is a hole where it stands, and the rest of the person is read', async () => {
    const person = await readOne(odd({ firstName: { first: 'Anna' } }))

    expect(person.odd).toEqual({ 'employee.firstName': 'expected text, found object' })
    expect(person.values).toMatchObject({ 'compensation.amount': '3000' })
    expect(person.issues).toEqual([])
  })

  it.each<[string, object, object[], string[]]>([
    ['a pointer at the current compensation', { compensationId: 7 }, [aCompensation()], [salary]],
    ['a pointer at the current employment', { employmentId: {} }, [], ['source-value-unreadable employment']],
    ['the day of the only compensation', {}, [{ ...aCompensation(), effectiveDate: 'soon' }], [salary]],
    [
      'no day of an old compensation',
      {},
      [{ ...aCompensation({ id: anId(9) }), effectiveDate: null }],
      [salary],
    ],
    ['no id of a compensation', {}, [aCompensation(), { ...aCompensation(), id: null }], [salary]],
    ['a company of a compensation', {}, [{ ...aCompensation(), companyId: [] }], [salary]],
  ])('holds what is made of the rows: %s', async (_what, fields, compensations, issues) => {
    const person = await readOne({ ...odd(fields), compensations: compensations as never })

    expect(
      person.issues.flatMap(({ code, section, holds }) => (holds ? [`${code} ${section}`] : [])),
    ).toEqual(issues)
    expect(person.values['employee.firstName']).toBe('Test')
  })

  it('is said of an amount of the current compensation', async () => {
    const compensations = [{ ...aCompensation(), amount: ['3000'] } as never]

    const person = await readOne(aWorld({ employees: [anEmployee()], compensations }))

    expect(person.odd).toEqual({ 'compensation.amount': 'expected text, found list' })
  })

  it('is no hire date, and no other day stands in for it', async () => {
    const person = await readOne(odd({ hireDate: ['2020-01-01'] }))

    expect(person.values['employee.hireDate']).toBeUndefined()
    expect(person.odd).toEqual({ 'employee.hireDate': 'expected text, found list' })
  })
})

describe('a day that is not sure', () => {
  const noon = '2020-01-01T12:00:00.000Z'
  it.each<[string, object, string[]]>([
    ['a compensation', { compensations: [aCompensation({ effectiveDate: noon })] }, ['salary']],
    ['an employment', { employments: [anEmployment({ startDate: noon })] }, ['employment']],
    [
      'the end of an employment',
      { employments: [anEmployment({ endDate: '2030-01-01T12:00:00.000Z' })] },
      ['employment'],
    ],
    ['none of them', { employments: [anEmployment()], compensations: [aCompensation()] }, []],
  ])('is said of %s, and holds nothing by itself', async (_what, rows, sections) => {
    const person = await readOne(aWorld({ employees: [anEmployee()], ...rows }))

    expect(person.issues).toEqual(
      sections.map((section) => ({ code: 'date-time-unclear', section, holds: false })),
    )
  })
})

describe('a record that cannot be read', () => {
  const odd = (fields: object): AlexisData =>
    // Records that break the contract are the point here.
    aWorld({ employees: [{ ...anEmployee(), ...fields }, anEmployee({ id: anId(2) })] })

  it.each<[object, string, object]>([
    [{ companyId: null }, 'companyId: expected text, found nothing', {}],
    [{ active: 'yes' }, 'active: expected boolean, found text', { companyId }],
    [{ active: 1, firstName: [] }, 'active: expected boolean, found number', { companyId }],
  ])('is named with what is wrong, and everybody else is read: %p', async (fields, problem, known) => {
    const { snapshot } = await read(odd(fields))

    expect(snapshot.unreadable).toEqual([{ id: anId(1), ...known, problems: [problem] }])
    expect(snapshot.employees.map(({ id }) => id)).toEqual([anId(2)])
  })

  it('is none because of keys that nobody asked for', async () => {
    const { snapshot } = await read(odd({ ssn: { odd: true }, homeAddress: 'Weg 1', somethingNew: [] }))

    expect(snapshot.unreadable).toEqual([])
  })

  it('counts for one person even without an id', async () => {
    const { snapshot } = await read(odd({ id: null }))

    expect(snapshot.unreadable).toEqual([
      { id: undefined, companyId, problems: ['id: expected text, found nothing'] },
    ])
    expect(snapshot.employees).toHaveLength(1)
  })

  it('is none because of an odd compensation when no compensation is wanted', async () => {
    const compensations = [{ ...aCompensation(), effectiveDate: 'soon' } as never]

    const { snapshot } = await read(
      aWorld({ employees: [anEmployee()], compensations }),
      paths('employee.firstName'),
    )

    expect(snapshot.unreadable).toEqual([])
  })

  it('is none because of an odd amount in a row that is not current', async () => {
    const old = {
      ...aCompensation({ id: anId(201), effectiveDate: '2019-01-01' }),
      amount: ['3000'],
    } as never
    const data = aWorld({ employees: [anEmployee()], compensations: [old, aCompensation()] })

    const person = await readOne(data)

    expect(person.values['compensation.amount']).toBe('3000')
  })

  it('keeps every digit of an amount that is too exact to be one', async () => {
    const data = aWorld({
      employees: [anEmployee()],
      compensations: [aCompensation({ amount: 3000.1000000000004 })],
    })

    const person = await readOne(data)

    expect(person.values['compensation.amount']).toBe('3000.1000000000004')
  })
})

describe('a page that fails', () => {
  const fivePages = (): [AlexisData, Partial<SourceQuery>, Partial<AlexisSwitches>] => [
    aWorld({ employees: people(9) }),
    paths('employee.firstName'),
    { limitCap: 3 },
  ]

  it.each<[AlexisFault]>([
    [{ kind: 'status', status: 500, nth: 2 }],
    [{ kind: '429', retryAfter: '3', nth: 3, repeats: 2 }],
    [{ kind: 'reset', nth: 2 }],
    [{ kind: 'truncated', nth: 3 }],
    [{ kind: 'html', status: 503, nth: 1 }],
    [{ kind: 'slow', delayMs: 20, nth: 2 }],
  ])('is read again, and the list goes on: %p', async (fault) => {
    const { snapshot } = await read(...fivePages(), [fault])

    expect(snapshot.employees).toHaveLength(9)
  })

  it.each<[AlexisFault, object]>([
    [{ kind: 'status', status: 500, nth: 2, repeats: 3 }, { facts: { code: 'unavailable' } }],
    [{ kind: 'status', status: 401, nth: 3 }, { code: 'unauthorised' }],
    [{ kind: 'status', status: 403, nth: 3 }, { code: 'forbidden' }],
    [{ kind: 'html', nth: 2 }, { facts: { code: 'not-json' } }],
    [{ kind: 'truncated', nth: 2, repeats: 3 }, { facts: { code: 'truncated' } }],
    [{ kind: 'reset', nth: 2, repeats: 3 }, { facts: { code: 'unreachable' } }],
  ])('for good fails the whole read: %p', async (fault, expected) => {
    const reading = read(...fivePages(), [fault])

    await expect(reading).rejects.toMatchObject(expected)
  })

  it('that never comes fails the whole read', async () => {
    const reading = withSandbox(
      aWorld({ employees: people(1) }),
      { latencyMs: 300 },
      ({ source }) => source.readSnapshot(aQuery(), asItIs),
      { timeoutMs: 20 },
    )

    await expect(reading).rejects.toMatchObject({ facts: { code: 'timeout', retryable: true } })
  })

  it('is waited for as long as the server asks', async () => {
    const waits = await withSandbox(aWorld({ employees: people(1) }), {}, async (connected) => {
      connected.sandbox.faults.add({ kind: '429', retryAfter: '9' })
      await connected.source.readSnapshot(aQuery(), asItIs)
      return connected.waits
    })

    expect(waits).toEqual([9000])
  })
})

describe('the companies', () => {
  it('are all read, with their names', async () => {
    const companies = await withSandbox(fixtureWorld(), { limitCap: 1 }, ({ source }) =>
      source.readCompanies(),
    )

    expect(companies).toEqual([
      { id: companyId, name: 'Acme B.V.' },
      { id: '65f1c0ffee0000000000000b', name: 'Acme Sverige AB' },
    ])
  })
})

describe('the departments and offices', () => {
  const world = aWorld({
    departments: [
      { id: anId(1), companyId, name: 'Kwekerij' },
      { id: anId(2), companyId, name: 'Kantoor' },
    ],
    offices: [
      {
        id: anId(3),
        companyId,
        name: 'Lisse',
        phone: '',
        email: 'lisse@acme.example',
        timezone: 'Europe/Amsterdam',
      },
    ],
  })

  it('are all read, with their names by id', async () => {
    const names = await withSandbox(world, { limitCap: 1 }, async ({ source }) => [
      await source.readNames('department'),
      await source.readNames('office'),
    ])

    expect(names).toEqual([
      new Map([
        [anId(1), 'Kwekerij'],
        [anId(2), 'Kantoor'],
      ]),
      new Map([[anId(3), 'Lisse']]),
    ])
  })
})

describe('a closed source', () => {
  it('breaks off what is under way', async () => {
    const reading = withSandbox(aWorld({ employees: people(1) }), { latencyMs: 5000 }, async ({ source }) => {
      const under = source.readSnapshot(aQuery(), asItIs)
      setImmediate(() => {
        source.close()
      })
      return under
    })

    await expect(reading).rejects.toMatchObject({ name: 'AbortError', code: 'stopped' })
  })
})
