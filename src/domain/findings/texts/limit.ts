import type { FindingEntry } from '../entry.js'

/** How much one run may change. */
export const limitFindings = {
  'threshold-exceeded': {
    severity: 'error',
    waits: true,
    short: {
      en: 'more people than the limit',
      nl: 'meer personen dan de limiet',
      sv: 'fler personer än gränsen',
      da: 'flere personer end grænsen',
    },
    guide: {
      says: 'More people would change than the limit of that kind allows',
      remedy: 'Look at `plan`. If it is right, use the command that the finding names',
    },
    message: {
      en: '{count} people would be created or filled in for the first time; the limit of create is {allowed} with {linked} connected, so none of it is sent',
      nl: '{count} personen zouden worden aangemaakt of voor het eerst ingevuld; de limiet create is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
      sv: '{count} personer skulle skapas eller fyllas i för första gången; gränsen create är {allowed} med {linked} kopplade, så allt väntar',
      da: '{count} personer ville blive oprettet eller udfyldt for første gang; grænsen create er {allowed} med {linked} forbundne, så det hele venter',
    },
    remedy: {
      en: 'If that is right, allow it for one run: {command}',
      nl: 'Klopt dat, sta het dan toe voor één run: {command}',
      sv: 'Om det stämmer, tillåt det för en körning: {command}',
      da: 'Hvis det er rigtigt, så tillad det for én kørsel: {command}',
    },
    cases: {
      create: {},
      'one-create': {
        message: {
          en: '1 person would be created or filled in for the first time; the limit of create is {allowed} with {linked} connected, so none of it is sent',
          nl: '1 persoon zou worden aangemaakt of voor het eerst ingevuld; de limiet create is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: '1 person skulle skapas eller fyllas i för första gången; gränsen create är {allowed} med {linked} kopplade, så allt väntar',
          da: '1 person ville blive oprettet eller udfyldt for første gang; grænsen create er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
      update: {
        message: {
          en: '{count} people would have personal info, an address or a start date changed; the limit of update is {allowed} with {linked} connected, so none of it is sent',
          nl: 'Bij {count} personen zouden persoonsgegevens, een adres of een datum in dienst wijzigen; de limiet update is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: 'För {count} personer skulle personuppgifter, en adress eller ett anställningsdatum ändras; gränsen update är {allowed} med {linked} kopplade, så allt väntar',
          da: 'For {count} personer ville personoplysninger, en adresse eller en ansættelsesdato blive ændret; grænsen update er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
      'one-update': {
        message: {
          en: '1 person would have personal info, an address or a start date changed; the limit of update is {allowed} with {linked} connected, so none of it is sent',
          nl: 'Bij 1 persoon zouden persoonsgegevens, een adres of een datum in dienst wijzigen; de limiet update is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: 'För 1 person skulle personuppgifter, en adress eller ett anställningsdatum ändras; gränsen update är {allowed} med {linked} kopplade, så allt väntar',
          da: 'For 1 person ville personoplysninger, en adresse eller en ansættelsesdato blive ændret; grænsen update er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
      bankAccount: {
        message: {
          en: '{count} people would get another bank account; the limit of bankAccount is {allowed} with {linked} connected, so none of it is sent',
          nl: '{count} personen zouden een andere bankrekening krijgen; de limiet bankAccount is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: '{count} personer skulle få ett annat bankkonto; gränsen bankAccount är {allowed} med {linked} kopplade, så allt väntar',
          da: '{count} personer ville få en anden bankkonto; grænsen bankAccount er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
      'one-bankAccount': {
        message: {
          en: '1 person would get another bank account; the limit of bankAccount is {allowed} with {linked} connected, so none of it is sent',
          nl: '1 persoon zou een andere bankrekening krijgen; de limiet bankAccount is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: '1 person skulle få ett annat bankkonto; gränsen bankAccount är {allowed} med {linked} kopplade, så allt väntar',
          da: '1 person ville få en anden bankkonto; grænsen bankAccount er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
      salary: {
        message: {
          en: '{count} people would get another salary; the limit of salary is {allowed} with {linked} connected, so none of it is sent',
          nl: '{count} personen zouden een ander salaris krijgen; de limiet salary is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: '{count} personer skulle få en annan lön; gränsen salary är {allowed} med {linked} kopplade, så allt väntar',
          da: '{count} personer ville få en anden løn; grænsen salary er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
      'one-salary': {
        message: {
          en: '1 person would get another salary; the limit of salary is {allowed} with {linked} connected, so none of it is sent',
          nl: '1 persoon zou een ander salaris krijgen; de limiet salary is {allowed} bij {linked} gekoppelde personen, dus dit wacht allemaal',
          sv: '1 person skulle få en annan lön; gränsen salary är {allowed} med {linked} kopplade, så allt väntar',
          da: '1 person ville få en anden løn; grænsen salary er {allowed} med {linked} forbundne, så det hele venter',
        },
      },
    },
  },
  'same-field-changed': {
    severity: 'error',
    waits: true,
    short: {
      en: 'a field would change for nearly everyone',
      nl: 'een gegeven zou bij bijna iedereen wijzigen',
      sv: 'en uppgift skulle ändras för nästan alla',
      da: 'en oplysning ville ændres for næsten alle',
    },
    guide: {
      says: 'One field would change for nearly everyone',
      remedy: 'Look at `plan`. If it is right, use the command that the finding names',
    },
    message: {
      en: '{field} would change for {people} of {linked} connected people, which looks like a mistake in the mapping or in AlexisHR; everything of the kind {kind} is held',
      nl: '{field} zou wijzigen bij {people} van {linked} gekoppelde personen; dat lijkt eerder een vergissing in de mapping of in AlexisHR; alle wijzigingen van het soort {kind} wachten',
      sv: '{field} skulle ändras för {people} av {linked} kopplade personer, vilket mer liknar ett misstag i mappningen eller i AlexisHR; allt av slaget {kind} väntar',
      da: '{field} ville blive ændret for {people} af {linked} forbundne personer, hvilket mere ligner en fejl i mappingen eller i AlexisHR; alt af typen {kind} venter',
    },
    remedy: {
      en: 'If that is right, allow it for one run: {command}',
      nl: 'Klopt dat, sta het dan toe voor één run: {command}',
      sv: 'Om det stämmer, tillåt det för en körning: {command}',
      da: 'Hvis det er rigtigt, så tillad det for én kørsel: {command}',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
