import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { AbortError } from '../../src/domain/errors.js'
import { toSourceCompanyId, toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { placeInService } from '../../src/run/access/place-in-service.js'
import { readAccessPeople, type AccessAttributes } from '../../src/run/access/read-access-people.js'
import { companyId } from '../support/builders.js'
import { openWorld, sourceValues, type World } from '../support/world.js'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const nothingMore: AccessAttributes = {
  departments: false,
  offices: false,
  employmentTypes: false,
  custom: [],
}
const everything: AccessAttributes = {
  departments: true,
  offices: true,
  employmentTypes: true,
  custom: ['shift'],
}

const add = (id: string, values: Record<string, string> = {}, active = true): void => {
  world.source.set(id, sourceValues(values))
  const person = world.source.employees.get(id)
  if (person !== undefined) world.source.employees.set(id, { ...person, active })
}

const link = (id: string, target: string): Promise<void> =>
  world.deps.store.links.writeLink({
    status: 'connected',
    sourceId: toSourceEmployeeId(id),
    companyId,
    targetId: toTargetEmployeeId(target),
    origin: 'manual',
  })

describe('reading people for their logins', () => {
  it('gives the addresses as a sync sends them, and who is connected', async () => {
    add('a', { 'employee.workEmail': ' Noor@Tulp.example ', 'employee.privateEmail': 'not an address' })
    add('b')
    await link('a', '77')

    const { employees, today } = await readAccessPeople(world.deps, nothingMore)

    expect(today).toBe('2026-11-22')
    expect(employees).toMatchObject([
      {
        kind: 'employee',
        subject: 'a',
        targetId: '77',
        companyId,
        displayName: 'Noor Testveld',
        employeeNumber: '501',
        workEmail: 'Noor@Tulp.example',
        privateEmail: undefined,
        service: { state: 'in-service' },
        department: undefined,
      },
      { subject: 'b', targetId: null },
    ])
  })

  it('gives names of department and office, the kind of employment and custom fields where a rule looks at them', async () => {
    world.source.names = { department: new Map([['d1', 'Kwekerij']]), office: new Map([['o1', 'Lisse']]) }
    add('a', {
      'employee.departmentId': 'd1',
      'employee.officeId': 'o1',
      'employmentType.name': 'Oproepkracht',
      'employee.custom.shift': 'night',
    })

    const wanted = await readAccessPeople(world.deps, everything)
    const unwanted = await readAccessPeople(world.deps, nothingMore)

    expect(wanted.employees).toMatchObject([
      { department: 'Kwekerij', office: 'Lisse', employmentType: 'Oproepkracht', custom: { shift: 'night' } },
    ])
    expect(unwanted.employees).toMatchObject([{ department: undefined, custom: {} }])
  })

  it('leaves out people of other companies', async () => {
    add('a')
    const person = world.source.employees.get('a')
    if (person !== undefined)
      world.source.employees.set('b', {
        ...person,
        id: toSourceEmployeeId('b'),
        companyId: toSourceCompanyId('elsewhere'),
      })

    const { employees } = await readAccessPeople(world.deps, nothingMore)

    expect(employees.map(({ subject }) => subject)).toEqual(['a'])
  })

  it('gives nothing of a read that failed, or of one that gave nobody', async () => {
    await expect(readAccessPeople(world.deps, nothingMore)).rejects.toMatchObject({ code: 'source-empty' })

    add('a')
    world.source.failure = new AbortError('incomplete', 'source-incomplete', 'again')
    await expect(readAccessPeople(world.deps, nothingMore)).rejects.toThrow('incomplete')
  })
})

describe('where somebody stands in service', () => {
  const place = (active: boolean, hireDate?: string, endDate?: string) =>
    placeInService(
      {
        active,
        values: {
          ...(hireDate === undefined ? {} : { 'employee.hireDate': hireDate }),
          ...(endDate === undefined ? {} : { 'employee.endDate': endDate }),
        },
      },
      { today: '2026-11-22', timeZone: 'Europe/Amsterdam' },
    )

  it.each([
    ['works', place(true, '2020-01-01'), { state: 'in-service' }],
    ['starts today', place(true, '2026-11-22'), { state: 'in-service' }],
    ['starts tomorrow', place(true, '2026-11-23'), { state: 'not-yet', from: '2026-11-23' }],
    ['has his last day today', place(true, '2020-01-01', '2026-11-22'), { state: 'in-service' }],
    ['left yesterday', place(true, '2020-01-01', '2026-11-21'), { state: 'left', since: '2026-11-21' }],
    [
      'left, with a day at midnight of the zone',
      place(true, '2020-01-01', '2026-11-20T23:00:00.000Z'),
      { state: 'left', since: '2026-11-21' },
    ],
    ['is not active any more', place(false, '2020-01-01'), { state: 'left', since: undefined }],
    ['was hired again after an end', place(true, '2026-10-01', '2025-12-31'), { state: 'in-service' }],
    ['has no day of hire', place(true), { state: 'in-service' }],
  ])('somebody who %s', (_who, service, expected) => {
    expect(service).toEqual(expected)
  })
})
