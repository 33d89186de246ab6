import type { Finding } from '../domain/finding.js'
import { tellFinding } from '../domain/findings/to-finding.js'
import { toSourceEmployeeId, type SourceEmployeeId } from '../domain/ids.js'
import type { UnreadableRecord } from '../source/port.js'

/** A record that does not even give its id could be anyone's. */
export const toMayBeUnread = (
  unreadable: readonly UnreadableRecord[],
): ((id: SourceEmployeeId) => boolean) => {
  const ids = new Set(unreadable.map(({ id }) => id))
  return (id) => ids.has(undefined) || ids.has(id)
}

/** Says that nothing of a record can be used. */
export const toUnreadableFinding = ({ id, problems }: UnreadableRecord): Finding =>
  tellFinding(
    'source-record-unreadable',
    { subject: id ?? toSourceEmployeeId('unknown') },
    { problems: problems.join('; ') },
  )
