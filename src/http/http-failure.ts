import { AxiosError, isAxiosError } from 'axios'

/** Why a request got no usable answer. Holds no address, header, token or body. */
export type HttpFailureReason =
  | { kind: 'status'; status: number; retryAfter?: string }
  /** An answer that sends the caller elsewhere; it is never followed, so that the token stays with the host it was made for. */
  | { kind: 'redirect'; status: number }
  /** `overrun`: the answer kept coming and used up all its time. */
  | { kind: 'timeout'; overrun?: true }
  /** No connection, or one that broke before an answer began. `code` is Node's: `ENOTFOUND`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  | { kind: 'unreachable'; code: string }
  | { kind: 'not-json' }
  | { kind: 'not-utf8' }
  /** The answer began and did not end. */
  | { kind: 'truncated' }
  | { kind: 'too-large' }
  /** The client was closed while the request was under way. */
  | { kind: 'closed' }

/** A request that got no usable answer, after all retries. It has no `cause`, because axios's errors carry the token. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  constructor(readonly reason: HttpFailureReason) {
    super(`HTTP request failed: ${reason.kind}`)
  }
}

/** Codes of our own for an answer that came whole over the wire and cannot be read. */
export const bodyProblems = {
  'not-json': 'BODY_NOT_JSON',
  'not-utf8': 'BODY_NOT_UTF8',
  truncated: 'BODY_TRUNCATED',
} as const

const reasonsByCode: Readonly<Record<string, HttpFailureReason>> = {
  [bodyProblems['not-json']]: { kind: 'not-json' },
  [bodyProblems['not-utf8']]: { kind: 'not-utf8' },
  [bodyProblems.truncated]: { kind: 'truncated' },
  // Only the time limit of a request cancels it.
  [AxiosError.ERR_CANCELED]: { kind: 'timeout', overrun: true },
  [AxiosError.ETIMEDOUT]: { kind: 'timeout' },
  [AxiosError.ECONNABORTED]: { kind: 'timeout' },
}

/** What an error thrown by axios means. An error of another kind is a bug and is thrown on. */
export const toFailureReason = (error: unknown): HttpFailureReason => {
  if (!isAxiosError(error)) throw error
  const known = reasonsByCode[error.code ?? '']
  if (known !== undefined) return known
  return error.response === undefined ? withoutAnswer(error) : fromStatus(error.response)
}

/** axios reports an answer over the size limit as a bad response that it does not hand over. */
const withoutAnswer = (error: AxiosError): HttpFailureReason =>
  error.code === AxiosError.ERR_BAD_RESPONSE
    ? { kind: 'too-large' }
    : { kind: 'unreachable', code: error.code ?? 'unknown' }

const fromStatus = (response: NonNullable<AxiosError['response']>): HttpFailureReason => {
  const { status } = response
  if (status < 300) return { kind: 'truncated' }
  if (status < 400) return { kind: 'redirect', status }
  const retryAfter: unknown = response.headers['retry-after']
  return { kind: 'status', status, ...(typeof retryAfter === 'string' && { retryAfter }) }
}
