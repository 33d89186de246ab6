import { AuthError, RemoteError } from '../../../domain/errors.js'
import { findUnusedProxyRemedy } from '../../../http/proxy/find-proxy.js'
import { findConnectError } from '../../connect-error.js'

const toLogin = (connection: string): string => `nmbrs-sync auth login --connection ${connection}`

export const consentMissing = (connection: string): AuthError =>
  new AuthError(
    'no one has given the app consent to this payroll yet',
    'nmbrs',
    'consent-none',
    `Have someone with a login that may consent run: ${toLogin(connection)}`,
  )

/** Withdrawn, ended, or taken over by another consent of the same user: nothing here can tell which. */
export const consentGone = (connection: string): AuthError =>
  new AuthError(
    'the consent to this payroll is gone: it was withdrawn, or it ended',
    'nmbrs',
    'consent-gone',
    `Consent again with: ${toLogin(connection)}; links and history stay`,
  )

export const clientRefused = (): AuthError =>
  new AuthError(
    'the identity service of Nmbrs does not know the app',
    'nmbrs',
    'client-refused',
    'Correct nmbrs.rest.clientId and nmbrs.rest.clientSecret; the consent stays',
  )

const isOfNetwork = (code: string): boolean => code === 'timeout' || /^E[A-Z]/.test(code)

/** No token can be had at the moment. No call was made with it, so nothing was carried out. */
export const identityFailed = (code: string): RemoteError =>
  findConnectError(code, 'requestToken') ??
  new RemoteError(`Nmbrs identity service: no access token could be had (${code})`, {
    remote: 'nmbrs',
    operation: 'requestToken',
    code: 'identity-failed',
    status: code,
    retryable: true,
    carried: 'no',
    remedy:
      (isOfNetwork(code) ? findUnusedProxyRemedy() : undefined) ??
      'Run again later; if it stays, check nmbrs.rest.identityHost',
  })

/** Nmbrs did not confirm that the tokens are worthless now; they are kept, so that it can be tried again. */
export const revocationFailed = (): RemoteError =>
  new RemoteError('Nmbrs identity service: the consent could not be revoked', {
    remote: 'nmbrs',
    operation: 'revokeToken',
    code: 'identity-failed',
    retryable: true,
    carried: 'unknown',
    remedy:
      'Run nmbrs-sync auth logout again later, or end the connection in Nmbrs under the login that consented',
  })
