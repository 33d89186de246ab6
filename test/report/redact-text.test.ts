import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { redactKnownShapes, redactText } from '../../src/report/kit/redact-text.js'

describe('redaction', () => {
  it.each([
    ['a bearer token', 'sent Authorization: Bearer abc.DEF-123_x', 'sent Authorization: Bearer [secret]'],
    ['a bare JWT', 'token eyJhbGciOiJI.eyJzdWIi.c2ln', 'token [secret]'],
    ['a token in XML', '<v3:Token>0123abcd</v3:Token>', '<v3:Token>[secret]</v3:Token>'],
    ['an e-mail address', 'to noor.testveld@tulp.example failed', 'to [e-mail] failed'],
    ['an e-mail address with accents', 'søren@tulp.example', '[e-mail]'],
    ['an IBAN', 'IBAN NL02TEST0123456789 refused', 'IBAN [IBAN] refused'],
    ['an IBAN in groups and small letters', 'nl02 test 0123 4567 89 refused', '[IBAN] refused'],
    ['a citizen service number', 'BSN 999912345 refused', 'BSN [number] refused'],
    ['a citizen service number with dots', 'BSN 9999.12.345', 'BSN [number]'],
  ])('takes out %s', (_what, text, redacted) => {
    expect(redactText(text)).toBe(redacted)
  })

  it.each([
    ['an AlexisHR id', 'employee 65f1c0ffee0000000000000a'],
    ['an AlexisHR id that starts like an IBAN', 'employee ab12c0ffee0000000000000a'],
    ['a run id', 'run 20261122-025820-4f2a1b'],
    ['a moment', 'at 2026-11-22T02:58:20.123Z'],
    ['a longer number', 'id 1234567890'],
    ['a shorter number', 'company 12345678'],
    ['an operation', 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany took 120 ms'],
  ])('leaves %s alone', (_what, text) => {
    expect(redactText(text)).toBe(text)
  })

  it('keeps a bare number in a value that is known to be an id', () => {
    expect(redactKnownShapes('123456789')).toBe('123456789')
  })

  it('has nothing more to take out of what it gave', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(redactText(redactText(text))).toBe(redactText(text))
      }),
    )
  })
})
