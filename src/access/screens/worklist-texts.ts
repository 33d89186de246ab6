import type { BatchStep, Selection } from '../work/batch.js'
import type { WorkWay } from '../work/action.js'
import type { LoginEmailKind, PortalLanguage } from '../logins/login.js'
import { toCatalogue } from '../../domain/language/catalogue.js'
import type { Counted } from '../../domain/language/count.js'

/** What a list of work says around the words of the portal's own screens. */
interface WorklistTexts {
  steps: Readonly<Record<BatchStep, string>>
  ways: Readonly<Record<WorkWay, string>>
  kinds: Readonly<Record<LoginEmailKind, string>>
  languages: Readonly<Record<PortalLanguage, string>>
  levels: { debtor: string; master: string; employee: string; portal: string }
  ticks: Readonly<Record<Extract<Selection, 'by-name'>, string>>
  people: Counted
  onlyAfter: string
  asYouChoose: string
  /** Headings of what is chosen once for everyone in a batch. */
  choices: Readonly<
    Record<
      | 'what'
      | 'where'
      | 'goTo'
      | 'there'
      | 'press'
      | 'email'
      | 'template'
      | 'permissions'
      | 'companyId'
      | 'language'
      | 'toTick'
      | 'onlyAfter'
      | 'form'
      | 'support'
      | 'portal',
      string
    >
  >
  head: Readonly<
    Record<
      | 'batch'
      | 'name'
      | 'company'
      | 'employeeNumber'
      | 'targetId'
      | 'subject'
      | 'email'
      | 'userName'
      | 'newUserName'
      | 'why'
      | 'note'
      | 'done',
      string
    >
  >
  notDone: string
  sameWork: string
  whenDone: string
}

