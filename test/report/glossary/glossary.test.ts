import { describe, expect, it } from '@jest/globals'

import { languages } from '../../../src/domain/language/language.js'
import { buildGlossaryText, findWords, readGlossary } from '../../../src/report/glossary/glossary.js'
import { toLook } from '../../../src/report/kit/look.js'
import { visibleWidth } from '../../../src/cli/terminal/fit-lines.js'

describe.each(languages)('the glossary in %s', (language) => {
  it('has no word twice, and no meaning that is empty', () => {
    const words = readGlossary(language).map(({ word }) => word)

    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    expect(readGlossary(language).filter(({ meaning }) => meaning.trim() === '')).toEqual([])
  })

  it('fits on 80 columns', () => {
    const look = toLook({ colour: false, width: 80, showNames: false, language })
    const lines = buildGlossaryText(readGlossary(language), look).split('\n')

    expect(lines.filter((line) => visibleWidth(line) > 80)).toEqual([])
  })
})

describe('a word that someone looks up', () => {
  it.each([
    ['hold', ['hold']],
    ['Drift', ['drift']],
    ['hand over', ['handOver']],
    ['baseline', ['baseline']],
    ['werklijst', ['worklist']],
    ['lönekonto', []],
    ['tombstone', ['tombstone']],
    ['contact', ['firstContact']],
    ['', []],
  ])('%j finds %j, in whichever language it is', (typed, keys) => {
    expect(findWords(typed, 'en').map(({ key }) => key)).toEqual(keys)
  })

  it('is explained in the language of the reader', () => {
    expect(findWords('hold', 'da')).toEqual([
      expect.objectContaining({ key: 'hold', word: 'ventende ændring (hold)' }),
    ])
  })
})
