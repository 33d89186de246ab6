import type { FindingEntry } from '../entry.js'
import { compensationIncomplete } from './compensation-incomplete.js'

/** Values of AlexisHR that cannot be used as they are. */
export const sourceValueFindings = {
  'value-invalid': {
    severity: 'error',
    short: {
      en: 'the value is not usable',
      nl: 'de waarde is niet bruikbaar',
      sv: 'värdet går inte att använda',
      da: 'værdien kan ikke bruges',
    },
    guide: { says: 'A value cannot be used as it is', remedy: 'Correct it in AlexisHR' },
    message: {
      en: '{path} has an unexpected form ({what}); {held}',
      nl: '{path} heeft een andere vorm ({what}); {held}',
      sv: '{path} har en annan form ({what}); {held}',
      da: '{path} har en anden form ({what}); {held}',
    },
    remedy: {
      en: 'Correct it in AlexisHR. The next sync will pick this up.',
      nl: 'Verbeter het in AlexisHR. De volgende sync neemt dit mee.',
      sv: 'Rätta det i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Ret det i AlexisHR. Næste synkronisering tager det med.',
    },
    cases: {
      'too-long': {
        message: {
          en: '{path} is longer than {count} characters; {held}',
          nl: '{path} is langer dan {count} tekens; {held}',
          sv: '{path} är längre än {count} tecken; {held}',
          da: '{path} er længere end {count} tegn; {held}',
        },
        remedy: {
          en: 'Shorten it in AlexisHR. The next sync will pick this up.',
          nl: 'Maak het korter in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Förkorta det i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Forkort det i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      'lost-character': {
        message: {
          en: '{path} holds a character that cannot be sent or that was lost; {held}',
          nl: '{path} bevat een teken dat niet verstuurd kan worden of verloren is gegaan; {held}',
          sv: '{path} innehåller ett tecken som inte kan skickas eller som gått förlorat; {held}',
          da: '{path} indeholder et tegn, der ikke kan sendes eller er gået tabt; {held}',
        },
        remedy: {
          en: 'Type it again in AlexisHR. The next sync will pick this up.',
          nl: 'Typ het opnieuw in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Skriv det på nytt i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Skriv det igen i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      character: {
        message: {
          en: '{path} holds a character that cannot be sent; {held}',
          nl: '{path} bevat een teken dat niet verstuurd kan worden; {held}',
          sv: '{path} innehåller ett tecken som inte kan skickas; {held}',
          da: '{path} indeholder et tegn, der ikke kan sendes; {held}',
        },
        remedy: {
          en: 'Type it again in AlexisHR. The next sync will pick this up.',
          nl: 'Typ het opnieuw in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Skriv det på nytt i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Skriv det igen i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      date: {
        message: {
          en: '{path} is not a date between 1900 and 2199; {held}',
          nl: '{path} is geen datum tussen 1900 en 2199; {held}',
          sv: '{path} är inget datum mellan 1900 och 2199; {held}',
          da: '{path} er ikke en dato mellem 1900 og 2199; {held}',
        },
        remedy: {
          en: 'Correct the date in AlexisHR. The next sync will pick this up.',
          nl: 'Verbeter de datum in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Rätta datumet i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Ret datoen i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      unlisted: {
        message: {
          en: '{path} is not in the table of the mapping; {held}',
          nl: '{path} staat niet in de tabel van de mapping; {held}',
          sv: '{path} finns inte i mappningens tabell; {held}',
          da: '{path} står ikke i mappingens tabel; {held}',
        },
        remedy: {
          en: 'Add it to the table in the mapping, or correct it in AlexisHR. The next sync will pick this up.',
          nl: 'Voeg het toe aan de tabel in de mapping, of verbeter het in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Lägg till det i tabellen i mappningen, eller rätta det i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Tilføj det i tabellen i mappingen, eller ret det i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      absent: compensationIncomplete,
    },
  },
  'country-unknown': {
    severity: 'error',
    short: {
      en: 'the country is not known',
      nl: 'het land is niet bekend',
      sv: 'landet är inte känt',
      da: 'landet er ikke kendt',
    },
    guide: {
      says: 'The country is neither a known code nor a known name',
      remedy: 'Enter a two-letter code or a full country name',
    },
    message: {
      en: '{path} is not a country that is known by code or by its English, Dutch or Swedish name; {held}',
      nl: '{path} is geen land dat bekend is met zijn code of zijn Engelse, Nederlandse of Zweedse naam; {held}',
      sv: '{path} är inget land som är känt med kod eller med sitt engelska, nederländska eller svenska namn; {held}',
      da: '{path} er ikke et land, der kendes ved kode eller ved sit engelske, nederlandske eller svenske navn; {held}',
    },
    remedy: {
      en: 'Use a two-letter country code in AlexisHR, or add the spelling to a table in the mapping. The next sync will pick this up.',
      nl: 'Gebruik in AlexisHR een landcode van twee letters, of voeg de schrijfwijze toe aan een tabel in de mapping. De volgende sync neemt dit mee.',
      sv: 'Använd en landskod med två bokstäver i AlexisHR, eller lägg till stavningen i en tabell i mappningen. Nästa synkronisering tar med det.',
      da: 'Brug en landekode på to bogstaver i AlexisHR, eller tilføj stavemåden i en tabel i mappingen. Næste synkronisering tager det med.',
    },
  },
  'phone-invalid': {
    severity: 'error',
    short: {
      en: 'the phone number is not usable',
      nl: 'het telefoonnummer is niet bruikbaar',
      sv: 'telefonnumret går inte att använda',
      da: 'telefonnummeret kan ikke bruges',
    },
    guide: { says: 'The value is not a phone number', remedy: 'Correct it in AlexisHR' },
    message: {
      en: '{path} is not a telephone number; {held}',
      nl: '{path} is geen telefoonnummer; {held}',
      sv: '{path} är inget telefonnummer; {held}',
      da: '{path} er ikke et telefonnummer; {held}',
    },
    remedy: {
      en: 'Correct the number in AlexisHR. The next sync will pick this up.',
      nl: 'Verbeter het nummer in AlexisHR. De volgende sync neemt dit mee.',
      sv: 'Rätta numret i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Ret nummeret i AlexisHR. Næste synkronisering tager det med.',
    },
  },
  'email-invalid': {
    severity: 'error',
    short: {
      en: 'the e-mail address is not usable',
      nl: 'het e-mailadres is niet bruikbaar',
      sv: 'e-postadressen går inte att använda',
      da: 'e-mailadressen kan ikke bruges',
    },
    guide: { says: 'The value is not an e-mail address', remedy: 'Correct it in AlexisHR' },
    message: {
      en: '{path} is not an e-mail address; {held}',
      nl: '{path} is geen e-mailadres; {held}',
      sv: '{path} är ingen e-postadress; {held}',
      da: '{path} er ikke en e-mailadresse; {held}',
    },
    remedy: {
      en: 'Correct the address in AlexisHR. The next sync will pick this up.',
      nl: 'Verbeter het adres in AlexisHR. De volgende sync neemt dit mee.',
      sv: 'Rätta adressen i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Ret adressen i AlexisHR. Næste synkronisering tager det med.',
    },
  },
  'employee-number-invalid': {
    severity: 'error',
    short: {
      en: 'the employee number is not usable',
      nl: 'het personeelsnummer is niet bruikbaar',
      sv: 'anställningsnumret går inte att använda',
      da: 'medarbejdernummeret kan ikke bruges',
    },
    guide: {
      says: 'Nmbrs takes whole numbers only',
      remedy: 'Change the number, or set `stripZeros` in the mapping',
    },
    message: {
      en: '{path} is not a number, and Nmbrs needs a number; {held}',
      nl: '{path} is geen getal, en Nmbrs heeft een getal nodig; {held}',
      sv: '{path} är inget tal, och Nmbrs behöver ett tal; {held}',
      da: '{path} er ikke et tal, og Nmbrs skal have et tal; {held}',
    },
    remedy: {
      en: 'Give the employee a number with digits only in AlexisHR. The next sync will pick this up.',
      nl: 'Geef de medewerker in AlexisHR een nummer van alleen cijfers. De volgende sync neemt dit mee.',
      sv: 'Ge medarbetaren ett nummer med bara siffror i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Giv medarbejderen et nummer med kun cifre i AlexisHR. Næste synkronisering tager det med.',
    },
    cases: {
      zeros: {
        message: {
          en: '{path} starts with a zero, which Nmbrs cannot store; {held}',
          nl: '{path} begint met een nul, en die kan Nmbrs niet bewaren; {held}',
          sv: '{path} börjar med en nolla, som Nmbrs inte kan spara; {held}',
          da: '{path} begynder med et nul, som Nmbrs ikke kan gemme; {held}',
        },
        remedy: {
          en: 'Remove the zeros in AlexisHR, or set stripZeros in the mapping. The next sync will pick this up.',
          nl: 'Haal de nullen in AlexisHR weg, of zet stripZeros in de mapping aan. De volgende sync neemt dit mee.',
          sv: 'Ta bort nollorna i AlexisHR, eller ange stripZeros i mappningen. Nästa synkronisering tar med det.',
          da: 'Fjern nullerne i AlexisHR, eller angiv stripZeros i mappingen. Næste synkronisering tager det med.',
        },
      },
      range: {
        message: {
          en: '{path} is not between 1 and 2147483647; {held}',
          nl: '{path} ligt niet tussen 1 en 2147483647; {held}',
          sv: '{path} är inte mellan 1 och 2147483647; {held}',
          da: '{path} er ikke mellem 1 og 2147483647; {held}',
        },
        remedy: {
          en: 'Give the employee a number that Nmbrs can store. The next sync will pick this up.',
          nl: 'Geef de medewerker een nummer dat Nmbrs kan bewaren. De volgende sync neemt dit mee.',
          sv: 'Ge medarbetaren ett nummer som Nmbrs kan spara. Nästa synkronisering tar med det.',
          da: 'Giv medarbejderen et nummer, som Nmbrs kan gemme. Næste synkronisering tager det med.',
        },
      },
    },
  },
  'street-not-splittable': {
    severity: 'error',
    short: {
      en: 'the street line cannot be split',
      nl: 'de straatregel is niet te splitsen',
      sv: 'adressraden går inte att dela upp',
      da: 'vejlinjen kan ikke deles',
    },
    guide: {
      says: 'The street line has no house number that can be recognised',
      remedy: 'Correct the street',
    },
    message: {
      en: '{path} cannot be split into street, house number and addition with certainty; {held}',
      nl: '{path} is niet met zekerheid te splitsen in straat, huisnummer en toevoeging; {held}',
      sv: '{path} kan inte säkert delas upp i gata, husnummer och tillägg; {held}',
      da: '{path} kan ikke med sikkerhed deles i vej, husnummer og tilføjelse; {held}',
    },
    remedy: {
      en: 'Write it in AlexisHR as street, number, addition, or map the whole line to Street. The next sync will pick this up.',
      nl: 'Schrijf het in AlexisHR als straat, nummer, toevoeging, of koppel de hele regel aan Street. De volgende sync neemt dit mee.',
      sv: 'Skriv det i AlexisHR som gata, nummer, tillägg, eller mappa hela raden till Street. Nästa synkronisering tar med det.',
      da: 'Skriv det i AlexisHR som vej, nummer, tilføjelse, eller map hele linjen til Street. Næste synkronisering tager det med.',
    },
  },
  'employee-number-duplicate': {
    severity: 'error',
    short: {
      en: 'two people have this employee number',
      nl: 'twee personen hebben dit personeelsnummer',
      sv: 'två personer har det här anställningsnumret',
      da: 'to personer har dette medarbejdernummer',
    },
    guide: {
      says: 'Two people of one company have the same number; neither is sent',
      remedy: 'Correct one of them',
    },
    message: {
      en: 'The same employee number is on {ids} in this company; none of these numbers is sent',
      nl: 'Hetzelfde personeelsnummer staat in dit bedrijf ook bij {ids}; het nummer van alle betrokkenen wordt niet verstuurd',
      sv: 'Samma anställningsnummer finns på {ids} i företaget; numret hålls tillbaka för alla',
      da: 'Samme medarbejdernummer står på {ids} i virksomheden; nummeret holdes tilbage for dem alle',
    },
    remedy: {
      en: 'Give each of them a different number in AlexisHR. The next sync will pick this up.',
      nl: 'Geef ieder een eigen nummer in AlexisHR. De volgende sync neemt dit mee.',
      sv: 'Ge var och en ett eget nummer i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Giv hver sit eget nummer i AlexisHR. Næste synkronisering tager det med.',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
