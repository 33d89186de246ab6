import type {
  CallResult,
  CallVerdict,
  FailureReason,
  NotTestedReason,
  VerdictName,
} from '../../onboarding/check/call-result.js'
import type { Language, LocalText } from '../../onboarding/language.js'

/** What a verdict about a call is called. */
export const verdictWords: Readonly<Record<VerdictName, LocalText>> = {
  active: { nl: 'actief', en: 'active' },
  inactive: { nl: 'niet actief', en: 'inactive' },
  'outside-filter': { nl: 'buiten tag of filter', en: 'outside tag or filter' },
  'no-access': { nl: 'geen toegang', en: 'no access' },
  'wrong-credentials': { nl: 'aanmelden geweigerd', en: 'login refused' },
  'no-subscription': { nl: 'geen abonnement', en: 'no subscription' },
  'not-tested': { nl: 'niet getest', en: 'not tested' },
  failed: { nl: 'mislukt', en: 'failed' },
}

const notTestedWords: Readonly<Record<NotTestedReason, LocalText>> = {
  'write-call': {
    nl: 'wijzigt gegevens en wordt daarom nooit uitgeprobeerd; kijk in de template of hij op Active staat',
    en: 'changes data, so it is never tried; look in the template whether it is Active',
  },
  'no-employee': {
    nl: 'er is geen medewerker zichtbaar om hem mee te proberen',
    en: 'there is no employee to be seen to try it with',
  },
  'no-run': {
    nl: 'er is geen verloning (run) zichtbaar om hem mee te proberen',
    en: 'there is no payroll run to be seen to try it with',
  },
  'no-company': {
    nl: 'er is geen bedrijf zichtbaar om hem mee te proberen',
    en: 'there is no company to be seen to try it with',
  },
  'no-debtor': {
    nl: 'er is geen debiteur zichtbaar om hem mee te proberen',
    en: 'there is no debtor to be seen to try it with',
  },
  'no-period': {
    nl: 'de huidige loonperiode is niet te lezen',
    en: 'the current payroll period cannot be read',
  },
  'no-task': {
    nl: 'de achtergrondtaak waarvan hij het resultaat ophaalt, is niet gestart',
    en: 'the background task whose result it fetches was not started',
  },
  'no-subject': {
    nl: 'hij vraagt om iets dat niet op te zoeken is',
    en: 'it asks for something that cannot be looked up',
  },
  'not-described': {
    nl: 'het is niet bekend waarmee deze call aangeroepen wordt',
    en: 'what this call is asked with is not known',
  },
  stopped: {
    nl: 'een andere call liet al zien dat het account niet binnenkomt',
    en: 'another call had shown already that the account is not let in',
  },
}

const failureWords: Readonly<Record<FailureReason, LocalText>> = {
  unreachable: { nl: 'Nmbrs is niet bereikbaar', en: 'Nmbrs cannot be reached' },
  timeout: { nl: 'Nmbrs antwoordt niet op tijd', en: 'Nmbrs does not answer in time' },
  unreadable: { nl: 'het antwoord is niet te lezen', en: 'the answer cannot be read' },
  'unknown-call': { nl: 'Nmbrs kent geen call van deze naam', en: 'Nmbrs knows no call of this name' },
  'task-failed': { nl: 'de achtergrondtaak is mislukt', en: 'the background task failed' },
  fault: {
    nl: 'Nmbrs antwoordt met een fout die niets over rechten zegt',
    en: 'Nmbrs answers with a fault that says nothing about rights',
  },
}

const refusalWords: Readonly<Record<Exclude<VerdictName, 'active' | 'not-tested' | 'failed'>, LocalText>> = {
  inactive: {
    nl: 'staat uit in de template van de gebruiker',
    en: 'switched off in the user template',
  },
  'outside-filter': {
    nl: 'tags of filters houden deze gegevens buiten het account',
    en: 'tags or filters keep this data from the account',
  },
  'no-access': {
    nl: 'het account mag niet bij deze medewerker, dit bedrijf of deze debiteur',
    en: 'the account may not see this employee, company or debtor',
  },
  'wrong-credentials': {
    nl: 'gebruikersnaam, API-token of domein klopt niet',
    en: 'user name, API token or domain is not right',
  },
  'no-subscription': {
    nl: 'het account is geblokkeerd of heeft geen geldig abonnement',
    en: 'the account is blocked or has no valid subscription',
  },
}

/** Why a call was not tried, in a few words. */
export const toNotTestedWords = (reason: NotTestedReason, language: Language): string =>
  notTestedWords[reason][language]

/** What is to be said of a verdict beside its name; empty for a call that answered. */
export const toVerdictDetail = (outcome: CallVerdict, language: Language): string => {
  switch (outcome.verdict) {
    case 'active':
      return ''
    case 'not-tested':
      return notTestedWords[outcome.reason][language]
    case 'failed':
      return withCode(failureWords[outcome.reason][language], outcome.code)
    case 'inactive':
    case 'outside-filter':
    case 'no-access':
    case 'wrong-credentials':
    case 'no-subscription':
      return withCode(refusalWords[outcome.verdict][language], outcome.code)
  }
}

const withCode = (text: string, code: string | null): string => (code === null ? text : `${text} (${code})`)

const notDemanded: LocalText = { nl: 'niet vereist', en: 'not required' }
const unverified: LocalText = {
  nl: 'naam niet bevestigd voor versie 3',
  en: 'name not confirmed for version 3',
}
const printedAs: LocalText = { nl: 'op de lijst van de afnemer:', en: "on the consumer's list:" }

/** What is to be said about one call beside its name and verdict. */
export const toCallDetail = (call: CallResult, language: Language): string =>
  joinParts([
    toVerdictDetail(call.outcome, language),
    call.requiredBy.length === 0 ? notDemanded[language] : '',
  ])

/** What is odd about its name; not worth a place on a screen. */
export const toNameRemark = ({ verified, publishedAs }: CallResult, language: Language): string =>
  joinParts([
    verified ? '' : unverified[language],
    publishedAs.length === 0 ? '' : `${printedAs[language]} ${publishedAs.map(toOneLine).join(', ')}`,
  ])

const joinParts = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ')

/** Lists break names over lines. */
const toOneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
