import type { Remark } from '../../yaml/describe-issues.js'
import { findAt, type KeyPath } from '../../yaml/key-path.js'
import { toOneSpelling } from '../schema/check-url.js'
import { isOnlyPlaceholder } from '../environment/interpolate.js'
import { isNamesOnly, parseMatchRule } from '../match-rule.js'
import { checkTransport } from './transport-check.js'

type Note = (path: KeyPath, remark: Remark) => void

const listAt = (data: unknown, path: KeyPath): unknown[] => {
  const list = findAt(data, path)
  return Array.isArray(list) ? (list as unknown[]) : []
}

/** Notes the second and every later place that has the same key. */
const noteDoubles = (
  places: readonly { key: string; path: KeyPath }[],
  expected: (first: KeyPath) => string,
  note: Note,
): void => {
  const seen = new Map<string, KeyPath>()
  for (const { key, path } of places) {
    const first = seen.get(key)
    if (first === undefined) seen.set(key, path)
    else note(path, { expected: expected(first) })
  }
}

const checkNames = (data: unknown, note: Note): void => {
  const places = listAt(data, ['connections']).flatMap((connection, index) => {
    const name = findAt(connection, ['name'])
    return typeof name === 'string' ? [{ key: name, path: ['connections', index, 'name'] }] : []
  })
  noteDoubles(places, () => 'a name of its own for each connection', note)
}

/** The usual hosts of SOAP and REST are two doors to one payroll. */
const soapHost = 'https://api.nmbrs.nl'
const restHost = 'https://api.nmbrsapp.com'

/** Companies by id within one Nmbrs environment: test and production may number theirs alike. */
const companyPlaces = (
  data: unknown,
  idKey: 'alexisCompanyId' | 'nmbrsCompanyId',
): { key: string; path: KeyPath }[] =>
  listAt(data, ['connections']).flatMap((connection, index) => {
    const isRest = findAt(connection, ['nmbrs', 'api']) === 'rest'
    const host = findAt(connection, isRest ? ['nmbrs', 'rest', 'host'] : ['nmbrs', 'host'])
    const spelled = toOneSpelling(typeof host === 'string' ? host : soapHost).toLowerCase()
    const where = spelled === restHost ? soapHost : spelled
    return listAt(connection, ['companies']).flatMap((company, position) => {
      const id = findAt(company, [idKey])
      const path = ['connections', index, 'companies', position, idKey]
      return typeof id === 'string' ? [{ key: `${where} ${id.toLowerCase()}`, path }] : []
    })
  })

/** Two pairs with one company would create its people twice, or compare two lists of people with one. */
const checkCompanies = (data: unknown, note: Note): void => {
  const first = ([list = '', index = 0]: KeyPath): string => {
    const name = findAt(data, [list, index, 'name'])
    return `connection ${typeof name === 'string' ? name : Number(index) + 1}`
  }
  const nmbrs = companyPlaces(data, 'nmbrsCompanyId')
  noteDoubles(nmbrs, (path) => `a Nmbrs company that is not used yet; ${first(path)} has this one`, note)
  const alexis = companyPlaces(data, 'alexisCompanyId')
  noteDoubles(alexis, (path) => `an AlexisHR company that is not used yet; ${first(path)} has this one`, note)
}

/** A release must still count when the waiting days are over, or nothing could ever be sent. */
const checkHolds = (data: unknown, note: Note): void => {
  for (const index of listAt(data, ['connections']).keys()) {
    const path = ['connections', index, 'holds', 'expireDays']
    const waitDays = findAt(data, ['connections', index, 'holds', 'waitDays'])
    const expireDays = findAt(data, path) ?? 30
    if (typeof waitDays !== 'number' || typeof expireDays !== 'number' || expireDays > waitDays) continue
    note(path, { expected: `more days than holds.waitDays, which is ${waitDays}`, found: String(expireDays) })
  }
}

const isCompanyId = (id: unknown): id is string =>
  typeof id === 'string' && (/^\d+$/.test(id) || isRestId(id))

const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Answers are about one employer: with several companies it must be said which. */
const checkOnboarding = (data: unknown, note: Note): void => {
  for (const [index, connection] of listAt(data, ['connections']).entries()) {
    const ids = listAt(connection, ['companies']).map((company) => findAt(company, ['nmbrsCompanyId']))
    for (const [position, check] of listAt(connection, ['onboarding']).entries()) {
      const path = ['connections', index, 'onboarding', position, 'company']
      const company = findAt(check, ['company'])
      if (isCompanyId(company) && ids.every((id) => isCompanyId(id) && !isSameId(id, company)))
        note(path, { expected: `a Nmbrs company of this connection: ${ids.join(', ')}` })
      if (company === undefined && findAt(check, ['facts']) !== undefined && ids.length > 1)
        note(path, { expected: `the company that facts is about: ${ids.join(' or ')}` })
    }
  }
}

