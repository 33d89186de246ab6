import type { CreateChange, PlannedChange } from '../../../domain/change.js'
import type { DigestValue } from '../../../domain/digest.js'
import type { Finding } from '../../../domain/finding.js'
import { digestCreation } from '../../../domain/hold/hold-digest.js'
import { toHoldStanding, type HoldStanding } from '../../../domain/hold/hold-standing.js'
import type { Hold, NewHold } from '../../../domain/hold/hold.js'
import type { FieldName, MappedSection } from '../../../domain/sections.js'
import type { HoldRules } from '../hold-change.js'
import { toRejectedFinding, toWaitingFinding } from '../hold-findings.js'
import { findCreationReasons, type PlausibilityReason } from './find-reasons.js'

/** A creation of someone who cannot be as the source has them, and what became of it. */
export interface HeldCreation {
  planned: PlannedChange
  wanted: NewHold
  findings: readonly Finding[]
}

/** The section in which a creation waits: it gives the start date. */
export const creationSection = 'employment' satisfies MappedSection

const waiting: HoldStanding = { state: 'waiting', releasedBy: [], expired: false }

/**
 * Decides about a creation; `undefined` when nothing of it is implausible. What keeps it back besides stays
 * when it is released.
 */
export const holdCreation = (
  planned: PlannedChange,
  change: CreateChange,
  holds: readonly Hold[],
  rules: HoldRules,
): HeldCreation | undefined => {
  const reasons = findCreationReasons(change, rules)
  const [reason] = reasons
  if (reason === undefined) return undefined
  const wanted = toWanted(change, reasons, reason, rules.digest)
  const hold = holds.find(({ section, digest }) => section === creationSection && digest === wanted.digest)
  const standing = hold === undefined ? waiting : toHoldStanding(hold, rules.settings, rules)
  const { subject } = change
  if (hold !== undefined && standing.state === 'released') {
    const released: PlannedChange = planned.decision === 'send' ? { ...planned, release: hold.id } : planned
    return { planned: released, wanted, findings: [] }
  }
  if (hold !== undefined && standing.state === 'rejected') {
    const findings = [toRejectedFinding(subject, creationSection, hold.id)]
    return { planned: { change, decision: 'skip', reason: 'hold-rejected', hold: hold.id }, wanted, findings }
  }
  return {
    planned: { change, decision: 'hold', reason, ...(hold === undefined ? {} : { hold: hold.id }) },
    wanted,
    findings: toCreationFindings(change, reasons, hold, standing),
  }
}

/** Says why a creation waits, one finding for each reason. */
export const toCreationFindings = (
  { subject }: CreateChange,
  reasons: readonly PlausibilityReason[],
  hold: Hold | undefined,
  standing: HoldStanding,
): Finding[] =>
  reasons.map((reason) => {
    const { section, field } = placeOf[reason]
    return toWaitingFinding(reason, { subject, section, field, sharers: [], id: hold?.id, standing })
  })

const placeOf: Readonly<
  Record<PlausibilityReason, { section: MappedSection; field: FieldName | undefined; fields: FieldName[] }>
> = {
  'birth-date-implausible': {
    section: 'personalInfo',
    field: 'Birthday',
    fields: ['Birthday', 'InitialStartDate'],
  },
  'hire-date-implausible': {
    section: 'employment',
    field: 'InitialStartDate',
    fields: ['InitialStartDate'],
  },
  'name-implausible': { section: 'personalInfo', field: undefined, fields: ['FirstName', 'LastName'] },
}

const toWanted = (
  change: CreateChange,
  reasons: readonly PlausibilityReason[],
  reason: PlausibilityReason,
  digest: DigestValue,
): NewHold => ({
  subject: change.subject,
  companyId: change.companyId,
  targetId: null,
  section: creationSection,
  fields: [...new Set(reasons.flatMap((one) => placeOf[one].fields))].sort(),
  reason,
  digest: digestCreation(digest, change),
})
