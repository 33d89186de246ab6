import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { joinSentences } from '../../src/domain/language/join-sentences.js'

const sourceFiles = (folder = 'src'): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? sourceFiles(path) : [path]
  })

describe('texts that become sentences', () => {
  it.each([
    [
      ['AlexisHR, employees: cannot be reached (ENOTFOUND).', 'Check the address'],
      'cannot be reached (ENOTFOUND). Check',
    ],
    [['It is held', 'Look at it: nmbrs-sync holds'], 'It is held. Look at it: nmbrs-sync holds'],
    [['Is it right?', 'Then go on.'], 'Is it right? Then go on.'],
    [['It said "no."', 'Ask again'], 'It said "no." Ask again'],
    [['', 'Nothing before it'], 'Nothing before it'],
  ])('are ended once each: %j', (texts, expected) => {
    expect(joinSentences(...texts)).toContain(expected)
  })

  it('never have two full stops in a row, and keep every word', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,8}\.?$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const joined = joinSentences(...words)

        expect(joined).not.toMatch(/\.\s*\./)
        expect(joined.replaceAll('.', '').split(' ')).toEqual(words.map((one) => one.replaceAll('.', '')))
      }),
    )
  })

  it('are never joined by hand behind a message, which may end its sentence itself', () => {
    const byHand = /(?:message|remedy)\}\. /
    const found = sourceFiles().filter((file) => byHand.test(readFileSync(file, 'utf8')))

    expect(found).toEqual([])
  })
})
