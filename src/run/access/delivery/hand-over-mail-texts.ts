import { toCatalogue } from '../../../domain/language/catalogue.js'

/**
 * What the message with a hand-over says around the lists. Subject lines show in notifications, so no one is
 * named.
 */
export const handOverMailTexts = toCatalogue({
  en: {
    subject: 'nmbrs-sync {connection}: {portal}, logins of {people} to do ({key})',
    title: '{portal}: work {key} for {connection}, {day}',
    lists: 'The lists are in this message as a page, and in the attached files.',
  },
  nl: {
    subject: 'nmbrs-sync {connection}: {portal}, logins van {people} te doen ({key})',
    title: '{portal}: werk {key} voor {connection}, {day}',
    lists: 'De lijsten staan in dit bericht als pagina, en in de bijlagen.',
  },
  sv: {
    subject: 'nmbrs-sync {connection}: {portal}, inloggningar för {people} att göra ({key})',
    title: '{portal}: arbete {key} för {connection}, {day}',
    lists: 'Listorna finns i meddelandet som en sida, och i de bifogade filerna.',
  },
  da: {
    subject: 'nmbrs-sync {connection}: {portal}, logins til {people} skal ordnes ({key})',
    title: '{portal}: arbejde {key} for {connection}, {day}',
    lists: 'Listerne er i denne besked som en side, og i de vedhæftede filer.',
  },
})
