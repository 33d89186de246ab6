import type { FindingEntry } from '../entry.js'
import { compensationIncomplete } from './compensation-incomplete.js'

/** Bank accounts and salaries of AlexisHR that cannot be used as they are. */
export const sourcePayFindings = {
  'iban-invalid': {
    severity: 'error',
    short: {
      en: 'the IBAN fails its check digits',
      nl: 'de controlecijfers van het IBAN kloppen niet',
      sv: 'kontrollsiffrorna i IBAN stämmer inte',
      da: 'kontrolcifrene i IBAN passer ikke',
    },
    guide: { says: 'The IBAN fails its check digits', remedy: 'Correct it in AlexisHR' },
    message: {
      en: '{field} of the bank account looks like an IBAN, but its check digits or length are wrong',
      nl: '{field} van de bankrekening lijkt op een IBAN, maar de controlecijfers of de lengte kloppen niet',
      sv: '{field} på bankkontot ser ut som ett IBAN, men kontrollsiffrorna eller längden stämmer inte',
      da: '{field} på bankkontoen ligner et IBAN, men kontrolcifrene eller længden passer ikke',
    },
    remedy: {
      en: 'Correct it in AlexisHR; the next sync will pick this up',
      nl: 'Verbeter het in AlexisHR; de volgende run neemt het mee',
      sv: 'Rätta det i AlexisHR; nästa körning tar med det',
      da: 'Ret det i AlexisHR; næste kørsel tager det med',
    },
    cases: {
      value: {
        message: {
          en: '{path} has wrong check digits or a wrong length; {held}',
          nl: '{path}: de controlecijfers of de lengte kloppen niet; {held}',
          sv: '{path}: kontrollsiffrorna eller längden stämmer inte; {held}',
          da: '{path}: kontrolcifrene eller længden passer ikke; {held}',
        },
        remedy: {
          en: 'Correct the IBAN in AlexisHR. The next sync will pick this up.',
          nl: 'Verbeter het IBAN in AlexisHR. De volgende sync neemt dit mee.',
          sv: 'Rätta IBAN i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Ret IBAN i AlexisHR. Næste synkronisering tager det med.',
        },
      },
    },
  },
  'bic-invalid': {
    severity: 'error',
    short: {
      en: 'the BIC is not usable',
      nl: 'de BIC is niet bruikbaar',
      sv: 'BIC går inte att använda',
      da: 'BIC kan ikke bruges',
    },
    guide: {
      says: 'The value is not a BIC, or is a BIC of another country than the IBAN',
      remedy: 'Correct or empty it in AlexisHR',
    },
    message: {
      en: 'The BIC is not from a bank in the country of the IBAN, so the bank account is not sent',
      nl: 'De BIC is niet van een bank in het land van het IBAN, dus er wordt niets van de bankrekening verstuurd',
      sv: 'BIC hör inte till någon bank i landet för IBAN, så inget av bankkontot skickas',
      da: 'BIC hører ikke til en bank i landet for IBAN, så intet af bankkontoen sendes',
    },
    remedy: {
      en: 'Correct the BIC in AlexisHR, or empty it; the next sync will pick this up',
      nl: 'Verbeter de BIC in AlexisHR of maak hem leeg; de volgende run neemt het mee',
      sv: 'Rätta BIC i AlexisHR eller töm fältet; nästa körning tar med det',
      da: 'Ret BIC i AlexisHR, eller tøm feltet; næste kørsel tager det med',
    },
    cases: {
      value: {
        message: {
          en: '{path} is not a BIC of 8 or 11 characters; {held}',
          nl: '{path} is geen BIC van 8 of 11 tekens; {held}',
          sv: '{path} är inget BIC med 8 eller 11 tecken; {held}',
          da: '{path} er ikke et BIC på 8 eller 11 tegn; {held}',
        },
        remedy: {
          en: 'Correct the BIC in AlexisHR, or empty it. The next sync will pick this up.',
          nl: 'Verbeter de BIC in AlexisHR, of maak hem leeg. De volgende sync neemt dit mee.',
          sv: 'Rätta BIC i AlexisHR, eller töm fältet. Nästa synkronisering tar med det.',
          da: 'Ret BIC i AlexisHR, eller tøm feltet. Næste synkronisering tager det med.',
        },
      },
    },
  },
  'account-number-invalid': {
    severity: 'error',
    short: {
      en: 'the account number is not usable',
      nl: 'het rekeningnummer is niet bruikbaar',
      sv: 'kontonumret går inte att använda',
      da: 'kontonummeret kan ikke bruges',
    },
    guide: {
      says: 'An account number has something other than digits and separators, or is not the one of the IBAN',
      remedy: 'Correct it in AlexisHR',
    },
    message: {
      en: 'The account number has something other than digits and separators, or is not the one of the IBAN',
      nl: 'In het rekeningnummer staat iets anders dan cijfers en scheidingstekens, of het is niet dat van de IBAN',
      sv: 'Kontonumret innehåller något annat än siffror och skiljetecken, eller är inte det i IBAN',
      da: 'Kontonummeret indeholder andet end cifre og skilletegn, eller er ikke det i IBAN',
    },
    remedy: {
      en: 'Correct the number in AlexisHR, or empty it; the next sync will pick this up',
      nl: 'Verbeter het nummer in AlexisHR of maak het leeg; de volgende run neemt het mee',
      sv: 'Rätta numret i AlexisHR eller töm fältet; nästa körning tar med det',
      da: 'Ret nummeret i AlexisHR, eller tøm feltet; næste kørsel tager det med',
    },
  },
  'bank-account-incomplete': {
    severity: 'error',
    short: {
      en: 'the bank account is not complete',
      nl: 'de bankrekening is niet volledig',
      sv: 'bankkontot är inte fullständigt',
      da: 'bankkontoen er ikke fuldstændig',
    },
    guide: { says: 'A BIC without an account', remedy: 'Enter the IBAN or the number' },
    message: {
      en: 'The bank account has neither an IBAN nor a number; the bank account is not sent',
      nl: 'De bankrekening heeft geen IBAN en geen nummer; de bankrekening wordt in zijn geheel niet verstuurd',
      sv: 'Bankkontot har varken IBAN eller nummer; hela bankkontot hålls tillbaka',
      da: 'Bankkontoen har hverken IBAN eller nummer; hele bankkontoen holdes tilbage',
    },
    remedy: {
      en: 'Enter the IBAN in AlexisHR, or empty the rest of the bank account. The next sync will pick this up.',
      nl: 'Vul het IBAN in AlexisHR in, of maak de rest van de bankrekening leeg. De volgende sync neemt dit mee.',
      sv: 'Fyll i IBAN i AlexisHR, eller töm resten av bankkontot. Nästa synkronisering tar med det.',
      da: 'Udfyld IBAN i AlexisHR, eller tøm resten af bankkontoen. Næste synkronisering tager det med.',
    },
  },
  'amount-invalid': {
    severity: 'error',
    short: {
      en: 'the amount is not usable',
      nl: 'het bedrag is niet bruikbaar',
      sv: 'beloppet går inte att använda',
      da: 'beløbet kan ikke bruges',
    },
    guide: {
      says: 'The amount is negative, not a number, or too precise',
      remedy: 'Correct the compensation',
    },
    message: {
      en: '{path} is not an amount in plain digits with a decimal point; {held}',
      nl: '{path} is geen bedrag in cijfers met een decimale punt; {held}',
      sv: '{path} är inget belopp i siffror med decimalpunkt; {held}',
      da: '{path} er ikke et beløb i cifre med decimalpunktum; {held}',
    },
    remedy: {
      en: 'Correct the amount in AlexisHR. The next sync will pick this up.',
      nl: 'Verbeter het bedrag in AlexisHR. De volgende sync neemt dit mee.',
      sv: 'Rätta beloppet i AlexisHR. Nästa synkronisering tar med det.',
      da: 'Ret beløbet i AlexisHR. Næste synkronisering tager det med.',
    },
    cases: {
      negative: {
        message: {
          en: '{path} is negative; {held}',
          nl: '{path} is negatief; {held}',
          sv: '{path} är negativt; {held}',
          da: '{path} er negativ; {held}',
        },
      },
      decimals: {
        message: {
          en: '{path} has more than {count} decimals; {held}',
          nl: '{path} heeft meer dan {count} decimalen; {held}',
          sv: '{path} har mer än {count} decimaler; {held}',
          da: '{path} har mere end {count} decimaler; {held}',
        },
        remedy: {
          en: 'Round the amount in AlexisHR. The next sync will pick this up.',
          nl: 'Rond het bedrag in AlexisHR af. De volgende sync neemt dit mee.',
          sv: 'Avrunda beloppet i AlexisHR. Nästa synkronisering tar med det.',
          da: 'Afrund beløbet i AlexisHR. Næste synkronisering tager det med.',
        },
      },
      digits: {
        message: {
          en: '{path} has more than {count} digits; {held}',
          nl: '{path} heeft meer dan {count} cijfers; {held}',
          sv: '{path} har mer än {count} siffror; {held}',
          da: '{path} har mere end {count} cifre; {held}',
        },
      },
      absent: compensationIncomplete,
    },
  },
  'currency-not-euro': {
    severity: 'error',
    short: {
      en: 'the currency is not EUR',
      nl: 'de valuta is geen EUR',
      sv: 'valutan är inte EUR',
      da: 'valutaen er ikke EUR',
    },
    guide: {
      says: 'Nmbrs pays in euro',
      remedy: 'Enter the compensation in euro, or pay this person elsewhere',
    },
    message: {
      en: 'compensation.currency is not EUR, and Nmbrs pays in euro; {held}',
      nl: 'compensation.currency is geen EUR, en Nmbrs betaalt in euro; {held}',
      sv: 'compensation.currency är inte EUR, och Nmbrs betalar i euro; {held}',
      da: 'compensation.currency er ikke EUR, og Nmbrs udbetaler i euro; {held}',
    },
    remedy: {
      en: 'Enter the compensation in euro in AlexisHR.',
      nl: 'Voer het salaris in AlexisHR in euro in.',
      sv: 'Ange lönen i euro i AlexisHR.',
      da: 'Indtast lønnen i euro i AlexisHR.',
    },
  },
  'salary-type-unknown': {
    severity: 'error',
    short: {
      en: 'the pay period has no salary type',
      nl: 'de betaalperiode heeft geen soort salaris',
      sv: 'löneperioden saknar lönetyp',
      da: 'lønperioden har ingen løntype',
    },
    guide: {
      says: 'The salary is paid per something other than a month or an hour',
      remedy: 'Change the pay period, or add a table to the mapping',
    },
    message: {
      en: '{path} is a pay period that has no salary type in Nmbrs; {held}',
      nl: '{path} is een betaalperiode waarvoor Nmbrs geen soort salaris heeft; {held}',
      sv: '{path} är en löneperiod som saknar lönetyp i Nmbrs; {held}',
      da: '{path} er en lønperiode, der ikke har en løntype i Nmbrs; {held}',
    },
    remedy: {
      en: 'Enter the compensation per month or per hour in AlexisHR, or correct byEmploymentType in the mapping. The next sync will pick this up.',
      nl: 'Voer het salaris in AlexisHR per maand of per uur in, of verbeter byEmploymentType in de mapping. De volgende sync neemt dit mee.',
      sv: 'Ange lönen per månad eller per timme i AlexisHR, eller rätta byEmploymentType i mappningen. Nästa synkronisering tar med det.',
      da: 'Indtast lønnen pr. måned eller pr. time i AlexisHR, eller ret byEmploymentType i mappingen. Næste synkronisering tager det med.',
    },
    cases: {
      'other-period': {
        message: {
          en: '{path} is a pay period that does not fit the salary type of the employment type; {held}',
          nl: '{path} is een betaalperiode die niet past bij het soort salaris van het soort dienstverband; {held}',
          sv: '{path} är en löneperiod som inte passar anställningstypens lönetyp; {held}',
          da: '{path} er en lønperiode, der ikke passer til ansættelsestypens løntype; {held}',
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
      period: {
        message: {
          en: 'compensation.payoutPeriod does not fit the salary type; {held}',
          nl: 'compensation.payoutPeriod past niet bij het soort salaris; {held}',
          sv: 'compensation.payoutPeriod passar inte lönetypen; {held}',
          da: 'compensation.payoutPeriod passer ikke til løntypen; {held}',
        },
        remedy: {
          en: 'Enter the compensation per month or per hour in AlexisHR, or correct the mapping of Type.',
          nl: 'Voer het salaris in AlexisHR per maand of per uur in, of verbeter de mapping van Type.',
          sv: 'Ange lönen per månad eller per timme i AlexisHR, eller rätta mappningen av Type.',
          da: 'Indtast lønnen pr. måned eller pr. time i AlexisHR, eller ret mappingen af Type.',
        },
      },
      absent: compensationIncomplete,
    },
  },
  'compensation-ambiguous': {
    severity: 'error',
    short: {
      en: 'two salaries start on one day',
      nl: 'twee salarissen gaan op één dag in',
      sv: 'två löner börjar gälla samma dag',
      da: 'to lønninger gælder fra samme dag',
    },
    guide: { says: 'Two compensations start on the same day', remedy: 'Remove one in AlexisHR' },
    message: {
      en: 'AlexisHR has two compensations that start on the same day and does not say which one counts',
      nl: 'AlexisHR heeft twee salarissen die op dezelfde dag ingaan en zegt niet welk geldt',
      sv: 'AlexisHR har två löner som börjar gälla samma dag och anger inte vilken som gäller',
      da: 'AlexisHR har to lønninger, der gælder fra samme dag, og siger ikke, hvilken der tæller',
    },
    remedy: {
      en: 'Delete the wrong compensation in AlexisHR, or move its start.',
      nl: 'Verwijder het verkeerde salaris in AlexisHR, of verschuif de ingangsdatum.',
      sv: 'Ta bort den felaktiga lönen i AlexisHR, eller flytta dess start.',
      da: 'Slet den forkerte løn i AlexisHR, eller flyt dens start.',
    },
  },
  'current-row-mismatch': {
    severity: 'warning',
    short: {
      en: 'AlexisHR points at another row than its dates',
      nl: 'AlexisHR wijst een andere regel aan dan de datums',
      sv: 'AlexisHR pekar på en annan rad än datumen',
      da: 'AlexisHR peger på en anden række end datoerne',
    },
    guide: {
      says: 'AlexisHR marks another row as current than the dates say; the mark is followed, a later salary once its period is there',
      remedy: 'Look at the employment or compensation',
    },
    message: {
      en: 'The row that AlexisHR calls current is not the one that its dates make current',
      nl: 'Wat AlexisHR de huidige regel noemt, is niet de regel die volgens de datums nu geldt',
      sv: 'Raden som AlexisHR kallar aktuell är inte den som gäller enligt datumen',
      da: 'Den række, som AlexisHR kalder aktuel, er ikke den, der gælder ifølge datoerne',
    },
    remedy: {
      en: 'Look at the start and end dates in AlexisHR; what AlexisHR calls current is used, a later salary once its payroll period is there.',
      nl: 'Kijk naar de begin- en einddatums in AlexisHR; wat AlexisHR de huidige noemt, wordt gebruikt, een later salaris zodra de loonperiode ervan er is.',
      sv: 'Se på start- och slutdatumen i AlexisHR; det som AlexisHR kallar aktuellt används, en senare lön när dess löneperiod är inne.',
      da: 'Se på start- og slutdatoerne i AlexisHR; det, AlexisHR kalder aktuelt, bruges, en senere løn når dens lønperiode er der.',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
