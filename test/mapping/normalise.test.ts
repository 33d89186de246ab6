import { describe, expect, it } from '@jest/globals'
import { parsePhoneNumber } from 'awesome-phonenumber'
import fc from 'fast-check'

import { normalisations, normaliseForComparison } from '../../src/mapping/normalise.js'
import { anyText } from '../support/any-text.js'

describe('normaliseForComparison', () => {
  it.each([
    ['text', 'van  der Berg ', 'van der Berg'],
    ['text', 'Mu\u0308ller', 'M\u00FCller'],
    ['email', ' Some.Body@Mail.Example', 'some.body@mail.example'],
    ['iban', 'nl20 ingb 0001 2345 67', 'NL20INGB0001234567'],
    ['iban', 'NL20.INGB-0001 2345 67', 'NL20INGB0001234567'],
    ['bic', 'abnanl2a', 'ABNANL2A'],
    ['bic', 'ABNANL2AXXX', 'ABNANL2A'],
    ['bic', 'ABNANL2ARTM', 'ABNANL2ARTM'],
    ['country', 'nl', 'NL'],
    ['compact', '3512 ph', '3512PH'],
    ['decimal', '4175.50', '4175.5'],
    ['decimal', 'no amount ', 'no amount'],
    ['date', '1991-04-30', '1991-04-30'],
    ['integer', ' 1042', '1042'],
    ['code', 'Standaard', 'Standaard'],
  ] as const)('brings the %s %j to %j', (type, value, expected) => {
    expect(normaliseForComparison(type, value)).toBe(expected)
  })

  it.each([
    ['06 - 12 34 56 78', '+31612345678'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['+310612345678', '+31612345678'],
    ['\u202A+31612345678\u202C', '+31612345678'],
    ['(020) 555 01 42', '+31205550142'],
    ['+46 70 174 06 05', '+46701740605'],
    ['+39 06 698 12345', '+390669812345'],
    ['020-5550142 ext 12', '0205550142ext12'],
    ['1234', '1234'],
    ['geheim', 'geheim'],
    ['', ''],
  ])('compares the telephone number %j as %j', (value, expected) => {
    expect(normaliseForComparison('phone', value)).toBe(expected)
  })

  it('keeps two numbers apart that differ in an extension', () => {
    const plain = normaliseForComparison('phone', '020-5550142')

    expect(normaliseForComparison('phone', '020-5550142 ext 12')).not.toBe(plain)
    expect(normaliseForComparison('phone', '020-5550142#12')).not.toBe(plain)
  })

  it('takes no short cut to another telephone number than the full parser finds', () => {
    const code = fc.constantFrom('+31', '+32', '+44', '+45', '+46', '+47', '+48', '+49', '0')
    const digits = fc.stringMatching(/^[1-9][0-9]{6,9}$/)

    fc.assert(
      fc.property(code, digits, (prefix, rest) => {
        const parsed = parsePhoneNumber(`${prefix}${rest}`, { regionCode: 'NL' })

        if (!parsed.valid) return
        expect(normaliseForComparison('phone', `${prefix}${rest}`)).toBe(parsed.number.e164)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same again when applied to its own result', () => {
    fc.assert(
      fc.property(fc.constantFrom(...normalisations), anyText(), (type, value) => {
        const once = normaliseForComparison(type, value)

        expect(normaliseForComparison(type, once)).toBe(once)
      }),
    )
  })

  it('takes no notice of the layout of a telephone number', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '-', '.', ' / ', '\u2013'), {
      minLength: 12,
      maxLength: 12,
    })

    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9]{6,11}$/), separators, (number, between) => {
        const laidOut = Array.from(number)
          .map((character, index) => `${character}${between[index] ?? ''}`)
          .join('')

        expect(normaliseForComparison('phone', laidOut)).toBe(normaliseForComparison('phone', number))
      }),
    )
  })
})
