import {
  AbortError,
  AuthError,
  ConfigError,
  InternalError,
  isSystemError,
  nameOfError,
  RemoteError,
} from '../errors.js'
import { findConfigRemedy } from './config-remedy.js'

/** Why a run did not come to its end. Holds no personal value. */
export interface RunFailure {
  /** Stable: `nmbrs-timeout`, `alexis-unauthorised`, `configuration`, `stopped`, `system`. */
  code: string
  message: string
  /** What to do; `undefined` when there is nothing better to say than the message. */
  remedy: string | undefined
}

const bug = 'Report it, with what nmbrs-sync prints when it is run with --debug'

/**
 * What to store and tell about the error that ended a run. The text of an unforeseen error can quote data, so
 * it is left out.
 */
export const toRunFailure = (error: unknown): RunFailure => {
  if (error instanceof AuthError)
    return { code: `${error.remote}-${error.code}`, message: error.message, remedy: error.remedy }
  if (error instanceof RemoteError)
    return {
      code: `${error.facts.remote}-${error.facts.code}`,
      message: error.message,
      remedy: error.facts.remedy,
    }
  if (error instanceof AbortError)
    return { code: error.code, message: error.message, remedy: error.remedy || undefined }
  if (error instanceof ConfigError)
    return { code: 'configuration', message: error.message, remedy: findConfigRemedy(error) }
  // A path can hold the name of whoever it belongs to, and this is kept.
  if (isSystemError(error))
    return {
      code: 'system',
      message: `The operating system refused ${error.syscall} (${error.code ?? ''})`,
      remedy: 'Check that the file, folder or port can be used',
    }
  if (error instanceof InternalError) return { code: 'internal', message: error.message, remedy: bug }
  return { code: 'unforeseen', message: `This is a bug in nmbrs-sync: ${nameOfError(error)}`, remedy: bug }
}
