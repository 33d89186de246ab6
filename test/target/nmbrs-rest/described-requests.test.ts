import { describe, expect, it } from '@jest/globals'

import type { RestRequest } from '../../../src/sandbox/nmbrs/rest/rest-request.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { findFlaws } from '../../support/rest-contract/check-request.js'
import { isDescribed, readDescription } from '../../support/rest-contract/description.js'

const calls = readDescription()
// The description of the API is not part of the product: without it there is nothing to compare with.
const whenDescribed = isDescribed ? it : it.skip

const headers = {
  accept: 'application/json',
  authorization: 'Bearer token',
  'x-subscription-key': 'key',
  'content-type': 'application/json',
}
const salaryPath = `/api/employees/${toGuid('employee', 1)}/salary`
const aSalary = { startDate: '2026-11-01T00:00:00Z', type: 'grossFulltimeSalary', value: 3000 }

const post = (differs: Partial<RestRequest> & { sent?: object } = {}): RestRequest => ({
  method: 'POST',
  path: salaryPath,
  query: new URLSearchParams(),
  headers,
  body: JSON.stringify(differs.sent ?? aSalary),
  ...differs,
})

const list = (query: string): RestRequest => ({
  ...post({ body: '' }),
  method: 'GET',
  path: `/api/companies/${toGuid('company', 1)}/employees`,
  query: new URLSearchParams(query),
  headers: { ...headers, 'content-type': undefined },
})

describe('a request that is held against the description of the API', () => {
  whenDescribed.each<[string, RestRequest, string[]]>([
    ['is as described', post(), []],
    ['has a query that is described', list('pageNumber=1&pageSize=100&employeeType=payroll'), []],
    ['goes to no call', post({ path: '/api/employees/1/wage' }), ['there is no call POST to such a path']],
    ['has no GUID in its path', post({ path: '/api/employees/1/salary' }), ['createSalary: path/employeeId']],
    ['has a query that nobody knows', list('page=1'), ['listEmployees: query/page']],
    ['has a query that is no number', list('pageNumber=first'), ['listEmployees: query/pageNumber']],
    [
      'has no token',
      post({ headers: { ...headers, authorization: '' } }),
      ['createSalary: headers/authorization'],
    ],
    [
      'has a header that nobody asks for',
      post({ headers: { ...headers, 'if-match': '*' } }),
      ['createSalary: headers/if-match'],
    ],
    [
      'has a value of another kind',
      post({ sent: { ...aSalary, value: '3000' } }),
      ['createSalary: body/value/invalid_type'],
    ],
    ['lacks what is required', post({ sent: { value: 1 } }), ['createSalary: body/startDate/invalid_type']],
    [
      'has a key that is not described',
      post({ sent: { ...aSalary, note: '' } }),
      ['createSalary: body/unrecognized_keys'],
    ],
  ])('is told apart when it %s', (_name, request, flaws) => {
    expect(findFlaws(calls, request)).toEqual(flaws)
  })
})
