import type { FaultRequest } from '../../../../src/sandbox/nmbrs/faults.js'

/** What becomes of the run in which a read, or a write, meets the fault. */
export type Effect =
  /** It comes to its end all the same. */
  | 'finishes'
  /** It does not know whether the write happened. */
  | 'unknown'
  /** It fails, and says why. */
  | 'fails'
  /** What becomes of the run depends on which of its calls it is; only what it leaves counts. */
  | 'any'

/** What happens to one call. */
export interface FaultColumn {
  name: string
  fault: FaultRequest
  read: Effect
  write: Effect
}

const passing = (name: string, fault: FaultRequest): FaultColumn => ({
  name,
  fault,
  read: 'finishes',
  write: 'finishes',
})

/** A read is repeated; of a write nobody knows what became. */
const doubtful = (name: string, fault: FaultRequest): FaultColumn => ({
  name,
  fault,
  read: 'finishes',
  write: 'unknown',
})

export const faultColumns: readonly FaultColumn[] = [
  doubtful('its reply is lost after Nmbrs carried it out', { kind: 'cut', when: 'after' }),
  doubtful('the connection breaks before Nmbrs carried it out', { kind: 'cut', when: 'before' }),
  doubtful('it gets a 500 after Nmbrs carried it out', { kind: 'status', status: 500, when: 'after' }),
  doubtful('it gets a 500 before Nmbrs carried it out', { kind: 'status', status: 500, when: 'before' }),
  doubtful('it gets a page of HTML with 200 after Nmbrs carried it out', {
    kind: 'html',
    status: 200,
    when: 'after',
  }),
  doubtful('it gets a page of HTML with 502', { kind: 'html', status: 502, when: 'before' }),
  doubtful('it gets half an answer', { kind: 'half' }),
  doubtful('it gets a 503, and so do the two calls after it', { kind: 'status', status: 503, times: 3 }),
  passing('it is slow', { kind: 'slow', delayMs: 120 }),
  passing('it gets a 401 once', { kind: 'status', status: 401 }),
  passing('it gets a 429 with seconds to wait', { kind: 'status', status: 429, retryAfter: '1' }),
  passing('it gets a 429 with a date to wait for', {
    kind: 'status',
    status: 429,
    retryAfter: new Date(Date.now() + 2000).toUTCString(),
  }),
  passing('it gets a 429 three times without a word on how long', { kind: 'status', status: 429, times: 3 }),
  { name: 'it gets a 403', fault: { kind: 'status', status: 403 }, read: 'fails', write: 'fails' },
]

/** Faults that last longer than a call is repeated. */
export const lastingColumns: readonly FaultColumn[] = [
  {
    name: 'it and every call after it gets a 503',
    fault: { kind: 'status', status: 503, times: 500 },
    read: 'fails',
    write: 'unknown',
  },
  {
    name: 'it and every call after it is cut off',
    fault: { kind: 'cut', when: 'before', times: 500 },
    read: 'fails',
    write: 'unknown',
  },
  {
    name: 'it gets a 429 as often as it is sent',
    fault: { kind: 'status', status: 429, times: 10 },
    // Calls that are under way together share the ten.
    read: 'any',
    write: 'fails',
  },
]

/** Calls that are never answered: each takes the whole time limit. */
export const silentColumns: readonly FaultColumn[] = [
  doubtful('no answer comes in time though Nmbrs carried it out', { kind: 'silence', when: 'after' }),
  doubtful('no answer comes in time and Nmbrs did not carry it out', { kind: 'silence', when: 'before' }),
]
