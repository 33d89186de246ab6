import type { DesiredEmployee } from '../../domain/employee.js'
import type { Finding } from '../../domain/finding.js'
import type { Hold, NewHold } from '../../domain/hold/hold.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { isCreatedByUs, isMadeByRule, type SeenIdentity } from '../../domain/link.js'
import type { Plan } from '../build-plan.js'
import type { Pairing } from '../match/pairing.js'
import type { HoldRules } from './hold-change.js'
import { toSharerFinding } from './hold-findings.js'
import { holdPerson } from './hold-person.js'
import { createFindSharers } from './shared-accounts.js'

/** A company's plan as the comparison of both sides made it, and all that decides what of it waits. */
export interface HoldInput {
  plan: Plan
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  /** Everyone of the company in the source, planned or not. */
  people: readonly DesiredEmployee[]
  /** The open holds, of any company. */
  holds: readonly Hold[]
  rules: HoldRules
}

export interface HeldPlan {
  /** The plan as it stands: what waits is held, what was released is sent, what was rejected is left out. */
  plan: Plan
  /** A record for every change that waits, was released or was rejected; known ones included. */
  wanted: readonly NewHold[]
  /** About people for whom nothing changes, but whose account someone else is to get. */
  findings: readonly Finding[]
}

/**
 * Decides which changes wait for a person. It only ever makes a plan stricter, except where someone released
 * exactly that change.
 */
export const applyHolds = ({ plan, pairings, people, holds, rules }: HoldInput): HeldPlan => {
  const findSharers = createFindSharers(people)
  const holdsOf = indexHolds(holds)
  const held = plan.people.map((person) =>
    holdPerson(
      person,
      {
        createdByUs: isOurs(pairings.get(person.subject)),
        linkedByRule: isFoundByRule(pairings.get(person.subject)),
        seenIdentity: seenOf(pairings.get(person.subject)),
        holds: holdsOf.get(person.subject) ?? [],
        findSharers,
      },
      rules,
    ),
  )
  return {
    plan: { ...plan, people: held.map(({ person }) => person) },
    wanted: held.flatMap(({ wanted }) => wanted),
    findings: toSharerFindings(held.flatMap(({ sharing }) => sharing)),
  }
}

const indexHolds = (holds: readonly Hold[]): ReadonlyMap<SourceEmployeeId, readonly Hold[]> => {
  const index = new Map<SourceEmployeeId, Hold[]>()
  for (const hold of holds) index.set(hold.subject, [...(index.get(hold.subject) ?? []), hold])
  return index
}

/** The target record is this program's own, or will be. */
const isOurs = (pairing: Pairing | undefined): boolean =>
  pairing?.kind === 'create' || (pairing?.kind === 'connected' && isCreatedByUs(pairing.link))

const isFoundByRule = (pairing: Pairing | undefined): boolean =>
  pairing?.kind === 'connected' && isMadeByRule(pairing.link)

/** One finding for each person who is named by others and has nothing of their own that says it. */
const toSharerFindings = (
  sharing: readonly { subject: SourceEmployeeId; sharers: readonly SourceEmployeeId[] }[],
): Finding[] => {
  const said = new Set(sharing.map(({ subject }) => subject))
  return sharing.flatMap(({ subject, sharers }) =>
    sharers.flatMap((sharer) => {
      if (said.has(sharer)) return []
      said.add(sharer)
      return [toSharerFinding(sharer, subject)]
    }),
  )
}

const seenOf = (pairing: Pairing | undefined): SeenIdentity | undefined =>
  pairing?.kind === 'connected' ? pairing.link.seenIdentity : undefined
