import { toCatalogue } from '../domain/language/catalogue.js'
import { da } from './texts/reasons/da.js'
import { en } from './texts/reasons/en.js'
import { nl } from './texts/reasons/nl.js'
import type { ReasonTexts } from './texts/reasons/reason-text.js'
import { sv } from './texts/reasons/sv.js'

/** The words of each reason, for screens and documents, by language. */
export const reasonCatalogue = toCatalogue<ReasonTexts>({ en, nl, sv, da })

/** The English words of each reason, for errors and programs. */
export const reasonTexts = reasonCatalogue.en
