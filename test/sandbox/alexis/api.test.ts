import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { type AlexisSandbox, startAlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import {
  aCompensation,
  anEmployee,
  anEmployment,
  anId,
  aWorld,
  fixtureWorld,
  people,
} from '../../source/alexis/alexis-world.js'

let sandbox: AlexisSandbox

const get = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
  const headers = { authorization: `Bearer ${sandbox.token}` }
  const response = await fetch(`${sandbox.baseUrl}${path}`, { headers, ...init })
  return { status: response.status, body: await response.json() }
}

interface List {
  data: { id: string }[]
  total: number
}

const listOf = async (path: string): Promise<List> => (await get(path)).body as List

const idsOf = async (path: string): Promise<string[]> => (await listOf(path)).data.map(({ id }) => id)

afterEach(async () => {
  await sandbox.close()
})

describe('a list', () => {
  beforeEach(async () => {
    sandbox = await startAlexisSandbox({ data: aWorld({ employees: people(120) }) })
  })

  it('comes in an envelope with total, count and offset, and without limit', async () => {
    const { status, body } = await get('/employee?limit=2&offset=7')

    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'ok',
      data: [expect.objectContaining({ id: anId(8) }), expect.objectContaining({ id: anId(9) })],
      total: 120,
      count: 2,
      offset: 7,
    })
  })

  it('has the default page size without a limit, and no page larger than the cap', async () => {
    Object.assign(sandbox.switches, { defaultLimit: 20, limitCap: 30 })

    expect(await idsOf('/employee')).toHaveLength(20)
    expect(await idsOf('/employee?limit=500')).toHaveLength(30)
    expect(await idsOf('/employee?limit=500&offset=110')).toHaveLength(10)
  })

  it('is empty after its end', async () => {
    expect(await listOf('/employee?offset=500')).toMatchObject({ data: [], total: 120, count: 0 })
  })

  it('is ordered as asked', async () => {
    expect(await idsOf('/employee?sort[id]=desc&limit=2')).toEqual([anId(120), anId(119)])
    expect(await idsOf('/employee?sort%5Bid%5D=asc&limit=1')).toEqual([anId(1)])
  })

  it('has no order to rely on when none was asked for and it is switched off', async () => {
    sandbox.switches.order = 'unstable'

    const orders = [await idsOf('/employee?limit=3'), await idsOf('/employee?limit=3')]
    const sorted = [
      await idsOf('/employee?sort[id]=asc&limit=3'),
      await idsOf('/employee?sort[id]=asc&limit=3'),
    ]

    expect(orders[0]).not.toEqual(orders[1])
    expect(sorted[0]).toEqual(sorted[1])
  })
})

describe('filters', () => {
  beforeEach(async () => {
    const employees = [
      anEmployee({
        id: 'a',
        active: true,
        firstName: 'Anna',
        birthDate: '1990-01-31T00:00:00.000Z',
        age: 36,
      }),
      anEmployee({ id: 'b', active: false, firstName: 'Bo', birthDate: '1985-06-15T22:00:00.000Z', age: 9 }),
      anEmployee({ id: 'c', active: true, birthDate: '2001-12-01', age: 24 }),
    ]
    delete employees[2]?.firstName
    sandbox = await startAlexisSandbox({ data: aWorld({ employees }) })
  })

  it.each([
    ['filters[active]=true', 'ac'],
    ['filters[active][$eq]=false', 'b'],
    ['filters[firstName][$eq]=Anna', 'a'],
    ['filters[firstName][$neq]=Anna', 'bc'],
    ['filters[firstName][$gt]=Anna', 'b'],
    ['filters[id][$in][]=a&filters[id][$in][]=c', 'ac'],
    ['filters[id][$in][0]=b', 'b'],
    ['filters[id][$nin][]=a&filters[id][$nin][]=c', 'b'],
    ['filters[birthDate][$gte]=1990-01-31', 'ac'],
    ['filters[birthDate][$gt]=1990-01-31', 'c'],
    ['filters[birthDate][$lt]=1990-01-31T00:00:00.000Z', 'b'],
    ['filters[birthDate][$lte]=1990-01-31', 'ab'],
    ['filters[birthDate][$between][]=1985-06-15&filters[birthDate][$between][]=1990-02-01', 'ab'],
    ['filters[age][$gt]=10', 'ac'],
    ['filters[age][$eq]=9', 'b'],
    ['filters[active]=true&filters[age][$lt]=30', 'c'],
  ])('%s', async (query, expected) => {
    expect((await idsOf(`/employee?${query}`)).join('')).toBe(expected)
  })

  it('count in the total or not, as switched', async () => {
    const honoured = await listOf('/employee?filters[active]=true')
    sandbox.switches.totalHonoursFilters = false
    const ignored = await listOf('/employee?filters[active]=true')

    expect([honoured.total, ignored.total]).toEqual([2, 3])
    expect(ignored.data).toHaveLength(2)
  })
})

