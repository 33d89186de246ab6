import { AbortError } from '../../domain/errors.js'

export const interrupted = 'The run was interrupted by a signal'

/** Someone stopped the program before anything was written. */
export const stopped = (): AbortError =>
  new AbortError(interrupted, 'stopped', 'Nothing was written; start the command again')
