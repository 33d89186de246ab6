import { fieldsOfChange } from '../../domain/change.js'
import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { Hold, NewHold } from '../../domain/hold/hold.js'
import type { HoldId, SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import { isWholeSection } from '../../domain/sections.js'
import type { Plan } from '../build-plan.js'
import type { Pairing } from '../match/pairing.js'
import type { PersonPlan } from '../plan-person.js'
import { wasRead } from './was-read.js'

/** What a plan knows about the changes that holds stand for. */
export interface GoneInput {
  plan: Plan
  wanted: readonly NewHold[]
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  /** Everyone of the company in the source. */
  people: readonly DesiredEmployee[]
  /** Whom the plan is about. */
  selected: ReadonlySet<SourceEmployeeId>
  /** The plan is about everyone in scope. */
  whole: boolean
  /** Who is connected in the company. */
  linked: ReadonlySet<SourceEmployeeId>
  /** Whether the record of someone who is not among the people may be one that could not be read. */
  mayBeUnread: (id: SourceEmployeeId) => boolean
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** The open holds of the company. */
  holds: readonly Hold[]
}

/**
 * The holds whose change is not there any more, and what became of it. A section or a record that could not
 * be read, a person about whom nothing could be decided or who is out of scope, and a source value that
 * cannot be used leave a hold as it is: none of them says that the change is gone.
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
    if (isOfEndedLink(hold, input.pairings.get(subject))) return [{ id, how: 'superseded' }]
    if (!replaced && !isSettledSince(hold, people.get(subject), plans.get(subject), input)) return []
    return [{ id, how: hold.sending && !replaced ? 'used' : 'superseded' }]
  })
}

const toKey = ({ subject, section, digest }: Pick<Hold, 'subject' | 'section' | 'digest'>): string =>
  `${subject} ${section} ${digest}`

/**
 * The link was ended by hand, or is one to another employee now. Of what was being sent then no one knows
 * whether it arrived.
 */
const isOfEndedLink = ({ targetId }: Hold, pairing: Pairing | undefined): boolean => {
  if (pairing?.kind === 'disconnected' || pairing?.kind === 'ignored') return true
  if (pairing?.kind !== 'connected' && pairing?.kind !== 'dangling') return false
  return targetId !== null && targetId !== pairing.link.targetId
}

/** Whether this plan says for sure that nothing of the kind is to be sent. */
const isSettledSince = (
  hold: Hold,
  person: DesiredEmployee | undefined,
  plan: PersonPlan | undefined,
  { selected, whole, pairings, linked, mayBeUnread, targets }: GoneInput,
): boolean => {
  const { subject, section } = hold
  // Who is connected comes back to the hold as it was; what ends it then is the end of the link.
  if (person === undefined) return whole && !linked.has(subject) && !mayBeUnread(subject)
  if (!selected.has(subject)) return false
  const pairing = pairings.get(subject)
  switch (pairing?.kind) {
    case 'disconnected':
    case 'ignored':
      return true
    case 'connected':
    case 'create': {
      const target = pairing.kind === 'connected' ? targets.get(pairing.link.targetId) : undefined
      if (pairing.kind === 'connected' && !wasRead(section, target, plan)) return false
      return !person.heldSections.has(section) && (plan === undefined || saysNothing(plan, hold))
    }
    case 'ambiguous':
    case 'contradicts':
    case 'taken':
    case 'unread':
    case 'lost-creation':
    case 'lookalike':
    case 'dangling':
    case 'blocked':
    case undefined:
      return false
  }
}

/** No change of it is held for another reason. */
const saysNothing = ({ changes }: PersonPlan, { section, fields }: Hold): boolean =>
  !changes.some(
    ({ change, decision }) =>
      change.section === section &&
      decision === 'hold' &&
      (isWholeSection(section) ||
        fieldsOfChange(change).some((field) => fields.some((one) => one === field))),
  )
