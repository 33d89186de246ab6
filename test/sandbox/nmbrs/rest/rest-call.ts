import { createHash } from 'node:crypto'

import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { companyId } from '../small-world.js'

export const companyGuid = toGuid('company', companyId)
export const employeeGuid = toGuid('employee', 501)
export const ofCompany = (resource: string): string => `/api/companies/${companyGuid}/${resource}`
export const ofEmployee = (resource: string): string => `/api/employees/${employeeGuid}/${resource}`

export const dailyScopes =
  'offline_access company.info.read employee.info employee.info.read employee.employment employee.employment.read'

export const verifier = 'a-verifier-of-the-test-that-is-long-enough-000'
const challenge = createHash('sha256').update(verifier).digest('base64url')

export interface JsonReply {
  status: number
  headers: Headers
  text: string
  /** What the answer holds; an empty object when it is no JSON. */
  body: Record<string, unknown>
}

const toReply = async (response: Response): Promise<JsonReply> => {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parse(text) }
}

const parse = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

type Parameters = Readonly<Record<string, string | undefined>>

/** Without the parameters that are given as `undefined`. */
const toQuery = (parameters: Parameters): URLSearchParams => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value)
  return query
}

/** Goes where a browser would go; where it ends is not followed. */
export const authorize = (
  { host, app }: NmbrsSandbox,
  differs: Parameters = {},
  method = 'GET',
): Promise<JsonReply> => {
  const query = toQuery({
    client_id: app.clientId,
    redirect_uri: app.redirectUris[0],
    response_type: 'code',
    scope: dailyScopes,
    state: 'a-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...differs,
  })
  return fetch(`${host}/connect/authorize?${query.toString()}`, {
    method,
    redirect: 'manual',
    headers: { connection: 'close' },
  }).then(toReply)
}

/** The parameters a browser came back with. */
export const cameBackWith = ({ headers }: JsonReply): URLSearchParams =>
  new URL(headers.get('location') ?? 'about:blank').searchParams

/** Posts a form to the identity service, the client proven by Basic unless the headers say otherwise. */
export const postForm = (
  { host, app }: NmbrsSandbox,
  path: string,
  form: Parameters,
  headers: Readonly<Record<string, string>> = {
    authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')}`,
  },
): Promise<JsonReply> =>
  fetch(`${host}${path}`, {
    method: 'POST',
    headers: { connection: 'close', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: toQuery(form).toString(),
  }).then(toReply)

export interface Tokens {
  access: string
  refresh: string
}

export const toTokens = ({ body }: JsonReply): Tokens => ({
  access: typeof body.access_token === 'string' ? body.access_token : '',
  refresh: typeof body.refresh_token === 'string' ? body.refresh_token : '',
})

/** Exchanges the code that a browser came back with. */
export const redeem = (
  sandbox: NmbrsSandbox,
  code: string | null,
  differs: Parameters = {},
): Promise<JsonReply> =>
  postForm(sandbox, '/connect/token', {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: sandbox.app.redirectUris[0],
    code_verifier: verifier,
    ...differs,
  })

/** A consent as a person gives it, and its tokens. */
export const consentTo = async (sandbox: NmbrsSandbox, scope = dailyScopes): Promise<Tokens> => {
  const answer = await authorize(sandbox, { scope })
  return toTokens(await redeem(sandbox, cameBackWith(answer).get('code')))
}

export const refresh = (sandbox: NmbrsSandbox, token: string): Promise<JsonReply> =>
  postForm(sandbox, '/connect/token', { grant_type: 'refresh_token', refresh_token: token })

export interface CallOptions {
  method?: string
  body?: unknown
  /** A header given as `undefined` is not sent. */
  headers?: Parameters
}

/** Calls the API as a well-made client does. */
export const api = (
  { host, app }: NmbrsSandbox,
  { access }: Pick<Tokens, 'access'>,
  path: string,
  { method = 'GET', body, headers = {} }: CallOptions = {},
): Promise<JsonReply> => {
  const all: Parameters = {
    connection: 'close',
    accept: 'application/json',
    authorization: `Bearer ${access}`,
    'x-subscription-key': app.subscriptionKeys[0],
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  }
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return fetch(`${host}${path}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }).then(toReply)
}

/** The rows of a list. */
export const rowsOf = ({ body }: JsonReply): Record<string, unknown>[] =>
  Array.isArray(body.data) ? (body.data as Record<string, unknown>[]) : []

export const period = { year: 2026, period: 11 }
export const anAddress = {
  type: 'homeAddress',
  street: 'Nieuweweg',
  city: 'Utrecht',
  countryISOCode: 'NL',
  period,
}
export const aSalary = { startDate: '2026-12-01T00:00:00Z', type: 'grossParttimeSalary', value: 3500.25 }
export const anAccount = { IBAN: 'NL20INGB0001234567', bankAccountType: 'standard' }
export const aHire = {
  PersonalInfo: {
    basicInfo: { firstName: 'Bo', lastName: 'Nieuw', employeeType: 'payroll' },
    birthInfo: { birthDate: '1991-02-03', birthCountryCodeISO: 'BE', nationalityCodeISO: 'NL' },
    contactInfo: { privateEmail: 'bo@privepost.example' },
    period,
  },
  AdditionalEmployeeInfo: { inServiceDate: '2026-11-16' },
}
export const aPut = {
  basicInfo: { employeeNumber: 1001, firstName: 'Roos', lastName: 'Vooren', employeeType: 'payroll' },
  contactInfo: { businessEmail: 'nieuw@tulpwerk.example' },
  period,
}
