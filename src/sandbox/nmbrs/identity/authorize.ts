import type { Reply } from '../answer-fault.js'
import { knownScopes, toCovered } from './app.js'
import type { IdentityContext } from './identity-context.js'

const page = (status: number, title: string, content = ''): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1>${content}</body></html>`,
})

const redirect = (redirectUri: string, parameters: Readonly<Record<string, string | null>>): Reply => {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) address.searchParams.set(name, value)
  return { status: 302, headers: { Location: address.href, 'Cache-Control': 'no-store' }, body: '' }
}

const knownParameters = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
]

/**
 * The address a browser is sent to (Nmbrs REST contract, section 3.2). What is wrong with the app, the
 * address to come back to or the scopes ends in a page, before any login; anything else goes back to the app.
 * There is no login: the switch says what the user does.
 */
export const authorize = (context: IdentityContext): Reply => {
  const { request, app, switches, report } = context
  const { query } = request
  for (const name of query.keys()) if (!knownParameters.includes(name)) report(`query/${name}`, 'wrong-query')
  if (switches.oauthPushedRequests) return page(400, 'Invalid request', '<p>Push the request first.</p>')
  if (query.get('client_id') !== app.clientId) return page(400, 'Unknown client')
  const redirectUri = query.get('redirect_uri') ?? ''
  if (!app.redirectUris.includes(redirectUri)) return page(400, 'Invalid redirect_uri')
  const scopes = toScopes(context)
  if (scopes === undefined) return page(400, 'Invalid scope')
  const state = query.get('state')
  const problem = findProblem(context)
  if (problem !== undefined)
    return redirect(redirectUri, { error: 'invalid_request', error_description: problem, state })
  const decision = request.method === 'POST' ? query.get('consent') : switches.oauthConsent
  if (decision === 'page') return page(200, 'May this app see your payroll?', buttons(request.query))
  if (decision === 'denied') return redirect(redirectUri, { error: 'access_denied', state })
  return redirect(redirectUri, { code: giveCode(context, redirectUri, scopes), state })
}

/**
 * The scopes of the consent; `undefined` when one of them may not be used and the switch refuses it whole
 * (section 15, row 19).
 */
const toScopes = ({ request, app, switches }: IdentityContext): string[] | undefined => {
  const asked = (request.query.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
  const granted = asked.filter((scope) => app.scopes.includes(scope) && isKnown(scope))
  if (granted.length === 0) return undefined
  return granted.length < asked.length && switches.oauthUngrantedScope === 'page' ? undefined : granted
}

const isKnown = (scope: string): boolean => knownScopes.some((known) => known === scope)

const findProblem = ({ request: { query }, switches }: IdentityContext): string | undefined => {
  if (query.get('response_type') !== 'code') return 'response_type must be code'
  const challenge = query.get('code_challenge')
  if (challenge === null) return switches.oauthPkce === 'required' ? 'code_challenge is required' : undefined
  if (query.get('code_challenge_method') !== 'S256') return 'code_challenge_method must be S256'
  return /^[\w-]{43}$/.test(challenge) ? undefined : 'code_challenge is not valid'
}

const giveCode = (context: IdentityContext, redirectUri: string, scopes: readonly string[]): string => {
  const { request, app, consents, store, switches } = context
  if (switches.oauthSecondConsent === 'firstDies')
    for (const earlier of consents.all)
      if (earlier.user === app.user && earlier.clientId === app.clientId) consents.end(earlier)
  const consent = consents.add({
    user: app.user,
    clientId: app.clientId,
    scopes,
    ...toCovered(app, store, switches.restDebtors === 'several'),
  })
  const challenge = request.query.get('code_challenge') ?? undefined
  return consents.addCode({ consent, redirectUri, challenge }, switches.oauthCodeSeconds).code
}

/** Two forms without a script: one agrees, one declines. */
const buttons = (query: URLSearchParams): string =>
  [
    ['allow', 'Allow'],
    ['denied', 'Decline'],
  ]
    .map(([consent = '', label = '']) => {
      const parameters = new URLSearchParams(query)
      parameters.set('consent', consent)
      const action = `/connect/authorize?${parameters.toString()}`.replaceAll('&', '&amp;')
      return `<form method="post" action="${action}"><button>${label}</button></form>`
    })
    .join('')
