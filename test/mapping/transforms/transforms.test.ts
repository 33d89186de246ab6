import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  applyTransform,
  findDefaultTransform,
  transformNames,
  transformsFor,
  type Transform,
} from '../../../src/mapping/transforms/catalogue.js'
import { anyText } from '../../support/any-text.js'

const context = { timeZone: 'Europe/Amsterdam' }

/** The value, or the code of the problem. */
const outcome = (transform: Transform, text: string): string => {
  const result = applyTransform(transform, text, context)
  return 'value' in result ? result.value : `! ${result.problem}`
}

const named = (name: (typeof transformNames)[number]): Transform => {
  if (name === 'employeeNumber') return { name, stripZeros: false }
  if (name === 'salaryType') return { name, monthly: 'Bruto_Salaris_Partime', byEmploymentType: {} }
  return { name }
}

describe('text', () => {
  it.each([
    ['Fleur', 'Fleur'],
    ['  van  der\tBerg ', 'van der Berg'],
    ['Mu\u0308ller', 'M\u00FCller'],
    ['Jan\u00A0Willem', 'Jan Willem'],
    ['An\u200Bna\uFEFF', 'Anna'],
    ['Mu\u200B\u0308ller', 'M\u00FCller'],
    ['first\nsecond\u0000', 'first second'],
    ['\u200B', ''],
    ['bro\uD800ken', '! value-invalid'],
    ['no\uFFFEchar', '! value-invalid'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'text' }, text)).toBe(expected)
  })

  it('gives the same text when applied twice', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const once = outcome({ name: 'text' }, text)

        fc.pre(!once.startsWith('!'))
        expect(outcome({ name: 'text' }, once)).toBe(once)
      }),
    )
  })
})

describe('plainDate', () => {
  it.each([
    ['1991-04-30', '1991-04-30'],
    ['1991-04-30T00:00:00.000Z', '1991-04-30'],
    ['2003-11-22T23:00:00.000Z', '2003-11-23'],
    ['2003-07-22T22:00:00.000Z', '2003-07-23'],
    ['2003-07-22T21:59:59.999Z', '2003-07-22'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', '! value-invalid'],
    ['2023-04-31T00:00:00.000Z', '! value-invalid'],
    ['0190-05-01', '! value-invalid'],
    ['2200-01-01', '! value-invalid'],
    ['30-04-1991', '! value-invalid'],
    ['soon', '! value-invalid'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'plainDate' }, text)).toBe(expected)
  })

  it('takes exactly the days that exist', () => {
    const number = (max: number) => fc.integer({ min: 0, max }).map(String)
    const days = fc
      .tuple(fc.integer({ min: 1900, max: 2199 }), number(13), number(32))
      .map(([year, month, day]) => [year, month.padStart(2, '0'), day.padStart(2, '0')] as const)

    fc.assert(
      fc.property(days, ([year, month, day]) => {
        const text = `${year}-${month}-${day}`
        const parsed = new Date(`${text}T00:00:00Z`)
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)

        expect(outcome({ name: 'plainDate' }, `${text}T00:00:00.000Z`)).toBe(
          exists ? text : '! value-invalid',
        )
      }),
    )
  })
})

describe('countryIso2', () => {
  it.each([
    ['NL', 'NL'],
    ['nl', 'NL'],
    [' se ', 'SE'],
    ['NLD', 'NL'],
    ['swe', 'SE'],
    ['Nederland', 'NL'],
    ['nederländerna', 'NL'],
    ['The Netherlands', 'NL'],
    ['Holland', 'NL'],
    ['Sverige', 'SE'],
    ['Zweden', 'SE'],
    ['Sweden', 'SE'],
    ['UK', 'GB'],
    ['Verenigd Koninkrijk', 'GB'],
    ['England', 'GB'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['Förenta staterna', 'US'],
    ['Duitsland', 'DE'],
    ['Tyskland', 'DE'],
    ['Cote d\u2019Ivoire', 'CI'],
    ['Türkiye', 'TR'],
    ['Curaçao', 'CW'],
    ['Congo', '! country-unknown'],
    ['AN', '! country-unknown'],
    ['ZZ', '! country-unknown'],
    ['31', '! country-unknown'],
    ['Atlantis', '! country-unknown'],
    ['Netherland', '! country-unknown'],
    ['__proto__', '! country-unknown'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'countryIso2' }, text)).toBe(expected)
  })
})

describe('email', () => {
  it.each([
    ['a.b+c@mail.example', 'a.b+c@mail.example'],
    [' Name@Mail.Example ', 'Name@Mail.Example'],
    ['åsa@bücher.example', 'åsa@bücher.example'],
    ['nobody', '! email-invalid'],
    ['a@b', '! email-invalid'],
    ['a@b..example', '! email-invalid'],
    ['a b@mail.example', '! email-invalid'],
    ['A <a@mail.example>', '! email-invalid'],
    ['a@mail.example; b@mail.example', '! email-invalid'],
    [`${'a'.repeat(250)}@mail.example`, '! email-invalid'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'email' }, text)).toBe(expected)
  })
})

