import { describe, expect, it } from '@jest/globals'

import { toFindingStanding } from '../../src/domain/hold/finding-standing.js'
import { findingCodes } from '../../src/domain/findings/catalogue.js'
import { holdReasons } from '../../src/domain/hold/hold.js'
import { toHoldId } from '../../src/domain/ids.js'

describe('what a finding is for its reader', () => {
  it.each([...holdReasons, 'match-ambiguous', 'before-current-period', 'threshold-exceeded'])(
    'waits for a decision, and is no error: %s',
    (code) => {
      expect(toFindingStanding({ code, severity: 'error' })).toBe('held')
    },
  )

  it.each([
    'iban-invalid',
    'required-field-missing',
    'employee-number-taken',
    'write-failed',
    'canary-failed',
  ])('is something to correct: %s', (code) => {
    expect(toFindingStanding({ code, severity: 'error' })).toBe('error')
  })

  it.each(findingCodes)('%s is held where it names a hold, and is never worse than its severity', (code) => {
    expect(toFindingStanding({ code, severity: 'warning', hold: toHoldId('K7QM2X') })).toBe('held')
    expect(toFindingStanding({ code, severity: 'warning' })).toBe('warning')
    expect(toFindingStanding({ code, severity: 'info' })).toBe('info')
  })
})
