import { describe, expect, it } from '@jest/globals'

import { withoutSecret } from '../../src/app/onboarding/without-secret.js'
import type { OnboardingResult } from '../../src/onboarding/result/result.js'

describe('a token that was typed as an answer', () => {
  it.each(['AbCd$ef.12345', 'abcd$ef.12345', 'ABCD$EF.12345'])('is not echoed in any case: %s', (typed) => {
    const result = { facts: [{ value: `https://${typed}.nmbrs.nl` }] } as unknown as OnboardingResult

    const clean = JSON.stringify(withoutSecret(result, ' AbCd$ef.12345 '))

    expect(clean).toBe('{"facts":[{"value":"https://[secret].nmbrs.nl"}]}')
  })
})
