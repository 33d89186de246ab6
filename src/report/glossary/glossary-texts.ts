import { toCatalogue } from '../../domain/language/catalogue.js'
import type { GlossaryTexts } from './glossary-words.js'
import { da } from './texts/da.js'
import { en } from './texts/en.js'
import { nl } from './texts/nl.js'
import { sv } from './texts/sv.js'

/** The words of the program and what they mean: help, docs and the man page are made from it. */
export const glossaryTexts = toCatalogue<GlossaryTexts>({ en, nl, sv, da })
