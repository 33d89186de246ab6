import { worklistTexts } from '../../access/screens/worklist-texts.js'
import type { AccessAction } from '../../access/work/action.js'
import type { Batch, BatchStep, Selection } from '../../access/work/batch.js'
import type { EmailKind, EnvironmentLevel, LoginFacts, PortalLanguage } from '../../access/logins/login.js'
import type { WorkKind } from '../../access/work/order.js'
import type { AccessPerson } from '../../access/person.js'
import type { EmailChoice } from '../../access/policy/policy.js'

/** What is done about a login, as an instruction. */
export const workWords: Readonly<Record<WorkKind, string>> = {
  create: 'create',
  replace: 'delete and create again',
  change: 'change',
  remove: 'delete',
  deactivate: 'deactivate',
  resend: 'send the password again, or its link',
}

/** What the button of a bulk screen says, or what the vendor is asked to do. */
export const stepWords: Readonly<Record<BatchStep, string>> = worklistTexts.en.steps

export const selectionWords: Readonly<Record<Selection, string>> = {
  all: 'All',
  none: 'None',
  'all-with-login': 'All with employee login',
  'all-without-login': 'All without employee login',
  'by-name': 'by name',
}

export const emailKindWords: Readonly<Record<EmailKind | 'other', string>> = {
  work: 'work e-mail',
  private: 'private e-mail',
  other: 'another e-mail',
}

export const emailChoiceWords: Readonly<Record<EmailChoice, string>> = {
  'work-else-private': 'work e-mail, else private',
  work: 'work e-mail',
  private: 'private e-mail',
}

const languageNames: Readonly<Record<PortalLanguage, string>> = {
  NL: 'Dutch',
  EN: 'English',
  DE: 'German',
  SE: 'Swedish',
  DA: 'Danish',
}

export const toLanguageWords = (language: PortalLanguage): string =>
  `${language} (${languageNames[language]})`

export const toLevelWords = (level: EnvironmentLevel): string => {
  switch (level.kind) {
    case 'debtor':
      return `debtor ${level.debtor}`
    case 'master':
      return 'master level'
    case 'employee':
      return 'the employee (Settings, General, Employee login)'
    case 'portal':
      return 'the portal'
  }
}

/** What a login is made of, as far as it is known, without an address. */
export const toLoginWords = ({ template, email, language, level }: LoginFacts): string =>
  [
    template ?? '',
    email === null ? '' : emailKindWords[email.kind],
    language ?? '',
    level === null || level.kind === 'portal' ? '' : toLevelWords(level),
  ]
    .filter((part) => part !== '')
    .join(', ')

/** What is chosen once for everybody in a batch. */
export const toBatchWords = ({ step, way, level, template, emailKind, language, people }: Batch): string => {
  const where = level.kind === 'portal' ? '' : toLevelWords(level)
  // One person is nobody's several.
  const how = wayWords[way === 'bulk' && people.length === 1 ? 'single' : way]
  // What is deleted is the login there is; its template and address are of no matter to the screen, and those of a new login are not its own.
  const made =
    step === 'delete'
      ? []
      : [template ?? '', emailKind === null ? '' : emailKindWords[emailKind], language ?? '']
  const parts = [where, ...made, how]
  return `${stepWords[step]}: ${parts.filter((part) => part !== '').join(', ')}`
}

export const wayWords: Readonly<Record<Batch['way'], string>> = {
  bulk: 'all at once',
  single: 'one by one',
  form: "by the vendor's form",
  support: 'by asking support',
}

/** Where an action stands among those of a plan. */
export type ActionGroup = 'ready' | 'held' | 'in-hand' | 'as-wanted' | 'left-active' | 'without'

export const groupOf = (action: AccessAction): ActionGroup => {
  if (action.kind !== 'none') return action.holds.length === 0 ? 'ready' : 'held'
  if (action.because.includes('handed-over')) return 'in-hand'
  if (action.because.includes('as-wanted')) return 'as-wanted'
  if (action.because.includes('left-login-active')) return 'left-active'
  return 'without'
}

/** A person as they are told apart on the user's own screen: a contact by the customer too, for two can have one name. */
export const toNameWords = (person: AccessPerson): string =>
  person.kind === 'contact' && person.customerName !== ''
    ? `${person.displayName} (${person.customerName})`
    : person.displayName
