import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import type { AlexisData } from '../../../src/sandbox/alexis/records.js'
import type { SourceQuery } from '../../../src/source/port.js'
import { aCompensation, anEmployee, anId, aQuery, aWorld, withSandbox } from './alexis-world.js'

/** Somebody with an earlier, a current and a later compensation, and somebody with one. */
const data: AlexisData = aWorld({
  employees: [
    anEmployee({ compensationId: anId(202) }),
    anEmployee({ id: anId(2), userId: anId(2), compensationId: anId(204) }),
  ],
  compensations: [
    aCompensation({ id: anId(201), amount: 3000, effectiveDate: '2025-01-01' }),
    aCompensation({ id: anId(202), amount: 3200, effectiveDate: '2026-10-31T23:00:00.000Z' }),
    aCompensation({ id: anId(203), amount: 3400, effectiveDate: '2027-01-01', companyId: anId(7) }),
    aCompensation({ id: anId(204), amount: 4000, effectiveDate: '2024-01-01', employeeId: anId(2) }),
  ],
})
const first = toSourceEmployeeId(anId(1))

const read = (relations: 'current' | 'history', query: Partial<SourceQuery> = {}) =>
  withSandbox(data, { relations }, async ({ source, sandbox }) => {
    const snapshot = await source.readSnapshot(aQuery(query), (employee) => employee)
    const requests = sandbox.requests.map(({ path }) => path.replace(/\?.*/, ''))
    return { snapshot, requests, first: snapshot.employees[0]! }
  })

const amountsOf = (rows: readonly { values: Readonly<Record<string, string>> }[] = []) =>
  rows.map(({ values }) => values['compensation.amount'])

describe('the compensations of a person', () => {
  it('come along with their days, beside the current one', async () => {
    const { snapshot, first: person, requests } = await read('history')

    expect(snapshot.compensationsComplete).toBe(true)
    expect(person.compensationDay).toBe('2026-11-01')
    expect(person.otherCompensations).toEqual([
      expect.objectContaining({ id: anId(201), effectiveDay: '2025-01-01', problems: [] }),
      expect.objectContaining({ effectiveDay: '2027-01-01', companyId: anId(7) }),
    ])
    expect(amountsOf(person.otherCompensations)).toEqual(['3000', '3400'])
    expect(snapshot.employees[1]).not.toHaveProperty('otherCompensations')
    expect(requests).toEqual(['/v1/employee'])
  })

  it('are only the current ones where no others come along, and then that is said', async () => {
    const { snapshot, first: person, requests } = await read('current')

    expect(snapshot.compensationsComplete).toBe(false)
    expect(person).not.toHaveProperty('otherCompensations')
    expect(requests).toEqual(['/v1/employee'])
  })

  it('are read from their own list when all are wanted and only the current ones come along', async () => {
    const { snapshot, first: person, requests } = await read('current', { allCompensations: true })

    expect(snapshot.compensationsComplete).toBe(true)
    expect(amountsOf(person.otherCompensations)).toEqual(['3000', '3400'])
    expect(requests).toContain('/v1/compensation')
  })

  it('cost no request of their own when all came along', async () => {
    const { requests } = await read('history', { allCompensations: true })

    expect(requests).toEqual(['/v1/employee'])
  })

  it('can be asked for by person, and are then his alone', async () => {
    await withSandbox(data, { relations: 'current', limitCap: 2 }, async ({ source }) => {
      const answer = await source.readCompensations(new Set([first]), aQuery())

      expect([...answer.keys()]).toEqual([first])
      const rows = answer.get(first)
      expect(amountsOf(rows === 'unreadable' ? [] : rows)).toEqual(['3000', '3200', '3400'])
    })
  })

  it('are unreadable when one of them has no day', async () => {
    const odd = { ...aCompensation({ id: anId(209) }), effectiveDate: 'soon' }
    const world = aWorld({ employees: data.employees, compensations: [...data.compensations, odd] })

    await withSandbox(world, { relations: 'current' }, async ({ source }) => {
      const answer = await source.readCompensations(new Set([first]), aQuery())

      expect(answer.get(first)).toBe('unreadable')
    })
  })

  it('say which keys are odd without making the person unreadable', async () => {
    const odd = { ...aCompensation({ id: anId(209), effectiveDate: '2025-06-01' }), amount: { odd: 1 } }
    const world = { ...data, compensations: [...data.compensations, odd as never] }

    await withSandbox(world, {}, async ({ source }) => {
      const { employees, unreadable } = await source.readSnapshot(aQuery(), (employee) => employee)

      expect(unreadable).toEqual([])
      expect(employees[0]?.otherCompensations?.at(-1)?.problems).toEqual([
        'amount: expected text, found object',
      ])
    })
  })
})
