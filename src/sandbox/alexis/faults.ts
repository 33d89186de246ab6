import * as z from 'zod'

import type { AlexisData } from './records.js'
import { collectionNames } from './resources.js'

const trigger = {
  /** Only requests to this resource, such as `employee`; without it all of them. */
  path: z.string().optional(),
  /** Which of those requests is the first to be hit, counted from 1 after the fault was added. */
  nth: z.int().positive().optional(),
  /** How many requests in a row are hit. */
  repeats: z.int().positive().optional(),
}

const perCollection = <Value extends z.ZodType>(value: Value) =>
  z.partialRecord(z.enum(collectionNames), z.array(value))

const additions = perCollection(z.looseObject({ id: z.string() }))

/** Something that goes wrong, once or a few times. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...trigger, kind: z.literal('status'), status: z.int().min(400).max(599) }),
  z.strictObject({ ...trigger, kind: z.literal('429'), retryAfter: z.string().optional() }),
  /** A web page in the place of an answer. */
  z.strictObject({ ...trigger, kind: z.literal('html'), status: z.int().optional() }),
  /** An answer of one's own, malformed or not. */
  z.strictObject({
    ...trigger,
    kind: z.literal('body'),
    status: z.int().min(200).max(599).optional(),
    contentType: z.string().optional(),
    /** The bytes as text; in `base64` any bytes can be given. */
    body: z.string(),
    encoding: z.enum(['utf8', 'base64']).optional(),
  }),
  /** The first half of the answer, sent as if it were all. */
  z.strictObject({ ...trigger, kind: z.literal('truncated') }),
  z.strictObject({ ...trigger, kind: z.literal('slow'), delayMs: z.int().nonnegative() }),
  /** The connection ends without an answer. */
  z.strictObject({ ...trigger, kind: z.literal('reset') }),
  /**
   * The records change just before the answer, as when someone works in AlexisHR between two pages. The
   * answer itself is right.
   */
  z.strictObject({
    ...trigger,
    kind: z.literal('mutateBetweenPages'),
    remove: perCollection(z.string()).optional(),
    /** Records may be odd ones; only their id is looked at. */
    add: z.custom<Partial<AlexisData>>((value) => additions.safeParse(value).success).optional(),
  }),
])

export type AlexisFault = z.infer<typeof faultSchema>

export interface FaultQueue {
  add(fault: AlexisFault): void
  /** The faults that have not come to their end. */
  waiting(): readonly AlexisFault[]
  clear(): void
}

/** Waits for the requests that the faults are meant for. */
export interface FaultTaker extends FaultQueue {
  /** The faults that hit a request to this resource now. */
  take(resource: string): readonly AlexisFault[]
}

export const createFaultQueue = (): FaultTaker => {
  let entries: { fault: AlexisFault; seen: number }[] = []
  const lastHit = ({ nth = 1, repeats = 1 }: AlexisFault): number => nth + repeats - 1
  return {
    add: (fault) => {
      entries.push({ fault, seen: 0 })
    },
    waiting: () => entries.map(({ fault }) => fault),
    clear: () => {
      entries = []
    },
    take: (resource) => {
      const meant = entries.filter(({ fault }) => fault.path === undefined || fault.path === resource)
      for (const entry of meant) entry.seen += 1
      const hit = meant.filter(({ fault, seen }) => seen >= (fault.nth ?? 1))
      entries = entries.filter(({ fault, seen }) => seen < lastHit(fault))
      return hit.map(({ fault }) => fault)
    },
  }
}

/** Carries out the change of a `mutateBetweenPages` fault. */
export const mutate = (
  data: AlexisData,
  { remove = {}, add = {} }: Extract<AlexisFault, { kind: 'mutateBetweenPages' }>,
): void => {
  for (const name of collectionNames) {
    // The collections differ only in the type of their records, which a removal does not look at and an
    // addition brings along.
    const records = data[name] as { id: string }[]
    const removed = new Set(remove[name])
    const kept = records.filter(({ id }) => !removed.has(id))
    records.splice(0, records.length, ...kept, ...(add[name] ?? []))
  }
}
