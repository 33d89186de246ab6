import { AbortError } from '../../domain/errors.js'
import type { Source, SourceQuery } from '../../source/port.js'

/**
 * Throws `AbortError` when no one at all was read: that is a fault of the reading or of the account, never a
 * reason to do something.
 */
export const refuseEmptySource = (readCount: number): void => {
  if (readCount > 0) return
  throw new AbortError(
    'AlexisHR gave no employees at all',
    'source-empty',
    'Check the scope in the configuration and the token: nmbrs-sync doctor',
  )
}

/**
 * The same where perhaps only active people were asked for. Where everyone is inactive, as after a season,
 * people are there and none of them is in scope, which is judged as any scope without anyone. Reads the
 * source once more only when no one was read.
 */
export const refuseEmptyRead = async (
  source: Source,
  query: SourceQuery,
  readCount: number,
): Promise<void> => {
  if (readCount > 0 || !query.activeOnly) {
    refuseEmptySource(readCount)
    return
  }
  const all = { paths: new Set<string>(), activeOnly: false, today: query.today, allCompensations: false }
  const { employees, unreadable } = await source.readSnapshot(all, ({ id }) => id)
  refuseEmptySource(employees.length + unreadable.length)
}
