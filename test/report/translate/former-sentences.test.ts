import { describe, expect, it } from '@jest/globals'

import { allWordings } from '../../../src/report/translate/all-wordings.js'
import { formerCount, toFormerWordings } from '../../../src/report/translate/former/former-sentences.js'
import { translate } from '../../../src/report/translate/translate.js'

describe('a sentence of an earlier version, as the report of an old run has it', () => {
  it('has the sentence that is said today instead', () => {
    expect(toFormerWordings(allWordings)).toHaveLength(formerCount)
  })

  it.each([
    [
      'AlexisHR has another bank account than Nmbrs; no pay goes there before a person says so',
      'AlexisHR heeft een andere bankrekening dan Nmbrs',
    ],
    ['employee.birthDate is empty, and nothing can be written for this person without Birthday', 'ontbreekt'],
    ['employee.email is no e-mail address; EmailWork is held', 'geen e-mailadres; dit wordt niet verstuurd'],
  ])('is shown in the language of the reader: %s', (former, shown) => {
    expect(translate(former, 'nl')).toContain(shown)
  })
})
