import { AbortError } from '../../domain/errors.js'
import type { Io } from '../io.js'

/**
 * Asks whether an order is to be carried out, where there is someone to ask. Throws `AbortError` (`stopped`)
 * after a no; `remedy` says what to do then.
 */
export const confirmOrder = async (
  { prompts }: Pick<Io, 'prompts'>,
  question: string,
  remedy: string,
): Promise<void> => {
  if (prompts === undefined || (await prompts.confirm(question))) return
  throw new AbortError('Nothing was changed', 'stopped', remedy)
}
