import { performance } from 'node:perf_hooks'
import type { ServiceName } from '../../onboarding/calls/call-name.js'

/** A SOAP service, the REST API, or the service that hands out its tokens. */
export type CalledService = ServiceName | 'RestApi' | 'IdentityService'

export interface CallRecord {
  /** Counts every call from 1. */
  sequence: number
  service: CalledService
  operation: string
  /** Milliseconds on a clock that never goes back. */
  at: number
  /** Method, path and query of a REST call. Holds ids, and never a code or token. */
  target?: string
  /** Only when bodies are recorded. */
  body?: string
}

export interface CallLog {
  readonly records: readonly CallRecord[]
  add(call: { service: CalledService; operation: string; target?: string; body: string }): CallRecord
  clear(): void
}

/** Every call that came in. Keeps what was sent only when told to. */
export const createCallLog = (recordBodies: boolean): CallLog => {
  const records: CallRecord[] = []
  let sequence = 0
  return {
    records,
    add: ({ body, ...call }) => {
      sequence += 1
      const record = {
        sequence,
        ...call,
        at: performance.now(),
        ...(recordBodies ? { body } : {}),
      }
      records.push(record)
      return record
    },
    clear: () => {
      records.length = 0
    },
  }
}
