import { describe, expect, it } from '@jest/globals'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { toCanonical, toWireText } from '../../../src/target/common/wire-values.js'

describe('a value of the wire', () => {
  it.each([
    ['date', '2017-08-11T00:00:00', '2017-08-11'],
    ['date', '2017-08-11T23:59:59.999', '2017-08-11'],
    ['date', '2017-08-11', '2017-08-11'],
    ['date', '0001-01-01T00:00:00', ''],
    ['date', '9999-12-31T00:00:00', ''],
    ['date', '', ''],
    ['decimal', '4175.5000', '4175.5'],
    ['decimal', '100', '100'],
    ['decimal', '0.10', '0.1'],
    ['decimal', '12345678901234567890.12', '12345678901234567890.12'],
    ['decimal', '-1.50', '-1.5'],
    ['integer', '0', ''],
    ['integer', '0042', '42'],
    ['country', 'nl', 'NL'],
    ['phone', '0612345678', '0612345678'],
    ['text', '  Van der Berg ', 'Van der Berg'],
    ['text', '   ', ''],
  ] as const)('of type %s, %j, is %j', (type, wire, canonical) => {
    expect(toCanonical(type, wire)).toBe(canonical)
  })

  it.each([
    ['date', '11-08-2017'],
    ['date', '2017-13-01T00:00:00'],
    ['date', '2017-08-11 00:00:00'],
    ['decimal', '1.000,50'],
    ['decimal', '1e3'],
    ['decimal', 'NaN'],
    ['integer', 'A12'],
  ] as const)('of type %s, %j, is found to be none', (type, wire) => {
    expect(toCanonical(type, wire)).toBeUndefined()
  })

  it('is a decimal in plain notation whatever zeros stand around it', () => {
    const digits = fc.stringMatching(/^\d{0,12}$/)
    fc.assert(
      fc.property(
        fc.constantFrom('', '-', '+'),
        digits,
        fc.constantFrom('', '.'),
        digits,
        (sign, whole, point, rest) => {
          const text = `${sign}${whole}${point}${rest}`
          fc.pre(/\d/.test(text))

          expect(toCanonical('decimal', text)).toBe(new Decimal(text).toFixed())
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is sent as midnight without a zone when it is a day', () => {
    expect(toWireText('date', '1980-02-29')).toBe('1980-02-29T00:00:00')
  })

  it('is sent as it is when it is anything else, the empty day included', () => {
    expect(toWireText('text', 'Utrecht')).toBe('Utrecht')
    expect(toWireText('date', '')).toBe('')
  })
})
