import type { EnvironmentLevel, LoginFacts } from '../../access/logins/login.js'
import { InternalError } from '../../domain/errors.js'

// What a login is made of, as the columns that two tables have for it.

export interface FactColumns {
  template: LoginFacts['template']
  permissions: LoginFacts['permissions']
  email_kind: NonNullable<LoginFacts['email']>['kind'] | null
  email: NonNullable<LoginFacts['email']>['digest'] | null
  user_name: LoginFacts['userName']
  language: LoginFacts['language']
  /** `debtor:1001`, `master`, `employee`, `portal`. */
  level: string | null
}

export const factColumns = [
  'template',
  'permissions',
  'email_kind',
  'email',
  'user_name',
  'language',
  'level',
] as const satisfies readonly (keyof FactColumns)[]

const debtorMark = 'debtor:'

const formatLevel = (level: EnvironmentLevel): string =>
  level.kind === 'debtor' ? `${debtorMark}${level.debtor}` : level.kind

const parseLevel = (text: string): EnvironmentLevel => {
  if (text.startsWith(debtorMark)) return { kind: 'debtor', debtor: text.slice(debtorMark.length) }
  if (text === 'master' || text === 'employee' || text === 'portal') return { kind: text }
  throw new InternalError('a level of a login cannot be read back')
}

/** The columns of a login; all empty for one that is gone. */
export const toFactColumns = (facts: LoginFacts | null): FactColumns => ({
  template: facts?.template ?? null,
  permissions: facts?.permissions ?? null,
  email_kind: facts?.email?.kind ?? null,
  email: facts?.email?.digest ?? null,
  user_name: facts?.userName ?? null,
  language: facts?.language ?? null,
  level: facts?.level ? formatLevel(facts.level) : null,
})

export const toFacts = (row: FactColumns): LoginFacts => ({
  template: row.template,
  permissions: row.permissions,
  email: row.email_kind === null || row.email === null ? null : { kind: row.email_kind, digest: row.email },
  userName: row.user_name,
  language: row.language,
  level: row.level === null ? null : parseLevel(row.level),
})

/** Whether two logins are made of the same, as far as it is stored. */
export const areSameFacts = (one: FactColumns, other: FactColumns): boolean =>
  factColumns.every((column) => one[column] === other[column])
