import type { ChangeAspect } from '../../../access/portal/portal.js'
import type { WorkKind } from '../../../access/work/order.js'
import { toCatalogue } from '../../../domain/language/catalogue.js'

interface WordTexts {
  /** What is done about a login, as an instruction. */
  work: Readonly<Record<WorkKind, string>>
  workElsePrivate: string
  aspect: Readonly<Record<ChangeAspect, string>>
  noLogin: string
  note: (text: string) => string
  tickByName: (people: string) => string
  more: (count: number) => string
  moreInDocument: (count: number) => string
}

/** Words that several screens about logins share, beside those of the worklists. */
export const wordTexts = toCatalogue<WordTexts>({
  en: {
    work: {
      create: 'create',
      replace: 'delete and create again',
      change: 'change',
      remove: 'delete',
      deactivate: 'deactivate',
      resend: 'send the password again, or its link',
    },
    workElsePrivate: 'work e-mail, else private',
    aspect: {
      email: 'email',
      template: 'template',
      permissions: 'permissions',
      language: 'language',
      level: 'level',
      userName: 'userName',
      password: 'password',
    },
    noLogin: 'no login',
    note: (text) => `Note: ${text}`,
    tickByName: (people) => `tick ${people} by name`,
    more: (count) => `… and ${count} more`,
    moreInDocument: (count) => `… and ${count} more; --json has them all`,
  },
  nl: {
    work: {
      create: 'aanmaken',
      replace: 'verwijderen en opnieuw aanmaken',
      change: 'wijzigen',
      remove: 'verwijderen',
      deactivate: 'deactiveren',
      resend: 'wachtwoord of link opnieuw versturen',
    },
    workElsePrivate: 'zakelijk e-mailadres, anders privé',
    aspect: {
      email: 'e-mailadres',
      template: 'template',
      permissions: 'rechten',
      language: 'taal',
      level: 'niveau',
      userName: 'gebruikersnaam',
      password: 'wachtwoord',
    },
    noLogin: 'geen login',
    note: (text) => `Let op: ${text}`,
    tickByName: (people) => `${people} op naam aanvinken`,
    more: (count) => `… en nog ${count}`,
    moreInDocument: (count) => `… en nog ${count}; --json heeft ze allemaal`,
  },
  sv: {
    work: {
      create: 'skapa',
      replace: 'ta bort och skapa igen',
      change: 'ändra',
      remove: 'ta bort',
      deactivate: 'inaktivera',
      resend: 'skicka lösenordet eller länken igen',
    },
    workElsePrivate: 'e-post på arbetet, annars privat',
    aspect: {
      email: 'e-postadress',
      template: 'mall',
      permissions: 'behörigheter',
      language: 'språk',
      level: 'nivå',
      userName: 'användarnamn',
      password: 'lösenord',
    },
    noLogin: 'ingen inloggning',
    note: (text) => `Obs: ${text}`,
    tickByName: (people) => `kryssa för ${people} med namn`,
    more: (count) => `… och ${count} till`,
    moreInDocument: (count) => `… och ${count} till; --json har alla`,
  },
  da: {
    work: {
      create: 'opret',
      replace: 'slet og opret igen',
      change: 'ret',
      remove: 'slet',
      deactivate: 'deaktivér',
      resend: 'send adgangskoden eller linket igen',
    },
    workElsePrivate: 'arbejdsmail, ellers privat',
    aspect: {
      email: 'e-mailadresse',
      template: 'skabelon',
      permissions: 'rettigheder',
      language: 'sprog',
      level: 'niveau',
      userName: 'brugernavn',
      password: 'adgangskode',
    },
    noLogin: 'intet login',
    note: (text) => `Bemærk: ${text}`,
    tickByName: (people) => `sæt kryds ved ${people} ved navn`,
    more: (count) => `… og ${count} mere`,
    moreInDocument: (count) => `… og ${count} mere; --json har dem alle`,
  },
})
