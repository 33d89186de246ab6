import type { Language, LocalText } from '../../onboarding/language.js'
import type { OnboardingResult, Readiness, ReadinessReason } from '../../onboarding/result/result.js'

/** How a check ended, in a few words. */
export const readinessWords: Readonly<Record<Readiness, LocalText>> = {
  ready: { nl: 'Klaar om aan te sluiten', en: 'Ready' },
  'not-ready': { nl: 'Nog niet klaar', en: 'Not ready' },
  'could-not-check': { nl: 'Niet te controleren', en: 'Could not be checked' },
}

type ReasonName = ReadinessReason['reason']

/** One of a reason, and several. `#` stands for the number. */
interface CountedText {
  one: LocalText
  many: LocalText
}

const same = (text: LocalText): CountedText => ({ one: text, many: text })

const reasonWords: Readonly<Record<ReasonName, CountedText>> = {
  'call-not-open': {
    one: { nl: '1 call staat niet open', en: '1 call is not open' },
    many: { nl: '# calls staan niet open', en: '# calls are not open' },
  },
  'call-not-shown': {
    one: { nl: 'van 1 call is niet te zien of hij open staat', en: '1 call could not be shown to be open' },
    many: {
      nl: 'van # calls is niet te zien of ze open staan',
      en: '# calls could not be shown to be open',
    },
  },
  'call-failed': {
    one: { nl: '1 call is mislukt', en: '1 call failed' },
    many: { nl: '# calls zijn mislukt', en: '# calls failed' },
  },
  'fact-missing': {
    one: { nl: '1 gegeven ontbreekt', en: '1 answer is missing' },
    many: { nl: '# gegevens ontbreken', en: '# answers are missing' },
  },
  'fact-wrong': {
    one: { nl: '1 gegeven is onjuist', en: '1 answer is wrong' },
    many: { nl: '# gegevens zijn onjuist', en: '# answers are wrong' },
  },
  'fact-not-compared': {
    one: {
      nl: '1 gegeven is niet te vergelijken met Nmbrs',
      en: '1 answer could not be compared with Nmbrs',
    },
    many: {
      nl: '# gegevens zijn niet te vergelijken met Nmbrs',
      en: '# answers could not be compared with Nmbrs',
    },
  },
  'wrong-credentials': same({
    nl: 'Nmbrs weigert gebruikersnaam, API-token of domein',
    en: 'Nmbrs refuses the user name, the API token or the domain',
  }),
  'no-subscription': same({
    nl: 'het account is geblokkeerd of heeft geen geldig abonnement',
    en: 'the account is blocked or has no valid subscription',
  }),
  'nothing-answered': same({ nl: 'Nmbrs gaf op geen enkele call antwoord', en: 'Nmbrs answered no call' }),
  'no-company': same({ nl: 'het bedrijf is niet te vinden', en: 'the company could not be found' }),
  'profile-incomplete': same({
    nl: 'de lijst van de afnemer is niet volledig bekend',
    en: "the consumer's list is not known completely",
  }),
}

/** Why an account is not ready: how often each reason holds, in the order in which they matter. */
export const toReasonWords = (reasons: readonly ReadinessReason[], language: Language): readonly string[] => {
  const counts = new Map<ReasonName, number>()
  for (const { reason } of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) =>
    reasonWords[reason][count === 1 ? 'one' : 'many'][language].replace('#', String(count)),
  )
}

/** `Not ready: 2 calls are not open, 1 answer is missing` */
export const toReadinessLine = (
  { readiness, reasons }: Pick<OnboardingResult, 'readiness' | 'reasons'>,
  language: Language,
): string => {
  const why = toReasonWords(reasons, language)
  const word = readinessWords[readiness][language]
  return why.length === 0 ? word : `${word}: ${why.join(', ')}`
}
