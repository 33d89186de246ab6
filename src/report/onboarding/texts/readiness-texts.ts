import { toCatalogue } from '../../../domain/language/catalogue.js'

/** How a check ended, and why an account is not ready. */
export const readinessTexts = toCatalogue({
  en: {
    readiness: { ready: 'Ready', 'not-ready': 'Not ready', 'could-not-check': 'Could not be checked' },
    reason: {
      'call-not-open': { one: '1 call is not open', many: '# calls are not open' },
      'call-not-shown': {
        one: '1 call could not be shown to be open',
        many: '# calls could not be shown to be open',
      },
      'call-failed': { one: '1 call failed', many: '# calls failed' },
      'scope-missing': { one: '1 scope is missing', many: '# scopes are missing' },
      'fact-missing': { one: '1 answer is missing', many: '# answers are missing' },
      'fact-wrong': { one: '1 answer is wrong', many: '# answers are wrong' },
      'fact-not-compared': {
        one: '1 answer could not be compared with Nmbrs',
        many: '# answers could not be compared with Nmbrs',
      },
    },
    plainReason: {
      'wrong-credentials': 'Nmbrs refuses the user name, the API token or the domain',
      'no-subscription': 'the account is blocked or has no valid subscription',
      'nothing-answered': 'Nmbrs answered no call',
      'no-company': 'the company could not be found',
      'profile-incomplete': "the consumer's list is not known completely",
      'profile-without-rest': 'it is not known what the consumer needs over REST',
    },
  },
  nl: {
    readiness: {
      ready: 'Klaar om aan te sluiten',
      'not-ready': 'Nog niet klaar',
      'could-not-check': 'Niet te controleren',
    },
    reason: {
      'call-not-open': { one: '1 call staat niet open', many: '# calls staan niet open' },
      'call-not-shown': {
        one: 'van 1 call is niet te zien of hij open staat',
        many: 'van # calls is niet te zien of ze open staan',
      },
      'call-failed': { one: '1 call is mislukt', many: '# calls zijn mislukt' },
      'scope-missing': { one: '1 scope ontbreekt', many: '# scopes ontbreken' },
      'fact-missing': { one: '1 gegeven ontbreekt', many: '# gegevens ontbreken' },
      'fact-wrong': { one: '1 gegeven is onjuist', many: '# gegevens zijn onjuist' },
      'fact-not-compared': {
        one: '1 gegeven is niet te vergelijken met Nmbrs',
        many: '# gegevens zijn niet te vergelijken met Nmbrs',
      },
    },
    plainReason: {
      'wrong-credentials': 'Nmbrs weigert gebruikersnaam, API-token of domein',
      'no-subscription': 'het account is geblokkeerd of heeft geen geldig abonnement',
      'nothing-answered': 'Nmbrs gaf op geen enkele call antwoord',
      'no-company': 'het bedrijf is niet te vinden',
      'profile-incomplete': 'de lijst van de afnemer is niet volledig bekend',
      'profile-without-rest': 'het is niet bekend wat de afnemer over REST nodig heeft',
    },
  },
  sv: {
    readiness: {
      ready: 'Klart att ansluta',
      'not-ready': 'Inte klart ännu',
      'could-not-check': 'Gick inte att kontrollera',
    },
    reason: {
      'call-not-open': { one: '1 anrop är inte öppet', many: '# anrop är inte öppna' },
      'call-not-shown': {
        one: 'för 1 anrop syns det inte om det är öppet',
        many: 'för # anrop syns det inte om de är öppna',
      },
      'call-failed': { one: '1 anrop misslyckades', many: '# anrop misslyckades' },
      'scope-missing': { one: '1 behörighet (scope) saknas', many: '# behörigheter (scopes) saknas' },
      'fact-missing': { one: '1 uppgift saknas', many: '# uppgifter saknas' },
      'fact-wrong': { one: '1 uppgift är fel', many: '# uppgifter är fel' },
      'fact-not-compared': {
        one: '1 uppgift går inte att jämföra med Nmbrs',
        many: '# uppgifter går inte att jämföra med Nmbrs',
      },
    },
    plainReason: {
      'wrong-credentials': 'Nmbrs nekar användarnamnet, API-token eller domänen',
      'no-subscription': 'kontot är spärrat eller saknar giltigt abonnemang',
      'nothing-answered': 'Nmbrs svarade inte på något anrop',
      'no-company': 'företaget gick inte att hitta',
      'profile-incomplete': 'mottagarens lista är inte helt känd',
      'profile-without-rest': 'det är inte känt vad mottagaren behöver över REST',
    },
  },
  da: {
    readiness: {
      ready: 'Klar til tilslutning',
      'not-ready': 'Ikke klar endnu',
      'could-not-check': 'Kunne ikke kontrolleres',
    },
    reason: {
      'call-not-open': { one: '1 kald er ikke åbent', many: '# kald er ikke åbne' },
      'call-not-shown': {
        one: 'for 1 kald kan det ikke ses, om det er åbent',
        many: 'for # kald kan det ikke ses, om de er åbne',
      },
      'call-failed': { one: '1 kald mislykkedes', many: '# kald mislykkedes' },
      'scope-missing': { one: '1 rettighed (scope) mangler', many: '# rettigheder (scopes) mangler' },
      'fact-missing': { one: '1 oplysning mangler', many: '# oplysninger mangler' },
      'fact-wrong': { one: '1 oplysning er forkert', many: '# oplysninger er forkerte' },
      'fact-not-compared': {
        one: '1 oplysning kan ikke sammenlignes med Nmbrs',
        many: '# oplysninger kan ikke sammenlignes med Nmbrs',
      },
    },
    plainReason: {
      'wrong-credentials': 'Nmbrs afviser brugernavnet, API-tokenet eller domænet',
      'no-subscription': 'kontoen er spærret eller har intet gyldigt abonnement',
      'nothing-answered': 'Nmbrs svarede ikke på noget kald',
      'no-company': 'virksomheden kunne ikke findes',
      'profile-incomplete': 'modtagerens liste er ikke helt kendt',
      'profile-without-rest': 'det vides ikke, hvad modtageren har brug for over REST',
    },
  },
})
