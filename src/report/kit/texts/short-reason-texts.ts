import { toCatalogue } from '../../../domain/language/catalogue.js'
import { da } from './short-reasons/da.js'
import { en } from './short-reasons/en.js'
import { nl } from './short-reasons/nl.js'
import type { ShortReasons } from './short-reasons/short-reasons.js'
import { sv } from './short-reasons/sv.js'

/** What a code says in a few words. */
export const shortReasonTexts = toCatalogue<ShortReasons>({ en, nl, sv, da })
