import { describe, expect, it } from '@jest/globals'

import { documentTexts, sourceTexts, type UserText } from './user-texts.js'

// The texts are read by Dutch and Nordic people whose second language is English. One word stands for one
// idea, and each sentence is one that a product manual would have. What is forbidden here was in the texts
// before, and made readers stop.

/** What is not written, and what to write instead. */
const forbidden: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(?:somebody|anybody)\b/i, 'someone, anyone, a person'],
  [/\bnobody\b/i, 'no one, or what is not so'],
  [/\beverybody\b/i, 'everyone'],
  [/\b(?:whoever|whatever|whomever)\b/i, 'the person who, everyone who, any'],
  [/\b(?:he|him|his)\b/i, 'they, the person'],
  [/\bof whom\b/i, 'whose, or a sentence of its own'],
  [/(?<!there )\b(?:is|are) none\b(?! of)/i, 'is not one of'],
  [/(?<!there )\bis no (?!longer\b|one\b|more than\b|less than\b|reason\b)\p{L}/iu, 'is not a'],
  [/\bis no more\b|\bno more in\b/i, 'is no longer'],
  [/\banew\b/i, 'again'],
  [/\blets? go\b/i, 'release, remove, drop'],
  [/\btakes? (?:it|the person|them|him) up\b/i, 'will pick this up'],
  [/\bgo(?:es)? on (?:paying|waiting|by itself|with it)\b/i, 'keeps, continues'],
  [/\bwhile (?:a|the) run goes on\b/i, 'during a run'],
  [
    /\b(?:for|take|takes|taking) (?:a|the) word(?: back)?\b/i,
    'for approval; take the approval, rejection or answer back',
  ],
  [/\bsomebody’s word|a person’s word/i, 'approval'],
  [/\bbefore a person says so\b/i, 'until someone approves it'],
  [/\b(?:tell|tells|told) of\b/i, 'report, notify about'],
  [/\bcome upon\b|\bcame upon\b|\bspelt\b|\blay out\b/i, 'found, formatted, arranged'],
  [/\bmore like a slip\b|\bthan news\b/i, 'looks like a mistake'],
  [/\bwhen it suits\b/i, 'later, when convenient'],
  [/\bsince (?:it|they) (?:was|were) settled\b|\bwhat was settled\b/i, 'since both sides last agreed'],
  [/\banother one than\b|\bsomething else than\b/i, 'differs from, something other than'],
  [/\bis too much there\b|\bone too much\b/i, 'the extra one'],
  [/\btoo much alike\b|\bso much alike\b/i, 'very similar'],
  [/^Fine:/, 'OK, or what is right'],
]

/** Where in a text something stands, with some words around it. */
const excerptOf = (text: string, pattern: RegExp): string => {
  const at = text.search(pattern)
  return text.slice(Math.max(0, at - 60), at + 80)
}

const complain = (texts: readonly UserText[]): string[] =>
  texts.flatMap(({ place, text }) =>
    forbidden
      .filter(([pattern]) => pattern.test(text))
      .map(([pattern, instead]) => `${place}: "${excerptOf(text, pattern)}" (write: ${instead})`),
  )

describe('the English that people read', () => {
  it('is looked for in the program and in the documentation', () => {
    expect(sourceTexts.length).toBeGreaterThan(3000)
    expect(documentTexts.length).toBeGreaterThan(500)
  })

  it('keeps to the vocabulary in the program: screens, findings, remedies, errors and help', () => {
    expect(complain(sourceTexts)).toEqual([])
  })

  it('keeps to the vocabulary in the documentation', () => {
    expect(complain(documentTexts)).toEqual([])
  })

  it.each([
    'AlexisHR has another bank account than Nmbrs; no pay goes there before a person says so',
    'Somebody is so much alike that creating this person could double an employee',
    'employee.privateEmail is no e-mail address',
    'The next run takes the person up.',
    'It is not sent, and waits no more. Another value in AlexisHR asks anew.',
    'why a person is in the state he is in',
  ])('finds what is not written: %s', (text) => {
    expect(complain([{ place: 'here', text }])).not.toEqual([])
  })

  it.each([
    'No payment goes to the new account until someone approves it',
    'The connected Nmbrs employee is no longer in the company',
    'There is no employee with this number',
    'It makes no more than 6 calls',
  ])('lets plain English pass: %s', (text) => {
    expect(complain([{ place: 'here', text }])).toEqual([])
  })
})
