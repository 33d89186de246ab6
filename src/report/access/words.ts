import { worklistTexts } from '../../access/screens/worklist-texts.js'
import type { Batch, Selection } from '../../access/work/batch.js'
import type { EnvironmentLevel, PortalLanguage } from '../../access/logins/login.js'
import type { EmailChoice } from '../../access/policy/policy.js'
import { fillText } from '../../domain/language/fill.js'
import type { Language } from '../../domain/language/language.js'
import { wordTexts } from './texts/word-texts.js'
import type { LoginPersonView, LoginView } from './view/login-view.js'

/** The filters of a bulk screen, as the screen itself calls them. */
export const selectionWords: Readonly<Record<Exclude<Selection, 'by-name'>, string>> = {
  all: 'All',
  none: 'None',
  'all-with-login': 'All with employee login',
  'all-without-login': 'All without employee login',
}

/** The way to the screen of one employee, as the portal itself calls it. */
const employeeScreen = 'Settings, General, Employee login'

export const toEmailChoiceWords = (choice: EmailChoice, language: Language): string =>
  choice === 'work-else-private' ? wordTexts[language].workElsePrivate : worklistTexts[language].kinds[choice]

/** `NL (Dutch)` */
export const toLanguageWords = (code: PortalLanguage, language: Language): string =>
  `${code} (${worklistTexts[language].languages[code]})`

export const toLevelWords = (level: EnvironmentLevel, language: Language): string => {
  const { levels } = worklistTexts[language]
  switch (level.kind) {
    case 'debtor':
      return fillText(levels.debtor, { debtor: level.debtor })
    case 'employee':
      return `${levels.employee} (${employeeScreen})`
    case 'master':
    case 'portal':
      return levels[level.kind]
  }
}

/** What a login is made of, as far as it is known, without an address. */
export const toLoginWords = (login: LoginView, language: Language): string =>
  [
    login.template ?? '',
    login.emailKind === null ? '' : worklistTexts[language].kinds[login.emailKind],
    login.language ?? '',
    login.level === null || login.level.kind === 'portal' ? '' : toLevelWords(login.level, language),
  ]
    .filter((part) => part !== '')
    .join(', ')

/** What is chosen once for everyone in a batch. */
export const toBatchWords = (
  batch: Pick<Batch, 'step' | 'way' | 'level' | 'template' | 'emailKind' | 'language'> & {
    people: readonly unknown[]
  },
  language: Language,
): string => {
  const { step, way, level, template, emailKind, people } = batch
  const texts = worklistTexts[language]
  const where = level.kind === 'portal' ? '' : toLevelWords(level, language)
  // One person is no one's several.
  const how = texts.ways[way === 'bulk' && people.length === 1 ? 'single' : way]
  // What is deleted is the login there is; its template and address are of no matter to the screen, and those
  // of a new login are not its own.
  const made =
    step === 'delete'
      ? []
      : [template ?? '', emailKind === null ? '' : texts.kinds[emailKind], batch.language ?? '']
  const parts = [where, ...made, how]
  return `${texts.steps[step]}: ${parts.filter((part) => part !== '').join(', ')}`
}

/**
 * A person as they are told apart on the user's own screen: a contact by the customer too, for two can have
 * one name.
 */
export const toNameWords = ({
  name = '',
  customer = '',
}: Pick<LoginPersonView, 'name' | 'customer'>): string => (customer === '' ? name : `${name} (${customer})`)
