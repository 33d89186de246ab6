import type { Answer, AccessRequest } from '../../../access/access-book.js'
import type { AccessState } from '../../../access/work/order.js'
import { toCatalogue } from '../../../domain/language/catalogue.js'

type Ask = Exclude<AccessRequest['ask'], 'acceptance'>

interface AnswerTexts {
  answered: Readonly<Record<Answer, string>>
  next: Readonly<Record<Answer, string>>
  waitsForNone: (subject: string, state: string) => string
  neverHandedOver: string
  state: Readonly<Record<AccessState, string>>
  mayBeDone: (subject: string, work: string) => string
  exactlyThis: string
  takeWordBack: string
  asked: Readonly<Record<Ask, string>>
  waits: (reason: string) => string
  isHandedOver: (portal: string) => string
  restIsHandedOver: (portal: string) => string
  takeBack: (subjects: string) => string
  takenBack: (subject: string) => string
  mayHaveArrived: (batch: string, subject: string) => string
}

/**
 * Answers to what someone says about work, and to what they ask for: `confirm`, `refuse`, `request`,
 * `remove`, `rename`, `resend`, `withdraw`.
 */
export const answerTexts = toCatalogue<AnswerTexts>({
  en: {
    answered: {
      confirmed: 'Confirmed',
      'deletion-confirmed': 'Noted that the old login is gone',
      refused: 'Refused',
    },
    next: {
      confirmed: 'What is known of the logins: nmbrs-sync access status',
      'deletion-confirmed': 'When the new login is there: nmbrs-sync access confirm',
      refused: 'It is not handed over again by itself. To ask for it again: nmbrs-sync access request ID',
    },
    waitsForNone: (subject, state) => `Waits for no answer: ${subject} (${state}).`,
    neverHandedOver: 'nothing was ever handed over',
    state: {
      wanted: 'wanted',
      'handed-over': 'handed-over',
      confirmed: 'confirmed',
      refused: 'refused',
      expired: 'expired',
    },
    mayBeDone: (subject, work) => `${subject}: ${work} may be done.`,
    exactlyThis: 'Exactly this is handed over by the next: nmbrs-sync access sync',
    takeWordBack: 'To take that back: nmbrs-sync access withdraw ID',
    asked: {
      resend: 'The password, or the link for it, is asked for again',
      individually: 'A login is asked for',
      remove: 'The end of a login is asked for',
      'user-name': 'A new user name is asked for',
      again: 'The same work is asked for again',
    },
    waits: (reason) => `It waits: ${reason}.`,
    isHandedOver: (portal) => `It is handed over by the next: nmbrs-sync access sync ${portal}`,
    restIsHandedOver: (portal) =>
      `What waits for nothing is handed over by the next: nmbrs-sync access sync ${portal}`,
    takeBack: (subjects) => `To take it back: nmbrs-sync access withdraw ${subjects}`,
    takenBack: (subject) => `Taken back: what was asked for ${subject}.`,
    mayHaveArrived: (batch, subject) =>
      `It was on ${batch}, and it is not known whether that list arrived: tell those who do the work. Then: nmbrs-sync access refuse ${subject} --reason TEXT, or nmbrs-sync access confirm ${subject}`,
  },
  nl: {
    answered: {
      confirmed: 'Bevestigd',
      'deletion-confirmed': 'Genoteerd dat de oude login weg is',
      refused: 'Geweigerd',
    },
    next: {
      confirmed: 'Wat er van de logins bekend is: nmbrs-sync access status',
      'deletion-confirmed': 'Als de nieuwe login er is: nmbrs-sync access confirm',
      refused:
        'Het wordt niet vanzelf opnieuw overgedragen. Om er opnieuw om te vragen: nmbrs-sync access request ID',
    },
    waitsForNone: (subject, state) => `Wacht niet op antwoord: ${subject} (${state}).`,
    neverHandedOver: 'er is nooit iets overgedragen',
    state: {
      wanted: 'gewenst',
      'handed-over': 'overgedragen',
      confirmed: 'bevestigd',
      refused: 'geweigerd',
      expired: 'verlopen',
    },
    mayBeDone: (subject, work) => `${subject}: ${work} mag.`,
    exactlyThis: 'Precies dit wordt overgedragen bij de volgende: nmbrs-sync access sync',
    takeWordBack: 'Om het akkoord terug te nemen: nmbrs-sync access withdraw ID',
    asked: {
      resend: 'Er is opnieuw gevraagd om het wachtwoord of de link ervoor',
      individually: 'Er is een login gevraagd',
      remove: 'Er is gevraagd een login te beëindigen',
      'user-name': 'Er is een nieuwe gebruikersnaam gevraagd',
      again: 'Er is opnieuw om hetzelfde werk gevraagd',
    },
    waits: (reason) => `Het wacht: ${reason}.`,
    isHandedOver: (portal) => `Het wordt overgedragen bij de volgende: nmbrs-sync access sync ${portal}`,
    restIsHandedOver: (portal) =>
      `Wat nergens op wacht, wordt overgedragen bij de volgende: nmbrs-sync access sync ${portal}`,
    takeBack: (subjects) => `Om het terug te nemen: nmbrs-sync access withdraw ${subjects}`,
    takenBack: (subject) => `Teruggenomen: wat voor ${subject} is gevraagd.`,
    mayHaveArrived: (batch, subject) =>
      `Het stond op ${batch}, en het is niet bekend of die lijst is aangekomen: zeg het tegen degenen die het werk doen. Daarna: nmbrs-sync access refuse ${subject} --reason TEXT, of nmbrs-sync access confirm ${subject}`,
  },
  sv: {
    answered: {
      confirmed: 'Bekräftat',
      'deletion-confirmed': 'Noterat att den gamla inloggningen är borta',
      refused: 'Avböjt',
    },
    next: {
      confirmed: 'Vad som är känt om inloggningarna: nmbrs-sync access status',
      'deletion-confirmed': 'När den nya inloggningen finns: nmbrs-sync access confirm',
      refused:
        'Det lämnas inte över igen av sig självt. För att begära det igen: nmbrs-sync access request ID',
    },
    waitsForNone: (subject, state) => `Väntar inte på svar: ${subject} (${state}).`,
    neverHandedOver: 'inget har någonsin lämnats över',
    state: {
      wanted: 'önskat',
      'handed-over': 'överlämnat',
      confirmed: 'bekräftat',
      refused: 'avböjt',
      expired: 'utgånget',
    },
    mayBeDone: (subject, work) => `${subject}: ${work} får göras.`,
    exactlyThis: 'Exakt detta lämnas över vid nästa: nmbrs-sync access sync',
    takeWordBack: 'För att ta tillbaka godkännandet: nmbrs-sync access withdraw ID',
    asked: {
      resend: 'Lösenordet eller länken till det har begärts igen',
      individually: 'En inloggning har begärts',
      remove: 'Det har begärts att en inloggning tas bort',
      'user-name': 'Ett nytt användarnamn har begärts',
      again: 'Samma arbete har begärts igen',
    },
    waits: (reason) => `Det väntar: ${reason}.`,
    isHandedOver: (portal) => `Det lämnas över vid nästa: nmbrs-sync access sync ${portal}`,
    restIsHandedOver: (portal) =>
      `Det som inte väntar på något lämnas över vid nästa: nmbrs-sync access sync ${portal}`,
    takeBack: (subjects) => `För att ta tillbaka det: nmbrs-sync access withdraw ${subjects}`,
    takenBack: (subject) => `Tillbakataget: det som begärdes för ${subject}.`,
    mayHaveArrived: (batch, subject) =>
      `Det stod på ${batch}, och ingen vet om listan kom fram: säg till dem som gör arbetet. Sedan: nmbrs-sync access refuse ${subject} --reason TEXT, eller nmbrs-sync access confirm ${subject}`,
  },
  da: {
    answered: {
      confirmed: 'Bekræftet',
      'deletion-confirmed': 'Noteret, at det gamle login er væk',
      refused: 'Afvist',
    },
    next: {
      confirmed: 'Hvad der vides om logins: nmbrs-sync access status',
      'deletion-confirmed': 'Når det nye login er der: nmbrs-sync access confirm',
      refused: 'Det overdrages ikke igen af sig selv. For at bede om det igen: nmbrs-sync access request ID',
    },
    waitsForNone: (subject, state) => `Venter ikke på svar: ${subject} (${state}).`,
    neverHandedOver: 'intet er nogensinde overdraget',
    state: {
      wanted: 'ønsket',
      'handed-over': 'overdraget',
      confirmed: 'bekræftet',
      refused: 'afvist',
      expired: 'udløbet',
    },
    mayBeDone: (subject, work) => `${subject}: ${work} må gøres.`,
    exactlyThis: 'Præcis dette overdrages ved næste: nmbrs-sync access sync',
    takeWordBack: 'For at trække godkendelsen tilbage: nmbrs-sync access withdraw ID',
    asked: {
      resend: 'Der er bedt om adgangskoden eller linket til den igen',
      individually: 'Der er bedt om et login',
      remove: 'Der er bedt om, at et login afsluttes',
      'user-name': 'Der er bedt om et nyt brugernavn',
      again: 'Der er bedt om det samme arbejde igen',
    },
    waits: (reason) => `Det venter: ${reason}.`,
    isHandedOver: (portal) => `Det overdrages ved næste: nmbrs-sync access sync ${portal}`,
    restIsHandedOver: (portal) =>
      `Det, der ikke venter på noget, overdrages ved næste: nmbrs-sync access sync ${portal}`,
    takeBack: (subjects) => `For at trække det tilbage: nmbrs-sync access withdraw ${subjects}`,
    takenBack: (subject) => `Trukket tilbage: det, der blev bedt om for ${subject}.`,
    mayHaveArrived: (batch, subject) =>
      `Det stod på ${batch}, og det vides ikke, om listen kom frem: sig det til dem, der gør arbejdet. Derefter: nmbrs-sync access refuse ${subject} --reason TEXT, eller nmbrs-sync access confirm ${subject}`,
  },
})
