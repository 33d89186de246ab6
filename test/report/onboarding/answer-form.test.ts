import { describe, expect, it } from '@jest/globals'

import { languages } from '../../../src/domain/language/language.js'
import { loadProfiles, shippedProfiles } from '../../../src/onboarding/profile/load-profiles.js'
import { parseAnswers } from '../../../src/onboarding/answers/parse-answers.js'
import { buildAnswerForm } from '../../../src/report/onboarding/answer-form.js'

const profiles = await loadProfiles([shippedProfiles], process.cwd())
const asr = profiles.filter(({ id }) => id === 'asr-per-debtor')

describe('the form for the answers', () => {
  it.each(languages)(
    'can be read as it is, with nothing answered but what the profiles say, in %s',
    (language) => {
      const parsed = parseAnswers(buildAnswerForm(profiles, language), 'facts.yaml', profiles)

      expect(parsed).toEqual({
        answers: {
          shared: new Map([['payrollPackage', { kind: 'text', text: 'Visma Nmbrs' }]]),
          companies: new Map(),
        },
      })
    },
  )

  it('asks for every fact of a profile once, and not for the token', () => {
    const form = buildAnswerForm([...asr, ...asr], 'en')

    const asked = [...form.matchAll(/^ {2}(\w+):/gm)].map(([, id]) => id)
    expect(asked).toEqual((asr[0]?.facts ?? []).map(({ id }) => id).filter((id) => id !== 'apiToken'))
  })

  it('offers the answers that the consumer takes, and no other', () => {
    const form = buildAnswerForm(asr, 'en')

    expect(form).toContain('#   monthly, four-weekly; empty: read from Nmbrs\n  payrollFrequency:')
  })
})
