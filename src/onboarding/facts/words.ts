import type { PayrollFrequency } from '../check/fact-result.js'

const yesWords: ReadonlySet<string> = new Set(['ja', 'j', 'yes', 'y', 'true'])
const noWords: ReadonlySet<string> = new Set(['nee', 'neen', 'nej', 'n', 'no', 'false'])

const fold = (text: string): string => text.trim().toLowerCase()

/** Yes or no in Dutch, English, Swedish or Danish; `undefined` when it is neither. */
export const readYesNo = (text: string): boolean | undefined => {
  if (yesWords.has(fold(text))) return true
  return noWords.has(fold(text)) ? false : undefined
}

const frequencyByWord: Readonly<Record<string, PayrollFrequency>> = {
  monthly: 'monthly',
  manadsvis: 'monthly',
  manedligt: 'monthly',
  manedlig: 'monthly',
  month: 'monthly',
  maandelijks: 'monthly',
  maandelijkse: 'monthly',
  maand: 'monthly',
  fourweekly: 'four-weekly',
  '4weekly': 'four-weekly',
  vierwekelijks: 'four-weekly',
  vierwekelijkse: 'four-weekly',
  '4wekelijks': 'four-weekly',
  '4wekelijkse': 'four-weekly',
  '4weken': 'four-weekly',
  varfjardevecka: 'four-weekly',
  hverfjerdeuge: 'four-weekly',
  weekly: 'weekly',
  veckovis: 'weekly',
  ugentligt: 'weekly',
  ugentlig: 'weekly',
  wekelijks: 'weekly',
  wekelijkse: 'weekly',
  week: 'weekly',
}

/** How often is paid, in Dutch, English, Swedish or Danish; `undefined` when it is none of the known ways. */
export const readFrequency = (text: string): PayrollFrequency | undefined => {
  const word = fold(text)
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
  return Object.hasOwn(frequencyByWord, word) ? frequencyByWord[word] : undefined
}
