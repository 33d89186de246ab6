import type { OnboardingResult } from '../../onboarding/result/result.js'

/** A shorter text may well be part of a word. */
const shortestSecret = 8

/**
 * The second net: anyone who typed the token as an answer to something else does not find it in a file that
 * is handed in. Answers such as a domain are put into small letters, so the token is found in any case.
 */
export const withoutSecret = (result: OnboardingResult, secret: string): OnboardingResult => {
  const token = secret.trim()
  if (token.length < shortestSecret) return result
  const inText = JSON.stringify(token).slice(1, -1)
  const pattern = new RegExp(inText.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu')
  // What was an `OnboardingResult` is one still: only texts inside it differ.
  return JSON.parse(JSON.stringify(result).replace(pattern, '[secret]')) as OnboardingResult
}
