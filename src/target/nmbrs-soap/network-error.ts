import { AuthError, InternalError, RemoteError } from '../../domain/errors.js'
import { createCallError, type CallErrorCode } from './call-error.js'

/** Errors of Node that come before the request has left. */
const beforeSending: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

const ofCertificate = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/

/** Who broke the call off, if it was us. */
export interface BrokenOff {
  timedOut: boolean
  closed: boolean
}

/**
 * What the HTTP library or the network threw, as an error of ours. Errors of ours pass unchanged; anything else that is not of
 * the network is a bug and becomes an `InternalError` without the original, which may hold the token and the message sent.
 */
export const toCallError = (error: unknown, operation: string, by: BrokenOff): Error => {
  if (error instanceof AuthError || error instanceof RemoteError) return error
  if (by.closed) return createCallError('closed', operation)
  if (by.timedOut) return createCallError('timeout', operation)
  const code = findText(error, 'code')
  if (code === undefined)
    return new InternalError(
      `${operation} failed in reading its answer: ${error instanceof Error ? error.name : typeof error}`,
    )
  return createCallError(toCode(code, findText(error, 'syscall')), operation, { status: code })
}

const toCode = (code: string, syscall: string | undefined): CallErrorCode => {
  if (beforeSending.has(code) || syscall === 'connect' || syscall === 'getaddrinfo') return 'unreachable'
  if (ofCertificate.test(code)) return 'certificate-refused'
  // Not compressed as announced.
  if (code.startsWith('Z_')) return 'not-soap'
  return 'connection-lost'
}

/** A text property of an error or of what caused it. */
const findText = (error: unknown, name: 'code' | 'syscall'): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const value: unknown = (error as Error & Partial<Record<string, unknown>>)[name]
  if (typeof value === 'string') return value
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause
  return findText(inner, name)
}
