import { describe, expect, it } from '@jest/globals'

import { knownEndpoints, knownScopes } from '../../src/onboarding/calls/rest-endpoints.js'
import { loadProfiles, shippedProfiles } from '../../src/onboarding/profile/load-profiles.js'
import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'
import { restOperations } from '../../src/target/nmbrs-rest/operations.js'
import { defaultScopes } from '../../src/config/nmbrs-accounts.js'
import { aProfile, profileText } from './a-profile.js'

const withRest = (scopes: string, endpoints: string): string[] => [
  'calls: {}',
  `rest: { scopes: [${scopes}], endpoints: { ${endpoints} } }`,
]

const problemsOf = (scopes: string, endpoints: string) => {
  const parsed = parseProfile(profileText(withRest(scopes, endpoints)), 'polis.yaml')
  return 'problems' in parsed ? parsed.problems : []
}

describe('what a profile needs over REST', () => {
  it('is left out of a profile that does not say it', () => {
    expect(aProfile()).not.toHaveProperty('rest')
  })

  it('has endpoints in any letter case, with ids of any name, each with the scopes that open it', () => {
    const { rest } = aProfile(
      withRest('employee.info.read', 'read: ["get  /api/companies/{id}/employees/PersonalInfo/"]'),
    )

    expect(rest).toMatchObject({
      scopes: ['employee.info.read'],
      complete: true,
      endpoints: [
        {
          service: 'REST',
          call: 'GET /api/companies/{companyId}/employees/personalinfo',
          access: 'read',
          scopes: ['employee.info.read'],
        },
      ],
    })
  })

  it('keeps a scope and an endpoint that are newer than this program', () => {
    const { rest } = aProfile(
      withRest(
        '{ scope: employee.pension.read, unlisted: keep }',
        'read: [{ endpoint: "GET /api/pensions/{employeeId}", unlisted: keep }]',
      ),
    )

    expect(rest?.scopes).toEqual(['employee.pension.read'])
    expect(rest?.endpoints).toMatchObject([{ call: 'GET /api/pensions/{employeeId}', verified: false }])
  })

  it.each([
    ['employee.info.raed', 'read: [GET /api/companies]', 'rest.scopes[0]', 'employee.info.read'],
    ['company.info.read, company.info.read', 'read: [GET /api/companies]', 'rest.scopes[1]', undefined],
    [
      '{ scope: company.info.read, unlisted: keep }',
      'read: [GET /api/companies]',
      'rest.scopes[0]',
      undefined,
    ],
    ['{ scope: "a b", unlisted: keep }', 'read: [GET /api/companies]', 'rest.scopes[0]', undefined],
    ['company.info.read', 'read: [GET /api/company]', 'rest.endpoints.read[0]', 'GET /api/companies'],
    [
      'company.info.read',
      'read: [GET /api/companies, get /api/companies/]',
      'rest.endpoints.read[1]',
      undefined,
    ],
    ['company.info.read', 'write: [GET /api/companies]', 'rest.endpoints.write[0]', undefined],
    [
      'employee.info',
      'read: ["POST /api/employees/{employeeId}/address"]',
      'rest.endpoints.read[0]',
      undefined,
    ],
    [
      'company.info.read',
      'read: [{ endpoint: GET /api/companies, unlisted: keep }]',
      'rest.endpoints.read[0]',
      undefined,
    ],
    [
      'company.info.read',
      'read: [{ endpoint: "GET https://elsewhere.example/api", unlisted: keep }]',
      'rest.endpoints.read[0]',
      undefined,
    ],
    [
      'company.info.read',
      'read: [{ endpoint: "GET /api/../token", unlisted: keep }]',
      'rest.endpoints.read[0]',
      undefined,
    ],
    [
      'company.info.read',
      'read: [{ endpoint: POST /api/pensions, unlisted: keep }]',
      'rest.endpoints.read[0]',
      undefined,
    ],
    ['company.info.read', 'read: ["GET /api/companies/{companyId}/employees"]', 'rest.scopes', undefined],
    ['', 'read: [GET /api/companies]', 'rest.scopes', undefined],
    ['company.info.read', 'reads: [GET /api/companies]', 'rest.endpoints.reads', 'read'],
  ])('cannot be scopes %s with %s', (scopes, endpoints, key, suggestion) => {
    const problems = problemsOf(scopes, endpoints)

    expect(problems).toMatchObject([{ severity: 'error', key }])
    expect(problems[0]?.suggestion).toBe(suggestion)
    expect(problems[0]?.line).toBeGreaterThan(0)
  })
})

describe('the endpoints that are known', () => {
  it('are among them those of the sync, with the same scopes', () => {
    const shapes = Object.values(restOperations).map(({ method, path, scopes }) => ({
      endpoint: `${method} ${path.replace(/\{.*?\}/, '{}')}`,
      scopes: [...scopes].sort(),
    }))
    const known = knownEndpoints.map(({ endpoint, scopes }) => ({
      endpoint: endpoint.replace(/\{.*?\}/, '{}'),
      scopes: [...scopes].sort(),
    }))

    expect(known).toEqual(expect.arrayContaining(shapes))
  })

  it('ask for scopes that there are, and stand there once', () => {
    expect(knownScopes).toEqual(expect.arrayContaining(knownEndpoints.flatMap(({ scopes }) => [...scopes])))
    expect(knownScopes).toEqual(expect.arrayContaining([...defaultScopes]))
    expect(new Set(knownEndpoints.map(({ endpoint }) => endpoint)).size).toBe(knownEndpoints.length)
  })
})

describe('the shipped profiles over REST', () => {
  it('are those whose needs are published, and this program', async () => {
    const profiles = await loadProfiles([shippedProfiles], process.cwd())
    const known = profiles.flatMap(({ id, rest }) => (rest === undefined ? [] : [[id, rest.complete]]))

    expect(Object.fromEntries(known)).toEqual({
      'nmbrs-basic-hr-per-company': true,
      'nmbrs-basic-hr-per-employee': true,
      'nmbrs-extended-hr': false,
      'nmbrs-sync': true,
    })
  })

  it('ask for this program what a consent asks for, and for every call of it', async () => {
    const profiles = await loadProfiles([shippedProfiles], process.cwd())
    const rest = profiles.find(({ id }) => id === 'nmbrs-sync')?.rest
    const fold = (text: string): string => text.replace(/\{.*?\}/, '{}')
    // The lists of debtors are for a consent that covers several.
    const calls = Object.values(restOperations).filter(({ path }) => !path.startsWith('/api/debtors'))

    expect([...(rest?.scopes ?? [])].sort()).toEqual([...defaultScopes].sort())
    expect(rest?.endpoints.map(({ call }) => fold(call)).sort()).toEqual(
      calls.map(({ method, path }) => fold(`${method} ${path}`)).sort(),
    )
  })
})
