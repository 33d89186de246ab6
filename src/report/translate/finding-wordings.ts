import { toWording, type Wording } from '../../domain/language/catalogue.js'
import { languages, type Language } from '../../domain/language/language.js'
import { findingCatalogue } from '../../domain/findings/catalogue.js'
import type { FindingCase, FindingEntry } from '../../domain/findings/entry.js'
import { holdRemedies } from '../../domain/findings/texts/hold-remedies.js'
import { nextSync } from './former/piece-sentences.js'

const entries: readonly FindingEntry[] = Object.values(findingCatalogue)

const said: readonly FindingCase[] = entries.flatMap((entry) => [entry, ...Object.values(entry.cases ?? {})])

const messages = said.flatMap(({ message }) => message ?? [])

const lastPart = (language: Language): string => nextSync[language].replace('{remedy}', '')

const change = (wording: Wording, make: (text: string) => string): Wording =>
  toWording((language) => make(wording[language]))

/** What a remote said may stand behind what did not go through or could not be read. */
const withCauses = messages.map((message) => change(message, (text) => `${text}: {cause}`))

/** Where a list stands at the end, as of who could be the person; an earlier version may have kept none. */
const withoutLists = messages
  .filter(({ en }) => /: \{\w+\}$/.test(en))
  .map((message) => change(message, (text) => text.replace(/: \{\w+\}$/, '')))

const remedies = said.flatMap(({ remedy }) => remedy ?? [])

/** An earlier version had other words for the next sync, and put them behind these. */
const withoutNextSync = remedies.flatMap((remedy) => {
  const isLast = languages.every((language) => remedy[language].endsWith(lastPart(language)))
  return isLast ? [toWording((language) => remedy[language].slice(0, -lastPart(language).length))] : []
})

/** Every sentence of the catalogue of findings. */
export const findingWordings: readonly Wording[] = [
  ...messages,
  ...remedies,
  ...Object.values(holdRemedies),
  ...withoutLists,
  ...withCauses,
  ...withoutNextSync,
]
