import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { isLanguage, languages, type Language } from '../../src/domain/language/language.js'
import { sameInEveryLanguage } from './same-in-every-language.js'
import { flattenTexts, type FlatText } from './flatten-texts.js'

// Catalogues need not be registered: whatever a file of texts exports by language is walked.

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

const textFiles = filesBelow(resolve('src')).filter((path) => /-texts\.ts$|\/texts\/.*\.ts$/.test(path))

interface Found {
  name: string
  catalogue: Readonly<Record<string, unknown>>
}

const isByLanguage = (value: unknown): value is Found['catalogue'] =>
  typeof value === 'object' && value !== null && Object.keys(value).filter(isLanguage).length > 1

/** What is given by language, also where it stands inside of something else. */
const findCatalogues = (name: string, value: unknown): Found[] => {
  if (isByLanguage(value)) return [{ name, catalogue: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => findCatalogues(`${name}.${key}`, inner))
}

const found = await Promise.all(
  textFiles.map(async (file) => {
    const texts = (await import(file)) as Record<string, unknown>
    const name = file.slice(resolve('src').length + 1)
    return { name, catalogues: Object.entries(texts).flatMap(([key, value]) => findCatalogues(key, value)) }
  }),
)

const others = languages.filter((language): language is Exclude<Language, 'en'> => language !== 'en')

/** The texts of all catalogues of a file in one language. */
const flattenAll = (catalogues: readonly Found[], language: Language): ReadonlyMap<string, FlatText> =>
  new Map(catalogues.flatMap(({ name, catalogue }) => [...flattenTexts(catalogue[language], name)]))

describe.each(found.filter(({ catalogues }) => catalogues.length > 0))('$name', ({ catalogues }) => {
  const english = flattenAll(catalogues, 'en')

  it.each(others)(
    'has every text of the English catalogue in %s, none empty, with the same values in it',
    (language) => {
      const texts = flattenAll(catalogues, language)
      const holesOf = (all: typeof texts): string[] =>
        [...all].map(([key, { holes }]) => `${key}: ${holes.join(' ')}`).sort()

      expect([...texts].filter(([, { text }]) => text.trim() === '').map(([key]) => key)).toEqual(
        [...english].filter(([, { text }]) => text.trim() === '').map(([key]) => key),
      )
      expect(holesOf(texts)).toEqual(holesOf(english))
    },
  )

  it.each(others)('leaves no English sentence in %s', (language) => {
    const same = [...flattenAll(catalogues, language)]
      .filter(([key, { text }]) => text === english.get(key)?.text && text.split(/\s+/).length > 2)
      .map(([, { text }]) => text)
      .filter((text) => !sameInEveryLanguage.has(text))

    expect(same).toEqual([])
  })
})

describe('the catalogues', () => {
  it('were found, each in every language', () => {
    const all = found.flatMap(({ catalogues }) => catalogues)

    expect(all.length).toBeGreaterThan(100)
    expect(
      all.flatMap(({ name, catalogue }) =>
        languages.filter((language) => !(language in catalogue)).map((language) => `${name}: ${language}`),
      ),
    ).toEqual([])
  })
})
