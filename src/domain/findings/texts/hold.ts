import type { FindingEntry } from '../entry.js'

/** Changes of a person or an account that wait for a decision. */
export const holdFindings = {
  rehired: {
    severity: 'error',
    waits: true,
    short: {
      en: 'back, and the new employment is not in Nmbrs',
      nl: 'weer in dienst, en het nieuwe dienstverband staat niet in Nmbrs',
      sv: 'tillbaka, och den nya anställningen finns inte i Nmbrs',
      da: 'tilbage, og den nye ansættelse er ikke i Nmbrs',
    },
    guide: {
      says: 'The employment in Nmbrs ended and AlexisHR has one that starts after that',
      remedy: 'Enter the new employment in Nmbrs; the next sync continues',
    },
    message: {
      en: 'The employment in Nmbrs has ended and AlexisHR has one that starts after that; nothing is sent until the new one is in Nmbrs',
      nl: 'Het dienstverband in Nmbrs is beëindigd en AlexisHR heeft er een dat daarna ingaat; er wordt niets verstuurd totdat het nieuwe in Nmbrs staat',
      sv: 'Anställningen i Nmbrs är avslutad och AlexisHR har en som börjar senare; inget skickas förrän den nya finns i Nmbrs',
      da: 'Ansættelsen i Nmbrs er afsluttet, og AlexisHR har en, der begynder senere; intet sendes, før den nye er i Nmbrs',
    },
    remedy: {
      en: 'Enter the new employment in Nmbrs; the next sync then continues',
      nl: 'Voer het nieuwe dienstverband in Nmbrs in; de volgende run gaat vanzelf verder',
      sv: 'För in den nya anställningen i Nmbrs; nästa körning fortsätter av sig själv',
      da: 'Indtast den nye ansættelse i Nmbrs; næste kørsel fortsætter af sig selv',
    },
  },
  'employment-ended': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the employment in Nmbrs has ended',
      nl: 'het dienstverband in Nmbrs is beëindigd',
      sv: 'anställningen i Nmbrs är avslutad',
      da: 'ansættelsen i Nmbrs er afsluttet',
    },
    guide: {
      says: 'The employment in Nmbrs ended, so what changed waits',
      remedy: '`holds release ID`, `holds reject ID`, or `worklist`',
    },
    message: {
      en: 'The employment in Nmbrs has ended, and the last payments and the annual statement still need what Nmbrs has, so the change waits',
      nl: 'Het dienstverband in Nmbrs is beëindigd, en de laatste betalingen en de jaaropgave hebben nog nodig wat Nmbrs heeft; de wijziging wacht daarom',
      sv: 'Anställningen i Nmbrs är avslutad, och de sista utbetalningarna och årsuppgiften behöver ännu det som Nmbrs har; därför väntar ändringen',
      da: 'Ansættelsen i Nmbrs er afsluttet, og de sidste udbetalinger og årsopgørelsen har stadig brug for det, Nmbrs har; derfor venter ændringen',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-off-payroll': {
    severity: 'error',
    waits: true,
    short: {
      en: 'not on the payroll in Nmbrs',
      nl: 'staat in Nmbrs niet op de loonlijst',
      sv: 'inte på lönelistan i Nmbrs',
      da: 'ikke på lønningslisten i Nmbrs',
    },
    guide: {
      says: 'The Nmbrs employee is not on the payroll, so the salary waits',
      remedy: '`holds release ID`, `holds reject ID`, or `worklist`',
    },
    message: {
      en: 'Nmbrs lists this person as an applicant, a new hire or external, and not on the payroll, so the salary waits',
      nl: 'Deze persoon staat in Nmbrs als sollicitant, nieuwe medewerker of extern, en niet op de loonlijst; het salaris wacht daarom',
      sv: 'Nmbrs har personen som sökande, nyanställd eller extern och inte på lönelistan, så lönen väntar',
      da: 'Nmbrs har personen som ansøger, nyansat eller ekstern og ikke på lønningslisten, så lønnen venter',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'identity-first-contact': {
    severity: 'error',
    waits: true,
    short: {
      en: 'a rule connected the person, and name or birth date differ',
      nl: 'een regel heeft de persoon gekoppeld, en naam of geboortedatum verschilt',
      sv: 'en regel kopplade personen, och namn eller födelsedatum skiljer sig',
      da: 'en regel forbandt personen, og navn eller fødselsdato afviger',
    },
    guide: {
      says: 'A rule found the person, and name or birth date differ',
      remedy: '`holds release ID`, or `holds reject ID`; `disconnect`',
    },
    message: {
      en: 'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept until someone decides',
      nl: 'Een regel heeft deze persoon gekoppeld, en AlexisHR heeft een andere naam of geboortedatum dan Nmbrs; die van Nmbrs blijven staan tot iemand beslist',
      sv: 'En regel kopplade personen, och AlexisHR har ett annat namn eller födelsedatum än Nmbrs; de i Nmbrs står kvar tills någon beslutar',
      da: 'En regel forbandt personen, og AlexisHR har et andet navn eller en anden fødselsdato end Nmbrs; dem i Nmbrs bliver stående, til nogen beslutter',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
    cases: {
      kept: {
        severity: 'info',
        message: {
          en: 'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept, as holds.identityFirstContact says',
          nl: 'Een regel heeft deze persoon gekoppeld, en AlexisHR heeft een andere naam of geboortedatum dan Nmbrs; die van Nmbrs blijven staan, zoals holds.identityFirstContact zegt',
          sv: 'En regel kopplade personen, och AlexisHR har ett annat namn eller födelsedatum än Nmbrs; de i Nmbrs behålls, som holds.identityFirstContact säger',
          da: 'En regel forbandt personen, og AlexisHR har et andet navn eller en anden fødselsdato end Nmbrs; dem i Nmbrs beholdes, som holds.identityFirstContact siger',
        },
        remedy: {
          en: 'Nothing to do; both sides: nmbrs-sync explain {id} --show-values',
          nl: 'Er hoeft niets te gebeuren; beide kanten: nmbrs-sync explain {id} --show-values',
          sv: 'Inget behöver göras; båda sidor: nmbrs-sync explain {id} --show-values',
          da: 'Der skal ikke gøres noget; begge sider: nmbrs-sync explain {id} --show-values',
        },
      },
    },
  },
  'identity-changed': {
    severity: 'error',
    waits: true,
    short: {
      en: 'it would be another person',
      nl: 'het zou een andere persoon worden',
      sv: 'det skulle bli en annan person',
      da: 'det ville blive en anden person',
    },
    guide: {
      says: 'AlexisHR would turn the Nmbrs employee into another person',
      remedy: '`holds release ID`, or `disconnect` and `match`',
    },
    message: {
      en: 'With the data of AlexisHR this Nmbrs employee would become someone else: the birth date, first and last name, or the whole last name differ; none of it is sent until someone decides',
      nl: 'AlexisHR zou van deze medewerker in Nmbrs een andere persoon maken: de geboortedatum, de voor- en achternaam of de hele achternaam verschilt; er wordt niets van verstuurd tot iemand beslist',
      sv: 'AlexisHR skulle göra den här medarbetaren i Nmbrs till en annan person: födelsedatumet, för- och efternamnet eller hela efternamnet skiljer sig; inget av det skickas förrän någon beslutar',
      da: 'AlexisHR ville gøre denne medarbejder i Nmbrs til en anden person: fødselsdatoen, for- og efternavnet eller hele efternavnet afviger; intet af det sendes, før nogen beslutter',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'birth-date-implausible': {
    severity: 'error',
    waits: true,
    short: {
      en: 'this birth date is not plausible',
      nl: 'op die dag kan een medewerker niet geboren zijn',
      sv: 'ingen anställd kan vara född den dagen',
      da: 'ingen ansat kan være født den dag',
    },
    guide: {
      says: 'A birth date in the future, or an age at hire outside of 13 to 100',
      remedy: '`holds release ID`, or correct it in AlexisHR',
    },
    message: {
      en: 'The birth date lies in the future, or makes the person younger than 13 or older than 100 when the employment starts',
      nl: 'De geboortedatum ligt in de toekomst, of de persoon zou bij indiensttreding jonger dan 13 of ouder dan 100 zijn',
      sv: 'Födelsedatumet ligger i framtiden, eller gör personen yngre än 13 eller äldre än 100 när anställningen börjar',
      da: 'Fødselsdatoen ligger i fremtiden eller gør personen yngre end 13 eller ældre end 100, når ansættelsen begynder',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'hire-date-implausible': {
    severity: 'error',
    waits: true,
    short: {
      en: 'this hire date is not plausible',
      nl: 'op die dag treedt niemand in dienst',
      sv: 'ingen anställs den dagen',
      da: 'ingen ansættes den dag',
    },
    guide: {
      says: 'A hire date outside of `holds.hireDate`, or too early for the birth date',
      remedy: '`holds release ID`, or correct it in AlexisHR',
    },
    message: {
      en: 'The hire date lies further from today than holds.hireDate allows, or does not fit the birth date',
      nl: 'De datum in dienst ligt verder van vandaag dan holds.hireDate toestaat, of past niet bij de geboortedatum',
      sv: 'Anställningsdatumet ligger längre från i dag än holds.hireDate tillåter, eller passar inte med födelsedatumet',
      da: 'Ansættelsesdatoen ligger længere fra i dag, end holds.hireDate tillader, eller passer ikke med fødselsdatoen',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'name-implausible': {
    severity: 'error',
    waits: true,
    short: {
      en: 'a name without a letter',
      nl: 'een naam zonder letters',
      sv: 'ett namn utan bokstäver',
      da: 'et navn uden bogstaver',
    },
    guide: {
      says: 'A first or last name without a letter',
      remedy: '`holds release ID`, or correct it in AlexisHR',
    },
    message: {
      en: 'The first or last name has no letter in it',
      nl: 'In de voor- of achternaam staat geen letter',
      sv: 'För- eller efternamnet innehåller ingen bokstav',
      da: 'For- eller efternavnet indeholder ingen bogstaver',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'bank-account-changed': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the bank account changed',
      nl: 'de bankrekening is gewijzigd',
      sv: 'bankkontot har ändrats',
      da: 'bankkontoen er ændret',
    },
    guide: {
      says: 'A connected employee has another bank account in AlexisHR than in Nmbrs',
      remedy: '`holds release ID`, or `holds reject ID`',
    },
    message: {
      en: 'AlexisHR has another bank account than Nmbrs; no payment goes to the new account until someone approves it',
      nl: 'AlexisHR heeft een andere bankrekening dan Nmbrs; er wordt niets op de nieuwe rekening betaald tot iemand dat goedkeurt',
      sv: 'AlexisHR har ett annat bankkonto än Nmbrs; ingen lön betalas till det nya kontot förrän någon godkänner det',
      da: 'AlexisHR har en anden bankkonto end Nmbrs; ingen løn udbetales til den nye konto, før nogen godkender det',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
