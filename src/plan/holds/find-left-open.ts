import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { Section } from '../../domain/sections.js'
import { tellFinding } from '../../domain/findings/to-finding.js'

/** A write of an earlier run of which no one knows whether it was carried out. */
interface OpenWrite {
  subject: SourceEmployeeId
  kind: 'create' | 'update' | 'end'
  section: Section
  /** Bank accounts that the write was to end. */
  replaces: readonly TargetRecordId[]
}

/**
 * What earlier runs left open for people who are not in scope any more, once for each section: no run looks
 * at them by itself. `isInScope` says yes of anyone of whom that is not known.
 */
export const findLeftOpen = (
  open: readonly OpenWrite[],
  isInScope: (id: SourceEmployeeId) => boolean,
): Finding[] => {
  const told = new Set<string>()
  return open.flatMap(({ subject, kind, section, replaces }) => {
    const code = kind === 'create' ? 'creation-left-open' : 'write-left-open'
    const key = JSON.stringify([subject, code, section])
    if (isInScope(subject) || told.has(key)) return []
    told.add(key)
    // Pay may go to either of two accounts, so that it is no mere warning.
    const name = replaces.length > 0 ? 'write-left-open/two-accounts' : code
    return [tellFinding(name, { subject, section }, {})]
  })
}
