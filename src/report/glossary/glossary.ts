import { languages, type Language } from '../../domain/language/language.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'
import { glossaryTexts } from './glossary-texts.js'
import { glossaryGroups, type GlossaryGroup, type GlossaryKey } from './glossary-words.js'

export interface GlossaryEntry {
  key: GlossaryKey
  group: GlossaryGroup
  word: string
  meaning: string
}

/** Every word of the program in a language, in the order in which they are explained. */
export const readGlossary = (language: Language): readonly GlossaryEntry[] =>
  (Object.keys(glossaryGroups) as GlossaryGroup[]).flatMap((group) =>
    glossaryGroups[group].map((key) => ({ key, group, ...glossaryTexts[language].words[key] })),
  )

/**
 * The entries that a typed text means, in any language: a whole word, else words that contain it. Someone who
 * reads Dutch screens may have the English docs beside them.
 */
export const findWords = (typed: string, language: Language): readonly GlossaryEntry[] => {
  const entries = readGlossary(language)
  const text = fold(typed)
  const spellings = ({ key }: GlossaryEntry): string[] =>
    [key, ...languages.map((one) => glossaryTexts[one].words[key].word)].map(fold)
  const whole = entries.filter((entry) => spellings(entry).includes(text))
  return whole.length > 0
    ? whole
    : entries.filter((entry) => text !== '' && spellings(entry).some((word) => word.includes(text)))
}

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '')

/** The words as a screen shows them, under the heading of their group. */
export const buildGlossaryText = (entries: readonly GlossaryEntry[], look: Look): string => {
  const groups = [...new Set(entries.map(({ group }) => group))]
  const parts = groups.map((group) => {
    const rows = entries
      .filter((entry) => entry.group === group)
      .map(({ word, meaning }) => [{ text: word, paint: look.paint.bold }, meaning])
    return [
      look.paint.bold(glossaryTexts[look.language].groups[group]),
      ...layOutTable(rows, { width: look.width, indent: 2 }),
    ].join('\n')
  })
  return `${parts.join('\n\n')}\n`
}

/** The document: the key stays the same in every language. */
export const toGlossaryJson = (entries: readonly GlossaryEntry[]): object => ({ words: entries })
