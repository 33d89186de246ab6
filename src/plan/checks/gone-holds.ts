import type { DesiredEmployee } from '../../domain/employee.js'
import type { FindingCode } from '../../domain/finding.js'
import type { Hold, NewHold } from '../../domain/hold.js'
import type { HoldId, SourceEmployeeId } from '../../domain/ids.js'
import { isWholeSection, type MappedSection } from '../../domain/sections.js'
import type { Plan } from '../build-plan.js'
import type { Pairing } from '../match/pairing.js'
import type { PersonPlan } from '../plan-person.js'

/** What a plan knows about the changes that holds stand for. */
export interface GoneInput {
  plan: Plan
  wanted: readonly NewHold[]
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  /** Everybody of the company in the source. */
  people: readonly DesiredEmployee[]
  /** Whom the plan is about. */
  selected: ReadonlySet<SourceEmployeeId>
  /** The plan is about everybody in scope, so who is not selected is out of it. */
  whole: boolean
  /** The open holds of the company. */
  holds: readonly Hold[]
}

/**
 * The holds whose change is not there any more, and what became of it. A section that could not be read, a person about whom nothing
 * could be decided and a source value that cannot be used leave a hold as it is: none of them says that the change is gone.
 */
export const findGoneHolds = (input: GoneInput): { id: HoldId; how: 'used' | 'superseded' }[] => {
  if (input.holds.length === 0) return []
  const people = new Map(input.people.map((person) => [person.sourceId, person]))
  const plans = new Map(input.plan.people.map((person) => [person.subject, person]))
  const wanted = new Map(input.wanted.map((one) => [toKey(one), one]))
  const wantedSections = new Set(input.wanted.map(({ subject, section }) => `${subject} ${section}`))
  return input.holds.flatMap((hold) => {
    if (wanted.has(toKey(hold))) return []
    const { id, subject, section } = hold
    const replaced = wantedSections.has(`${subject} ${section}`)
    if (!replaced && !isSettledSince(hold, people.get(subject), plans.get(subject), input)) return []
    return [{ id, how: hold.sending && !replaced ? 'used' : 'superseded' }]
  })
}

const toKey = ({ subject, section, digest }: Pick<Hold, 'subject' | 'section' | 'digest'>): string =>
  `${subject} ${section} ${digest}`

/** Whether this plan says for sure that nothing of the kind is to be sent. */
const isSettledSince = (
  { subject, section }: Hold,
  person: DesiredEmployee | undefined,
  plan: PersonPlan | undefined,
  { selected, whole, pairings }: GoneInput,
): boolean => {
  if (person === undefined) return true
  if (!selected.has(subject)) return whole
  switch (pairings.get(subject)?.kind) {
    case 'disconnected':
    case 'ignored':
      return true
    case 'connected':
    case 'create':
      return !person.heldSections.has(section) && (plan === undefined || saysNothing(plan, section))
    case 'ambiguous':
    case 'taken':
    case 'lost-creation':
    case 'lookalike':
    case 'dangling':
    case 'blocked':
    case undefined:
      return false
  }
}

/** What says that the target's values of a section are not known. */
const isUnreadCode = (code: FindingCode): boolean =>
  code === 'section-unreadable' || code === 'current-row-ambiguous'

/** The section was read, and no change of it is held for another reason. */
const saysNothing = ({ findings, changes }: PersonPlan, section: MappedSection): boolean => {
  const unread = findings.some((finding) => isUnreadCode(finding.code) && finding.section === section)
  const heldOtherwise =
    isWholeSection(section) &&
    changes.some(({ change, decision }) => change.section === section && decision === 'hold')
  return !unread && !heldOtherwise
}
