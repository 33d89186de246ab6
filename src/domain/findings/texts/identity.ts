import type { FindingEntry } from '../entry.js'

/** Who is who: people of whom it is not sure which employee they are. */
export const identityFindings = {
  'match-ambiguous': {
    severity: 'error',
    waits: true,
    short: {
      en: 'several Nmbrs employees could be this person',
      nl: 'meerdere medewerkers in Nmbrs kunnen deze persoon zijn',
      sv: 'flera medarbetare i Nmbrs kan vara personen',
      da: 'flere medarbejdere i Nmbrs kan være personen',
    },
    guide: { says: 'Several Nmbrs employees could be this person', remedy: '`match ID TARGET`' },
    message: {
      en: 'More than one Nmbrs employee could be this person, or two people could be one employee, so no one is connected: {candidates}',
      nl: 'Meer dan één medewerker in Nmbrs kan deze persoon zijn, of twee personen zijn misschien dezelfde medewerker; er is niemand gekoppeld: {candidates}',
      sv: 'Mer än en medarbetare i Nmbrs kan vara den här personen, eller så är två personer kanske en medarbetare; ingen har kopplats: {candidates}',
      da: 'Mere end én medarbejder i Nmbrs kan være denne person, eller to personer er måske én medarbejder; ingen er forbundet: {candidates}',
    },
    remedy: {
      en: 'Choose one: nmbrs-sync match {id} TARGET',
      nl: 'Kies er een: nmbrs-sync match {id} TARGET',
      sv: 'Välj en: nmbrs-sync match {id} TARGET',
      da: 'Vælg en: nmbrs-sync match {id} TARGET',
    },
  },
  'match-possible-duplicate': {
    severity: 'error',
    waits: true,
    short: {
      en: 'a very similar employee exists, so this person is not created',
      nl: 'iemand lijkt te veel op deze persoon om die aan te maken',
      sv: 'någon är för lik för att personen ska skapas',
      da: 'nogen ligner for meget, til at personen oprettes',
    },
    guide: {
      says: 'An employee who looks much alike exists, so this person is not created',
      remedy: '`match ID TARGET`, or `match ID --new`',
    },
    message: {
      en: 'A very similar employee already exists; creating this person could make a duplicate: {candidates}',
      nl: 'Er is iemand die zo veel op deze persoon lijkt dat er een dubbele medewerker kan ontstaan: {candidates}',
      sv: 'Någon är så lik den här personen att en medarbetare kan bli dubbel: {candidates}',
      da: 'Nogen ligner personen så meget, at en medarbejder kan blive oprettet to gange: {candidates}',
    },
    remedy: {
      en: 'Compare them: nmbrs-sync explain {id} --show-values. The same person: nmbrs-sync match {id} TARGET; different people: nmbrs-sync match {id} --new',
      nl: 'Vergelijk ze: nmbrs-sync explain {id} --show-values. Dezelfde persoon: nmbrs-sync match {id} TARGET; verschillende personen: nmbrs-sync match {id} --new',
      sv: 'Jämför dem: nmbrs-sync explain {id} --show-values. Samma person: nmbrs-sync match {id} TARGET; olika personer: nmbrs-sync match {id} --new',
      da: 'Sammenlign dem: nmbrs-sync explain {id} --show-values. Samme person: nmbrs-sync match {id} TARGET; forskellige personer: nmbrs-sync match {id} --new',
    },
    cases: {
      entered: {
        message: {
          en: 'Nmbrs employee {ids} was entered during this run and looks like this person, so no employee was created',
          nl: 'Medewerker {ids} is in Nmbrs ingevoerd terwijl deze run bezig was en lijkt op deze persoon, dus er is niemand aangemaakt',
          sv: 'Medarbetare {ids} fördes in i Nmbrs medan körningen pågick och liknar personen, så ingen skapades',
          da: 'Medarbejder {ids} blev indtastet i Nmbrs, mens kørslen var i gang, og ligner personen, så ingen blev oprettet',
        },
        remedy: {
          en: 'See how the two compare: nmbrs-sync explain {id}; then connect them: nmbrs-sync match {id} {target}',
          nl: 'Vergelijk de twee: nmbrs-sync explain {id}; koppel ze daarna: nmbrs-sync match {id} {target}',
          sv: 'Jämför de två: nmbrs-sync explain {id}; koppla dem sedan: nmbrs-sync match {id} {target}',
          da: 'Sammenlign de to: nmbrs-sync explain {id}; forbind dem derefter: nmbrs-sync match {id} {target}',
        },
      },
    },
  },
  'match-target-taken': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the matching employee is connected to someone else',
      nl: 'de passende medewerker is aan iemand anders gekoppeld',
      sv: 'medarbetaren som stämmer är kopplad till någon annan',
      da: 'medarbejderen, der passer, er forbundet med en anden',
    },
    guide: {
      says: 'The Nmbrs employee is connected to someone else',
      remedy: '`ignore` one of the two records, or `disconnect` the other',
    },
    message: {
      en: 'The Nmbrs employee who matches this person is connected to someone else: {candidates}',
      nl: 'De medewerker in Nmbrs die bij deze persoon past, is aan iemand anders gekoppeld: {candidates}',
      sv: 'Den medarbetare i Nmbrs som stämmer med personen är kopplad till någon annan: {candidates}',
      da: 'Den medarbejder i Nmbrs, der passer til personen, er forbundet med en anden: {candidates}',
    },
    remedy: {
      en: 'If this is one person with two AlexisHR records, leave one out: nmbrs-sync ignore {id} --reason TEXT',
      nl: 'Is dit één persoon met twee records in AlexisHR, laat er dan een weg: nmbrs-sync ignore {id} --reason TEXT',
      sv: 'Om det är en person med två poster i AlexisHR, utelämna en: nmbrs-sync ignore {id} --reason TEXT',
      da: 'Hvis det er én person med to poster i AlexisHR, så udelad den ene: nmbrs-sync ignore {id} --reason TEXT',
    },
  },
  'match-contradicts': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the employee that a rule found differs in what tells people apart',
      nl: 'de medewerker die een regel vond, verschilt op kenmerkende gegevens',
      sv: 'medarbetaren som en regel hittade skiljer sig i avgörande uppgifter',
      da: 'medarbejderen, som en regel fandt, afviger i afgørende oplysninger',
    },
    guide: {
      says: 'A rule found an employee, but something that identifies people differs',
      remedy: '`explain ID --show-values`, then `match` or `match --new`',
    },
    message: {
      en: 'The Nmbrs employee that a rule found differs in what tells people apart, so no one is connected: {candidates}',
      nl: 'De medewerker in Nmbrs die een regel heeft gevonden, verschilt op gegevens waaraan je mensen herkent; er is niemand gekoppeld: {candidates}',
      sv: 'Den medarbetare i Nmbrs som en regel hittade skiljer sig i uppgifter som håller isär personer; ingen har kopplats: {candidates}',
      da: 'Den medarbejder i Nmbrs, som en regel fandt, afviger i det, der adskiller personer; ingen er forbundet: {candidates}',
    },
    remedy: {
      en: 'Compare the two: nmbrs-sync explain {id} --show-values. The same person: nmbrs-sync match {id} TARGET --force --reason TEXT; someone else: nmbrs-sync match {id} --new',
      nl: 'Vergelijk de twee: nmbrs-sync explain {id} --show-values. Dezelfde persoon: nmbrs-sync match {id} TARGET --force --reason TEXT; iemand anders: nmbrs-sync match {id} --new',
      sv: 'Jämför de två: nmbrs-sync explain {id} --show-values. Samma person: nmbrs-sync match {id} TARGET --force --reason TEXT; någon annan: nmbrs-sync match {id} --new',
      da: 'Sammenlign de to: nmbrs-sync explain {id} --show-values. Samme person: nmbrs-sync match {id} TARGET --force --reason TEXT; en anden: nmbrs-sync match {id} --new',
    },
  },
  'match-target-unread': {
    severity: 'error',
    waits: true,
    short: {
      en: 'an employee who could be this person could not be read',
      nl: 'een medewerker die deze persoon kan zijn, is niet te lezen',
      sv: 'en medarbetare som kan vara personen gick inte att läsa',
      da: 'en medarbejder, der kan være personen, kunne ikke læses',
    },
    guide: {
      says: 'An employee who could be this person could not be read',
      remedy: 'Look in Nmbrs; if it is someone else, `match ID --new`',
    },
    message: {
      en: 'Nmbrs lists employees whose personal info could not be read; one of them could be this person, so no employee is created: {candidates}',
      nl: 'In Nmbrs staan medewerkers van wie de persoonsgegevens niet te lezen zijn; een van hen kan deze persoon zijn, dus er wordt niemand aangemaakt: {candidates}',
      sv: 'Nmbrs har medarbetare vars personuppgifter inte kunde läsas; en av dem kan vara den här personen, så ingen skapas: {candidates}',
      da: 'Nmbrs har medarbejdere, hvis personoplysninger ikke kunne læses; en af dem kan være denne person, så ingen oprettes: {candidates}',
    },
    remedy: {
      en: 'Look at them in Nmbrs. If this person is not among them: nmbrs-sync match {id} --new',
      nl: 'Bekijk ze in Nmbrs. Is deze persoon er niet bij: nmbrs-sync match {id} --new',
      sv: 'Titta på dem i Nmbrs. Om personen inte är någon av dem: nmbrs-sync match {id} --new',
      da: 'Se på dem i Nmbrs. Hvis personen ikke er en af dem: nmbrs-sync match {id} --new',
    },
  },
  'possible-second-employee': {
    severity: 'warning',
    short: {
      en: 'another employee looks like this person',
      nl: 'een andere medewerker lijkt op deze persoon',
      sv: 'en annan medarbetare liknar personen',
      da: 'en anden medarbejder ligner personen',
    },
    guide: {
      says: 'Another Nmbrs employee looks like a connected one',
      remedy: 'Compare them in Nmbrs; end one if it is one person twice',
    },
    message: {
      en: 'Nmbrs has another employee who looks like this person and is not connected to anyone: {employments}',
      nl: 'Nmbrs heeft nog een medewerker die op deze persoon lijkt en aan niemand is gekoppeld: {employments}',
      sv: 'Nmbrs har en annan medarbetare som liknar personen och inte är kopplad till någon: {employments}',
      da: 'Nmbrs har en anden medarbejder, der ligner personen og ikke er forbundet med nogen: {employments}',
    },
    remedy: {
      en: 'Compare them in Nmbrs. If it is the same person twice, end the extra employment there',
      nl: 'Vergelijk ze in Nmbrs. Is het één persoon die er dubbel in staat, beëindig daar dan de overbodige',
      sv: 'Jämför dem i Nmbrs. Om det är samma person två gånger, avsluta den överflödiga där',
      da: 'Sammenlign dem i Nmbrs. Hvis det er samme person to gange, så afslut den overflødige dér',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
