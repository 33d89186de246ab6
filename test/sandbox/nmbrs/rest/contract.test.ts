import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

import { restOperations } from '../../../../src/sandbox/nmbrs/rest/all-operations.js'
import { startNmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import {
  closed,
  descriptionFile,
  isDescribed,
  type Json,
} from '../../../support/rest-contract/description.js'
import { aWorld } from '../small-world.js'
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
} from './rest-call.js'
import type { Tokens } from './rest-call.js'

const describeWithContract = isDescribed ? describe : describe.skip

interface Operation {
  operationId: string
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, Json>
}
interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json>; responses: Record<string, Json> }
}

const read = (): Description => {
  const text = readFileSync(descriptionFile, 'utf8')
  return parse(text.replaceAll('#/components/schemas/', '#/definitions/')) as Description
}

describeWithContract('the described REST API', () => {
  let sandbox: NmbrsSandbox
  let tokens: Tokens
  const { paths, components } = isDescribed
    ? read()
    : { paths: {}, components: { schemas: {}, responses: {} } }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const schemaOf = (schema: Json): z.ZodType =>
    z.fromJSONSchema(
      { ...(closed(schema) as object), definitions: closed(components.schemas) },
      {
        defaultTarget: 'openapi-3.0',
      },
    )
  const find = (name: string): Operation =>
    operations.find(({ operation }) => operation.operationId === name)!.operation
  const responseOf = (name: string): Json => {
    const { responses } = find(name)
    const response = responses['200'] ?? responses['2XX'] ?? {}
    const named = typeof response.$ref === 'string' ? response.$ref.split('/').at(-1) : undefined
    const { content } = (named === undefined ? response : components.responses[named]) as {
      content: Record<string, { schema: Json }>
    }
    return content['application/json']!.schema
  }

  beforeAll(async () => {
    sandbox = await startNmbrsSandbox({ data: aWorld(), switches: { restPersonalInfoOmits: 0 } })
    tokens = await consentTo(sandbox, sandbox.app.scopes.join(' '))
  })

  afterAll(() => sandbox.close())

  it('is the fake, call by call', () => {
    const described = operations.filter(({ path }) => path.startsWith('/api/'))

    expect(restOperations.map(({ name, method, pattern }) => `${name} ${method} ${pattern}`).sort()).toEqual(
      described.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`).sort(),
    )
  })

  it.each([
    ['listCompanies', '/api/companies'],
    ['listDebtors', '/api/debtors'],
    ['listDebtorCompanies', `/api/debtors/${toGuid('debtor', 7)}/companies`],
    ['getCurrentPeriod', ofCompany('period')],
    ['listDefaultEmployeeTemplates', ofCompany('defaulttemplates')],
    ['listEmployees', ofCompany('employees')],
    ['listPersonalInfo', ofCompany('employees/personalinfo')],
    ['listAddresses', ofCompany('employees/addresses')],
    ['listBankAccounts', ofCompany('employees/bankaccounts')],
    ['listSalaries', ofCompany('employees/salaries')],
    ['listEmployments', ofCompany('employees/employments')],
  ])('describes the answer of %s', async (name, path) => {
    const { status, body } = await api(sandbox, tokens, path)

    expect(status).toBe(200)
    expect(schemaOf(responseOf(name)).safeParse(body).error?.issues ?? []).toEqual([])
  })

  const account = { bankAccountId: toGuid('bankAccount', 9003), IBAN: anAccount.IBAN }
  const end = { employmentId: toGuid('employment', 9005), endOfServiceDate: '2026-12-31T00:00:00Z' }
  it.each([
    ['createEmployee', 'POST', ofCompany('employees'), aHire],
    ['updatePersonalInfo', 'PUT', ofEmployee('personalInfo'), aPut],
    ['createAddress', 'POST', ofEmployee('address'), anAddress],
    ['createBankAccount', 'POST', ofEmployee('bankaccount'), anAccount],
    ['updateBankAccount', 'PUT', ofEmployee('bankaccount'), account],
    ['createSalary', 'POST', ofEmployee('salary'), aSalary],
    ['updateEmployment', 'PUT', ofEmployee('employment'), end],
    ['createEmployment', 'POST', ofEmployee('employment'), { startDate: '2027-01-04T00:00:00Z' }],
  ])('describes what %s takes and answers', async (name, method, path, body) => {
    const request = find(name).requestBody!.content['application/json']!.schema

    const answer = await api(sandbox, tokens, path, { method, body })

    expect([answer.status, sandbox.violations]).toEqual([200, []])
    expect(schemaOf(request).safeParse(body).error?.issues ?? []).toEqual([])
    expect(schemaOf(responseOf(name)).safeParse(answer.body).error?.issues ?? []).toEqual([])
  })
})
