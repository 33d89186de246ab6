import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { MappedSection } from '../../src/domain/sections.js'
import { maskValue } from '../../src/report/kit/mask-value.js'

describe('a masked value', () => {
  it.each<[MappedSection | 'employee', string, string, string]>([
    ['bankAccount', 'IBAN', 'NL02TEST0123456789', 'NL**…**89'],
    ['bankAccount', 'IBAN', 'NL02', '**'],
    ['bankAccount', 'Number', '123456789', '**89'],
    ['bankAccount', 'BIC', 'TESTNL2A', 'T**'],
    ['bankAccount', 'Type', 'Standaard', 'Standaard'],
    ['salary', 'Value', '4175.5', '**.5'],
    ['salary', 'Value', '900', '**'],
    ['salary', 'Start', '2026-11-01', '2026-11-01'],
    ['personalInfo', 'Birthday', '1990-05-17', '1990-**-**'],
    ['personalInfo', 'Birthday', '17 May', '**'],
    ['personalInfo', 'FirstName', 'Noor', 'N**'],
    ['personalInfo', 'FirstName', '🌷', '🌷**'],
    ['personalInfo', 'EmployeeNumber', '10501', '**01'],
    ['personalInfo', 'TelephonePrivate', '0612000001', '**01'],
    ['personalInfo', 'EmailWork', 'noor@tulp.example', 'n**@**.example'],
    ['personalInfo', 'CountryOfBirthISOCode', 'NL', 'NL'],
    ['address', 'Street', 'Proefweg 1', 'P**'],
    ['address', 'Street', '', '(empty)'],
    ['employment', 'InitialStartDate', '2026-11-01', '2026-11-01'],
    ['employee', 'InitialStartDate', '2026-11-01', '2026-11-01'],
    ['employee', 'LastName', 'Testveld', 'T**'],
  ])('of %s %s %s is %s', (section, field, value, masked) => {
    expect(maskValue(section, field, value)).toBe(masked)
  })

  it('never holds a name, an address line, a number or an account of some length', () => {
    const fields: [MappedSection, string][] = [
      ['personalInfo', 'LastName'],
      ['personalInfo', 'EmailPrivate'],
      ['personalInfo', 'TelephoneWork'],
      ['address', 'Street'],
      ['bankAccount', 'IBAN'],
      ['bankAccount', 'Number'],
      ['bankAccount', 'Description'],
      ['salary', 'Value'],
    ]
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ minLength: 3 }), ([section, field], value) => {
        expect(maskValue(section, field, value)).not.toContain(value)
      }),
    )
  })
})