describe('select', () => {
  beforeEach(async () => {
    sandbox = await startAlexisSandbox({ data: fixtureWorld() })
  })

  it.each([
    [true, ['firstName', 'id']],
    [false, ['bankAccount', 'custom', 'firstName', 'homeAddress', 'id']],
  ])('drops what it cannot name: %p', async (selectDropsNested, expected) => {
    sandbox.switches.selectDropsNested = selectDropsNested

    const { data } = await listOf('/employee?select=firstName')

    expect(Object.keys(data[0] ?? {}).sort()).toEqual(expected)
  })
})

describe('relations', () => {
  beforeEach(async () => {
    sandbox = await startAlexisSandbox({ data: fixtureWorld() })
  })

  const relationsOf = async (path: string): Promise<Record<string, string[]>> => {
    const { body } = await get(path)
    const { relations } = body as { relations: Record<string, { id: string }[]> }
    return Object.fromEntries(
      Object.entries(relations).map(([name, rows]) => [name, rows.map(({ id }) => id.slice(-4))]),
    )
  }

  it('are the whole history of the people on the page, or the rows they point at', async () => {
    const path = '/employee?relations=employment,employmentType,compensation,office'

    const history = await relationsOf(path)
    sandbox.switches.relations = 'current'
    const current = await relationsOf(path)

    expect(history).toEqual({
      employment: ['2011', '2012', '2021', '2031'],
      employmentType: ['0e01', '0e02', '0e03'],
      compensation: ['3011', '3012', '3021', '3022', '3031'],
      office: [],
    })
    expect(current).toEqual({
      employment: ['2012', '2021'],
      employmentType: ['0e01'],
      compensation: ['3012', '3021'],
      office: [],
    })
  })

  it('belong to the people of the page only', async () => {
    expect(await relationsOf('/employee?limit=1&offset=2&relations=compensation')).toEqual({
      compensation: ['3031'],
    })
  })

  it('of an employment are its type and its employee', async () => {
    expect(await relationsOf('/employment?limit=1&relations=type,employee')).toEqual({
      type: ['0e02'],
      employee: ['1001'],
    })
  })

  it('of an employee can be the manager', async () => {
    expect(await relationsOf('/employee?limit=1&relations=managerEmployee')).toEqual({
      managerEmployee: ['1002'],
    })
  })
})

describe('one record', () => {
  beforeEach(async () => {
    sandbox = await startAlexisSandbox({ data: fixtureWorld() })
  })

  it('comes by its id, with its relations', async () => {
    const { status, body } = await get('/employee/65f1c0ffee00000000001003?relations=compensation')

    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'ok',
      data: expect.objectContaining({ firstName: 'Joris' }),
      relations: { compensation: [expect.objectContaining({ amount: 16.4 })] },
    })
  })

  it.each([
    ['/employment', '65f1c0ffee00000000002011'],
    ['/employment-type', '65f1c0ffee00000000000e01'],
    ['/compensation', '65f1c0ffee00000000003011'],
    ['/company', '65f1c0ffee0000000000000a'],
  ])('exists in %s too', async (path, id) => {
    expect((await get(`${path}/${id}`)).body).toMatchObject({ status: 'ok', data: { id } })
    expect(await idsOf(path)).toContain(id)
  })
})

