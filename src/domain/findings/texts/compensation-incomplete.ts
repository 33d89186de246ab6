import type { Wording } from '../../language/catalogue.js'

/** What is said of a compensation that lacks a field, whichever finding tells it. */
export const compensationIncomplete = {
  message: {
    en: 'The compensation has no {field}; {held}',
    nl: 'Het salaris in AlexisHR heeft geen {field}; {held}',
    sv: 'Lönen i AlexisHR saknar {field}; {held}',
    da: 'Lønnen i AlexisHR mangler {field}; {held}',
  },
  remedy: {
    en: 'Complete the compensation in AlexisHR.',
    nl: 'Vul het salaris in AlexisHR aan.',
    sv: 'Komplettera lönen i AlexisHR.',
    da: 'Udfyld lønnen i AlexisHR.',
  },
} as const satisfies Readonly<Record<'message' | 'remedy', Wording>>
