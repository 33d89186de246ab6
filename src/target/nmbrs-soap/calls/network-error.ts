import { types } from 'node:util'
import { AbortError, AuthError, InternalError, RemoteError } from '../../../domain/errors.js'
import { findUnusedProxyRemedy } from '../../../http/proxy/find-proxy.js'
import { findConnectError } from '../../connect-error.js'
import { createCallError, type CallErrorCode } from '../wire/call-error.js'

/** Errors of Node that come before the request has left. */
const beforeSending: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** Who broke the call off, if it was us. */
export interface BrokenOff {
  timedOut: boolean
  closed: boolean
  /** Whether anything of the call can have left. */
  left: boolean
}

/**
 * What the HTTP library or the network threw, as an error of ours. Errors of ours pass unchanged; anything
 * else that is not of the network is a bug and becomes an `InternalError` without the original, which may
 * hold the token and the message sent.
 */
export const toCallError = (error: unknown, operation: string, by: BrokenOff): Error => {
  if (isOurs(error)) return error
  if (by.closed) return createCallError('closed', operation)
  if (by.timedOut) return toNoAnswer(by.left ? 'timeout' : 'unreachable', operation)
  const code = findText(error, 'code')
  if (code === undefined)
    return new InternalError(
      `${operation} failed in reading its answer: ${types.isNativeError(error) ? error.name : typeof error}`,
    )
  return (
    findConnectError(code, operation) ??
    toNoAnswer(toCode(code, findText(error, 'syscall'), by.left), operation, code)
  )
}

const toNoAnswer = (code: CallErrorCode, operation: string, status?: string): Error =>
  createCallError(code, operation, {
    ...(status !== undefined && { status }),
    remedy: code === 'unreachable' ? findUnusedProxyRemedy() : undefined,
  })

const isOurs = (error: unknown): error is Error =>
  error instanceof AuthError ||
  error instanceof RemoteError ||
  error instanceof AbortError ||
  error instanceof InternalError

const toCode = (code: string, syscall: string | undefined, left: boolean): CallErrorCode => {
  if (beforeSending.has(code) || syscall === 'connect' || syscall === 'getaddrinfo') return 'unreachable'
  if (!left) return 'unreachable'
  // Not compressed as announced.
  if (code.startsWith('Z_')) return 'not-soap'
  return 'connection-lost'
}

/**
 * A text property of an error or of what caused it; of several causes, as when several addresses were tried,
 * the first.
 */
const findText = (error: unknown, name: 'code' | 'syscall'): string | undefined => {
  if (!types.isNativeError(error)) return undefined
  // What Node hangs on its errors besides what `Error` declares.
  const parts = error as Error & { code?: unknown; syscall?: unknown; errors?: unknown }
  const value = parts[name]
  if (typeof value === 'string') return value
  return findText(Array.isArray(parts.errors) ? parts.errors[0] : parts.cause, name)
}
