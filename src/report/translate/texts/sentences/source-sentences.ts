import type { Wording } from '../../../../domain/language/catalogue.js'

/** What AlexisHR has that cannot be used. */
export const sourceSentences: readonly Wording[] = [
  {
    en: 'the salary is not sent',
    nl: 'het salaris wordt niet verstuurd',
    sv: 'lönen skickas inte',
    da: 'lønnen sendes ikke',
  },
  {
    en: 'the {section} is not sent',
    nl: '{section} wordt niet verstuurd',
    sv: '{section} skickas inte',
    da: '{section} sendes ikke',
  },
  {
    en: 'it is not sent',
    nl: 'dit wordt niet verstuurd',
    sv: 'det skickas inte',
    da: 'det sendes ikke',
  },
  {
    en: 'Check whether companies[].nmbrsCompanyId is right, or open the call for the account in Nmbrs, then: nmbrs-sync doctor',
    nl: 'Kijk of companies[].nmbrsCompanyId klopt, of zet de call voor het account aan in Nmbrs, daarna: nmbrs-sync doctor',
    sv: 'Se efter om companies[].nmbrsCompanyId stämmer, eller öppna anropet för kontot i Nmbrs, sedan: nmbrs-sync doctor',
    da: 'Se efter, om companies[].nmbrsCompanyId er rigtig, eller åbn kaldet for kontoen i Nmbrs, og derefter: nmbrs-sync doctor',
  },
  {
    en: 'that salary and later ones are not sent',
    nl: 'dat salaris en latere salarissen worden niet verstuurd',
    sv: 'den lönen och senare löner hålls tillbaka',
    da: 'den løn og senere lønninger holdes tilbage',
  },
  {
    en: 'compensation: not all of them could be read',
    nl: 'compensation: niet alle konden worden gelezen',
    sv: 'compensation: alla kunde inte läsas',
    da: 'compensation: ikke alle kunne læses',
  },
]
