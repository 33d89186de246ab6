import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

import { type AlexisSandbox, startAlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import { fixtureWorld, readFixture } from '../../source/alexis/alexis-world.js'

const description = fileURLToPath(
  new URL('../../../../shared/reference/alexis/openapi.yaml', import.meta.url),
)
const describeWithContract = existsSync(description) ? describe : describe.skip

type JsonSchema = z.core.JSONSchema.JSONSchema

/** The schema of that name, with unknown keys forbidden. */
const schemaOf = (name: string): z.ZodType => {
  const text = readFileSync(description, 'utf8').replaceAll('#/components/schemas/', '#/$defs/')
  const { components } = parse(text) as { components: { schemas: Record<string, JsonSchema> } }
  const definitions = Object.entries(components.schemas).map(([key, schema]): [string, JsonSchema] => [
    key,
    schema.type === 'object' ? { ...schema, additionalProperties: false } : schema,
  ])
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: Object.fromEntries(definitions) })
}

describeWithContract('the described API', () => {
  let sandbox: AlexisSandbox

  beforeAll(async () => {
    sandbox = await startAlexisSandbox({ data: fixtureWorld() })
  })

  afterAll(() => sandbox.close())

  it.each([
    ['employees.json', 'EmployeesGetManyResponseMapped'],
    ['companies.json', 'CompaniesGetManyResponseMapped'],
  ])('describes the fixture %s', (name, schema) => {
    const checked = schemaOf(schema).safeParse(readFixture(name))

    expect(checked.error?.issues ?? []).toEqual([])
  })

  it.each([
    [
      '/employee?relations=employment,employmentType,compensation,managerEmployee',
      'EmployeesGetManyResponseMapped',
    ],
    ['/employment?relations=type,employee', 'EmploymentsGetManyResponseMapped'],
    ['/employment-type', 'EmploymentTypesGetManyResponseMapped'],
    ['/compensation', 'CompensationsGetManyResponseMapped'],
    ['/company', 'CompaniesGetManyResponseMapped'],
    ['/employee/65f1c0ffee00000000001001?relations=employment', 'EmployeeGetOneResponseMapped'],
    ['/company/65f1c0ffee0000000000000a', 'CompanyGetOneResponseMapped'],
    ['/employees', 'NotFoundResponse'],
    ['/employee?limit=0', 'BadRequestResponse'],
  ])('describes the answer to %s', async (path, schema) => {
    const response = await fetch(`${sandbox.baseUrl}${path}`, {
      headers: { authorization: `Bearer ${sandbox.token}` },
    })

    const checked = schemaOf(schema).safeParse(await response.json())

    expect(checked.error?.issues ?? []).toEqual([])
  })
})