export const worklistTexts = toCatalogue<WorklistTexts>({
  en: {
    steps: {
      delete: 'Delete logins',
      deactivate: 'Deactivate logins',
      change: 'Change logins',
      rename: 'Change user names',
      add: 'Add logins',
      resend: 'Send the password link again',
      password: 'Set new passwords',
    },
    ways: {
      bulk: 'all at once',
      single: 'one by one',
      form: "by the vendor's form",
      support: 'by asking support',
    },
    kinds: { work: 'work e-mail', private: 'private e-mail', other: 'another e-mail' },
    languages: { NL: 'Dutch', EN: 'English', DE: 'German', SE: 'Swedish', DA: 'Danish' },
    levels: {
      debtor: 'debtor {debtor}',
      master: 'master level',
      employee: 'the employee',
      portal: 'the portal',
    },
    ticks: { 'by-name': 'None, then the people below by name' },
    people: { one: '1 person', many: '# people' },
    onlyAfter: 'only after {batches}',
    asYouChoose: 'as you choose',
    choices: {
      what: 'What',
      where: 'Where',
      goTo: 'Go to',
      there: 'There',
      press: 'Press',
      email: 'E-mail',
      template: 'Template',
      permissions: 'Permissions',
      companyId: 'Company ID',
      language: 'Language',
      toTick: 'To tick',
      onlyAfter: 'Only after',
      form: 'Form',
      support: 'Support',
      portal: 'Portal',
    },
    head: {
      batch: 'Batch',
      name: 'Name',
      company: 'Company',
      employeeNumber: 'Employee number',
      targetId: 'Nmbrs id',
      subject: 'AlexisHR id',
      email: 'E-mail address',
      userName: 'User name',
      newUserName: 'New user name',
      why: 'Why',
      note: 'Note',
      done: 'Done',
    },
    notDone: 'Nothing here was done yet: {portal} is worked on by hand.',
    sameWork: 'A list with the name {key} that you have already is the same work: do it once.',
    whenDone: 'When a batch is done: {command}',
  },
  nl: {
    steps: {
      delete: 'Logins verwijderen',
      deactivate: 'Logins uitschakelen',
      change: 'Logins wijzigen',
      rename: 'Gebruikersnamen wijzigen',
      add: 'Logins toevoegen',
      resend: 'De link voor het wachtwoord opnieuw sturen',
      password: 'Nieuwe wachtwoorden instellen',
    },
    ways: {
      bulk: 'allemaal tegelijk',
      single: 'een voor een',
      form: 'met het formulier van de leverancier',
      support: 'via de klantenservice',
    },
    kinds: { work: 'zakelijk e-mailadres', private: 'privé-e-mailadres', other: 'een ander e-mailadres' },
    languages: { NL: 'Nederlands', EN: 'Engels', DE: 'Duits', SE: 'Zweeds', DA: 'Deens' },
    levels: {
      debtor: 'debiteur {debtor}',
      master: 'masterniveau',
      employee: 'de medewerker',
      portal: 'de portal',
    },
    ticks: { 'by-name': 'None, daarna de personen hieronder op naam' },
    people: { one: '1 persoon', many: '# personen' },
    onlyAfter: 'pas na {batches}',
    asYouChoose: 'naar eigen keuze',
    choices: {
      what: 'Wat',
      where: 'Waar',
      goTo: 'Ga naar',
      there: 'Daar',
      press: 'Klik op',
      email: 'E-mail',
      template: 'Template',
      permissions: 'Rechten',
      companyId: 'Company ID',
      language: 'Taal',
      toTick: 'Aanvinken',
      onlyAfter: 'Pas na',
      form: 'Formulier',
      support: 'Klantenservice',
      portal: 'Portal',
    },
    head: {
      batch: 'Lijst',
      name: 'Naam',
      company: 'Bedrijf',
      employeeNumber: 'Personeelsnummer',
      targetId: 'Nmbrs-id',
      subject: 'AlexisHR-id',
      email: 'E-mailadres',
      userName: 'Gebruikersnaam',
      newUserName: 'Nieuwe gebruikersnaam',
      why: 'Waarom',
      note: 'Opmerking',
      done: 'Klaar',
    },
    notDone: 'Hier is nog niets gedaan: in {portal} werk je met de hand.',
    sameWork: 'Een lijst met de naam {key} die je al hebt, is hetzelfde werk: doe het één keer.',
    whenDone: 'Als een lijst klaar is: {command}',
  },
  sv: {
    steps: {
      delete: 'Ta bort inloggningar',
      deactivate: 'Stäng av inloggningar',
      change: 'Ändra inloggningar',
      rename: 'Ändra användarnamn',
      add: 'Lägg till inloggningar',
      resend: 'Skicka lösenordslänken igen',
      password: 'Ställ in nya lösenord',
    },
    ways: {
      bulk: 'alla på en gång',
      single: 'en i taget',
      form: 'med leverantörens formulär',
      support: 'genom att fråga supporten',
    },
    kinds: { work: 'e-post på arbetet', private: 'privat e-post', other: 'en annan e-postadress' },
    languages: { NL: 'nederländska', EN: 'engelska', DE: 'tyska', SE: 'svenska', DA: 'danska' },
    levels: {
      debtor: 'debitor {debtor}',
      master: 'masternivå',
      employee: 'den anställda',
      portal: 'portalen',
    },
    ticks: { 'by-name': 'None, sedan personerna nedan med namn' },
    people: { one: '1 person', many: '# personer' },
    onlyAfter: 'först efter {batches}',
    asYouChoose: 'som du väljer',
    choices: {
      what: 'Vad',
      where: 'Var',
      goTo: 'Gå till',
      there: 'Där',
      press: 'Tryck på',
      email: 'E-post',
      template: 'Mall',
      permissions: 'Behörigheter',
      companyId: 'Company ID',
      language: 'Språk',
      toTick: 'Kryssa för',
      onlyAfter: 'Först efter',
      form: 'Formulär',
      support: 'Support',
      portal: 'Portal',
    },
    head: {
      batch: 'Lista',
      name: 'Namn',
      company: 'Företag',
      employeeNumber: 'Anställningsnummer',
      targetId: 'Nmbrs-id',
      subject: 'AlexisHR-id',
      email: 'E-postadress',
      userName: 'Användarnamn',
      newUserName: 'Nytt användarnamn',
      why: 'Varför',
      note: 'Anmärkning',
      done: 'Klart',
    },
    notDone: 'Inget här är gjort än: i {portal} arbetar man för hand.',
    sameWork: 'En lista med namnet {key} som du redan har är samma arbete: gör det en gång.',
    whenDone: 'När en lista är klar: {command}',
  },
  da: {
    steps: {
      delete: 'Slet logins',
      deactivate: 'Deaktivér logins',
      change: 'Ret logins',
      rename: 'Ret brugernavne',
      add: 'Tilføj logins',
      resend: 'Send linket til adgangskoden igen',
      password: 'Sæt nye adgangskoder',
    },
    ways: {
      bulk: 'alle på én gang',
      single: 'én ad gangen',
      form: 'med leverandørens formular',
      support: 'ved at spørge kundesupporten',
    },
    kinds: { work: 'arbejdsmail', private: 'privat mail', other: 'en anden mailadresse' },
    languages: { NL: 'hollandsk', EN: 'engelsk', DE: 'tysk', SE: 'svensk', DA: 'dansk' },
    levels: {
      debtor: 'debitor {debtor}',
      master: 'masterniveau',
      employee: 'medarbejderen',
      portal: 'portalen',
    },
    ticks: { 'by-name': 'None, derefter personerne nedenfor ved navn' },
    people: { one: '1 person', many: '# personer' },
    onlyAfter: 'først efter {batches}',
    asYouChoose: 'efter eget valg',
    choices: {
      what: 'Hvad',
      where: 'Hvor',
      goTo: 'Gå til',
      there: 'Dér',
      press: 'Tryk på',
      email: 'E-mail',
      template: 'Skabelon',
      permissions: 'Rettigheder',
      companyId: 'Company ID',
      language: 'Sprog',
      toTick: 'Sæt kryds',
      onlyAfter: 'Først efter',
      form: 'Formular',
      support: 'Kundesupport',
      portal: 'Portal',
    },
    head: {
      batch: 'Liste',
      name: 'Navn',
      company: 'Firma',
      employeeNumber: 'Medarbejdernummer',
      targetId: 'Nmbrs-id',
      subject: 'AlexisHR-id',
      email: 'E-mailadresse',
      userName: 'Brugernavn',
      newUserName: 'Nyt brugernavn',
      why: 'Hvorfor',
      note: 'Bemærkning',
      done: 'Færdig',
    },
    notDone: 'Intet her er gjort endnu: i {portal} arbejder man i hånden.',
    sameWork: 'En liste med navnet {key}, som du allerede har, er det samme arbejde: gør det én gang.',
    whenDone: 'Når en liste er færdig: {command}',
  },
})
