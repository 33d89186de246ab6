import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { readNmbrsDomain } from '../../src/onboarding/facts/nmbrs-domain.js'
import { readWageTaxNumber } from '../../src/onboarding/facts/wage-tax-number.js'
import { languages } from '../../src/domain/language/language.js'
import { formTexts } from '../../src/onboarding/texts/form-texts.js'
import { factTexts } from '../../src/report/onboarding/texts/fact-texts.js'
import { readFrequency, readYesNo } from '../../src/onboarding/facts/words.js'

/** Nine digits with a right check digit, or `undefined` where eight digits can have none. */
const withCheckDigit = (eight: string): string | undefined => {
  const rest = Array.from(eight, Number).reduce((sum, digit, index) => sum + digit * (9 - index), 0) % 11
  return rest === 10 || Number(eight) === 0 ? undefined : `${eight}${rest}`
}

const eightDigits = fc.integer({ min: 1, max: 99_999_999 }).map((number) => String(number).padStart(8, '0'))

const wageTaxDigits = eightDigits.map(withCheckDigit).filter((digits) => digits !== undefined)

describe('readWageTaxNumber', () => {
  it.each([
    ['123456782L01', '123456782L01'],
    ['123456782l12', '123456782L12'],
    ['1234.56.782 L 01', '123456782L01'],
    ['123456782-L01', '123456782L01'],
  ])('reads %s', (text, value) => {
    expect(readWageTaxNumber(text)).toEqual({ value })
  })

  it.each([
    '123456782',
    '123456782B01',
    '123456782L1',
    '123456782L00',
    '12345678L01',
    'NL123456782L01',
    '',
    'L',
  ])('says that %j is of another form', (text) => {
    expect(readWageTaxNumber(text)).toEqual({ problem: 'form' })
  })

  it.each(['123456789L01', '000000000L01', '123456783L01'])(
    'says that the check digit of %s is wrong',
    (text) => {
      expect(readWageTaxNumber(text)).toEqual({ problem: 'check-digit' })
    },
  )

  it('takes every number whose check digit is right', () => {
    fc.assert(
      fc.property(wageTaxDigits, fc.integer({ min: 1, max: 99 }), (digits, sequence) => {
        const number = `${digits}L${String(sequence).padStart(2, '0')}`

        expect(readWageTaxNumber(number)).toEqual({ value: number })
      }),
    )
  })

  it('refuses every number in which one digit was mistyped, or two neighbours changed places', () => {
    const mistyped = fc
      .tuple(wageTaxDigits, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }))
      .map(([digits, at, add]) =>
        [...Array.from(digits, Number).entries()]
          .map(([index, digit]) => (index === at ? (digit + add) % 10 : digit))
          .join(''),
      )
    const swapped = fc
      .tuple(wageTaxDigits, fc.integer({ min: 0, max: 7 }))
      .filter(([digits, at]) => digits[at] !== digits[at + 1])
      .map(
        ([digits, at]) =>
          `${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at] ?? ''}${digits.slice(at + 2)}`,
      )

    fc.assert(
      fc.property(fc.oneof(mistyped, swapped), (digits) => {
        expect(readWageTaxNumber(`${digits}L01`)).toEqual({ problem: 'check-digit' })
      }),
    )
  })
})

describe('readNmbrsDomain', () => {
  it.each([
    ['acme', 'acme'],
    [' Acme ', 'acme'],
    ['acme.nmbrs.nl', 'acme'],
    ['https://acme.nmbrs.nl', 'acme'],
    ['https://acme.nmbrs.nl/applications/client.aspx?tab=1#top', 'acme'],
    ['http://acme-2.nmbrs.com/', 'acme-2'],
    ['acme.nmbrs', 'acme'],
  ])('reads %s as %s', (text, domain) => {
    expect(readNmbrsDomain(text)).toBe(domain)
  })

  it.each([
    '',
    'acme.example.nl',
    'https://',
    'https://api.nmbrs.nl',
    'a b',
    '-acme',
    'user@acme.nmbrs.nl',
    'www.nmbrs.nl',
  ])('finds no domain in %j', (text) => {
    expect(readNmbrsDomain(text)).toBeUndefined()
  })
})

describe('the words of answers', () => {
  it.each([
    ['Ja', true],
    ['yes', true],
    ['NEE', false],
    ['no', false],
    ['Nej', false],
    ['misschien', undefined],
  ])('%s means %s', (text, expected) => {
    expect(readYesNo(text)).toBe(expected)
  })

  it.each([
    ['Maandelijks', 'monthly'],
    ['4-wekelijks', 'four-weekly'],
    ['four-weekly', 'four-weekly'],
    ['vierwekelijkse', 'four-weekly'],
    ['weekly', 'weekly'],
    ['Månadsvis', 'monthly'],
    ['måned', undefined],
    ['constructor', undefined],
  ])('%s is paid %s', (text, expected) => {
    expect(readFrequency(text)).toBe(expected)
  })

  it.each(languages)('are understood as the program itself writes them in %s', (language) => {
    const { yes, no, frequency } = factTexts[language]
    const choices = formTexts[language]['payroll-frequency'].split(/, | of | or | eller /)

    expect([yes, no].map(readYesNo)).toEqual([true, false])
    expect(Object.values(frequency).map(readFrequency)).toEqual(Object.keys(frequency))
    expect(choices.map(readFrequency)).toEqual(['monthly', 'four-weekly', 'weekly'])
  })
})
