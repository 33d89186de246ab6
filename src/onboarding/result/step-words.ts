import type { ServiceName } from '../calls/call-name.js'
import type { NotTestedReason } from '../check/call-result.js'
import type { LocalText } from '../language.js'

// The menu words stay Dutch in both languages: they are what stands on the screen of Nmbrs. Which calls and facts a step is about stands
// beside its text.

/** The name of a service as the screen for the rights of a template shows it. */
const serviceLabel: Readonly<Record<ServiceName, string>> = {
  CompanyService: 'Company Services',
  EmployeeService: 'Employee Services',
  DebtorService: 'Debtor Services',
  ReportService: 'Report Services',
}

const templateMenu: LocalText = {
  nl: 'Instellingen → Gebruikers → Template Users → API-icoon bij de template van dit account → scherm “Webservices rights edit”',
  en: 'Instellingen → Gebruikers → Template Users → API icon of the template of this account → screen “Webservices rights edit”',
}

export const switchOn = (service: ServiceName): LocalText => ({
  nl: `Zet deze calls aan in Nmbrs: ${templateMenu.nl} → ${serviceLabel[service]} → Active.`,
  en: `Switch these calls on in Nmbrs: ${templateMenu.en} → ${serviceLabel[service]} → Active.`,
})

export const askWhetherNeeded: LocalText = {
  nl: 'Deze calls staan uit; voor dit soort account zijn ze niet voorgeschreven. Vraag de afnemer of hij ze nodig heeft.',
  en: 'These calls are off; they are not demanded for this kind of account. Ask the consumer whether he needs them.',
}

export const lookAtWrites = (service: ServiceName): LocalText => ({
  nl: `Kijk zelf of deze calls aanstaan; ze wijzigen iets en worden daarom nooit geprobeerd: ${templateMenu.nl} → ${serviceLabel[service]} → Active.`,
  en: `Look for yourself whether these calls are on; they change something, so they are never tried: ${templateMenu.en} → ${serviceLabel[service]} → Active.`,
})

export const wrongCredentials: LocalText = {
  nl: 'Nmbrs laat het account niet binnen. Controleer gebruikersnaam, token en domein: poppetje rechtsboven → Gebruiker profiel → API-Token. Doe de controle daarna opnieuw.',
  en: 'Nmbrs does not let the account in. Check user name, token and domain: the figure at the top right → Gebruiker profiel → API-Token. Then check again.',
}

export const noSubscription: LocalText = {
  nl: 'Het account is uitgeschakeld of heeft geen geldig abonnement. Vraag dit na bij Nmbrs en doe de controle daarna opnieuw.',
  en: 'The account is disabled or has no valid subscription. Ask Nmbrs, then check again.',
}

export const nothingAnswered: LocalText = {
  nl: 'Nmbrs gaf geen antwoord. Controleer het netwerk en het adres van Nmbrs bij de verbinding en doe de controle daarna opnieuw.',
  en: 'Nmbrs did not answer. Check the network and the address of Nmbrs in the connection, then check again.',
}

export const noCompany: LocalText = {
  nl: 'Het account ziet dit bedrijf niet. Controleer het bedrijfsnummer, en of de debiteur de tag van het account heeft: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
  en: 'The account does not see this company. Check the id of the company, and whether the debtor has the tag of the account: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
}

export const outsideFilter: LocalText = {
  nl: 'De tags of filters van het account sluiten dit bedrijf uit. Voeg de tag toe aan de debiteur: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
  en: 'The tags or filters of the account leave this company out. Add the tag to the debtor: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
}

export const noAccess: LocalText = {
  nl: 'Het account mag dit bedrijf of deze medewerkers niet zien. Geef de gebruiker van het account toegang tot het bedrijf: Instellingen → Gebruikers.',
  en: 'The account may not see this company or these employees. Give the user of the account access to the company: Instellingen → Gebruikers.',
}

const ways: Readonly<Record<Exclude<NotTestedReason, 'write-call'> | 'failed', LocalText>> = {
  'no-employee': {
    nl: 'Deze calls zijn niet aangetoond: het bedrijf heeft geen medewerker om mee te proberen. Controleer opnieuw met een bedrijf dat er een heeft, of zodra er een is.',
    en: 'These calls were not shown to be open: the company has no employee to try with. Check again with a company that has one, or when there is one.',
  },
  'no-run': {
    nl: 'Deze calls zijn niet aangetoond: het bedrijf heeft geen verloning om mee te proberen. Controleer opnieuw na de eerste verloning.',
    en: 'These calls were not shown to be open: the company has no payroll run to try with. Check again after the first run.',
  },
  'no-company': {
    nl: 'Deze calls zijn niet aangetoond: er is geen bedrijf om mee te proberen. Noem er een met --company.',
    en: 'These calls were not shown to be open: there is no company to try with. Name one with --company.',
  },
  'no-debtor': {
    nl: 'Deze calls zijn niet aangetoond: de debiteur van het bedrijf is niet te vinden met dit account. Kijk ze na in de template.',
    en: 'These calls were not shown to be open: the debtor of the company cannot be found with this account. Look at them in the template.',
  },
  'no-period': {
    nl: 'Deze calls zijn niet aangetoond: de huidige periode van het bedrijf is niet te lezen. Zet Company_GetCurrentPeriod aan en controleer opnieuw.',
    en: 'These calls were not shown to be open: the current period of the company cannot be read. Switch Company_GetCurrentPeriod on and check again.',
  },
  'no-task': {
    nl: 'Deze calls zijn niet aangetoond: het rapport op de achtergrond kwam niet op gang. Zet eerst de call aan die het start en controleer opnieuw.',
    en: 'These calls were not shown to be open: the background report could not be started. Switch on the call that starts it first, and check again.',
  },
  'no-subject': {
    nl: 'Voor deze calls is iets nodig wat niet te vinden is. Kijk ze na in de template.',
    en: 'These calls need something that cannot be found out. Look at them in the template.',
  },
  'not-described': {
    nl: 'Van deze calls kent dit programma de parameters niet. Kijk ze na in de template.',
    en: 'This program does not know the parameters of these calls. Look at them in the template.',
  },
  stopped: {
    nl: 'De controle kwam niet aan deze calls toe. Doe de controle opnieuw.',
    en: 'The check did not get to these calls. Check again.',
  },
  failed: {
    nl: 'Deze calls gaven geen bruikbaar antwoord. Doe de controle opnieuw; blijft het zo, kijk ze dan na in de template.',
    en: 'These calls gave no answer that can be used. Check again; if it stays so, look at them in the template.',
  },
}

export const makeTestable = (reason: Exclude<NotTestedReason, 'write-call'> | 'failed'): LocalText =>
  ways[reason]

export const giveFacts: LocalText = {
  nl: 'Vul deze gegevens in en controleer opnieuw.',
  en: 'Fill these facts in and check again.',
}

export const correctFacts: LocalText = {
  nl: 'Verbeter deze gegevens en controleer opnieuw.',
  en: 'Correct these facts and check again.',
}

export const compareByHand: LocalText = {
  nl: 'Vergelijk deze gegevens zelf met Nmbrs; het account kon ze niet lezen.',
  en: 'Compare these facts with Nmbrs yourself; the account could not read them.',
}
