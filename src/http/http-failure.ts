import { AxiosError, isAxiosError } from 'axios'

/** Why a request got no usable answer. Holds no address, header, token or body. */
export type HttpFailureReason =
  | { kind: 'status'; status: number; retryAfter?: string }
  /**
   * An answer that sends the caller elsewhere; it is never followed, so that the token stays with the host it
   * was made for.
   */
  | { kind: 'redirect'; status: number }
  /** `overrun`: the answer kept coming and used up all its time. */
  | { kind: 'timeout'; overrun?: true }
  /**
   * No connection, or one that broke before an answer began. `code` is Node's: `ENOTFOUND`, `ECONNREFUSED`,
   * `CERT_HAS_EXPIRED`.
   */
  | { kind: 'unreachable'; code: string }
  | { kind: 'not-json' }
  | { kind: 'not-utf8' }
  /** The answer began and did not end. */
  | { kind: 'truncated' }
  | { kind: 'too-large' }
  /** The client was closed while the request was under way. */
  | { kind: 'closed' }

/**
 * A request that got no usable answer, after all retries. It has no `cause`, because axios's errors carry the
 * token.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  constructor(
    readonly reason: HttpFailureReason,
    /** Whether anything of the request can have left. */
    readonly left = true,
  ) {
    super(`HTTP request failed: ${reason.kind}`)
  }
}

const reasonsByCode: Readonly<Record<string, HttpFailureReason>> = {
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

const fromStatus = ({ status, headers }: NonNullable<AxiosError['response']>): HttpFailureReason => {
  if (status < 300) return { kind: 'truncated' }
  const retryAfter: unknown = headers['retry-after']
  return toStatusReason(status, typeof retryAfter === 'string' ? retryAfter : undefined)
}

/** What an answer with a status from 300 on means. */
export const toStatusReason = (status: number, retryAfter: string | undefined): HttpFailureReason =>
  status < 400
    ? { kind: 'redirect', status }
    : { kind: 'status', status, ...(retryAfter !== undefined && { retryAfter }) }
