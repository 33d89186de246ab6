import type { Log } from '../../../domain/log.js'
import type { OnFault } from '../../../domain/run/progress.js'
import { createGetOnlyClient, type GetOnlyClient } from '../../../http/get-only-client.js'
import { HttpFailure } from '../../../http/http-failure.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import { toSourceError, unexpectedShape } from './errors.js'
import { type Envelope, parseEnvelope } from './schema.js'

export interface AlexisClientOptions {
  /** `https://api.alexishr.com/v1` or a sandbox's address. */
  baseUrl: string
  token: string
  log: Log
  retry?: Partial<RetryPolicy>
  /** How long the server may stay silent, in milliseconds. */
  timeoutMs?: number
  onFault?: OnFault
}

/** The lists that are read (AlexisHR contract, section 2). */
export type Resource =
  'employee' | 'employment' | 'employment-type' | 'compensation' | 'company' | 'department' | 'office'

export interface AlexisClient {
  /**
   * One page of a list. Throws `AuthError`, `RemoteError`, or `AbortError` when the client was closed
   * meanwhile.
   */
  readPage(resource: Resource, params: Readonly<Record<string, string>>): Promise<Envelope>
  callCount(): number
  close(): void
}

export const createAlexisClient = (options: AlexisClientOptions): AlexisClient => {
  const { log, onFault, ...settings } = options
  const http = createGetOnlyClient({
    ...settings,
    onRetry: ({ path, repeat, delayMs, reason }) => {
      onFault?.({ remote: 'alexis', operation: `GET ${path}`, code: reason.kind })
      const status = reason.kind === 'status' ? { status: reason.status } : {}
      log.warn('source read is repeated', { path, repeat, delayMs, reason: reason.kind, ...status })
    },
  })
  return {
    readPage: (resource, params) => readPage(http, resource, params, onFault),
    callCount: () => http.requestCount(),
    close: () => {
      http.close()
    },
  }
}

const readPage = async (
  http: GetOnlyClient,
  resource: Resource,
  params: Readonly<Record<string, string>>,
  onFault: OnFault | undefined,
): Promise<Envelope> => {
  const operation = `GET /${resource}`
  const body = await http.get(`/${resource}`, params).catch((error: unknown) => {
    if (!(error instanceof HttpFailure)) throw error
    onFault?.({ remote: 'alexis', operation, code: error.reason.kind })
    throw toSourceError(error.reason, operation)
  })
  const envelope = parseEnvelope(body)
  if ('problems' in envelope) throw unexpectedShape(operation, envelope.problems)
  return envelope.value
}
