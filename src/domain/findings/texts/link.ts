import type { FindingEntry } from '../entry.js'

/** Links, and creations that left one open. */
export const linkFindings = {
  'link-review': {
    severity: 'warning',
    short: {
      en: 'a rule made this link before such links were checked',
      nl: 'een regel maakte deze koppeling voordat zulke koppelingen werden gecontroleerd',
      sv: 'en regel gjorde kopplingen innan sådana kontrollerades',
      da: 'en regel lavede forbindelsen, før sådanne blev kontrolleret',
    },
    guide: {
      says: 'A rule of an earlier version connected this person, and wrote a name or birth date',
      remedy: '`worklist --review`, then `match` again or `disconnect`',
    },
    message: {
      en: 'An earlier version connected this person by a rule and wrote a first name or birth date to Nmbrs at first contact; the employee may have been someone else',
      nl: 'Een eerdere versie heeft deze persoon met een regel gekoppeld en bij het eerste contact een voornaam of geboortedatum in Nmbrs gezet; misschien was de medewerker iemand anders',
      sv: 'En tidigare version kopplade personen med en regel och skrev ett förnamn eller födelsedatum till Nmbrs vid första kontakten; medarbetaren kan ha varit någon annan',
      da: 'En tidligere version forbandt personen ved en regel og skrev et fornavn eller en fødselsdato til Nmbrs ved første kontakt; medarbejderen kan have været en anden',
    },
    remedy: {
      en: 'See the list, and compare with what payroll has on paper: nmbrs-sync worklist --review. One person: nmbrs-sync match {id} TARGET; two people: nmbrs-sync disconnect {id}',
      nl: 'Bekijk de lijst en vergelijk met wat de loonadministratie op papier heeft: nmbrs-sync worklist --review. Eén persoon: nmbrs-sync match {id} TARGET; twee personen: nmbrs-sync disconnect {id}',
      sv: 'Se listan och jämför med vad löneavdelningen har på papper: nmbrs-sync worklist --review. En person: nmbrs-sync match {id} TARGET; två personer: nmbrs-sync disconnect {id}',
      da: 'Se listen, og sammenlign med det, lønkontoret har på papir: nmbrs-sync worklist --review. Én person: nmbrs-sync match {id} TARGET; to personer: nmbrs-sync disconnect {id}',
    },
  },
  'link-dangling': {
    severity: 'error',
    short: {
      en: 'the Nmbrs employee is gone',
      nl: 'de medewerker is weg uit Nmbrs',
      sv: 'medarbetaren finns inte längre i Nmbrs',
      da: 'medarbejderen er væk fra Nmbrs',
    },
    guide: {
      says: 'The connected employee is gone from Nmbrs',
      remedy: '`cutover prepare` after a change of transport, else `match` again, or `disconnect`',
    },
    message: {
      en: 'The connected Nmbrs employee is no longer in the company; nothing is written or created',
      nl: 'De gekoppelde medewerker staat niet meer in het bedrijf in Nmbrs; er wordt niets gewijzigd of aangemaakt',
      sv: 'Den kopplade medarbetaren finns inte längre i företaget i Nmbrs; inget skrivs eller skapas',
      da: 'Den forbundne medarbejder er ikke længere i virksomheden i Nmbrs; intet skrives eller oprettes',
    },
    remedy: {
      en: 'After a change between SOAP and REST: nmbrs-sync cutover prepare. Otherwise end the link: nmbrs-sync disconnect {id}; then, if there is another record: nmbrs-sync match {id} TARGET',
      nl: 'Na een overstap tussen SOAP en REST: nmbrs-sync cutover prepare. Beëindig anders de koppeling: nmbrs-sync disconnect {id}; daarna, als er een andere medewerker is: nmbrs-sync match {id} TARGET',
      sv: 'Efter ett byte mellan SOAP och REST: nmbrs-sync cutover prepare. Avsluta annars kopplingen: nmbrs-sync disconnect {id}; sedan, om det finns en annan post: nmbrs-sync match {id} TARGET',
      da: 'Efter et skift mellem SOAP og REST: nmbrs-sync cutover prepare. Afslut ellers forbindelsen: nmbrs-sync disconnect {id}; derefter, hvis der er en anden post: nmbrs-sync match {id} TARGET',
    },
  },
  'link-disconnected': {
    severity: 'info',
    short: {
      en: 'disconnected by hand',
      nl: 'met de hand ontkoppeld',
      sv: 'bortkopplad för hand',
      da: 'afbrudt i hånden',
    },
    guide: { says: 'Disconnected by hand', remedy: 'Nothing, or `match`' },
    message: {
      en: 'Disconnected by hand, and stays so',
      nl: 'Met de hand ontkoppeld, en dat blijft zo',
      sv: 'Bortkopplad för hand, och förblir det',
      da: 'Forbindelsen er afbrudt i hånden og forbliver det',
    },
    remedy: {
      en: 'To connect again: nmbrs-sync match {id} TARGET',
      nl: 'Om opnieuw te koppelen: nmbrs-sync match {id} TARGET',
      sv: 'För att koppla igen: nmbrs-sync match {id} TARGET',
      da: 'For at forbinde igen: nmbrs-sync match {id} TARGET',
    },
  },
  'person-ignored': {
    severity: 'info',
    short: {
      en: 'left out by hand',
      nl: 'met de hand weggelaten',
      sv: 'utelämnad för hand',
      da: 'udeladt i hånden',
    },
    guide: { says: 'Left out by hand', remedy: 'Nothing, or `ignore --undo`' },
    message: {
      en: 'Left out by hand',
      nl: 'Met de hand weggelaten',
      sv: 'Utelämnad för hand',
      da: 'Udeladt i hånden',
    },
    remedy: {
      en: 'To include the person again: nmbrs-sync ignore {id} --undo',
      nl: 'Om deze persoon weer mee te nemen: nmbrs-sync ignore {id} --undo',
      sv: 'För att ta med personen igen: nmbrs-sync ignore {id} --undo',
      da: 'For at tage personen med igen: nmbrs-sync ignore {id} --undo',
    },
  },
  'create-recovered': {
    severity: 'info',
    short: {
      en: 'found after a lost answer',
      nl: 'gevonden na een verloren antwoord',
      sv: 'hittad efter ett förlorat svar',
      da: 'fundet efter et tabt svar',
    },
    guide: { says: 'The answer to a creation was lost; the new employee was found', remedy: 'Nothing' },
    message: {
      en: 'An earlier creation got no answer; the employee was found in Nmbrs and is connected',
      nl: 'Op een eerdere aanmaak kwam geen antwoord; de medewerker is in Nmbrs gevonden en gekoppeld',
      sv: 'Ett tidigare skapande fick inget svar; medarbetaren hittades i Nmbrs och är kopplad',
      da: 'En tidligere oprettelse fik intet svar; medarbejderen blev fundet i Nmbrs og er forbundet',
    },
    remedy: {
      en: 'Nothing to do',
      nl: 'Er hoeft niets te gebeuren',
      sv: 'Inget behöver göras',
      da: 'Der skal ikke gøres noget',
    },
  },
  'create-unresolved': {
    severity: 'error',
    waits: true,
    short: {
      en: 'an earlier creation is not resolved',
      nl: 'een eerdere aanmaak is niet opgehelderd',
      sv: 'ett tidigare skapande är inte utrett',
      da: 'en tidligere oprettelse er ikke afklaret',
    },
    guide: {
      says: 'The answer to a creation was lost, and several employees could be the result',
      remedy: '`match ID TARGET`, or `match ID --new`',
    },
    message: {
      en: 'An earlier creation got no answer, and several Nmbrs employees could be its result: {candidates}',
      nl: 'Op een eerdere aanmaak kwam geen antwoord, en meerdere medewerkers in Nmbrs kunnen het resultaat zijn: {candidates}',
      sv: 'Ett tidigare skapande fick inget svar, och flera medarbetare i Nmbrs kan vara resultatet: {candidates}',
      da: 'En tidligere oprettelse fik intet svar, og flere medarbejdere i Nmbrs kan være resultatet: {candidates}',
    },
    remedy: {
      en: 'Choose one: nmbrs-sync match {id} TARGET, or none: nmbrs-sync match {id} --new',
      nl: 'Kies er een: nmbrs-sync match {id} TARGET, of geen: nmbrs-sync match {id} --new',
      sv: 'Välj en: nmbrs-sync match {id} TARGET, eller ingen: nmbrs-sync match {id} --new',
      da: 'Vælg en: nmbrs-sync match {id} TARGET, eller ingen: nmbrs-sync match {id} --new',
    },
  },
  'creation-unchecked': {
    severity: 'error',
    waits: true,
    short: {
      en: 'no employee is created while the employees in Nmbrs cannot be read',
      nl: 'er wordt niemand aangemaakt zolang de medewerkers in Nmbrs niet te lezen zijn',
      sv: 'ingen skapas så länge medarbetarna i Nmbrs inte kan läsas',
      da: 'ingen oprettes, så længe medarbejderne i Nmbrs ikke kan læses',
    },
    guide: {
      says: 'Right before a creation it could not be read who is employed',
      remedy: '`sync` when Nmbrs answers again',
    },
    message: {
      en: 'The employees in Nmbrs could not all be read again right before the creation, so no employee was created',
      nl: 'De medewerkers in Nmbrs konden vlak voor het aanmaken niet allemaal opnieuw worden gelezen, dus er is niemand aangemaakt',
      sv: 'Alla medarbetare i Nmbrs kunde inte läsas igen precis före skapandet, så ingen skapades',
      da: 'Medarbejderne i Nmbrs kunne ikke alle læses igen lige før oprettelsen, så ingen blev oprettet',
    },
    remedy: {
      en: 'Create this person when Nmbrs answers again: nmbrs-sync sync',
      nl: 'Maak deze persoon aan als Nmbrs weer antwoordt: nmbrs-sync sync',
      sv: 'Skapa personen när Nmbrs svarar igen: nmbrs-sync sync',
      da: 'Opret personen, når Nmbrs svarer igen: nmbrs-sync sync',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
