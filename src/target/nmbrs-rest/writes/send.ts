import { RemoteError } from '../../../domain/errors.js'
import type { LastingRefusal } from '../../../domain/hold/refusal-codes.js'
import { toCall, type Calls, type RestOperation } from '../operations.js'

const lasting: LastingRefusal = 'values-refused'

/** The codes with which the same write is refused again until a value or the period moves. */
const refusals: ReadonlySet<string> = new Set(['refused', 'already-exists'])

/**
 * Sends one write. What Nmbrs refuses for its values is a lasting refusal: it says no number that tells more
 * (Nmbrs REST contract, section 4.4).
 */
export const send = async (
  client: Calls,
  operation: RestOperation,
  id: string,
  body: object,
): Promise<unknown> => {
  try {
    return await client.write(toCall(operation, id, { body }))
  } catch (error) {
    if (!(error instanceof RemoteError) || !refusals.has(error.facts.code)) throw error
    throw new RemoteError(error.message, { ...error.facts, code: lasting })
  }
}
