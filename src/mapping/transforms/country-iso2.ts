import { findCountryCode } from './country-names.js'
import { problem, type TransformResult } from './result.js'

/** The two-letter country code. An unknown name is a problem: a country is never guessed. */
export const toCountryIso2 = (text: string): TransformResult => {
  const code = findCountryCode(text)
  if (code !== undefined) return { value: code }
  return problem('country-unknown', {})
}
