import { readFile } from 'node:fs/promises'

import { describe, expect, it } from '@jest/globals'

import { buildMappingJsonSchema } from '../../src/mapping/file/json-schema.js'
import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import { readShippedMapping } from './shipped-mapping.js'

describe('the shipped mapping', () => {
  const mapping = readShippedMapping()

  it('has every row of the export table and no other', () => {
    const rows = mapping.rows.map(({ section, field, source }) => [
      `${section}.${field}`,
      source.kind === 'constant' ? `= ${source.value}` : source.from.join(' | '),
    ])

    expect(Object.fromEntries(rows)).toEqual({
      'personalInfo.FirstName': 'employee.firstName',
      'personalInfo.LastName': 'employee.lastName',
      'personalInfo.Birthday': 'employee.birthDate',
      'personalInfo.CountryOfBirthISOCode': 'employee.ssnCountry',
      'personalInfo.EmailPrivate': 'employee.privateEmail',
      'personalInfo.TelephonePrivate': 'employee.privatePhone | employee.privatePhoneSanitized',
      'personalInfo.EmployeeNumber': 'employee.employeeNumber',
      'personalInfo.TelephoneWork': 'employee.workPhone | employee.workPhoneSanitized',
      'personalInfo.EmailWork': 'employee.workEmail',
      'address.Street': 'employee.homeAddress.street',
      'address.PostalCode': 'employee.homeAddress.postalCode',
      'address.City': 'employee.homeAddress.city',
      'address.CountryISOCode': 'employee.homeAddress.country',
      'bankAccount.Type': '= Standaard',
      'bankAccount.Number': 'employee.bankAccount.number',
      'bankAccount.IBAN': 'employee.bankAccount.iban',
      'bankAccount.BIC': 'employee.bankAccount.bic',
      'employment.InitialStartDate': 'employee.hireDate',
      'salary.Value': 'compensation.amount',
      'salary.Type': 'compensation.payoutPeriod',
      'salary.Start': 'compensation.effectiveDate',
    })
  })

  it('requires the four fields that the export requires and no other', () => {
    const required = mapping.rows.filter((row) => row.required).map(({ field }) => field)

    expect(required.toSorted()).toEqual(['Birthday', 'FirstName', 'InitialStartDate', 'LastName'])
  })

  it('never erases or overrides what payroll keeps', () => {
    expect(mapping.rows.every(({ whenEmpty, onDrift }) => whenEmpty === 'keep' && onDrift === 'report')).toBe(
      true,
    )
  })

  it('names its schema for editors', async () => {
    const [first] = (await readFile('mappings/alexis-nmbrs.yaml', 'utf8')).split('\n')

    expect(first).toBe('# yaml-language-server: $schema=./mapping.schema.json')
  })
})

describe('mappings/mapping.schema.json', () => {
  it('is what the schema of mappings gives', async () => {
    const committed: unknown = JSON.parse(await readFile('mappings/mapping.schema.json', 'utf8'))

    expect(committed).toEqual(JSON.parse(JSON.stringify(buildMappingJsonSchema())))
  })
})

describe('loadMapping', () => {
  it('gives the mapping of a file', async () => {
    const mapping = await loadMapping('mappings/alexis-nmbrs.yaml')

    expect(mapping.fingerprint).toBe(readShippedMapping().fingerprint)
  })

  it('gives the problems of a file that is no mapping', async () => {
    await expect(loadMapping('package.json')).rejects.toMatchObject({
      name: 'ConfigError',
      problems: expect.arrayContaining([expect.objectContaining({ file: 'package.json', key: 'sections' })]),
    })
  })

  it('says which file is not there', async () => {
    await expect(loadMapping('mappings/nowhere.yaml')).rejects.toMatchObject({
      name: 'ConfigError',
      problems: [expect.objectContaining({ file: 'mappings/nowhere.yaml', found: 'none there (ENOENT)' })],
    })
  })
})
