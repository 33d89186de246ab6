import type { ServerResponse } from 'node:http'
import type { Reply, ServiceFault } from '../answer-fault.js'
import type { Consent } from '../identity/consents.js'
import { serveCall } from '../serve-call.js'
import type { Serving } from '../serve-call.js'
import type { NmbrsSwitches } from '../switches.js'
import { findRestOperation } from './all-operations.js'
import type { FoundOperation } from './all-operations.js'
import { checkHeaders, checkQuery } from './check-request.js'
import type { Report, RestRequest, RestViolationKind } from './rest-request.js'
import type { RestAnswer } from './operation.js'
import { writePage } from './paging.js'
import { RestRefusal, refuseScope, refuseUnknown, toErrorReply } from './rest-refusal.js'

/** Takes one call of the REST API from its arrival to its answer, or to the fault that waits for it. */
export const serveRest = async (
  request: RestRequest,
  origin: string,
  serving: Serving,
  response: ServerResponse,
): Promise<void> => {
  const found = findRestOperation(request.method, request.path)
  const query = request.query.toString()
  await serveCall(
    {
      service: 'RestApi',
      operation: found?.operation.name ?? 'unknown',
      target: `${request.method} ${request.path}${query === '' ? '' : `?${query}`}`,
      body: request.body,
      answer: (sequence) => answer(found, request, origin, serving, sequence),
      answerInForm: (fault) => toFaultReply(fault, serving.switches),
    },
    serving,
    response,
  )
}

const answer = (
  found: FoundOperation | undefined,
  request: RestRequest,
  origin: string,
  serving: Serving,
  sequence: number,
): Reply => {
  const { switches, violations } = serving
  const operation = found?.operation.name ?? 'unknown'
  const report: Report = (place: string, kind: RestViolationKind) => {
    violations.push({ sequence, operation, path: `${operation}/${place}`, kind })
  }
  try {
    return answerAllowed(found, request, origin, serving, report)
  } catch (error) {
    if (error instanceof RestRefusal) return toErrorReply(error, switches)
    throw error
  }
}

/** First the gateway: key and rate. Then the API: token, call, scope, and what is asked. */
const answerAllowed = (
  found: FoundOperation | undefined,
  request: RestRequest,
  origin: string,
  serving: Serving,
  report: Report,
): Reply => {
  const { store, switches, past, limits } = serving
  checkKey(request, serving)
  limits.check(switches)
  const consent = findConsent(request, serving)
  if (found === undefined) {
    report('path', 'wrong-path')
    throw refuseUnknown('There is no such call.')
  }
  const { operation, path } = found
  checkScope(operation.scope(switches), consent, switches)
  checkHeaders(request, report)
  const query = checkQuery(request, operation, report)
  const context = { store, switches, consent, request, path, query, report, past, origin }
  return writeAnswer(operation.answer(context), query, { ...request, origin }, switches)
}

const checkKey = ({ headers }: RestRequest, { app, switches }: Serving): void => {
  if (app.subscriptionKeys.includes(headers['x-subscription-key'] ?? '')) return
  throw new RestRefusal(
    switches.restBadSubscriptionKey,
    'Access denied.',
    'Access denied due to invalid subscription key.',
    switches.restBadSubscriptionKey * 100,
    true,
  )
}

const findConsent = ({ headers }: RestRequest, { consents }: Serving): Consent => {
  const text = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  const token = text === undefined ? undefined : consents.findToken(text)
  if (token?.kind !== 'access' || !consents.isGood(token))
    throw new RestRefusal(401, 'Unauthorized.', 'The access token is not valid.')
  return token.consent
}

const checkScope = (needed: string, { scopes }: Consent, switches: NmbrsSwitches): void => {
  const granting = switches.restWriteScopeIncludesRead ? [needed, needed.replace(/\.read$/, '')] : [needed]
  if (!granting.some((scope) => scopes.includes(scope))) throw refuseScope()
}

const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
})

const writeAnswer = (
  result: RestAnswer,
  query: Readonly<Record<string, string>>,
  request: RestRequest & { origin: string },
  switches: NmbrsSwitches,
): Reply => {
  switch (result.kind) {
    case 'page':
      return json(200, writePage(result.page, query, request, switches))
    case 'object':
      return json(200, result.body)
    case 'deleted':
      return { status: 204, headers: {}, body: '' }
    case 'written':
      return writeWritten(result.ids, switches)
  }
}

/** Section 15, rows 2 and 3. */
const writeWritten = (ids: Readonly<Record<string, string>>, switches: NmbrsSwitches): Reply => {
  const { restWriteStatus, restWriteAnswer } = switches
  if (restWriteStatus === 204) return { status: 204, headers: {}, body: '' }
  return json(restWriteStatus, { id: ids, empty: {}, wrapped: { data: ids } }[restWriteAnswer])
}

const titles: Readonly<Record<number, string>> = {
  401: 'Unauthorized.',
  403: 'Forbidden.',
  429: 'TooManyRequests.',
  503: 'Unavailable.',
}

/**
 * A fault in the form of this service; a 429 has the Retry-After of the switch unless the fault brings its
 * own.
 */
const toFaultReply = (fault: ServiceFault, switches: NmbrsSwitches): Reply => {
  const status = fault.kind === 'status' ? fault.status : 500
  const refusal = new RestRefusal(status, titles[status] ?? 'Error.', 'The service is not available.')
  const reply = toErrorReply(refusal, switches)
  return fault.kind === 'status' && fault.retryAfter !== undefined
    ? { ...reply, headers: { ...reply.headers, 'Retry-After': fault.retryAfter } }
    : reply
}
