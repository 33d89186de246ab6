import { describe, expect, it } from '@jest/globals'

import { fillCount, joinWords } from '../../../src/domain/language/count.js'
import { fillText } from '../../../src/domain/language/fill.js'
import {
  toAmountWords,
  toCountryWords,
  toDateWords,
  toEuroWords,
  toMomentWords,
} from '../../../src/domain/language/format.js'

describe('toDateWords', () => {
  it.each([
    ['en', '1 December 2026'],
    ['nl', '1 december 2026'],
    ['sv', '1 december 2026'],
    ['da', '1. december 2026'],
  ] as const)('writes a day as %s does', (language, words) => {
    expect(toDateWords('2026-12-01', language)).toBe(words)
  })

  it('keeps a day the same in every time zone, and leaves what is none', () => {
    expect(toDateWords('2026-01-01', 'nl')).toBe('1 januari 2026')
    expect(toDateWords('soon', 'nl')).toBe('soon')
  })
})

describe('toMomentWords', () => {
  it('writes day and time as the language does, and leaves what is no moment', () => {
    expect(toMomentWords('2026-11-22 09:05', 'nl')).toBe('22 november 2026, 09:05')
    expect(toMomentWords('2026-11-22 09:05', 'da')).toBe('22. november 2026, 09.05')
    expect(toMomentWords('Tulpwerk 2026-11-22 09:05', 'nl')).toBe('Tulpwerk 2026-11-22 09:05')
  })
})

describe('toAmountWords', () => {
  it.each([
    ['en', '5,963.50'],
    ['nl', '5.963,50'],
    ['sv', '5\u00a0963,50'],
    ['da', '5.963,50'],
  ] as const)('writes an amount with two decimals as %s does', (language, words) => {
    expect(toAmountWords('5963.5', language)).toBe(words)
  })

  it('neither rounds nor loses a cent', () => {
    expect(toAmountWords('12.3456', 'en')).toBe('12.3456')
    expect(toAmountWords('90071992547409931.01', 'en')).toBe('90,071,992,547,409,931.01')
    expect(toAmountWords('€ 5', 'en')).toBe('€ 5')
  })
})

describe('toEuroWords', () => {
  it.each([
    ['en', '€5,963.50'],
    ['nl', '€\u00a05.963,50'],
    ['sv', '5\u00a0963,50\u00a0€'],
    ['da', '5.963,50\u00a0€'],
  ] as const)('writes money with its sign and its cents as %s does', (language, words) => {
    expect(toEuroWords('5963.5', language)).toBe(words)
  })

  it('neither rounds an amount nor invents one', () => {
    expect(toEuroWords('17.1234', 'nl')).toBe('€\u00a017,1234')
    expect(toEuroWords('-0.5', 'nl')).toMatch(/0,50/)
    for (const text of ['', 'none', '5.', '1e3', '٣']) expect(toEuroWords(text, 'nl')).toBe(text)
  })
})

describe('toCountryWords', () => {
  it('names a country in the language, beside its code, and leaves what is none', () => {
    expect(toCountryWords('NL', 'nl')).toBe('Nederland (NL)')
    expect(toCountryWords('SE', 'da')).toBe('Sverige (SE)')
    for (const text of ['QQ', 'nl', 'Nederland', '']) expect(toCountryWords(text, 'nl')).toBe(text)
  })
})

describe('texts with values in them', () => {
  it('take the form for one and for several', () => {
    const people = { one: '1 person', many: '# people' }

    expect([0, 1, 2].map((count) => fillCount(count, people))).toEqual(['0 people', '1 person', '2 people'])
  })

  it('are filled by name, once, and keep a name without a value', () => {
    expect(fillText('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}')
  })

  it('join a list with a word before its last', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((parts) => joinWords(parts, 'and'))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })
})
