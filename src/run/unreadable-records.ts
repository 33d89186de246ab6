import type { Finding } from '../domain/finding.js'
import { toSourceEmployeeId, type SourceEmployeeId } from '../domain/ids.js'
import type { UnreadableRecord } from '../source/port.js'

/** A record that does not even give its id could be anybody's. */
export const toMayBeUnread = (
  unreadable: readonly UnreadableRecord[],
): ((id: SourceEmployeeId) => boolean) => {
  const ids = new Set(unreadable.map(({ id }) => id))
  return (id) => ids.has(undefined) || ids.has(id)
}

/** Says that nothing of a record can be used. */
export const toUnreadableFinding = ({ id, problems }: UnreadableRecord): Finding => ({
  code: 'source-record-unreadable',
  severity: 'error',
  subject: id ?? toSourceEmployeeId('unknown'),
  message: `The AlexisHR record could not be read (${problems.join('; ')}); nothing is written for this person`,
  remedy: 'Correct the record in AlexisHR, or report it with its id; the next run reads it again',
})
