import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { incidentalPathsOf, isSourcePath, pathsUsedBy, sourcePaths } from '../../src/mapping/source-paths.js'
import { aMapping } from './a-mapping.js'
import { readShippedMapping } from './shipped-mapping.js'

describe('pathsUsedBy', () => {
  it('names the paths of the rows', () => {
    const mapping = aMapping({ personalInfo: ['Title: { from: [employee.custom.title, employee.title] }'] })

    expect([...pathsUsedBy(mapping)].toSorted()).toEqual([
      'employee.birthDate',
      'employee.custom.title',
      'employee.firstName',
      'employee.hireDate',
      'employee.lastName',
      'employee.title',
    ])
  })

  it('adds the currency and the pay period of a salary', () => {
    const used = pathsUsedBy(readShippedMapping())

    expect(used.has('compensation.currency')).toBe(true)
    expect(used.has('compensation.payoutPeriod')).toBe(true)
    expect(used.has('employmentType.name')).toBe(false)
  })

  it('adds the name of the employment type when it decides the salary type', () => {
    const type =
      'Type: { from: compensation.payoutPeriod, transform: salaryType, byEmploymentType: { Intern: Bruto_Salaris_Fulltime } }'
    const rows = ['Value: { from: compensation.amount }', type, 'Start: { from: compensation.effectiveDate }']

    expect(pathsUsedBy(aMapping({ salary: rows })).has('employmentType.name')).toBe(true)
  })

  it.each([
    ['{ from: compensation.payoutPeriod, transform: salaryType }', false],
    ['{ from: compensation.payoutPeriod, transform: salaryType, monthly: Bruto_Salaris_Fulltime }', true],
    [
      '{ from: compensation.payoutPeriod, transform: salaryType, byEmploymentType: { Intern: Bruto_Salaris_Fulltime } }',
      true,
    ],
    ['{ from: compensation.payoutPeriod, table: { MONTHLY: Bruto_Salaris_Fulltime } }', true],
    ['{ from: compensation.payoutPeriod, table: { MONTHLY: Bruto_Salaris_Partime } }', false],
  ])('adds the rate of the employment only where amounts may be full-time ones: %s', (type, expected) => {
    const rows = [
      'Value: { from: compensation.amount }',
      `Type: ${type}`,
      'Start: { from: compensation.effectiveDate }',
    ]

    const mapping = aMapping({ salary: rows })
    expect(pathsUsedBy(mapping).has('employment.rate')).toBe(expected)
    // Elsewhere it is taken where it comes along.
    expect([...incidentalPathsOf(mapping)]).toEqual(expected ? [] : ['employment.rate'])
  })

  it('never asks for the identity number', () => {
    expect(sourcePaths.some((path) => /\bssn$/.test(path))).toBe(false)
    expect(isSourcePath('employee.ssn')).toBe(false)
  })
})

describe('isSourcePath', () => {
  it.each([
    ['employee.firstName', true],
    ['employee.custom.shoeSize', true],
    ['employee.custom.shoe-size', true],
    ['employee.custom.', false],
    ['employee.custom.a.b', false],
    ['employee.custom', false],
    ['firstName', false],
    ['employee.constructor', false],
  ])('says of %s: %s', (path, expected) => {
    expect(isSourcePath(path)).toBe(expected)
  })
})

const specification = '../shared/reference/alexis/openapi.yaml'
const describeWithSpecification = existsSync(specification) ? describe : describe.skip

interface Specification {
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> }
}

describeWithSpecification('the known paths', () => {
  it('are fields that the specification has', () => {
    const { schemas } = (parse(readFileSync(specification, 'utf8')) as Specification).components
    const fields = (schema: string, prefix: string): string[] =>
      Object.keys(schemas[schema]?.properties ?? {}).map((name) => `${prefix}.${name}`)
    const documented = new Set([
      ...fields('EmployeeResponse', 'employee'),
      ...fields('HomeAddressResponse', 'employee.homeAddress'),
      ...fields('BankAccountResponse', 'employee.bankAccount'),
      ...fields('EmployeeTaxResponse', 'employee.tax'),
      ...fields('EmploymentResponse', 'employment'),
      ...fields('EmploymentTypeResponse', 'employmentType'),
      ...fields('CompensationResponse', 'compensation'),
    ])

    const unknown = sourcePaths.filter((path) => !documented.has(path))

    // The export table has a country of the identity number; the specification does not.
    expect(unknown).toEqual(['employee.ssnCountry'])
  })
})
