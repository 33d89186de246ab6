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
    ['The connection to Nmbrs has no call that changes the start date', 'datum in dienst'],
    ['The bank account in AlexisHR was rejected, so it is not sent', 'de wijziging uit AlexisHR afgewezen'],
    [
      'Nmbrs refused the salary in an earlier run, and it is not sent again until a value or the payroll period changes: Nmbrs refuses the kind of bank account',
      'Nmbrs heeft de wijziging in een eerdere run geweigerd',
    ],
    [
      'The employment in Nmbrs has ended, and the last payments and the annual statement still need what Nmbrs has, so the start date waits',
      'de wijziging wacht daarom',
    ],
    ['employee.email is no e-mail address; EmailWork is held', 'geen e-mailadres; dit wordt niet verstuurd'],
  ])('is shown in the language of the reader: %s', (former, shown) => {
    expect(translate(former, 'nl')).toContain(shown)
  })
})