describe('phone', () => {
  it.each([
    ['06 - 12 34 56 78', '06 - 12 34 56 78'],
    [' +31 (0)20 555 01 42 ', '+31 (0)20 555 01 42'],
    ['070-174 06 05', '070-174 06 05'],
    ['+46 70 174 06 05', '+46 70 174 06 05'],
    ['0031612345678', '0031612345678'],
    ['020-5550142 ext 12', '020-5550142 ext 12'],
    ['020-5550142 tst. 12', '020-5550142 tst. 12'],
    ['20 12 34 56', '20 12 34 56'],
    ['0800-1234', '0800-1234'],
    ['geheim', '! phone-invalid'],
    ['06', '! phone-invalid'],
    ['-', '! phone-invalid'],
    ['+999 12345678', '! phone-invalid'],
    ['06 12 34 56 78 of 06 87 65 43 21', '! phone-invalid'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'phone' }, text)).toBe(expected)
  })
})

describe('employeeNumber', () => {
  it.each([
    ['1042', '1042'],
    [' 7 ', '7'],
    ['2147483647', '2147483647'],
    ['2147483648', '! employee-number-invalid'],
    ['0', '! employee-number-invalid'],
    ['0042', '! employee-number-invalid'],
    ['SE-0007', '! employee-number-invalid'],
    ['-7', '! employee-number-invalid'],
    ['1.5', '! employee-number-invalid'],
    ['1e3', '! employee-number-invalid'],
    ['٤٢', '! employee-number-invalid'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'employeeNumber', stripZeros: false }, text)).toBe(expected)
  })

  it.each([
    ['0042', '42'],
    ['000', '! employee-number-invalid'],
    ['00000000000000000042', '42'],
    ['0004294967296', '! employee-number-invalid'],
  ])('takes leading zeros away when told to: %j gives %j', (text, expected) => {
    expect(outcome({ name: 'employeeNumber', stripZeros: true }, text)).toBe(expected)
  })
})

describe('iban and bic', () => {
  it.each([
    ['NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['nl20 INGB 0001 2345 67', 'NL20INGB0001234567'],
    ['SE4550000000058398257466', 'SE4550000000058398257466'],
    ['NL91.ABNA.0417.1643.00', 'NL91ABNA0417164300'],
    ['nl91-abna–0417 1643/00', 'NL91ABNA0417164300'],
    ['NL92.ABNA.0417.1643.00', '! iban-invalid'],
    ['NL92ABNA0417164300', '! iban-invalid'],
    ['NL91ABNA041716430', '! iban-invalid'],
    ['0417164300', '! iban-invalid'],
    ['none', '! iban-invalid'],
  ])('checks the IBAN %j: %j', (text, expected) => {
    expect(outcome({ name: 'iban' }, text)).toBe(expected)
  })

  it.each([
    ['abnanl2a', 'ABNANL2A'],
    ['ABNANL2AXXX', 'ABNANL2AXXX'],
    ['ABNANL2', '! bic-invalid'],
    ['ABN AMRO', '! bic-invalid'],
  ])('checks the BIC %j: %j', (text, expected) => {
    expect(outcome({ name: 'bic' }, text)).toBe(expected)
  })

  it('notices a wrong digit anywhere in an IBAN', () => {
    const good = 'NL91ABNA0417164300'
    const digits = [2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]

    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(good[at]) + shift) % 10
        const wrong = `${good.slice(0, at)}${digit}${good.slice(at + 1)}`

        expect(outcome({ name: 'iban' }, wrong)).toBe('! iban-invalid')
      }),
    )
  })
})

