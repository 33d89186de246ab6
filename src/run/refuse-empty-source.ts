import { AbortError } from '../domain/errors.js'

/** Throws `AbortError` when nobody at all was read: that is a fault of the reading or of the account, never a reason to do something. */
export const refuseEmptySource = (readCount: number): void => {
  if (readCount > 0) return
  throw new AbortError(
    'AlexisHR gave no employees at all',
    'source-empty',
    'Check the scope in the configuration and the token: nmbrs-sync doctor',
  )
}
