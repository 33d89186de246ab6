import * as z from 'zod'

const common = {
  /** The service and the operation it waits for; absent means any. */
  service: z.string().optional(),
  operation: z.string().optional(),
  /** Counted from when it was added, from 1. */
  nth: z.number().int().positive().default(1),
  /** How many matching calls in a row. */
  times: z.number().int().positive().default(1),
}
/** Before the call is carried out, or after it was and before the answer. */
const when = z.enum(['before', 'after']).default('before')

export const faultSchema = z.discriminatedUnion('kind', [
  /** The connection breaks. After the call was carried out this is a lost reply. */
  z.strictObject({ kind: z.literal('cut'), ...common, when }),
  /** No answer ever comes. */
  z.strictObject({ kind: z.literal('silence'), ...common, when }),
  /** An HTTP status with a body that is no SOAP. */
  z.strictObject({
    kind: z.literal('status'),
    ...common,
    when,
    status: z.number().int().min(400).max(599).default(500),
    /** Seconds, or an HTTP date. */
    retryAfter: z.string().optional(),
  }),
  /** A page of the gateway in place of an answer. */
  z.strictObject({
    kind: z.literal('html'),
    ...common,
    when,
    status: z.number().int().min(200).max(599).default(502),
  }),
  /** An answer of one's own, malformed or not. */
  z.strictObject({
    kind: z.literal('body'),
    ...common,
    when,
    status: z.number().int().min(200).max(599).default(200),
    contentType: z.string().default('text/xml; charset=utf-8'),
    /** The bytes as text; in `base64` any bytes can be given. */
    body: z.string(),
    encoding: z.enum(['utf8', 'base64']).default('utf8'),
    /** Said of the bytes, which are sent as they are: `gzip`. */
    contentEncoding: z.string().optional(),
  }),
  /** The call is carried out; its answer stops half-way. */
  z.strictObject({ kind: z.literal('half'), ...common }),
  /** The call is carried out late. */
  z.strictObject({ kind: z.literal('slow'), ...common, delayMs: z.number().int().min(0) }),
  /** A fault with a number of the service. */
  z.strictObject({ kind: z.literal('soap-fault'), ...common, when, code: z.number().int() }),
])

export type Fault = z.infer<typeof faultSchema>
export type FaultRequest = z.input<typeof faultSchema>

/** Faults that wait for their calls. */
export interface Faults {
  /** Throws when the request is not one. */
  add(request: FaultRequest): void
  /** The fault this call meets. Counts the call for every waiting fault it matches. */
  take(operation: string, service: string): Fault | undefined
  clear(): void
  waiting(): number
}

interface Waiting {
  fault: Fault
  seen: number
}

export const createFaults = (): Faults => {
  let waiting: Waiting[] = []
  return {
    add: (request) => {
      waiting.push({ fault: faultSchema.parse(request), seen: 0 })
    },
    take: (operation, service) => {
      const matching = waiting.filter(
        ({ fault }) => (fault.operation ?? operation) === operation && (fault.service ?? service) === service,
      )
      for (const entry of matching) entry.seen += 1
      const due = matching.find(({ fault, seen }) => seen >= fault.nth)
      waiting = waiting.filter(({ fault, seen }) => seen < fault.nth + fault.times - 1)
      return due?.fault
    },
    clear: () => {
      waiting = []
    },
    waiting: () => waiting.length,
  }
}