/** What each connection's transport needs, and ids that it can know: over SOAP a company has a number. */
const checkTransports = (data: unknown, note: Note): void => {
  for (const [index, connection] of listAt(data, ['connections']).entries()) {
    const path = ['connections', index]
    checkTransport(findAt(connection, ['nmbrs']), [...path, 'nmbrs'], note)
    if (findAt(connection, ['nmbrs', 'api']) === 'rest') continue
    for (const [position, company] of listAt(connection, ['companies']).entries()) {
      const id = findAt(company, ['nmbrsCompanyId'])
      if (typeof id === 'string' && isRestId(id))
        note([...path, 'companies', position, 'nmbrsCompanyId'], {
          expected: 'a whole number, as SOAP has it',
        })
    }
  }
}

const isRestId = (id: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)

/** What two places of the file must say together. Works on data that may be wrong elsewhere. */
export const crossCheck = (data: unknown, note: Note): void => {
  checkNames(data, note)
  checkTransports(data, note)
  checkCompanies(data, note)
  checkHolds(data, note)
  checkOnboarding(data, note)
}

const warn = (expected: string, found?: string): Remark => ({
  severity: 'warning',
  expected,
  ...(found === undefined ? {} : { found }),
})

/** What is allowed and better otherwise. `raw` is the file before its placeholders were filled in. */
export const findWarnings = (raw: unknown, note: Note): void => {
  for (const [index, connection] of listAt(raw, ['connections']).entries()) {
    for (const account of ['alexis', 'nmbrs'] as const) {
      noteLiteral(raw, ['connections', index, account, 'token'], 'token', note)
    }
    noteRest(raw, ['connections', index, 'nmbrs', 'rest'], note)
    noteAccessSecrets(raw, index, note)
    notePeriods(connection, ['connections', index], note)
    for (const [position, text] of listAt(connection, ['match', 'autoLink']).entries()) {
      const parsed = typeof text === 'string' ? parseMatchRule(text) : undefined
      if (parsed !== undefined && 'rule' in parsed && isNamesOnly(parsed.rule)) {
        const path = ['connections', index, 'match', 'autoLink', position]
        note(path, warn('more than names, which namesakes share; add birthDate'))
      }
    }
  }
  noteLiteral(raw, ['notices', 'email', 'password'], 'password', note)
  noteLiteral(raw, ['notices', 'webhook', 'secret'], 'secret', note)
}

const noteRest = (raw: unknown, path: KeyPath, note: Note): void => {
  for (const [key, what] of [
    ['clientSecret', 'client secret'],
    ['subscriptionKey', 'key'],
    ['subscriptionKeySecondary', 'key'],
  ] as const)
    noteLiteral(raw, [...path, key], what, note)
  const scopes = listAt(raw, [...path, 'scopes'])
  if (scopes.length > 0 && !scopes.includes('offline_access'))
    note([...path, 'scopes'], warn('offline_access among them; without it a consent ends after an hour'))
}

/**
 * A yearly amount in thirteen parts is for four weeks, and over REST only the configuration can say that a
 * company pays by them.
 */
const notePeriods = (connection: unknown, path: KeyPath, note: Note): void => {
  if (findAt(connection, ['nmbrs', 'api']) !== 'rest') return
  for (const [position, company] of listAt(connection, ['companies']).entries()) {
    const isSaid = findAt(company, ['payrollPeriod']) !== undefined
    if (isSaid || findAt(company, ['monthlyAmount']) !== 'yearOver13') continue
    const expected =
      'payrollPeriod: four-weeks beside monthlyAmount: yearOver13, because REST does not say what a company pays by'
    note([...path, 'companies', position, 'payrollPeriod'], warn(expected, 'none'))
  }
}

const noteAccessSecrets = (raw: unknown, index: number, note: Note): void => {
  const path = ['connections', index, 'access', 'portals']
  const portals = findAt(raw, path)
  if (typeof portals !== 'object' || portals === null) return
  for (const name of Object.keys(portals)) {
    noteLiteral(raw, [...path, name, 'delivery', 'webhook', 'secret'], 'secret', note)
    noteLiteral(raw, [...path, name, 'delivery', 'email', 'password'], 'password', note)
  }
}

/** A secret that stands in the file is shown to the person who is shown the configuration. */
const noteLiteral = (raw: unknown, path: KeyPath, what: string, note: Note): void => {
  const text = findAt(raw, path)
  if (typeof text !== 'string' || isOnlyPlaceholder(text)) return
  const expected = `a ${what} from the environment (\${NAME}) or a file (\${file:/path})`
  note(path, warn(expected, `a ${what} in the file itself`))
}
