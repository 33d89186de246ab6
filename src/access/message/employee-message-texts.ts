import type { PortalLanguage } from '../logins/login.js'
import type { Portal } from '../portal/portal.js'

/** The words of the message to someone who has a new login. `{name}` and `{portal}` are put in. */
export interface EmployeeMessageTexts {
  subject: string
  greeting: string
  /** For someone whose first name is not known. */
  greetingWithoutName: string
  opening: string
  /** How to get in, by who sees to it. */
  entry: Readonly<Record<Portal['loginData'], string>>
  closing: string
}

/** By language. None of them names a password, a user name or an address. */
export const employeeMessageTexts: Readonly<Record<PortalLanguage, EmployeeMessageTexts>> = {
  NL: {
    subject: 'Je hebt een login voor {portal}',
    greeting: 'Beste {name},',
    greetingWithoutName: 'Beste collega,',
    opening: 'Er is voor jou een login gemaakt voor {portal}.',
    entry: {
      link: 'De portal stuurt een bericht met een link naar dit e-mailadres. Met die link kies je zelf een wachtwoord. Zie je het bericht niet, kijk dan bij de ongewenste e-mail.',
      'sent-by-administrator':
        'Je beheerder geeft je de gebruikersnaam, het wachtwoord en de Company ID. Bij de eerste keer inloggen kun je het wachtwoord veranderen.',
      'by-vendor': 'De leverancier van de portal laat je weten hoe je inlogt.',
    },
    closing: 'Lukt het niet, vraag dan de salarisadministratie. Wij vragen je nooit om je wachtwoord.',
  },
  EN: {
    subject: 'You have a login for {portal}',
    greeting: 'Dear {name},',
    greetingWithoutName: 'Dear colleague,',
    opening: 'A login for {portal} was made for you.',
    entry: {
      link: 'The portal sends a message with a link to this e-mail address. With that link you choose a password yourself. If you do not see the message, look in your spam folder.',
      'sent-by-administrator':
        'Your administrator gives you the user name, the password and the Company ID. You can change the password when you first log in.',
      'by-vendor': 'The vendor of the portal lets you know how to log in.',
    },
    closing: 'If it does not work, ask your payroll department. We never ask for your password.',
  },
  DE: {
    subject: 'Sie haben einen Zugang zu {portal}',
    greeting: 'Guten Tag {name},',
    greetingWithoutName: 'Guten Tag,',
    opening: 'Für Sie wurde ein Zugang zu {portal} angelegt.',
    entry: {
      link: 'Das Portal schickt eine Nachricht mit einem Link an diese E-Mail-Adresse. Mit diesem Link wählen Sie selbst ein Passwort. Finden Sie die Nachricht nicht, sehen Sie bitte im Spam-Ordner nach.',
      'sent-by-administrator':
        'Ihr Administrator gibt Ihnen Benutzernamen, Passwort und Company ID. Beim ersten Anmelden können Sie das Passwort ändern.',
      'by-vendor': 'Der Anbieter des Portals teilt Ihnen mit, wie Sie sich anmelden.',
    },
    closing:
      'Wenn es nicht gelingt, fragen Sie bitte die Lohnbuchhaltung. Wir fragen Sie nie nach Ihrem Passwort.',
  },
  SE: {
    subject: 'Du har fått en inloggning till {portal}',
    greeting: 'Hej {name},',
    greetingWithoutName: 'Hej,',
    opening: 'En inloggning till {portal} har skapats åt dig.',
    entry: {
      link: 'Portalen skickar ett meddelande med en länk till den här e-postadressen. Med länken väljer du själv ett lösenord. Om du inte ser meddelandet, titta i skräpposten.',
      'sent-by-administrator':
        'Din administratör ger dig användarnamn, lösenord och Company ID. Du kan byta lösenord när du loggar in första gången.',
      'by-vendor': 'Portalens leverantör meddelar dig hur du loggar in.',
    },
    closing: 'Om det inte fungerar, fråga löneavdelningen. Vi frågar aldrig efter ditt lösenord.',
  },
  DA: {
    subject: 'Du har fået et login til {portal}',
    greeting: 'Kære {name},',
    greetingWithoutName: 'Kære kollega,',
    opening: 'Der er oprettet et login til {portal} til dig.',
    entry: {
      link: 'Portalen sender en besked med et link til denne e-mailadresse. Med linket vælger du selv en adgangskode. Kan du ikke se beskeden, så kig i din uønskede post.',
      'sent-by-administrator':
        'Din administrator giver dig brugernavn, adgangskode og Company ID. Du kan ændre adgangskoden, første gang du logger ind.',
      'by-vendor': 'Portalens leverandør giver dig besked om, hvordan du logger ind.',
    },
    closing: 'Hvis det ikke lykkes, så spørg lønkontoret. Vi spørger aldrig om din adgangskode.',
  },
}
