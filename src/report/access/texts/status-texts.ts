import { toCatalogue } from '../../../domain/language/catalogue.js'

interface StatusTexts {
  titles: Readonly<Record<'with' | 'without' | 'left', string>>
  switchedOff: string
  loginDataDue: string
  loginDataSent: (day: string) => string
  toHandOver: (work: string) => string
  held: (work: string, reason: string) => string
  handedOver: (work: string, day: string) => string
  handedOverIn: (work: string, day: string, batch: string) => string
  late: (text: string) => string
}

/** `access status`: who has a login, who has none, and who left and still has one. */
export const statusTexts = toCatalogue<StatusTexts>({
  en: {
    titles: { with: 'With a login', without: 'Without a login', left: 'Left, login active' },
    switchedOff: 'switched off',
    loginDataDue: 'login data not sent yet: nmbrs-sync access letters',
    loginDataSent: (day) => `login data sent ${day}`,
    toHandOver: (work) => `${work}: to hand over`,
    held: (work, reason) => `${work}: held (${reason})`,
    handedOver: (work, day) => `${work}: handed over ${day}`,
    handedOverIn: (work, day, batch) => `${work}: handed over ${day} in ${batch}`,
    late: (text) => `${text}; late`,
  },
  nl: {
    titles: { with: 'Met een login', without: 'Zonder login', left: 'Uit dienst, login actief' },
    switchedOff: 'gedeactiveerd',
    loginDataDue: 'inloggegevens nog niet verstuurd: nmbrs-sync access letters',
    loginDataSent: (day) => `inloggegevens verstuurd op ${day}`,
    toHandOver: (work) => `${work}: over te dragen`,
    held: (work, reason) => `${work}: wacht op akkoord (${reason})`,
    handedOver: (work, day) => `${work}: overgedragen op ${day}`,
    handedOverIn: (work, day, batch) => `${work}: overgedragen op ${day} in ${batch}`,
    late: (text) => `${text}; te laat`,
  },
  sv: {
    titles: {
      with: 'Med inloggning',
      without: 'Utan inloggning',
      left: 'Har slutat, inloggningen är aktiv',
    },
    switchedOff: 'inaktiverad',
    loginDataDue: 'inloggningsuppgifterna är inte skickade än: nmbrs-sync access letters',
    loginDataSent: (day) => `inloggningsuppgifterna skickades ${day}`,
    toHandOver: (work) => `${work}: att lämna över`,
    held: (work, reason) => `${work}: väntar på godkännande (${reason})`,
    handedOver: (work, day) => `${work}: överlämnad ${day}`,
    handedOverIn: (work, day, batch) => `${work}: överlämnad ${day} i ${batch}`,
    late: (text) => `${text}; sent`,
  },
  da: {
    titles: { with: 'Med login', without: 'Uden login', left: 'Fratrådt, loginet er aktivt' },
    switchedOff: 'deaktiveret',
    loginDataDue: 'loginoplysninger er ikke sendt endnu: nmbrs-sync access letters',
    loginDataSent: (day) => `loginoplysninger sendt ${day}`,
    toHandOver: (work) => `${work}: skal overdrages`,
    held: (work, reason) => `${work}: venter på godkendelse (${reason})`,
    handedOver: (work, day) => `${work}: overdraget ${day}`,
    handedOverIn: (work, day, batch) => `${work}: overdraget ${day} i ${batch}`,
    late: (text) => `${text}; for sent`,
  },
})
