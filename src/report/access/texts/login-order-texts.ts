import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What is asked before an order about logins, under the people whom it is about. */
const texts = {
  en: {
    confirmed: 'Is this work done?',
    'deletion-confirmed': 'Are the old logins deleted, and the new ones still to be made?',
    refused: 'Will this work not be done?',
    accepted: 'May this work be done?',
    resend: 'Ask for a new password, or the link for it?',
    request: 'Ask for these logins?',
    remove: 'Ask that these logins are removed?',
    rename: 'Ask for these new user names?',
    withdraw: 'Take back what was asked for?',
  },
  nl: {
    confirmed: 'Is dit werk gedaan?',
    'deletion-confirmed': 'Zijn de oude logins verwijderd, en moeten de nieuwe nog worden gemaakt?',
    refused: 'Wordt dit werk niet gedaan?',
    accepted: 'Mag dit werk worden gedaan?',
    resend: 'Een nieuw wachtwoord, of de link ervoor, aanvragen?',
    request: 'Deze logins aanvragen?',
    remove: 'Vragen om deze logins te verwijderen?',
    rename: 'Deze nieuwe gebruikersnamen aanvragen?',
    withdraw: 'De aanvraag intrekken?',
  },
  sv: {
    confirmed: 'Är arbetet gjort?',
    'deletion-confirmed': 'Är de gamla inloggningarna borttagna, och ska de nya ännu skapas?',
    refused: 'Ska arbetet inte göras?',
    accepted: 'Får arbetet göras?',
    resend: 'Begära ett nytt lösenord, eller länken till det?',
    request: 'Begära dessa inloggningar?',
    remove: 'Begära att dessa inloggningar tas bort?',
    rename: 'Begära dessa nya användarnamn?',
    withdraw: 'Ta tillbaka det som begärdes?',
  },
  da: {
    confirmed: 'Er arbejdet gjort?',
    'deletion-confirmed': 'Er de gamle logins slettet, og skal de nye stadig oprettes?',
    refused: 'Bliver arbejdet ikke gjort?',
    accepted: 'Må arbejdet gøres?',
    resend: 'Bede om en ny adgangskode eller linket til den?',
    request: 'Bede om disse logins?',
    remove: 'Bede om, at disse logins fjernes?',
    rename: 'Bede om disse nye brugernavne?',
    withdraw: 'Tage det tilbage, der blev bedt om?',
  },
} as const

export type LoginQuestion = keyof (typeof texts)['en']

export const loginOrderTexts = toCatalogue<Readonly<Record<LoginQuestion, string>>>(texts)
