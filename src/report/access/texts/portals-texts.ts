import type { Portal } from '../../../access/portal/portal.js'
import type { AccessPolicy } from '../../../access/policy/policy.js'
import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'

type Row =
  | 'loginsFor'
  | 'permissions'
  | 'templates'
  | 'languages'
  | 'change'
  | 'leaving'
  | 'noAnswer'
  | 'handedOverBy'
  | 'otherwise'
  | 'newEmail'

interface PortalsTexts {
  rows: Readonly<Record<Row, string>>
  rule: (name: string) => string
  permits: (template: string) => string
  subjects: Readonly<Record<Portal['subjects'], string>>
  noChoice: string
  ownTemplates: string
  inPlace: string
  changeOf: (aspects: string, route: string) => string
  leaving: Readonly<Record<Portal['leaving'], string>>
  lateAfter: Counted
  expiresAfter: Counted
  repeat: Readonly<Record<Portal['answer']['repeat'], string>>
  onlyShown: string
  newEmail: Readonly<Record<AccessPolicy['replaceOnEmailChange'], string>>
  configured: string
  notConfigured: string
  nothingIsWritten: string
}

/** `access portals`: what each portal can do, and who gets which login there. */
export const portalsTexts = toCatalogue<PortalsTexts>({
  en: {
    rows: {
      loginsFor: 'logins for',
      permissions: 'permissions',
      templates: 'templates',
      languages: 'languages',
      change: 'a change',
      leaving: 'at leaving',
      noAnswer: 'no answer',
      handedOverBy: 'handed over by',
      otherwise: 'otherwise',
      newEmail: 'a new e-mail',
    },
    rule: (name) => `rule ${name}`,
    permits: (template) => `${template} permits`,
    subjects: {
      employees: 'employees who are connected and in service',
      contacts: 'contacts of customers, from a CSV file',
      requesters: 'people named in the configuration',
    },
    noChoice: 'no choice',
    ownTemplates: 'own templates by name',
    inPlace: 'in place',
    changeOf: (aspects, route) => `of ${aspects}: ${route}`,
    leaving: {
      'stays-active': 'the login stays active',
      'can-be-deactivated': 'the login can be switched off',
    },
    lateAfter: { one: 'late after 1 hour', many: 'late after # hours' },
    expiresAfter: { one: 'expires after 1 day', many: 'expires after # days' },
    repeat: {
      safe: 'may be handed over again',
      'after-a-word': 'is handed over again only when someone asks for it',
    },
    onlyShown: 'nothing: it is only shown',
    newEmail: {
      hold: 'the replacement is prepared and waits for approval',
      list: 'is shown, and replaced when someone accepts it',
      never: 'leaves the login alone',
    },
    configured: 'configured',
    notConfigured: 'not configured',
    nothingIsWritten:
      'None of these portals is written to by nmbrs-sync: it works out and hands over the work, a person does it, and says or shows that it is done.',
  },
  nl: {
    rows: {
      loginsFor: 'logins voor',
      permissions: 'rechten',
      templates: 'templates',
      languages: 'talen',
      change: 'een wijziging',
      leaving: 'bij uit dienst',
      noAnswer: 'zonder antwoord',
      handedOverBy: 'overgedragen via',
      otherwise: 'overige gevallen',
      newEmail: 'nieuw e-mailadres',
    },
    rule: (name) => `regel ${name}`,
    permits: (template) => `${template} geeft recht op`,
    subjects: {
      employees: 'medewerkers die gekoppeld en in dienst zijn',
      contacts: 'contactpersonen van klanten, uit een CSV-bestand',
      requesters: 'personen die de configuratie noemt',
    },
    noChoice: 'geen keuze',
    ownTemplates: 'eigen templates op naam',
    inPlace: 'in de bestaande login',
    changeOf: (aspects, route) => `van ${aspects}: ${route}`,
    leaving: {
      'stays-active': 'de login blijft actief',
      'can-be-deactivated': 'de login kan worden gedeactiveerd',
    },
    lateAfter: { one: 'te laat na 1 uur', many: 'te laat na # uur' },
    expiresAfter: { one: 'verloopt na 1 dag', many: 'verloopt na # dagen' },
    repeat: {
      safe: 'mag opnieuw worden overgedragen',
      'after-a-word': 'wordt alleen opnieuw overgedragen als iemand daarom vraagt',
    },
    onlyShown: 'niets: het wordt alleen getoond',
    newEmail: {
      hold: 'de vervanging wordt voorbereid en wacht op akkoord',
      list: 'wordt getoond, en vervangen als iemand akkoord geeft',
      never: 'de login blijft zoals hij is',
    },
    configured: 'ingesteld',
    notConfigured: 'niet ingesteld',
    nothingIsWritten:
      'In geen van deze portals schrijft nmbrs-sync zelf: het bepaalt het werk en draagt het over, een mens doet het en zegt of laat zien dat het gedaan is.',
  },
  sv: {
    rows: {
      loginsFor: 'inloggningar för',
      permissions: 'behörigheter',
      templates: 'mallar',
      languages: 'språk',
      change: 'en ändring',
      leaving: 'när någon slutar',
      noAnswer: 'utan svar',
      handedOverBy: 'lämnas över med',
      otherwise: 'annars',
      newEmail: 'ny e-postadress',
    },
    rule: (name) => `regel ${name}`,
    permits: (template) => `${template} ger rätt till`,
    subjects: {
      employees: 'medarbetare som är kopplade och anställda',
      contacts: 'kontakter hos kunder, från en CSV-fil',
      requesters: 'personer som konfigurationen anger',
    },
    noChoice: 'inget val',
    ownTemplates: 'egna mallar med namn',
    inPlace: 'i inloggningen som finns',
    changeOf: (aspects, route) => `av ${aspects}: ${route}`,
    leaving: {
      'stays-active': 'inloggningen förblir aktiv',
      'can-be-deactivated': 'inloggningen kan inaktiveras',
    },
    lateAfter: { one: 'sent efter 1 timme', many: 'sent efter # timmar' },
    expiresAfter: { one: 'går ut efter 1 dag', many: 'går ut efter # dagar' },
    repeat: {
      safe: 'får lämnas över igen',
      'after-a-word': 'lämnas över igen bara när någon ber om det',
    },
    onlyShown: 'inget: det visas bara',
    newEmail: {
      hold: 'ersättningen förbereds och väntar på godkännande',
      list: 'visas, och ersätts när någon godkänner det',
      never: 'inloggningen lämnas som den är',
    },
    configured: 'inställd',
    notConfigured: 'inte inställd',
    nothingIsWritten:
      'nmbrs-sync skriver inte i någon av de här portalerna: det räknar ut arbetet och lämnar över det, en människa gör det och säger eller visar att det är gjort.',
  },
  da: {
    rows: {
      loginsFor: 'logins til',
      permissions: 'rettigheder',
      templates: 'skabeloner',
      languages: 'sprog',
      change: 'en ændring',
      leaving: 'ved fratrædelse',
      noAnswer: 'uden svar',
      handedOverBy: 'overdrages med',
      otherwise: 'ellers',
      newEmail: 'ny e-mailadresse',
    },
    rule: (name) => `regel ${name}`,
    permits: (template) => `${template} giver ret til`,
    subjects: {
      employees: 'medarbejdere, der er forbundet og ansat',
      contacts: 'kontakter hos kunder, fra en CSV-fil',
      requesters: 'personer, som konfigurationen nævner',
    },
    noChoice: 'intet valg',
    ownTemplates: 'egne skabeloner ved navn',
    inPlace: 'i det login, der er',
    changeOf: (aspects, route) => `af ${aspects}: ${route}`,
    leaving: {
      'stays-active': 'loginet forbliver aktivt',
      'can-be-deactivated': 'loginet kan deaktiveres',
    },
    lateAfter: { one: 'for sent efter 1 time', many: 'for sent efter # timer' },
    expiresAfter: { one: 'udløber efter 1 dag', many: 'udløber efter # dage' },
    repeat: {
      safe: 'må overdrages igen',
      'after-a-word': 'overdrages kun igen, når nogen beder om det',
    },
    onlyShown: 'intet: det vises kun',
    newEmail: {
      hold: 'erstatningen forberedes og venter på godkendelse',
      list: 'vises, og erstattes, når nogen godkender det',
      never: 'loginet forbliver, som det er',
    },
    configured: 'konfigureret',
    notConfigured: 'ikke konfigureret',
    nothingIsWritten:
      'nmbrs-sync skriver ikke i nogen af disse portaler: det finder ud af arbejdet og overdrager det, et menneske gør det og siger eller viser, at det er gjort.',
  },
})
