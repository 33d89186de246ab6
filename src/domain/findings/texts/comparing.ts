import type { FindingEntry } from '../entry.js'

/** Both sides compared: what differs and what was changed where. */
export const comparingFindings = {
  'first-contact': {
    severity: 'warning',
    waits: true,
    short: { en: 'first contact', nl: 'eerste contact', sv: 'första kontakten', da: 'første kontakt' },
    guide: {
      says: 'A bank account or salary was in Nmbrs before and differs',
      remedy: 'Make both sides agree, or `holds release ID`',
    },
    message: {
      en: 'The {section} in Nmbrs was there before and differs; it is not overwritten on first contact',
      nl: 'Nmbrs had {section} al, en met andere waarden; bij het eerste contact wordt niets overschreven',
      sv: 'Nmbrs hade redan {section}, med andra värden; inget skrivs över vid första kontakten',
      da: 'Nmbrs havde allerede {section} med andre værdier; intet overskrives ved første kontakt',
    },
    remedy: {
      en: 'Make both sides agree in Nmbrs or AlexisHR; details: nmbrs-sync explain {id} --show-values',
      nl: 'Maak beide kanten gelijk in Nmbrs of AlexisHR; details: nmbrs-sync explain {id} --show-values',
      sv: 'Gör båda sidor lika i Nmbrs eller AlexisHR; detaljer: nmbrs-sync explain {id} --show-values',
      da: 'Gør begge sider ens i Nmbrs eller AlexisHR; detaljer: nmbrs-sync explain {id} --show-values',
    },
  },
  conflict: {
    severity: 'error',
    waits: true,
    short: {
      en: 'changed on both sides',
      nl: 'aan beide kanten gewijzigd',
      sv: 'ändrat på båda sidor',
      da: 'ændret på begge sider',
    },
    guide: { says: 'Both sides changed', remedy: 'Make both sides agree, or `holds release ID`' },
    message: {
      en: '{field} was changed both in AlexisHR and in Nmbrs since they last agreed',
      nl: '{field} is zowel in AlexisHR als in Nmbrs gewijzigd sinds de twee gelijk waren',
      sv: '{field} har ändrats både i AlexisHR och i Nmbrs sedan de senast stämde överens',
      da: '{field} er ændret både i AlexisHR og i Nmbrs, siden de sidst stemte overens',
    },
    remedy: {
      en: 'Make both sides agree; details: nmbrs-sync explain {id} --show-values',
      nl: 'Maak beide kanten gelijk; details: nmbrs-sync explain {id} --show-values',
      sv: 'Gör båda sidor lika; detaljer: nmbrs-sync explain {id} --show-values',
      da: 'Gør begge sider ens; detaljer: nmbrs-sync explain {id} --show-values',
    },
  },
  drift: {
    severity: 'warning',
    short: { en: 'changed in Nmbrs', nl: 'in Nmbrs gewijzigd', sv: 'ändrat i Nmbrs', da: 'ændret i Nmbrs' },
    guide: {
      says: 'Payroll changed the value; the value of Nmbrs is kept',
      remedy: '`drift --accept-target ID`, or `drift --restore-source ID`',
    },
    message: {
      en: '{field} was changed in Nmbrs; the Nmbrs value is kept',
      nl: '{field} is in Nmbrs gewijzigd; de waarde van Nmbrs blijft staan',
      sv: '{field} har ändrats i Nmbrs; värdet i Nmbrs behålls',
      da: '{field} er ændret i Nmbrs; værdien i Nmbrs beholdes',
    },
    remedy: {
      en: 'Keep the Nmbrs value: nmbrs-sync drift --accept-target {id}; or send the AlexisHR value again: nmbrs-sync drift --restore-source {id}',
      nl: 'Laat het zo: nmbrs-sync drift --accept-target {id}; of stuur de waarde van AlexisHR opnieuw: nmbrs-sync drift --restore-source {id}',
      sv: 'Låt det stå: nmbrs-sync drift --accept-target {id}; eller skicka värdet från AlexisHR igen: nmbrs-sync drift --restore-source {id}',
      da: 'Lad det stå: nmbrs-sync drift --accept-target {id}; eller send værdien fra AlexisHR igen: nmbrs-sync drift --restore-source {id}',
    },
  },
  'start-date-differs': {
    severity: 'warning',
    short: {
      en: 'the start dates differ',
      nl: 'de datums in dienst verschillen',
      sv: 'anställningsdatumen skiljer sig',
      da: 'ansættelsesdatoerne er forskellige',
    },
    guide: { says: 'The start dates differ', remedy: 'Correct one side, or `employment.updateStartDate`' },
    message: {
      en: 'The start date in Nmbrs differs from AlexisHR; it is not changed',
      nl: 'De datum in dienst is in Nmbrs een andere dan in AlexisHR; hij wordt niet gewijzigd',
      sv: 'Anställningsdatumet i Nmbrs är ett annat än i AlexisHR; det ändras inte',
      da: 'Ansættelsesdatoen i Nmbrs er en anden end i AlexisHR; den ændres ikke',
    },
    remedy: {
      en: 'Correct the wrong side, or set employment.updateStartDate in the configuration',
      nl: 'Verbeter de kant die fout is, of zet employment.updateStartDate aan in de configuratie',
      sv: 'Rätta den sida som är fel, eller ange employment.updateStartDate i konfigurationen',
      da: 'Ret den forkerte side, eller angiv employment.updateStartDate i konfigurationen',
    },
  },
  'employee-number-taken': {
    severity: 'error',
    short: {
      en: 'another employee in Nmbrs has this employee number',
      nl: 'iemand in Nmbrs heeft dit personeelsnummer',
      sv: 'någon i Nmbrs har det här anställningsnumret',
      da: 'nogen i Nmbrs har dette medarbejdernummer',
    },
    guide: {
      says: 'Another Nmbrs employee has that number',
      remedy: 'Correct one side. If the other gives it up in this run, the next run sends it',
    },
    message: {
      en: 'Another Nmbrs employee already has this employee number, so it is not sent',
      nl: 'Een andere medewerker in Nmbrs heeft dit personeelsnummer al, dus het wordt niet verstuurd',
      sv: 'En annan medarbetare i Nmbrs har redan det här anställningsnumret, så det skickas inte',
      da: 'En anden medarbejder i Nmbrs har allerede dette medarbejdernummer, så det sendes ikke',
    },
    remedy: {
      en: 'Correct the number on one side; details: nmbrs-sync explain {id} --show-values',
      nl: 'Verbeter het nummer aan een van beide kanten; details: nmbrs-sync explain {id} --show-values',
      sv: 'Rätta numret på en av sidorna; detaljer: nmbrs-sync explain {id} --show-values',
      da: 'Ret nummeret på en af siderne; detaljer: nmbrs-sync explain {id} --show-values',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
