import type { FindingEntry } from '../entry.js'

/** What the records of AlexisHR say, and whether they can be read. */
export const sourceRecordFindings = {
  'required-field-missing': {
    severity: 'error',
    short: {
      en: 'a required field is missing',
      nl: 'een verplicht gegeven ontbreekt',
      sv: 'en obligatorisk uppgift saknas',
      da: 'en obligatorisk oplysning mangler',
    },
    guide: {
      says: 'First name, last name, birth date or hire date is missing',
      remedy: 'Fill it in in AlexisHR',
    },
    message: {
      en: '{path} is missing in AlexisHR; nothing is sent for this person until it is filled in',
      nl: '{path} ontbreekt in AlexisHR; tot dit is ingevuld, wordt voor deze persoon niets verstuurd',
      sv: '{path} saknas i AlexisHR; inget skickas för personen förrän det är ifyllt',
      da: '{path} mangler i AlexisHR; intet sendes for personen, før det er udfyldt',
    },
    remedy: {
      en: 'Enter it in AlexisHR. The next sync will pick this up.',
      nl: 'Vul het in AlexisHR in. De volgende sync neemt dit mee.',
      sv: 'Fyll i det i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Udfyld det i AlexisHR. Næste synkronisering tager det med.',
    },
  },
  'source-record-unreadable': {
    severity: 'error',
    short: {
      en: 'the AlexisHR record cannot be read',
      nl: 'het record in AlexisHR is niet te lezen',
      sv: 'posten i AlexisHR går inte att läsa',
      da: 'posten i AlexisHR kan ikke læses',
    },
    guide: {
      says: 'AlexisHR gave a record in an unexpected form',
      remedy: 'Correct the record. If it looks right, report it',
    },
    message: {
      en: 'The AlexisHR record could not be read ({problems}); nothing is written for this person',
      nl: 'Het record in AlexisHR kon niet worden gelezen ({problems}); voor deze persoon wordt niets ingevoerd',
      sv: 'Posten i AlexisHR kunde inte läsas ({problems}); inget skrivs för personen',
      da: 'Posten i AlexisHR kunne ikke læses ({problems}); intet skrives for personen',
    },
    remedy: {
      en: 'Correct the record in AlexisHR, or report it with its id; the next run reads it again',
      nl: 'Verbeter het record in AlexisHR, of meld het met zijn id; de volgende run leest het opnieuw',
      sv: 'Rätta posten i AlexisHR, eller rapportera den med dess id; nästa körning läser den igen',
      da: 'Ret posten i AlexisHR, eller meld den med dens id; næste kørsel læser den igen',
    },
    cases: {
      compensation: {
        message: {
          en: 'A compensation in AlexisHR could not be read ({problems}); {held}',
          nl: 'Een salaris in AlexisHR kon niet worden gelezen ({problems}); {held}',
          sv: 'En lön i AlexisHR kunde inte läsas ({problems}); {held}',
          da: 'En løn i AlexisHR kunne ikke læses ({problems}); {held}',
        },
        remedy: {
          en: 'Correct it in AlexisHR. The next sync will pick this up.',
          nl: 'Verbeter het in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Rätta det i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Ret det i AlexisHR. Næste synkronisering tager det med.',
        },
      },
    },
  },
  'companies-unreadable': {
    severity: 'warning',
    short: {
      en: 'a list of companies cannot be read',
      nl: 'een lijst met bedrijven is niet te lezen',
      sv: 'en lista över företag går inte att läsa',
      da: 'en liste over virksomheder kan ikke læses',
    },
    guide: {
      says: 'The list of companies cannot be read, and a configured company has no people',
      remedy: 'Check `companies[]`, or give the account the right',
    },
    message: {
      en: 'The token may not read the list of companies in AlexisHR, so it is not clear whether a company without people exists',
      nl: 'Het token mag de lijst met bedrijven in AlexisHR niet lezen; een bedrijf waarvan niemand is gelezen is daarom niet te onderscheiden van een bedrijf dat niet bestaat',
      sv: 'Token får inte läsa listan över företag i AlexisHR, så ett företag som ingen lästes från kan inte skiljas från ett som inte finns',
      da: 'Token må ikke læse listen over virksomheder i AlexisHR, så en virksomhed, som ingen blev læst fra, kan ikke skelnes fra en, der ikke findes',
    },
    remedy: {
      en: 'Check whether companies[].alexisCompanyId is right, or give the token the right to read companies',
      nl: 'Kijk of companies[].alexisCompanyId klopt, of geef het token het recht om bedrijven te lezen',
      sv: 'Se efter om companies[].alexisCompanyId stämmer, eller ge token rätt att läsa företag',
      da: 'Se efter, om companies[].alexisCompanyId er rigtig, eller giv token ret til at læse virksomheder',
    },
    cases: {
      target: {
        message: {
          en: 'The account may not read the list of companies in Nmbrs, so the ids and names of the companies in the configuration were not checked: {cause}',
          nl: "Het account mag de lijst met bedrijven in Nmbrs niet lezen, dus de id's en namen van de bedrijven in de configuratie zijn niet gecontroleerd: {cause}",
          sv: 'Kontot får inte läsa listan över företag i Nmbrs, så företagens id och namn i konfigurationen kontrollerades inte: {cause}',
          da: "Kontoen må ikke læse listen over virksomheder i Nmbrs, så virksomhedernes id'er og navne i konfigurationen blev ikke kontrolleret: {cause}",
        },
        remedy: {
          en: 'Check whether companies[].nmbrsCompanyId is right. To have it checked: {remedy}',
          nl: 'Kijk of companies[].nmbrsCompanyId klopt. Om het te laten controleren: {remedy}',
          sv: 'Se efter om companies[].nmbrsCompanyId stämmer. För att få det kontrollerat: {remedy}',
          da: 'Se efter, om companies[].nmbrsCompanyId er rigtig. For at få det kontrolleret: {remedy}',
        },
      },
    },
  },
  'source-value-unreadable': {
    severity: 'error',
    short: {
      en: 'a value in AlexisHR cannot be read',
      nl: 'een waarde in AlexisHR is niet te lezen',
      sv: 'ett värde i AlexisHR går inte att läsa',
      da: 'en værdi i AlexisHR kan ikke læses',
    },
    guide: {
      says: 'An employment or compensation has a value of an unexpected form, or no date',
      remedy: 'Correct it in AlexisHR',
    },
    message: {
      en: 'AlexisHR has an employment or compensation of this person that cannot be read',
      nl: 'AlexisHR heeft een dienstverband of salaris van deze persoon dat niet te lezen is',
      sv: 'AlexisHR har en anställning eller lön för personen som inte går att läsa',
      da: 'AlexisHR har en ansættelse eller løn for personen, som ikke kan læses',
    },
    remedy: {
      en: 'Correct it in AlexisHR. The next sync will pick this up.',
      nl: 'Verbeter het in AlexisHR. De volgende sync neemt dit mee.',
      sv: 'Rätta det i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Ret det i AlexisHR. Næste synkronisering tager det med.',
    },
    cases: {
      named: {
        message: {
          en: 'AlexisHR has an employment or compensation of this person that cannot be read ({problems})',
          nl: 'AlexisHR heeft een dienstverband of salaris van deze persoon dat niet te lezen is ({problems})',
          sv: 'AlexisHR har en anställning eller lön för personen som inte går att läsa ({problems})',
          da: 'AlexisHR har en ansættelse eller løn for personen, som ikke kan læses ({problems})',
        },
      },
    },
  },
  'date-time-unclear': {
    severity: 'error',
    short: {
      en: 'a date in AlexisHR has a time that is not midnight',
      nl: 'een datum met tijd in AlexisHR is geen middernacht',
      sv: 'en datumtid i AlexisHR är inte midnatt',
      da: 'et tidspunkt i AlexisHR er ikke midnat',
    },
    guide: {
      says: 'A date has a time that is midnight neither in UTC nor in `timezone`',
      remedy: 'Enter the date again in AlexisHR',
    },
    message: {
      en: 'AlexisHR has a date with a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear and the {section} is held',
      nl: 'AlexisHR heeft een datum met een tijd die noch in UTC noch in de tijdzone van de configuratie middernacht is; de dag is dus niet zeker, en {section} wordt niet verstuurd',
      sv: 'AlexisHR har ett datum med en tid som varken i UTC eller i konfigurationens tidszon är midnatt; dagen är alltså inte säker, och {section} skickas inte',
      da: 'AlexisHR har en dato med et klokkeslæt, der hverken er midnat i UTC eller i konfigurationens tidszone; dagen er altså ikke sikker, og {section} sendes ikke',
    },
    remedy: {
      en: 'Enter the day again in AlexisHR. The next sync will pick this up',
      nl: 'Voer de dag opnieuw in AlexisHR in. De volgende run neemt het mee',
      sv: 'Fyll i dagen på nytt i AlexisHR. Nästa körning tar med det',
      da: 'Indtast dagen igen i AlexisHR. Næste kørsel tager det med',
    },
    cases: {
      value: {
        severity: 'warning',
        message: {
          en: '{path} has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear',
          nl: '{path} heeft een tijd die noch in UTC noch in de tijdzone van de configuratie middernacht is, dus de dag is niet zeker',
          sv: '{path} har en tid som varken i UTC eller i konfigurationens tidszon är midnatt, så dagen är inte säker',
          da: '{path} har et klokkeslæt, der hverken er midnat i UTC eller i konfigurationens tidszone, så dagen er ikke sikker',
        },
        remedy: {
          en: 'Enter the day again in AlexisHR. The next sync will pick this up.',
          nl: 'Voer de dag opnieuw in AlexisHR in. De volgende sync neemt dit mee.',
          sv: 'Ange dagen på nytt i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Indtast dagen igen i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      row: {
        severity: 'warning',
        message: {
          en: 'A date of the {section} has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear',
          nl: 'Een datum van {section} heeft een tijd die noch in UTC noch in de tijdzone van de configuratie middernacht is, dus de dag is niet zeker',
          sv: 'Ett datum i {section} har en tid som varken i UTC eller i konfigurationens tidszon är midnatt, så dagen är inte säker',
          da: 'En dato i {section} har et klokkeslæt, der hverken er midnat i UTC eller i konfigurationens tidszone, så dagen er ikke sikker',
        },
        remedy: {
          en: 'Enter the day again in AlexisHR. The next sync will pick this up.',
          nl: 'Voer de dag opnieuw in AlexisHR in. De volgende sync neemt dit mee.',
          sv: 'Ange dagen på nytt i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Indtast dagen igen i AlexisHR. Næste synkronisering tager det med.',
        },
      },
    },
  },
  'source-company-mismatch': {
    severity: 'error',
    short: {
      en: 'AlexisHR names two companies',
      nl: 'AlexisHR noemt twee bedrijven',
      sv: 'AlexisHR anger två företag',
      da: 'AlexisHR angiver to virksomheder',
    },
    guide: {
      says: 'The rows of a person name different companies',
      remedy: 'Correct the employment in AlexisHR',
    },
    message: {
      en: 'The employee and the current employment or compensation belong to different companies in AlexisHR',
      nl: 'De medewerker en het huidige dienstverband of salaris horen in AlexisHR bij verschillende bedrijven',
      sv: 'Medarbetaren och den aktuella anställningen eller lönen hör till olika företag i AlexisHR',
      da: 'Medarbejderen og den aktuelle ansættelse eller løn hører til forskellige virksomheder i AlexisHR',
    },
    remedy: {
      en: 'Correct the company in AlexisHR.',
      nl: 'Verbeter het bedrijf in AlexisHR.',
      sv: 'Rätta företaget i AlexisHR.',
      da: 'Ret virksomheden i AlexisHR.',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
