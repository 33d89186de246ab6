import { AbortError, AuthError, RemoteError } from '../../../domain/errors.js'
import { findConnectProblem } from '../../../http/proxy/connect-problem.js'
import { findUnusedProxyRemedy } from '../../../http/proxy/find-proxy.js'
import type { HttpFailureReason } from '../../../http/http-failure.js'

interface Explanation {
  code: string
  message: string
  remedy: string
  retryable: boolean
  status?: string
}

/**
 * Turns a failed read of AlexisHR into the error that the rest of the program knows. `operation` is like `GET
 * /employee`.
 */
export const toSourceError = (
  reason: HttpFailureReason,
  operation: string,
): AuthError | RemoteError | AbortError => {
  if (reason.kind === 'closed') {
    return new AbortError('Reading AlexisHR was broken off.', 'stopped', 'Start the run again.')
  }
  if (reason.kind === 'status' && reason.status === 401) return unauthorised()
  if (reason.kind === 'status' && reason.status === 403) return forbidden()
  return toRemoteError(explain(reason), operation)
}

/** The answer is not built as the API describes it. `problems` name keys and kinds, never values. */
export const unexpectedShape = (operation: string, problems: readonly string[]): RemoteError =>
  toRemoteError(
    {
      code: 'unexpected-shape',
      message: `answered in a form that this program does not know (${problems.join('; ')})`,
      remedy:
        'Check that the base URL is that of the AlexisHR API, version 1. If it is, the API has changed.',
      retryable: false,
    },
    operation,
  )

// The statuses and their meaning: AlexisHR contract, sections 1 and 4.

const unauthorised = (): AuthError =>
  new AuthError(
    'AlexisHR does not accept the access token.',
    'alexis',
    'unauthorised',
    'Make a new Public API token in AlexisHR, Settings > Access tokens, and set it as ALEXIS_TOKEN. A token stops working when the person who made it loses the Owner role.',
  )

const forbidden = (): AuthError =>
  new AuthError(
    'AlexisHR knows the access token but does not let it read this.',
    'alexis',
    'forbidden',
    'Use a token of the type Public API, made by an Owner of the account.',
  )

const toRemoteError = (explanation: Explanation, operation: string): RemoteError => {
  const { code, message, remedy, retryable, status } = explanation
  return new RemoteError(`AlexisHR, ${operation}: ${message}.`, {
    remote: 'alexis',
    operation,
    code,
    ...(status !== undefined && { status }),
    retryable,
    // Reading changes nothing over there.
    carried: 'no',
    remedy,
  })
}

const explainUnreachable = (networkCode: string): Explanation => {
  const problem = findConnectProblem(networkCode)
  if (problem !== undefined) return { ...problem, message: `${problem.title} (${networkCode})` }
  return {
    code: 'unreachable',
    message: `cannot be reached (${networkCode})`,
    remedy: findUnusedProxyRemedy() ?? `Check the network and the firewall of this machine; ${baseUrlHint}`,
    retryable: true,
  }
}

const explain = (reason: Exclude<HttpFailureReason, { kind: 'closed' }>): Explanation => {
  switch (reason.kind) {
    case 'status':
      return { ...explainStatus(reason.status, reason.retryAfter), status: String(reason.status) }
    case 'redirect':
      return {
        code: 'redirected',
        message: `answered with a redirect (${reason.status}), which is not followed so that the token stays where it belongs`,
        remedy: `Set the address that AlexisHR really has as base URL; ${baseUrlHint}`,
        retryable: false,
        status: String(reason.status),
      }
    case 'timeout':
      return {
        code: 'timeout',
        message: 'gave no answer in time',
        remedy:
          (reason.overrun === true ? undefined : findUnusedProxyRemedy()) ??
          'Run again later. If it stays like this, look at the status page of AlexisHR and at the network.',
        retryable: true,
      }
    case 'unreachable':
      return explainUnreachable(reason.code)
    case 'not-json':
      return {
        code: 'not-json',
        message: 'answered with something that is not JSON, such as a web page',
        remedy: `Something between here and AlexisHR may answer in its place; ${baseUrlHint}`,
        retryable: false,
      }
    case 'not-utf8':
      return {
        code: 'not-utf8',
        message: 'answered in a form that is not UTF-8, so names could be altered',
        remedy: `Something between here and AlexisHR may change its answers; ${baseUrlHint}`,
        retryable: false,
      }
    case 'truncated':
      return {
        code: 'truncated',
        message: 'broke off in the middle of its answer',
        remedy: 'Run again later. If it stays like this, look at proxies between here and AlexisHR.',
        retryable: true,
      }
    case 'too-large':
      return {
        code: 'too-large',
        message: 'sent an answer that is larger than any page of records can be',
        remedy: `Something between here and AlexisHR may answer in its place; ${baseUrlHint}`,
        retryable: false,
      }
  }
}

const baseUrlHint = 'check alexis.baseUrl, normally https://api.alexishr.com/v1.'

const explainStatus = (status: number, retryAfter: string | undefined): Explanation => {
  if (status === 404) {
    return {
      code: 'not-found',
      message: 'does not know this address (404)',
      remedy: `The base URL is probably wrong; ${baseUrlHint}`,
      retryable: false,
    }
  }
  if (status === 429) return rateLimited(retryAfter)
  if (status >= 500 || status === 408) {
    return {
      code: 'unavailable',
      message: `is not available at the moment (${status})`,
      remedy: 'Run again later. If it stays like this, look at the status page of AlexisHR.',
      retryable: true,
    }
  }
  return {
    code: 'refused',
    message: `refused the request (${status})`,
    remedy: 'The API may have changed. Update this program, or report it together with this message.',
    retryable: false,
  }
}

/** Only a number of seconds is repeated in the text: nothing else that a server sends gets into a message. */
const rateLimited = (retryAfter: string | undefined): Explanation => ({
  code: 'rate-limited',
  message: 'gets too many requests at the moment (429)',
  remedy:
    retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter)
      ? `Run again after ${retryAfter} seconds.`
      : 'Run again later, and not at the same time as other programs that read AlexisHR.',
  retryable: true,
})
