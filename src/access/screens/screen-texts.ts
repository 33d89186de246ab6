import { toCatalogue } from '../../domain/language/catalogue.js'
import type { ScreenHint } from './screens-schema.js'

type HintTexts = Readonly<Record<ScreenHint, string>>

/** What is done on a screen, around the words that it has itself. */
export const screenTexts = toCatalogue<HintTexts>({
  en: {
    'tick-then-choose': 'Tick the people below, and choose what is shown above.',
    'plus-after-name':
      'Press the plus sign (+) after the name of the employee. Enter the e-mail address and the name, and select the template.',
    'search-employee': 'Search for the employee and grant what is shown above.',
    'select-several': 'Select the people below, and grant what is shown above.',
    'search-contact': 'Find the contact by name or company, press the name, and grant what is shown above.',
    'open-login': 'Open the login of the employee.',
    'icon-beside-user': 'Find the user, and use the icon to the right.',
  },
  nl: {
    'tick-then-choose': 'Vink de personen hieronder aan en kies wat hierboven staat.',
    'plus-after-name':
      'Klik op het plusteken (+) achter de naam van de medewerker. Vul het e-mailadres en de naam in en kies de template.',
    'search-employee': 'Zoek de medewerker en geef de rechten die hierboven staan.',
    'select-several': 'Selecteer de personen hieronder en geef de rechten die hierboven staan.',
    'search-contact':
      'Zoek de contactpersoon op naam of bedrijf, klik op de naam en geef de rechten die hierboven staan.',
    'open-login': 'Open de login van de medewerker.',
    'icon-beside-user': 'Zoek de gebruiker en gebruik het pictogram rechts.',
  },
  sv: {
    'tick-then-choose': 'Kryssa för personerna nedan och välj det som står ovan.',
    'plus-after-name':
      'Tryck på plustecknet (+) efter den anställdas namn. Ange e-postadressen och namnet och välj mallen.',
    'search-employee': 'Sök den anställda och ge det som står ovan.',
    'select-several': 'Markera personerna nedan och ge det som står ovan.',
    'search-contact': 'Sök kontakten efter namn eller företag, tryck på namnet och ge det som står ovan.',
    'open-login': 'Öppna den anställdas inloggning.',
    'icon-beside-user': 'Sök användaren och använd ikonen till höger.',
  },
  da: {
    'tick-then-choose': 'Sæt kryds ved personerne nedenfor, og vælg det, der står ovenfor.',
    'plus-after-name':
      'Tryk på plustegnet (+) efter medarbejderens navn. Indtast e-mailadressen og navnet, og vælg skabelonen.',
    'search-employee': 'Søg efter medarbejderen, og giv det, der står ovenfor.',
    'select-several': 'Vælg personerne nedenfor, og giv det, der står ovenfor.',
    'search-contact': 'Find kontakten efter navn eller firma, tryk på navnet, og giv det, der står ovenfor.',
    'open-login': 'Åbn medarbejderens login.',
    'icon-beside-user': 'Find brugeren, og brug ikonet til højre.',
  },
})
