import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { Section } from '../../domain/sections.js'
import { toFinding } from '../findings.js'

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
 * at them by itself. `isInScope` says yes of anybody of whom that is not known.
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
    const finding = toFinding(code, subject, section)
    return [replaces.length > 0 ? { ...finding, ...twoAccounts } : finding]
  })
}

/** Pay may go to either of them, so that it is no mere warning. */
const twoAccounts = {
  severity: 'error',
  message:
    'An earlier replacement of the bank account was cut short, and this person has left the scope since, so both accounts may be in Nmbrs',
} as const satisfies Partial<Finding>