describe('days', () => {
  it.each([
    ['as-stored', '2002-01-30T23:00:00.000Z', '2026-12-15T00:00:00.000Z', '2026-12-15T00:00:00.000Z'],
    ['utc-midnight', '2002-01-31T00:00:00.000Z', '2026-12-15T00:00:00.000Z', '2026-12-15T00:00:00.000Z'],
    ['local-midnight', '2002-01-30T23:00:00.000Z', '2026-12-14T23:00:00.000Z', '2026-12-14T23:00:00.000Z'],
    ['date-only', '2002-01-31', '2026-12-15', '2026-12-15'],
  ] as const)('can be written as %s', async (dates, birthDate, hireDate, effectiveDate) => {
    sandbox = await startAlexisSandbox({ data: fixtureWorld(), switches: { dates } })

    const { body } = await get('/employee/65f1c0ffee00000000001003?relations=compensation')

    expect(body).toMatchObject({
      data: { birthDate, hireDate, created: '2026-11-17T15:12:09.664Z' },
      relations: { compensation: [{ effectiveDate }] },
    })
  })
})

describe('a request that cannot be answered', () => {
  beforeEach(async () => {
    const data = aWorld({
      employees: [anEmployee()],
      employments: [anEmployment()],
      compensations: [aCompensation()],
    })
    sandbox = await startAlexisSandbox({ data, token: 'right' })
  })

  it.each([[undefined], ['Bearer wrong'], ['Basic right'], ['right']])(
    'is refused with the authorization %p',
    async (authorization) => {
      const answer = await get('/employee', { headers: authorization === undefined ? {} : { authorization } })

      expect(answer).toEqual({
        status: 401,
        body: { statusCode: 401, message: 'Unauthorized', error: 'Unauthorized' },
      })
    },
  )

  it.each([
    ['/employee?filters[homeAddress][$eq]=x', 'filters: homeAddress cannot be filtered'],
    ['/employee?filters[id][$like]=x', 'filters: $like is not an operator'],
    ['/employee?filters=x', 'filters: filters cannot be filtered'],
    ['/compensation?sort[updated]=asc', 'sort: updated cannot be sorted'],
    ['/employee?sort[id]=up', 'sort: must be asc or desc'],
    ['/employee?limit=0', 'limit must be a whole number of at least 1'],
    ['/employee?limit=many', 'limit must be a whole number of at least 1'],
    ['/employee?offset=-1', 'offset must be a whole number of at least 0'],
    ['/company?select=name', 'select: name is not one of id'],
    ['/employment?relations=type,office', 'relations: office is not one of type, employee'],
  ])('%s says why', async (path, message) => {
    expect(await get(path)).toEqual({
      status: 400,
      body: { statusCode: 400, message: [message], error: 'Bad Request' },
    })
  })

  it.each([['/employees'], ['/employee/none'], ['/employee/a/b'], ['/audit-log'], ['/']])(
    '%s is not found',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: { statusCode: 404, error: 'Not Found' } })
    },
  )

  it.each([['POST'], ['PUT'], ['PATCH'], ['DELETE']])(
    '%s does not exist, changes nothing and is on record',
    async (method) => {
      const before = structuredClone(sandbox.data)

      const answer = await get(`/employee/${anId(1)}`, { method, headers: { authorization: 'Bearer right' } })

      expect(answer.status).toBe(404)
      expect(sandbox.data).toEqual(before)
      expect(sandbox.requests).toEqual([{ method, path: `/v1/employee/${anId(1)}` }])
    },
  )

  it('is on record without its token', async () => {
    await get('/employee?filters[id][$eq]=a')

    expect(sandbox.requests).toEqual([{ method: 'GET', path: '/v1/employee?filters[id][$eq]=a' }])
  })
})
