import { describe, expect, it } from '@jest/globals'

import {
  failureReasons,
  notTestedReasons,
  type CallVerdict,
} from '../../../src/onboarding/check/call-result.js'
import type { FactResult } from '../../../src/onboarding/check/fact-result.js'
import { languages } from '../../../src/domain/language/language.js'
import { toCallDetail, toNameRemark, toVerdictDetail } from '../../../src/report/onboarding/call-words.js'
import { toFactDetail, toFactValueWords } from '../../../src/report/onboarding/fact-words.js'
import { callTexts } from '../../../src/report/onboarding/texts/call-texts.js'
import { toReadinessLine } from '../../../src/report/onboarding/readiness-words.js'
import { aWording } from '../../support/a-wording.js'
import { aCall, aFact } from './a-result.js'

const call = { service: 'CompanyService', call: 'List_GetAll' } as const

const verdicts: readonly CallVerdict[] = [
  { verdict: 'inactive', code: '1002' },
  { verdict: 'outside-filter', code: '1003' },
  { verdict: 'no-access', code: '2004' },
  { verdict: 'wrong-credentials', code: '1001' },
  { verdict: 'no-subscription', code: '1004' },
  ...notTestedReasons.map((reason) => ({ verdict: 'not-tested' as const, reason })),
  ...failureReasons.map((reason) => ({ verdict: 'failed' as const, reason, code: null })),
]

describe('the words for a call', () => {
  it('are other words for every outcome, in each language', () => {
    for (const language of languages) {
      const details = verdicts.map((outcome) => toVerdictDetail(outcome, language))

      expect(details).not.toContain('')
      expect(new Set(details).size).toBe(verdicts.length)
      expect(new Set(Object.values(callTexts[language].verdict)).size).toBe(8)
    }
  })

  it('name the number that Nmbrs gave', () => {
    expect(toVerdictDetail({ verdict: 'inactive', code: '1002' }, 'nl')).toBe(
      'staat uit in de template van de gebruiker (1002)',
    )
    expect(toVerdictDetail({ verdict: 'failed', reason: 'fault', code: '3001' }, 'en')).toContain('(3001)')
  })

  it('say what is odd about its name, and that nobody demands it', () => {
    const odd = aCall('Address_GetListCurrent', {
      requiredBy: [],
      verified: false,
      publishedAs: ['Address_\n  GetList'],
    })

    expect(toCallDetail(odd, 'en')).toBe('not required')
    expect(toNameRemark(odd, 'en')).toBe(
      "name not confirmed for version 3; on the consumer's list: Address_ GetList",
    )
    expect(toCallDetail(aCall('List_GetAll'), 'en')).toBe('')
    expect(toNameRemark(aCall('List_GetAll'), 'en')).toBe('')
  })
})

const wrong = (problem: Extract<FactResult['outcome'], { verdict: 'wrong' }>['problem']): FactResult =>
  aFact({ outcome: { verdict: 'wrong', problem } })

describe('the words for a fact', () => {
  it('say what is wrong with it, in each language', () => {
    const facts = [
      wrong({ problem: 'form', expected: aWording('een nummer', 'a number') }),
      wrong({ problem: 'check-digit' }),
      wrong({ problem: 'differs', actual: 'monthly' }),
      wrong({ problem: 'not-found' }),
      wrong({ problem: 'other-person' }),
      wrong({ problem: 'tag-missing', tags: [] }),
      wrong({ problem: 'tag-missing', tags: ['Tulpfonds oud'] }),
      aFact({ outcome: { verdict: 'unchecked', call, because: 'inactive' } }),
    ]

    for (const language of languages) {
      const details = facts.map((fact) => toFactDetail(fact, language))
      expect(details).not.toContain('')
      expect(new Set(details).size).toBe(facts.length)
    }
    expect(facts.map((fact) => toFactDetail(fact, 'nl')).slice(2, 3)).toEqual(['in Nmbrs staat maandelijks'])
  })

  it('show where two names part', () => {
    const difference = {
      position: 10,
      kind: 'punctuation',
      given: { letter: '.', name: aWording('“.”', '“.”') },
      actual: { letter: ',', name: aWording('“,”', '“,”') },
    } as const

    expect(toFactDetail(wrong({ problem: 'text-differs', difference }), 'en')).toBe(
      'character 10 (punctuation): here it is “.”, in Nmbrs “,”',
    )
  })

  it('give the value as it is handed in, and of the token only that it is there', () => {
    const people = [{ name: 'Roos Tulp', employeeNumber: '7' }]

    expect(toFactValueWords({ kind: 'dga', present: true, people }, 'nl')).toBe(
      'ja; Roos Tulp, medewerkersnummer 7',
    )
    expect(toFactValueWords({ kind: 'dga', present: false }, 'en')).toBe('no')
    expect(toFactValueWords({ kind: 'frequency', frequency: 'four-weekly' }, 'nl')).toBe('4-wekelijks')
    expect(toFactValueWords({ kind: 'yes-no', yes: true }, 'nl')).toBe('ja')
    expect(toFactValueWords({ kind: 'present' }, 'en')).toBe('present (not shown)')
    expect(toFactValueWords(null, 'en')).toBe('')
  })
})

describe('the verdict', () => {
  it('counts its reasons', () => {
    const reasons = [
      { reason: 'call-not-open', call },
      { reason: 'call-not-open', call },
      { reason: 'fact-missing', fact: 'dga' },
    ] as const

    expect(toReadinessLine({ readiness: 'not-ready', reasons }, 'en')).toBe(
      'Not ready: 2 calls are not open, 1 answer is missing',
    )
    expect(toReadinessLine({ readiness: 'not-ready', reasons }, 'nl')).toBe(
      'Nog niet klaar: 2 calls staan niet open, 1 gegeven ontbreekt',
    )
    expect(toReadinessLine({ readiness: 'ready', reasons: [] }, 'nl')).toBe('Klaar om aan te sluiten')
  })
})
