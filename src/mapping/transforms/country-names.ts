import { createRequire } from 'node:module'

import type * as Countries from 'i18n-iso-countries'

// The package's own entry loads every language there is, 200 ms of each start. Three are asked for here, and
// only once someone writes a name.
const require = createRequire(import.meta.url)
const countries = require('i18n-iso-countries/index.js') as typeof Countries
const languages = ['en', 'nl', 'sv'] as const
const loadNames = (): void => {
  for (const language of languages) {
    countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`) as Countries.LocaleData)
  }
}

/** Names people write that no list of official names has. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  NL: ['Holland', 'The Netherlands', 'Kingdom of the Netherlands', 'Nederlanden'],
  GB: [
    ...['UK', 'U.K.', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
    ...['Groot-Brittannië', 'Engeland', 'Schotland', 'Noord-Ierland', 'Skottland', 'Nordirland'],
    ...['Förenade kungariket', 'Förenade konungariket'],
  ],
  US: ['USA', 'U.S.A.', 'U.S.', 'VS', 'V.S.', 'Förenta staterna', 'Amerikas förenta stater'],
  SE: ['Sverige', 'Kingdom of Sweden', 'Konungariket Sverige'],
  DE: ['Deutschland', 'BRD', 'Federal Republic of Germany'],
  BE: ['Belgique', 'Belgien'],
  NO: ['Norge', 'Noreg'],
  DK: ['Danmark'],
  FI: ['Suomi'],
  ES: ['España'],
  IT: ['Italia'],
  AT: ['Österreich'],
  PL: ['Polska'],
  CZ: ['Česko'],
  CI: ['Ivory Coast', 'Ivoorkust'],
  CV: ['Cabo Verde', 'Kaapverdië'],
  MM: ['Birma', 'Burma'],
  AE: ['VAE', 'UAE'],
}

/** Letters without marks and nothing else, so that `Côte d’Ivoire` and `cote d'ivoire` are one name. */
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const namesByCode = (): [string, string][] => [
  ...languages.flatMap((language) =>
    Object.entries(countries.getNames(language, { select: 'all' })).flatMap(([code, names]) =>
      names.map((name): [string, string] => [fold(name), code]),
    ),
  ),
  ...Object.entries(aliases).flatMap(([code, names]) =>
    names.map((name): [string, string] => [fold(name), code]),
  ),
]

/** A name that two countries share (`Congo`) stands for neither. */
const buildIndex = (): ReadonlyMap<string, string | undefined> => {
  loadNames()
  const index = new Map<string, string | undefined>()
  for (const [name, code] of namesByCode()) {
    index.set(name, index.has(name) && index.get(name) !== code ? undefined : code)
  }
  return index
}

const codes = new Set(Object.keys(countries.getAlpha2Codes()))
let codeByName: ReadonlyMap<string, string | undefined> | undefined

/**
 * The two-letter code of a country given as two-letter code, three-letter code, or name in English, Dutch or
 * Swedish; `undefined` when the text is none of them or could mean two countries.
 */
export const findCountryCode = (text: string): string | undefined => {
  const upper = text.trim().toUpperCase()
  if (codes.has(upper)) return upper
  if (/^[A-Z]{3}$/.test(upper)) {
    const code = countries.alpha3ToAlpha2(upper)
    if (code !== undefined) return code
  }
  codeByName ??= buildIndex()
  return codeByName.get(fold(text))
}
