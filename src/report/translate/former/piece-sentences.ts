import type { Wording } from '../../../domain/language/catalogue.js'

/** What earlier versions put behind a remedy about a value of AlexisHR. */
export const nextSync: Wording = {
  en: '{remedy} The next sync will pick this up.',
  nl: '{remedy} De volgende sync neemt dit mee.',
  sv: '{remedy} Nästa synkronisering tar med det.',
  da: '{remedy} Næste synkronisering tager det med.',
}

/**
 * Sentences that earlier versions put together from two, in words that changed since. The catalogue of
 * findings has each of them whole.
 */
export const pieceSentences: readonly Wording[] = [
  nextSync,
  {
    en: '{first}. The employee was created and is not complete',
    nl: '{first}. De medewerker is aangemaakt en is niet volledig',
    sv: '{first}. Medarbetaren har skapats och är inte fullständig',
    da: '{first}. Medarbejderen er oprettet og er ikke fuldstændig',
  },
  {
    en: '{text}; the payroll period is past the last day, so Nmbrs keeps paying',
    nl: '{text}; de loonperiode ligt na de laatste dag, dus Nmbrs blijft betalen',
    sv: '{text}; löneperioden ligger efter sista dagen, så Nmbrs fortsätter att betala',
    da: '{text}; lønperioden ligger efter den sidste dag, så Nmbrs bliver ved med at udbetale',
  },
  {
    en: 'The release expired before it was used. {text}',
    nl: 'De goedkeuring is ongebruikt verlopen. {text}',
    sv: 'Godkännandet gick ut oanvänt. {text}',
    da: 'Godkendelsen udløb ubrugt. {text}',
  },
]
