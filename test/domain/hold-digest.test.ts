import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { digestChange } from '../../src/domain/hold/hold-digest.js'
import { parseHoldId, spellHoldId } from '../../src/domain/hold/hold-id.js'
import { toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Values } from '../../src/domain/values.js'
import { plainDigest } from '../support/builders.js'
import { aBankChange } from '../support/hold-builders.js'

const marks = { madeByUs: false, sharesAccount: false }
const change = aBankChange({ IBAN: 'OLD', BIC: 'AAAANL2A' }, { IBAN: 'NEW', BIC: '', Type: 'Standaard' })
const own = digestChange(plainDigest, change, marks)

describe('the digest of a held change', () => {
  it.each([
    ['another person', { ...change, subject: toSourceEmployeeId('a2') }, marks],
    ['another company', { ...change, companyId: toTargetCompanyId('9') }, marks],
    ['another employee of payroll', { ...change, targetId: toTargetEmployeeId('2') }, marks],
    ['another section', { ...change, section: 'salary' as const }, marks],
    ['another value to send', { ...change, after: { ...change.after, IBAN: 'THIRD' } }, marks],
    ['another value that it replaces', { ...change, before: { ...change.before, IBAN: 'THIRD' } }, marks],
    ['an account that somebody else has too', change, { ...marks, sharesAccount: true }],
  ])('is another one for %s', (_, other, otherMarks) => {
    expect(digestChange(plainDigest, other, otherMarks)).not.toBe(own)
  })

  const account = (before: Values, after: Values) =>
    digestChange(plainDigest, { ...change, before, after }, marks)

  it.each<[string, Values, Values, boolean]>([
    ['a BIC that a transport does not carry', { IBAN: 'OLD' }, { IBAN: 'NEW' }, true],
    ['details that are not the account', { IBAN: 'OLD', Name: 'X' }, { IBAN: 'NEW', City: 'Y' }, true],
    ['blanks and small letters in an IBAN', { IBAN: ' o ld' }, { IBAN: 'n ew' }, true],
    ['a number beside an IBAN', { IBAN: 'OLD', Number: '1' }, { IBAN: 'NEW', Number: '2' }, true],
    ['another IBAN', { IBAN: 'OLD' }, { IBAN: 'NEWER' }, false],
    ['another IBAN that it replaces', { IBAN: 'OLDER' }, { IBAN: 'NEW' }, false],
    ['no account before', {}, { IBAN: 'NEW' }, false],
  ])('of a bank account is over which account it is: %s', (_what, before, after, isSame) => {
    expect(account(before, after) === own).toBe(isSame)
  })

  it('of a bank account without an IBAN is over its number and BIC', () => {
    const digest = account({}, { Number: '12', BIC: 'AAAANL2A' })

    expect(account({}, { Number: '12', BIC: 'AAAANL2A', Name: 'X' })).toBe(digest)
    expect(account({}, { Number: '12', BIC: 'BBBBNL2A' })).not.toBe(digest)
    expect(account({}, { Number: '13', BIC: 'AAAANL2A' })).not.toBe(digest)
  })

  it('does not depend on the order of fields, or on empty fields that take nothing away', () => {
    const after: Values = { Type: 'Standaard', BIC: '', IBAN: 'NEW', Description: '' }
    const before: Values = { BIC: 'AAAANL2A', IBAN: 'OLD' }

    expect(digestChange(plainDigest, { ...change, before, after }, marks)).toBe(own)
  })

  it('is the same before and after an employee of our own has his id', () => {
    const made = { ...marks, madeByUs: true }

    expect(digestChange(plainDigest, { ...change, targetId: null }, made)).toBe(
      digestChange(plainDigest, change, made),
    )
  })

  it('never takes two different pairs of values for one', () => {
    const values = fc.dictionary(
      fc.constantFrom('IBAN', 'BIC', 'Name'),
      fc.string({ maxLength: 3 }),
    ) as fc.Arbitrary<Values>
    const filled = (given: Values) =>
      Object.entries(given)
        .filter(([, value]) => value !== '')
        .sort()

    fc.assert(
      fc.property(values, values, values, values, (before, after, otherBefore, otherAfter) => {
        const one = digestChange(plainDigest, { ...change, section: 'salary', before, after }, marks)
        const other = digestChange(
          plainDigest,
          { ...change, section: 'salary', before: otherBefore, after: otherAfter },
          marks,
        )
        const different =
          JSON.stringify([filled(before), filled(after)]) !==
          JSON.stringify([filled(otherBefore), filled(otherAfter)])

        if (different) expect(one).not.toBe(other)
      }),
    )
  })
})

describe('the id of a hold', () => {
  it('has six letters and digits that cannot be mistaken for others', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('A', 'I', 'L', 'O', 'U', 'a', 'u', 'z', '0', '9', '-', '_'),
          minLength: 22,
          maxLength: 22,
        }),
        (digest) => {
          expect(spellHoldId(digest)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
        },
      ),
    )
  })

  it.each(['K7M10X', 'k7m10x', 'K7M-10X', ' k7mlox ', 'K7MIOX'])('is read from %p', (typed) => {
    expect(parseHoldId(typed)).toBe('K7M10X')
  })
})
