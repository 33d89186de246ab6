import { isSameSecret, toChallenge, type LoginSecrets } from './pkce.js'

/** The app, and what it asks consent for. */
export interface AppRequest {
  identityHost: string
  clientId: string
  redirectUri: string
  scopes: readonly string[]
}

/** Where a person goes to consent (Nmbrs REST contract, section 3.2). */
export const toAuthorizeAddress = (
  { identityHost, clientId, redirectUri, scopes }: AppRequest,
  { state, verifier }: LoginSecrets,
): string => {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(' '),
    state,
    code_challenge: toChallenge(verifier),
    code_challenge_method: 'S256',
  })
  // A blank as %20: not every login page takes a plus for one.
  return `${identityHost}/connect/authorize?${query.toString().replaceAll('+', '%20')}`
}

/** What the browser came back with. */
export type CameBack =
  | { result: 'code'; code: string }
  /** `error` is a code of OAuth, such as `access_denied`. */
  | { result: 'refused'; error: string }
  /**
   * Another address than the registered one, or not the answer to this login: anyone who sent it may be
   * someone else.
   */
  | { result: 'not-ours' }

/** Reads the address that the browser was sent to. */
export const readCameBack = (address: string, redirectUri: string, state: string): CameBack => {
  if (!URL.canParse(address)) return { result: 'not-ours' }
  const [came, expected] = [new URL(address), new URL(redirectUri)]
  if (came.origin !== expected.origin || came.pathname !== expected.pathname) return { result: 'not-ours' }
  const [givenState, ...moreStates] = came.searchParams.getAll('state')
  if (givenState === undefined || moreStates.length > 0 || !isSameSecret(givenState, state))
    return { result: 'not-ours' }
  const error = came.searchParams.get('error')
  if (error !== null) return { result: 'refused', error: /^[a-z_]{1,60}$/.test(error) ? error : 'unknown' }
  const [code, ...moreCodes] = came.searchParams.getAll('code')
  return code === undefined || code === '' || moreCodes.length > 0
    ? { result: 'not-ours' }
    : { result: 'code', code }
}
