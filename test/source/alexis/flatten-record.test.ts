import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createFlatteners } from '../../../src/source/alexis/people/flatten-record.js'

const flattenEmployee = (record: unknown, ...paths: string[]) =>
  createFlatteners(new Set(paths)).employee.flatten(record)

describe('flattening a record', () => {
  it('keeps the wanted paths and nothing else', () => {
    const record = {
      firstName: 'Anna',
      lastName: 'Test',
      ssn: '999990019',
      homeAddress: { city: 'Delft', street: 'Weg 1', location: { type: 'Point' } },
      custom: { 'shoe.size': '41', other: 'x' },
    }

    const flat = flattenEmployee(
      record,
      'employee.firstName',
      'employee.homeAddress.city',
      'employee.custom.shoe.size',
    )

    expect(flat).toEqual({
      values: {
        'employee.firstName': 'Anna',
        'employee.homeAddress.city': 'Delft',
        'employee.custom.shoe.size': '41',
      },
    })
  })

  it.each([[undefined], [null], [''], ['   '], ['\t\n']])('takes %p for absent', (nothing) => {
    const flat = flattenEmployee(
      { firstName: nothing, homeAddress: nothing },
      'employee.firstName',
      'employee.homeAddress.city',
    )

    expect(flat).toEqual({ values: {} })
  })

  it('leaves text as the source spelled it', () => {
    expect(flattenEmployee({ firstName: '  van  ’t ' }, 'employee.firstName')).toEqual({
      values: { 'employee.firstName': '  van  ’t ' },
    })
  })

  it.each([
    [4175.5, '4175.5'],
    [0, '0'],
    [-3, '-3'],
    [9007199254740991, '9007199254740991'],
    [1e-7, '0.0000001'],
    [1234567890123456.7, '1234567890123456.8'],
    [0.1 + 0.2, '0.30000000000000004'],
    [true, 'true'],
    [false, 'false'],
  ])('writes %p in plain notation', (value, expected) => {
    expect(flattenEmployee({ employeeNumber: value }, 'employee.employeeNumber')).toEqual({
      values: { 'employee.employeeNumber': expected },
    })
  })

  it.each(['9007199254740992', '9007199254740993', '-9007199254740993', '123456789012345678.5', '1e21'])(
    'refuses %s, of which digits can have been lost',
    (digits) => {
      const record: unknown = JSON.parse(`{"employeeNumber":${digits}}`)

      expect(flattenEmployee(record, 'employee.employeeNumber')).toEqual({
        values: {},
        odd: { 'employee.employeeNumber': 'expected number below 2^53, found number' },
      })
    },
  )

  it.each<[string, unknown, string]>([
    ['text', { homeAddress: { city: { name: 'Delft' } } }, 'expected text, found object'],
    ['text', { homeAddress: { city: ['Delft'] } }, 'expected text, found list'],
    ['text', { homeAddress: { city: 7 } }, 'expected text, found number'],
    ['text', { homeAddress: { city: true } }, 'expected text, found boolean'],
    ['object', { homeAddress: 'Delft' }, 'expected object, found text'],
    ['object', { homeAddress: ['Delft'] }, 'expected object, found list'],
    ['number', { homeAddress: { city: Infinity } }, 'expected text, found number'],
  ])('says of a path whose value is not %s what it is, and not the value', (_what, record, problem) => {
    const fields = { ...(record as object), firstName: 'Anna' }

    expect(flattenEmployee(fields, 'employee.homeAddress.city', 'employee.firstName')).toEqual({
      values: { 'employee.firstName': 'Anna' },
      odd: { 'employee.homeAddress.city': problem },
    })
  })

  it.each<[unknown, string]>([
    [41, '41'],
    [true, 'true'],
    ['41', '41'],
  ])('takes %p of a custom field as text', (value, text) => {
    expect(flattenEmployee({ custom: { shoe: value } }, 'employee.custom.shoe')).toEqual({
      values: { 'employee.custom.shoe': text },
    })
  })

  it('gives the keys in the same order, whatever the record’s', () => {
    const paths = ['employee.lastName', 'employee.firstName']
    const [one, other] = [
      { firstName: 'Anna', lastName: 'Test' },
      { lastName: 'Test', firstName: 'Anna' },
    ].map((record) => flattenEmployee(record, ...paths))

    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  it('refuses a path of a record that does not exist', () => {
    expect(() => createFlatteners(new Set(['office.name']))).toThrow(
      'no source record has the path office.name',
    )
  })

  it('never throws and never holds more than was wanted', () => {
    fc.assert(
      fc.property(fc.anything(), (record) => {
        const flat = flattenEmployee(record, 'employee.firstName', 'employee.homeAddress.city')

        const kept = [...Object.keys(flat.values), ...Object.keys(flat.odd ?? {})]
        expect(['employee.firstName', 'employee.homeAddress.city']).toEqual(expect.arrayContaining(kept))
      }),
    )
  })
})

describe('a path that is taken where it comes along', () => {
  const { employment } = createFlatteners(new Set(), new Set(['employment.rate']))

  it.each([
    [{ rate: 80 }, { 'employment.rate': '80' }],
    [{}, {}],
    [{ rate: ['80'] }, {}],
    [{ rate: { percent: 80 } }, {}],
  ])('makes nothing wanted and nothing unreadable: %j', (record, values) => {
    expect(employment.flatten(record)).toEqual({ values })
    expect(employment.isWanted).toBe(false)
  })

  it('counts like any other when it is wanted for itself', () => {
    const wanted = createFlatteners(new Set(['employment.rate']), new Set(['employment.rate'])).employment

    expect(wanted.isWanted).toBe(true)
    expect(wanted.flatten({ rate: ['80'] })).toMatchObject({
      odd: { 'employment.rate': 'expected text, found list' },
    })
  })
})
