import { AbortError, AuthError, ConfigError, RemoteError } from '../../domain/errors.js'
import { findConfigRemedy } from '../../domain/run/config-remedy.js'
import type { DoctorCheck } from '../../report/operations/doctor-report.js'

/** What one look found. */
export type Found = Omit<DoctorCheck, 'connection'>

export const ok = (check: string, detail: string): Found => ({ check, status: 'ok', detail, remedy: null })

export const warn = (check: string, detail: string, remedy: string): Found => ({
  check,
  status: 'warn',
  detail,
  remedy,
})

export const fail = (check: string, detail: string, remedy: string): Found => ({
  check,
  status: 'fail',
  detail,
  remedy,
})

/** Has a look. What stops it is what it found, so that the other looks go on; a bug is thrown. */
export const runCheck = async (
  check: string,
  look: () => Promise<readonly Found[]>,
): Promise<readonly Found[]> => {
  try {
    return await look()
  } catch (error) {
    return [toFailure(check, error)]
  }
}

const toFailure = (check: string, error: unknown): Found => {
  if (error instanceof RemoteError) return fail(check, error.message, error.facts.remedy)
  if (error instanceof AuthError || error instanceof AbortError)
    return fail(check, error.message, error.remedy)
  if (error instanceof ConfigError)
    return fail(check, error.message, findConfigRemedy(error) ?? 'nmbrs-sync config check')
  throw error
}
