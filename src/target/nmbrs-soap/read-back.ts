import { RemoteError } from '../../domain/errors.js'
import { createCallError } from './wire/call-error.js'
import type { OperationName } from './wire/operations.js'

/**
 * Reads back what was sent. A failure to do so leaves open what the target holds, no matter what failed in
 * the reading itself.
 */
export const readBack = async <Result>(
  operation: OperationName,
  read: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof RemoteError) throw createCallError('not-read-back', operation)
    throw error
  }
}
