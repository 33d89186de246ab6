import { setTimeout as wait } from 'node:timers/promises'

import { RemoteError } from '../../../domain/errors.js'
import { createRestError } from '../client/rest-error.js'
import type { RestOperation } from '../operations.js'

/** How long is waited before each look at what was written: a list may show it late (Nmbrs REST contract, section 15, row 33). */
export type Looks = readonly number[]

export const usualLooks: Looks = [0, 1000, 3000]

/**
 * Reads back what was sent, again while it does not show. Gives what came last, shown or not. A failure to read leaves open what Nmbrs holds, whatever
 * failed in the reading itself.
 */
export const seeWritten = async <Read>(
  operation: RestOperation,
  looks: Looks,
  read: () => Promise<Read>,
  shows: (read: Read) => boolean,
): Promise<Read> => {
  let found: Read | undefined
  for (const ms of looks) {
    if (ms > 0) await wait(ms)
    found = await readBack(operation, read)
    if (shows(found)) return found
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