describe('money', () => {
  it.each([
    ['4175.5', '4175.5'],
    ['4175.50', '4175.5'],
    ['4175.00', '4175'],
    ['0', '0'],
    ['0.005', '0.005'],
    ['15.0625', '15.0625'],
    ['4175.49999999', '! amount-invalid'],
    ['-1', '! amount-invalid'],
    ['1e5', '! amount-invalid'],
    ['4.175,50', '! amount-invalid'],
    ['4,175.50', '! amount-invalid'],
    ['€ 4175', '! amount-invalid'],
    ['007', '! amount-invalid'],
    ['.5', '! amount-invalid'],
    ['5.', '! amount-invalid'],
    ['NaN', '! amount-invalid'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '! amount-invalid'],
    ['123456789012.3456', '! amount-invalid'],
  ])('makes of %j: %j', (text, expected) => {
    expect(outcome({ name: 'money' }, text)).toBe(expected)
  })

  it('never changes an amount', () => {
    const cents = fc.integer({ min: 0, max: 9_999_999_99 })

    fc.assert(
      fc.property(cents, (amount) => {
        const text = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
        const [whole = '', decimals = ''] = outcome({ name: 'money' }, text).split('.')

        expect(`${whole}${decimals.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')).toBe(String(amount))
      }),
    )
  })
})

describe('salaryType', () => {
  const transform: Transform = {
    name: 'salaryType',
    monthly: 'Bruto_Salaris_Fulltime',
    byEmploymentType: { 'net deal': 'Netto_Salaris_Partime_incl_looncomp', odd: 'Bruto_Uurloon' },
  }
  const typeOf = (period: string, employmentTypeName?: string): string => {
    const result = applyTransform(transform, period, { ...context, employmentTypeName })
    return 'value' in result ? result.value : `! ${result.problem}`
  }

  it.each([
    ['HOURLY', 'Bruto_Uurloon'],
    ['MONTHLY', 'Bruto_Salaris_Fulltime'],
    ['WEEKLY', '! salary-type-unknown'],
    ['BI_WEEKLY', '! salary-type-unknown'],
    ['DAILY', '! salary-type-unknown'],
    ['QUARTERLY', '! salary-type-unknown'],
    ['ANNUAL', '! salary-type-unknown'],
    ['constructor', '! salary-type-unknown'],
  ])('gives for the pay period %s: %s', (period, expected) => {
    expect(typeOf(period)).toBe(expected)
  })

  it('lets the name of the employment type go before the pay period', () => {
    expect(typeOf('MONTHLY', '  Net  Deal ')).toBe('Netto_Salaris_Partime_incl_looncomp')
  })

  it('refuses an hourly wage for a monthly amount, whatever the table says', () => {
    expect(typeOf('MONTHLY', 'Odd')).toBe('! salary-type-unknown')
    expect(typeOf('HOURLY', 'Odd')).toBe('Bruto_Uurloon')
  })

  it('goes by the pay period when the employment type is not listed', () => {
    expect(typeOf('MONTHLY', 'Permanent')).toBe('Bruto_Salaris_Fulltime')
    expect(typeOf('MONTHLY', '__proto__')).toBe('Bruto_Salaris_Fulltime')
  })
})

describe('streetName, houseNumber and houseNumberAddition', () => {
  const split = (line: string): string[] =>
    (['streetName', 'houseNumber', 'houseNumberAddition'] as const).map((name) => outcome({ name }, line))

  it.each([
    ['Markt 1', ['Markt', '1', '']],
    ['Lange Nieuwstraat 12-bis', ['Lange Nieuwstraat', '12', 'bis']],
    ['Lange  Nieuwstraat 12 a', ['Lange Nieuwstraat', '12', 'a']],
    ['Keizersgracht 100B', ['Keizersgracht', '100', 'B']],
    ['Jan Steenstraat 12-2', ['Jan Steenstraat', '12', '2']],
    ['Jan Steenstraat 12 III', ['Jan Steenstraat', '12', 'III']],
    ['1e Helmersstraat 33 hs', ['1e Helmersstraat', '33', 'hs']],
    ['Plein 1944 12', ['Plein 1944', '12', '']],
    ["'s-Gravenweg 5", ["'s-Gravenweg", '5', '']],
    ['Lange Nieuwstraat, 12 a', ['Lange Nieuwstraat', '12', 'a']],
  ])('splits %j', (line, expected) => {
    expect(split(line)).toEqual(expected)
  })

  it.each([
    'Markt',
    'Kerkstraat 12 2',
    'Ågatan 9 lgh 1102',
    'Plein 1944',
    '12',
    '12 Markt',
    'Dorpsstraat 5 Ede',
  ])('does not guess how to split %j', (line) => {
    expect(split(line)).toEqual(Array(3).fill('! street-not-splittable'))
  })
})

describe('every transform', () => {
  const hostileText = fc.oneof(
    anyText(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '\u0000',
      '\uD800',
      '9'.repeat(5000),
      ' '.repeat(5000),
      'a@'.repeat(999),
    ),
  )

  it('never throws, and gives text or a problem that does not repeat the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...transformNames), hostileText, (name, text) => {
        const result = applyTransform(named(name), text, context)

        if ('value' in result) expect(typeof result.value).toBe('string')
        else if (text.trim().length > 12) expect(JSON.stringify(result.facts)).not.toContain(text.trim())
      }),
    )
  })

  it('accepts what it gave', () => {
    const samples = [
      'NL',
      '1991-04-30',
      'a@mail.example',
      '+31 20 555 0142',
      '1042',
      'NL91ABNA0417164300',
      '4175.5',
    ]

    for (const name of transformNames.filter((candidate) => !/^(?:salary|house|street)/.test(candidate))) {
      for (const sample of samples) {
        const once = outcome(named(name), sample)
        if (!once.startsWith('!')) expect(outcome(named(name), once)).toBe(once)
      }
    }
  })

  it('has one for every type of field but codes, and it fits', () => {
    for (const type of [
      'text',
      'email',
      'phone',
      'country',
      'date',
      'integer',
      'decimal',
      'iban',
      'bic',
    ] as const) {
      expect(transformsFor(type)).toContain(findDefaultTransform(type))
    }
    expect(findDefaultTransform('code')).toBeUndefined()
  })
})
