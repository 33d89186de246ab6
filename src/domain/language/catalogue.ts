import type { Language } from './language.js'

/** The texts of one screen in every language. */
export type Catalogue<Texts> = Readonly<Record<Language, Texts>>

/** One text in every language. */
export type Wording = Catalogue<string>

/**
 * The texts of one screen. The English ones are the original: the others must have the same keys, and
 * functions with the same arguments. A test walks every catalogue that a `words` file exports.
 */
export const toCatalogue = <Texts>(
  texts: { readonly en: Texts } & Readonly<Record<Exclude<Language, 'en'>, NoInfer<Texts>>>,
): Catalogue<Texts> => texts

/** One text in every language, as `make` says it in each. */
export const toWording = (make: (language: Language) => string): Wording => ({
  en: make('en'),
  nl: make('nl'),
  sv: make('sv'),
  da: make('da'),
})
