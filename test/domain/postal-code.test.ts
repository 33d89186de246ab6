import { describe, expect, it } from '@jest/globals'

import { hasPostalCodeForm } from '../../src/domain/text/postal-code.js'

describe('the form of a postal code', () => {
  it.each([
    ['NL', '1002 AB', true],
    ['NL', '1002ab', true],
    ['NL', '0002 AB', false],
    ['NL', '1002 SS', false],
    ['NL', '1002', false],
    ['NL', '10115', false],
    ['NL', '1002 ABC', false],
    ['BE', '1000', true],
    ['BE', 'B-1000', true],
    ['BE', '1002 AB', false],
    ['DE', '10115', true],
    ['DE', 'D-10115', true],
    ['DE', '1000', false],
    ['SE', '411 05', true],
    ['SE', 'SE-411 05', true],
    ['LU', 'L-1234', true],
    ['GB', 'SW1A 1AA', true],
    ['GB', '1002 AB', false],
    ['PL', '00-950', true],
    ['US', '94105-1234', true],
    ['LT', 'LT-01100', true],
  ])('in %s: %s is %s', (country, code, expected) => {
    expect(hasPostalCodeForm(country, code)).toBe(expected)
  })

  it('is not known of every country', () => {
    expect(hasPostalCodeForm('AO', '1000')).toBeUndefined()
  })
})
