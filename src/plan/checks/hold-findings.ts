import type { Finding, FindingCode } from '../../domain/finding.js'
import type { Severity } from '../../domain/findings/severity.js'
import type { HoldStanding } from '../../domain/hold/hold-standing.js'
import type { HoldReason } from '../../domain/hold/hold.js'
import type { HoldId, SourceEmployeeId } from '../../domain/ids.js'
import { isWholeSection, type FieldName, type MappedSection } from '../../domain/sections.js'
import { tellFinding, tellHoldRemedy } from '../../domain/findings/to-finding.js'
import { isSettledByRejection } from '../identity/settle-rejected.js'
import type { HeldChange } from './hold-change.js'

const replaced: ReadonlySet<FindingCode> = new Set([
  'conflict',
  'first-contact',
  'identity-changed',
  'identity-first-contact',
  'salary-withdrawn',
])

/**
 * A person's findings with those of their held changes in the place of what the comparison said: a released
 * change needs no word any more, one that waits names the command that lets it go.
 */
export const replaceFindings = (findings: readonly Finding[], held: readonly HeldChange[]): Finding[] => {
  const sections = new Set(held.map(({ wanted }) => wanted.section))
  const isReplaced = ({ code, section }: Finding): boolean =>
    replaced.has(code) && section !== undefined && section !== 'employee' && sections.has(section)
  return [...findings.filter((finding) => !isReplaced(finding)), ...held.flatMap(toHoldFindings)]
}

const toHoldFindings = (held: HeldChange): Finding[] => {
  const { planned, hold, standing, sharers } = held
  const { subject, section } = held.wanted
  switch (planned.decision) {
    case 'send':
      return []
    case 'skip':
      return [
        isSettledByRejection(held.reasons)
          ? toSettledFinding(subject, section, planned.hold)
          : toRejectedFinding(subject, section, planned.hold),
      ]
    case 'hold':
      return held.reasons.flatMap((reason) =>
        fieldsToName(reason, held).map((field) =>
          toWaitingFinding(reason, { subject, section, field, sharers, id: hold?.id, standing }),
        ),
      )
  }
}

/** A change that waits. */
export interface Waiting {
  subject: SourceEmployeeId
  section: MappedSection
  field: FieldName | undefined
  sharers: readonly SourceEmployeeId[]
  /** `undefined` when there is no record of it yet. */
  id: HoldId | undefined
  standing: HoldStanding
}

/** Says why a change waits and what lets it go. */
export const toWaitingFinding = (
  reason: HoldReason,
  { subject, section, field, sharers, id, standing }: Waiting,
): Finding => {
  const severity: Severity | undefined = standing.state === 'delayed' ? 'info' : undefined
  const place = { subject, section, field, hold: id, severity }
  const finding =
    reason === 'iban-shared'
      ? tellFinding('iban-shared/sharers', place, { ids: sharers.join(', ') })
      : tellFinding(reason, place, {})
  return { ...finding, remedy: toHoldRemedy(subject, id, standing) }
}

export const toRejectedFinding = (subject: SourceEmployeeId, section: MappedSection, hold: HoldId): Finding =>
  tellFinding('hold-rejected/by-hand', { subject, section, hold }, {})

/** Turned down, and agreed on by that: payroll's values stand. */
const toSettledFinding = (subject: SourceEmployeeId, section: MappedSection, hold: HoldId): Finding =>
  tellFinding('hold-rejected/settled', { subject, section, hold }, {})

/** A conflict is told by its fields where each stands for itself, and by one where the section goes whole. */
const fieldsToName = (
  reason: HoldReason,
  { wanted, reasons }: HeldChange,
): readonly (FieldName | undefined)[] => {
  if (reason !== 'conflict') return [undefined]
  // That it would be another person says more.
  if (reasons[0] === 'identity-changed' || reasons[0] === 'identity-first-contact') return []
  return isWholeSection(wanted.section) ? wanted.fields.slice(0, 1) : wanted.fields
}

const toHoldRemedy = (
  subject: SourceEmployeeId,
  hold: HoldId | undefined,
  standing: HoldStanding,
): string => {
  if (hold === undefined) return tellHoldRemedy('to-create', { id: subject })
  if (standing.state === 'delayed') return tellHoldRemedy('delayed', { day: standing.from })
  if (standing.state === 'waiting' && standing.releasedBy.length > 0)
    return tellHoldRemedy('one-more', { count: String(standing.releasedBy.length), hold })
  const isExpired = standing.state === 'waiting' && standing.expired
  return tellHoldRemedy(isExpired ? 'expired' : 'waiting', { id: subject, hold })
}

/** About someone for whom nothing changes, and whose account another person is to get. */
export const toSharerFinding = (sharer: SourceEmployeeId, subject: SourceEmployeeId): Finding =>
  tellFinding('iban-shared/sharer', { subject: sharer, section: 'bankAccount' }, { ids: subject })
