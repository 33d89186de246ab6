import type { Finding, FindingCode } from '../../domain/finding.js'
import type { HoldStanding } from '../../domain/hold/hold-standing.js'
import type { HoldReason } from '../../domain/hold/hold.js'
import type { HoldId, SourceEmployeeId } from '../../domain/ids.js'
import { isWholeSection, type FieldName, type MappedSection } from '../../domain/sections.js'
import { toFinding } from '../findings.js'
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
 * A person's findings with those of his held changes in the place of what the comparison said: a released
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
): Finding => ({
  ...toFinding(reason, subject, section, field),
  ...(reason === 'iban-shared' ? { message: toSharedMessage(sharers) } : {}),
  ...(standing.state === 'delayed' ? { severity: 'info' } : {}),
  remedy: toRemedy(subject, id, standing),
  ...(id === undefined ? {} : { hold: id }),
})

export const toRejectedFinding = (
  subject: SourceEmployeeId,
  section: MappedSection,
  id: HoldId,
): Finding => ({
  ...toFinding('hold-rejected', subject, section),
  remedy: `Correct it in AlexisHR, or take the rejection back: nmbrs-sync holds release ${id} --reason TEXT`,
  hold: id,
})

/** Turned down, and agreed on by that: payroll's values stand. */
const toSettledFinding = (subject: SourceEmployeeId, section: MappedSection, id: HoldId): Finding => ({
  ...toFinding('hold-rejected', subject, section),
  message: 'A person rejected the name or birth date that AlexisHR has; those of Nmbrs are kept',
  remedy: 'Nothing to do; another value in AlexisHR asks again',
  hold: id,
})

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

const toSharedMessage = (sharers: readonly SourceEmployeeId[]): string =>
  `AlexisHR has the same bank account for someone else in this company: ${sharers.join(', ')}`

const toRemedy = (subject: SourceEmployeeId, id: HoldId | undefined, standing: HoldStanding): string => {
  if (id === undefined)
    return `To create the hold: nmbrs-sync plan --employee ${subject}, which names the hold to release`
  if (standing.state === 'delayed') return `Released; the first sync on or after ${standing.from} sends it`
  const release = `nmbrs-sync holds release ${id} --reason TEXT`
  if (standing.state === 'waiting' && standing.releasedBy.length > 0)
    return `Released by ${standing.releasedBy.length}; another person has to as well: ${release} --as NAME`
  const again =
    standing.state === 'waiting' && standing.expired ? 'The release expired before it was used. ' : ''
  return `${again}If it is right: ${release}; if not: nmbrs-sync holds reject ${id} --reason TEXT; both sides: nmbrs-sync explain ${subject} --show-values`
}

/** About someone for whom nothing changes, and whose account another person is to get. */
export const toSharerFinding = (sharer: SourceEmployeeId, subject: SourceEmployeeId): Finding => ({
  ...toFinding('iban-shared', sharer, 'bankAccount'),
  message: `AlexisHR gives the bank account of this person to someone else in this company too: ${subject}`,
})
