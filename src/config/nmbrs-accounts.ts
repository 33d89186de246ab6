import type { RestKnown } from '../domain/addresses/rest-known.js'
import type { Secret } from './environment/secret.js'

/** An API user of Nmbrs, for SOAP. */
export interface SoapAccount {
  host: string
  username: string
  token: Secret
  domain: string
  maxCallsPerSecond: number
}

/** An app that employers give their consent to, for REST. */
export interface RestAccount {
  host: string
  identityHost: string
  clientId: string
  clientSecret: Secret
  subscriptionKey: Secret
  subscriptionKeySecondary: Secret | undefined
  redirectUri: string
  /** Never empty. */
  scopes: readonly string[]
  maxCallsPerSecond: number
  maxConcurrent: number
  /** What is known of the API; left out when no file says anything. */
  known?: RestKnown
}

/**
 * The Nmbrs account of a connection, by the transport that carries its calls. The other transport's part may
 * stand beside it.
 */
export type NmbrsConfig = SoapNmbrs | RestNmbrs

export interface SoapNmbrs extends SoapAccount {
  api: 'soap'
  rest?: RestAccount
  /** Each sync also reads over REST and compares. */
  shadow?: 'rest'
}

export interface RestNmbrs {
  api: 'rest'
  rest: RestAccount
  soap?: SoapAccount
  /** Of no use over REST; it may stay for the way back. */
  shadow?: 'rest'
}

/** What is asked for unless the configuration says otherwise (Nmbrs REST contract, section 3.4). */
export const defaultScopes: readonly string[] = [
  'offline_access',
  'company.info.read',
  'employee.info',
  'employee.info.read',
  'employee.employment',
  'employee.employment.read',
]

export const findSoapAccount = (nmbrs: NmbrsConfig): SoapAccount | undefined =>
  nmbrs.api === 'soap' ? nmbrs : nmbrs.soap

declare const accountKeyBrand: unique symbol

/**
 * What pace and worker of a Nmbrs account hang on: anyone who counts towards one limit has one key. Holds no
 * secret. Tokens of REST hang on the connection, because a consent is one debtor's while an app and its limit
 * serve many (Nmbrs REST contract, section 3.3).
 */
export type AccountKey = string & { readonly [accountKeyBrand]: true }

/** The key of an account among all that the configuration has. */
export const toAccountKey = (nmbrs: NmbrsConfig, all: readonly NmbrsConfig[]): AccountKey => {
  const names = findSharers(nmbrs, all).flatMap(namesOf)
  return (names.toSorted()[0] ?? '') as AccountKey
}

/**
 * The accounts that a connection can make calls with: the one it syncs with, beside REST the API user while
 * SOAP is still there, and beside SOAP the app when it reads along.
 */
export const accountsOf = (nmbrs: NmbrsConfig): readonly NmbrsConfig[] => {
  if (nmbrs.api === 'soap' && nmbrs.shadow !== undefined && nmbrs.rest !== undefined)
    return [nmbrs, { api: 'rest', rest: nmbrs.rest }]
  const soap = nmbrs.api === 'rest' ? findSoapAccount(nmbrs) : undefined
  return soap === undefined ? [nmbrs] : [nmbrs, { ...soap, api: 'soap' }]
}

/** The keys of all accounts that a connection can make calls with, among those of all connections. */
export const toAccountKeys = (nmbrs: NmbrsConfig, all: readonly NmbrsConfig[]): readonly AccountKey[] => {
  const accounts = all.flatMap(accountsOf)
  return [...new Set(accountsOf(nmbrs).map((account) => toAccountKey(account, accounts)))]
}

/** The accounts that count towards one limit with this one, itself included. */
export const findSharers = (one: NmbrsConfig, all: readonly NmbrsConfig[]): readonly NmbrsConfig[] => {
  let found = [one]
  for (;;) {
    const more = all.filter((other) => !found.includes(other) && found.some((each) => isShared(each, other)))
    if (more.length === 0) return found
    found = [...found, ...more]
  }
}

/** Whether two accounts count towards one limit. */
export const isShared = (a: NmbrsConfig, b: NmbrsConfig): boolean => {
  const names = namesOf(a)
  return namesOf(b).some((name) => names.includes(name))
}

/**
 * What an account is counted by. Nmbrs counts the calls of other users of SOAP too (Nmbrs contract, section
 * 5), so one user in two environments and two users in one environment both share; over REST the subscription
 * of the app is counted (Nmbrs REST contract, section 4.5).
 */
const namesOf = (nmbrs: NmbrsConfig): readonly string[] =>
  nmbrs.api === 'rest'
    ? [`rest ${nmbrs.rest.host} ${nmbrs.rest.clientId}`.toLowerCase()]
    : [`soap ${nmbrs.host} domain ${nmbrs.domain}`, `soap ${nmbrs.host} user ${nmbrs.username}`].map((name) =>
        name.toLowerCase(),
      )

/** The lowest rate that any of the accounts sets. */
export const toCallsPerSecond = (accounts: readonly NmbrsConfig[]): number =>
  Math.min(...accounts.map((nmbrs) => (nmbrs.api === 'rest' ? nmbrs.rest : nmbrs).maxCallsPerSecond))
