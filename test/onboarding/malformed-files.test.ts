import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseAnswers } from '../../src/onboarding/answers/parse-answers.js'
import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'
import { spoiltYaml } from '../malformed/hostile-yaml.js'
import { profileText } from './a-profile.js'

const profileFile = readFileSync('mappings/onboarding/asr-umbrella.yaml', 'utf8')
const asr = parseProfile(profileFile, 'asr-umbrella.yaml')
const profiles = 'profile' in asr ? [asr.profile] : []

const answersFile = [
  'version: 1',
  'facts:',
  '  wageTaxNumber: 123456782L01',
  '  companyName: "Acme  B.V."',
  '  dga: [{ name: Piet Jansen, employeeNumber: 12 }]',
  '',
].join('\n')

/** Either it is usable, or everything that is said of it says what was expected. */
const expectUsableOrExplained = (parsed: object): void => {
  if (!('problems' in parsed)) return
  expect(parsed.problems).not.toEqual([])
  expect(JSON.stringify(parsed.problems)).not.toContain('"expected":""')
}

describe('a damaged file', () => {
  it('of a profile is a profile or explained', () => {
    fc.assert(
      fc.property(spoiltYaml(profileFile), (text) => {
        expectUsableOrExplained(parseProfile(text, 'profile.yaml'))
      }),
      { numRuns: 60 },
    )
  })

  it('of answers is answers or explained', () => {
    fc.assert(
      fc.property(spoiltYaml(answersFile), (text) => {
        expectUsableOrExplained(parseAnswers(text, 'facts.yaml', profiles))
      }),
      { numRuns: 60 },
    )
  })

  it('never makes a read of a known write', () => {
    const name = fc.constantFrom(
      'Employee_Insert',
      'employee insert',
      'PersonalInfo_UpdateCurrent',
      'Salary_Update.',
    )
    const form = fc.constantFrom(
      (call: string) => `'${call}'`,
      (call: string) => `{ call: '${call}', unlisted: keep }`,
      (call: string) => `'EmployeeService: ${call}'`,
    )

    fc.assert(
      fc.property(name, form, (call, write) => {
        const parsed = parseProfile(
          profileText([`calls: { EmployeeService: { read: [${write(call)}] } }`]),
          'p.yaml',
        )

        expect('problems' in parsed).toBe(true)
      }),
    )
  })
})
