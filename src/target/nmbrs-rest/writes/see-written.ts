import { setTimeout as wait } from 'node:timers/promises'

import { RemoteError } from '../../../domain/errors.js'
import { createRestError } from '../client/rest-error.js'
import type { RestOperation } from '../operations.js'

/**
 * How long is waited before each look at what was written: a list may show it late (Nmbrs REST contract,
 * section 15, row 33).
 */
export type Looks = readonly number[]

export const usualLooks: Looks = [0, 1000, 3000]

/** Looks for one who knows how late a write shows. `onLate`: it showed later than that. */
export interface KnownLooks {
  waits: Looks
  onLate: () => void
}

/** The first look comes when a write is known to show; those after it are as usual. */
export const toKnownLooks = (lagMs: number, looks: Looks, onLate: () => void): KnownLooks => ({
  waits: [lagMs, ...looks.filter((ms) => ms > 0)],
  onLate,
})

/** The same for what was not written a moment ago: the first look is at once. */
export const atOnce = (looks: Looks | KnownLooks): Looks => {
  if (!('waits' in looks)) return looks
  return [0, ...looks.waits.filter((ms) => ms > 0)]
}

/**
 * Reads back what was sent, again while it does not show. Gives what came last, shown or not. A failure to
 * read leaves open what Nmbrs holds, no matter what failed in the reading itself.
 */
export const seeWritten = async <Read>(
  operation: RestOperation,
  looks: Looks | KnownLooks,
  read: () => Promise<Read>,
  shows: (read: Read) => boolean,
): Promise<Read> => {
  const { waits, onLate } = 'waits' in looks ? looks : { waits: looks, onLate: () => undefined }
  let found: Read | undefined
  for (const [index, ms] of waits.entries()) {
    if (ms > 0) await wait(ms)
    found = await readBack(operation, read)
    if (!shows(found)) continue
    if (index > 0) onLate()
    return found
  }
  return found ?? readBack(operation, read)
}

const readBack = async <Read>(operation: RestOperation, read: () => Promise<Read>): Promise<Read> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof RemoteError) throw toUnseen(error, operation)
    throw error
  }
}

/** A call that is forbidden stays so: the scope of the reading is named, beside the write. */
const toUnseen = ({ facts }: RemoteError, operation: RestOperation): RemoteError =>
  facts.code === 'right-missing'
    ? createRestError('read-back-forbidden', operation, {
        status: facts.status,
        field: facts.operation,
        remedy: facts.remedy,
      })
    : createRestError('not-read-back', operation)
