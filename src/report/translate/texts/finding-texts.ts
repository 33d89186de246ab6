import { toCatalogue } from '../../../domain/language/catalogue.js'
import { findingWordings } from '../../../plan/findings.js'
import { da } from './findings/da.js'
import type { FindingTexts } from './findings/finding-text.js'
import { nl } from './findings/nl.js'
import { sv } from './findings/sv.js'

/** The words of the findings that planning makes, in every language. */
export const findingTexts = toCatalogue<FindingTexts>({ en: toTexts(), nl, sv, da })

function toTexts(): FindingTexts {
  const texts = Object.entries(findingWordings).map(([code, { message, remedy }]) => [
    code,
    { message, remedy },
  ])
  return Object.fromEntries(texts) as FindingTexts
}
