import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { languages } from '../../src/domain/language/language.js'
import { allWordings } from '../../src/report/translate/all-wordings.js'
import { explainTexts } from '../../src/report/sync/texts/explain-texts.js'
import { candidateTexts } from '../../src/report/translate/texts/candidate-texts.js'
import { serviceTexts } from '../../src/report/translate/texts/service-texts.js'
import { translate } from '../../src/report/translate/translate.js'
import { aValue, findEnglishSentences, type EnglishSentence } from './english-sentences.js'

// Failures, errors and results of deliveries are made and kept as English sentences, and put into another
// language where they are shown. So the person who writes or changes such a sentence has to write it in every
// language too. Findings need no such test: their catalogue has every language, or it does not compile.

/** Where such sentences are made. */
const folders = [
  'access',
  'apply',
  'delivery',
  'domain/pay',
  'domain/run',
  'mapping',
  'plan',
  'run',
  'source',
  'target',
]

/** What takes texts that no reader of a screen is shown in another language. */
const forPrograms: ReadonlySet<string> = new Set([
  // The log, and bugs.
  ...['info', 'warn', 'error', 'debug', 'InternalError', 'Error', 'what', 'fields'],
  // Schemas, and problems in files that somebody wrote: file, line and key stand beside them, and they are in
  // English as the keys are.
  ...[
    'describe',
    'title',
    'description',
    'refine',
    'expected',
    'found',
    'note',
    'unexpectedShape',
    'describeProblem',
  ],
  // Digests and keys.
  ...[
    'digest',
    'stringify',
    'sayPay',
    'sayRow',
    'sayPayRules',
    'toNumberKey',
    'toNameKey',
    'keysOf',
    'keyOf',
    'redeemFor',
    'at',
  ],
  // What a log says of the API, in the words of a file.
  'contradict',
  // Headings of files, requests to a remote, and lists of words.
  ...['headers', 'paths', 'operation', 'authorization', 'xml', 'split', 'endsWith', 'method'],
  // Expected values of a setting, for such a problem.
  ...['choice', 'flag', 'list', 'expectedOf'],
  // What stands for a record that cannot be told from another.
  'contentOf',
])

/** Files whose sentences are not put into another language, each with the reason. */
const leftOut: readonly (readonly [file: RegExp, why: string])[] = [
  [/-texts\.ts$|\/texts\//, 'catalogues have every language themselves'],
  [
    /access\/request\/request-words\.ts$/,
    'the vendor is written to in Danish or English, by the portal file',
  ],
  [
    /mapping\/(file|transforms\/country-names|source-paths)/,
    'problems in a mapping; names of countries; paths',
  ],
  [
    /source\/alexis\/(wire\/schema|people\/flatten-record)\.ts$/,
    'kinds of values, in problems about an answer',
  ],
  [
    /target\/nmbrs-(soap|rest)\/check-rights\.ts$/,
    'details of the check of an account, which onboarding puts into words',
  ],
  [/target\/nmbrs-rest\/account\//, 'methods and paths of endpoints'],
  [/target\/.*\/doubtful-record\.ts$/, 'names of elements'],
  [/target\/nmbrs-rest\/rehearsal\//, 'what cutover rehearse says, which is in English like all of cutover'],
]

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

const sentences = folders
  .flatMap((folder) => filesBelow(join('src', folder)))
  .filter((file) => file.endsWith('.ts') && !leftOut.some(([pattern]) => pattern.test(file)))
  .flatMap(findEnglishSentences)
  .filter(({ to }) => !forPrograms.has(to))

/** The English of what is put into other words piece by piece. */
const english = [
  ...allWordings.map((wording) => wording.en),
  candidateTexts.en.source('{id}'),
  candidateTexts.en.ofCompany('{id}', '{company}'),
  serviceTexts.en.employment('{id}', '{company}'),
  ...Object.values(explainTexts.en.verdict),
]

/** Commands and flags are the same in every language. */
const isCommand = (text: string): boolean => /^(?:nmbrs-sync|--)/.test(text)

/**
 * A part of a sentence that is put together elsewhere is known when one sentence has all its words, in their
 * order.
 */
const isPartOfOne = (text: string): boolean => {
  const parts = text.split(aValue).filter((part) => /\p{L}/u.test(part))
  return english.some((sentence) => {
    let from = 0
    return parts.every((part) => {
      const at = sentence.indexOf(part, from)
      from = at + part.length
      return at !== -1
    })
  })
}

const isKnown = ({ text }: EnglishSentence): boolean =>
  isCommand(text) ||
  languages.every((language) => language === 'en' || translate(text, language) !== text) ||
  isPartOfOne(text)

describe('a sentence that is kept or sent in English', () => {
  it('is looked for where findings, failures and errors are made', () => {
    expect(sentences.length).toBeGreaterThan(300)
  })

  it('is known in every language, or is only for programs', () => {
    const unknown = sentences
      .filter((sentence) => !isKnown(sentence))
      .map(({ file, line, to, text }) => `${file}:${line} (${to}) ${text}`)

    expect(unknown).toEqual([])
  })

  it('would be found if it were not known', () => {
    expect(isKnown({ file: '', line: 1, to: 'message', text: 'This sentence is in no catalogue' })).toBe(
      false,
    )
    expect(isKnown({ file: '', line: 1, to: 'message', text: `${aValue} is nowhere to be found` })).toBe(
      false,
    )
    expect(isKnown({ file: '', line: 1, to: 'message', text: 'is not a telephone number' })).toBe(true)
  })
})
