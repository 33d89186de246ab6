import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { type AlexisSandbox, startAlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import { anEmployee, anId, aWorld, companyId } from '../../source/alexis/alexis-world.js'

let sandbox: AlexisSandbox

beforeEach(async () => {
  const employees = [anEmployee({ homeAddress: { street: 'Weg 1', city: 'Delft' }, privatePhone: '1' })]
  sandbox = await startAlexisSandbox({ data: aWorld({ employees }) })
})

afterEach(async () => {
  await sandbox.close()
})

const control = async (
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${sandbox.controlUrl}/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  return { status: response.status, body: await response.json() }
}

describe('the control address', () => {
  it('shows switches, waiting faults, requests and how many records there are', async () => {
    sandbox.faults.add({ kind: 'reset', nth: 5 })
    sandbox.requests.push({ method: 'GET', path: '/v1/company' })

    const { body } = await control('GET', 'state')

    expect(body).toEqual({
      switches: sandbox.switches,
      faults: [{ kind: 'reset', nth: 5 }],
      requests: [{ method: 'GET', path: '/v1/company' }],
      records: {
        employees: 1,
        employments: 0,
        employmentTypes: 0,
        compensations: 0,
        companies: 0,
        departments: 0,
        offices: 0,
      },
    })
  })

  it('turns switches', async () => {
    const { status } = await control('PATCH', 'switches', { relations: 'current', limitCap: 7 })

    expect(status).toBe(200)
    expect(sandbox.switches).toMatchObject({ relations: 'current', limitCap: 7, totalHonoursFilters: true })
  })

  it('lines up faults', async () => {
    const { body } = await control('POST', 'faults', { kind: 'status', status: 503, path: 'employee' })

    expect(body).toEqual({ faults: [{ kind: 'status', status: 503, path: 'employee' }] })
    expect(sandbox.faults.waiting()).toHaveLength(1)
  })

  it('changes the given fields of a person, takes null ones away and notes the moment', async () => {
    const { status } = await control('PATCH', `employees/${anId(1)}`, {
      lastName: 'Test',
      homeAddress: { city: 'Leiden' },
      privatePhone: null,
      id: 'other',
    })

    const [person] = sandbox.data.employees
    expect(status).toBe(200)
    expect(person).toMatchObject({
      id: anId(1),
      lastName: 'Test',
      homeAddress: { street: 'Weg 1', city: 'Leiden' },
    })
    expect(person).not.toHaveProperty('privatePhone')
    expect(person!.updated > '2020-01-01T08:00:00.000Z').toBe(true)
  })

  it('adds a person with an id of his own', async () => {
    const { body } = await control('POST', 'employees', { companyId, firstName: 'New' })

    expect(body).toMatchObject({ id: anId(2), active: true, companyId, employeeNumber: '', firstName: 'New' })
    expect(sandbox.data.employees.map(({ id }) => id)).toEqual([anId(1), anId(2)])
  })

  it('adds and changes the other records too', async () => {
    await control('POST', 'compensations', { id: anId(9), employeeId: anId(1), amount: 1 })
    await control('PATCH', `compensations/${anId(9)}`, { amount: 2 })

    expect(sandbox.data.compensations).toEqual([{ id: anId(9), employeeId: anId(1), amount: 2 }])
  })

  it('takes a person away', async () => {
    const { body } = await control('DELETE', `employees/${anId(1)}`)

    expect(body).toMatchObject({ id: anId(1) })
    expect(sandbox.data.employees).toEqual([])
  })

  it.each<[string, string, unknown, number]>([
    ['PATCH', 'switches', { limitCap: 0 }, 400],
    ['PATCH', 'switches', { unknown: true }, 400],
    ['POST', 'faults', { kind: 'earthquake' }, 400],
    ['POST', 'employees', [], 400],
    ['POST', 'employees', { id: anId(1) }, 400],
    ['PATCH', `employees/${anId(7)}`, {}, 404],
    ['DELETE', `employees/${anId(7)}`, undefined, 404],
    ['POST', 'teams', {}, 404],
    ['GET', 'employees', undefined, 404],
  ])('refuses %s %s %p', async (method, path, body, status) => {
    const before = structuredClone({ data: sandbox.data, switches: sandbox.switches })

    const answer = await control(method, path, body)

    expect(answer.status).toBe(status)
    expect({ data: sandbox.data, switches: sandbox.switches }).toEqual(before)
  })

  it('takes JSON only, which a web page of another site cannot send', async () => {
    const response = await fetch(`${sandbox.controlUrl}/employees`, { method: 'POST', body: '{}' })

    expect(response.status).toBe(400)
    expect(sandbox.data.employees).toHaveLength(1)
  })

  it('does not count as a request to the API', async () => {
    await control('GET', 'state')

    expect(sandbox.requests).toEqual([])
  })

  it('is the only address beside the API', async () => {
    const response = await fetch(new URL('/admin', sandbox.controlUrl))

    expect(response.status).toBe(404)
  })
})
