import type { ServerResponse } from 'node:http'
import type { Reply, ServiceFault } from '../answer-fault.js'
import type { Report, RestRequest, RestViolationKind } from '../rest/rest-request.js'
import { serveCall } from '../serve-call.js'
import type { Serving } from '../serve-call.js'
import { knownScopes } from './app.js'
import { authorize } from './authorize.js'
import type { IdentityContext } from './identity-context.js'
import { OauthRefusal, jsonReply } from './oauth-refusal.js'
import { revokeToken } from './revoke.js'
import { requestToken } from './token.js'

interface IdentityOperation {
  name: string
  answer: (context: IdentityContext) => Reply
}

/** Section 3.2. The scopes are the server's; an app is granted a subset. */
const discovery = ({ origin, switches }: IdentityContext): Reply =>
  jsonReply(200, {
    issuer: origin,
    authorization_endpoint: `${origin}/connect/authorize`,
    token_endpoint: `${origin}/connect/token`,
    revocation_endpoint: `${origin}/connect/revocation`,
    ...(switches.oauthPushedRequests
      ? {
          pushed_authorization_request_endpoint: `${origin}/connect/par`,
          require_pushed_authorization_requests: true,
        }
      : {}),
    scopes_supported: knownScopes,
  })

const operations: Readonly<Record<string, IdentityOperation>> = {
  'GET /.well-known/openid-configuration': { name: 'getDiscoveryDocument', answer: discovery },
  'GET /connect/authorize': { name: 'authorize', answer: authorize },
  'POST /connect/authorize': { name: 'authorize', answer: authorize },
  'POST /connect/token': { name: 'requestToken', answer: requestToken },
  'POST /connect/revocation': { name: 'revokeToken', answer: revokeToken },
}

/** Whether an address is the identity service's. */
export const isIdentityPath = (path: string): boolean =>
  path.startsWith('/connect/') || path.startsWith('/.well-known/')

/**
 * Takes one call of the identity service from its arrival to its answer, or to the fault that waits for it.
 */
export const serveIdentity = async (
  request: RestRequest,
  origin: string,
  serving: Serving,
  response: ServerResponse,
): Promise<void> => {
  const operation = operations[`${request.method} ${request.path}`]
  await serveCall(
    {
      service: 'IdentityService',
      operation: operation?.name ?? 'unknown',
      // The query of an authorization holds a state and a challenge: no one's business.
      target: `${request.method} ${request.path}`,
      body: request.body,
      answer: (sequence) => answer(operation, request, origin, serving, sequence),
      answerInForm: toFaultReply,
    },
    serving,
    response,
  )
}

const answer = (
  operation: IdentityOperation | undefined,
  request: RestRequest,
  origin: string,
  { app, consents, store, switches, violations }: Serving,
  sequence: number,
): Reply => {
  if (operation === undefined) return { status: 404, headers: {}, body: '' }
  const report: Report = (place: string, kind: RestViolationKind) => {
    violations.push({ sequence, operation: operation.name, path: `${operation.name}/${place}`, kind })
  }
  try {
    return operation.answer({ request, origin, app, consents, store, switches, report })
  } catch (error) {
    if (error instanceof OauthRefusal) return error.toReply()
    throw error
  }
}

const toFaultReply = (fault: ServiceFault): Reply => {
  if (fault.kind === 'soap-fault') return { status: 500, headers: {}, body: '' }
  const { status, retryAfter } = fault
  const reply = jsonReply(status, { error: status < 500 ? 'invalid_request' : 'server_error' })
  return retryAfter === undefined
    ? reply
    : { ...reply, headers: { ...reply.headers, 'Retry-After': retryAfter } }
}
