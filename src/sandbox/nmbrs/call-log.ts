import { performance } from 'node:perf_hooks'
import type { ServiceName } from './soap/wire-schema.js'

export interface CallRecord {
  /** Counts every call from 1. */
  sequence: number
  service: ServiceName
  operation: string
  /** Milliseconds on a clock that never goes back. */
  at: number
  /** Only when bodies are recorded. */
  body?: string
}

export interface CallLog {
  readonly records: readonly CallRecord[]
  add(call: { service: ServiceName; operation: string; body: string }): CallRecord
  clear(): void
}

/** Every call that came in. Keeps what was sent only when told to. */
export const createCallLog = (recordBodies: boolean): CallLog => {
  const records: CallRecord[] = []
  let sequence = 0
  return {
    records,
    add: ({ service, operation, body }) => {
      sequence += 1
      const record = {
        sequence,
        service,
        operation,
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
