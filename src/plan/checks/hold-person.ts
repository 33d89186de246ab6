import type { SeenIdentity } from '../../domain/link.js'
import type { PlannedChange } from '../../domain/change.js'
import type { Hold, NewHold } from '../../domain/hold/hold.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Finding } from '../../domain/finding.js'
import type { MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import { holdWithCreation } from '../holds/hold-with-creation.js'
import { isSettledByRejection, settleRejected } from '../identity/settle-rejected.js'
import type { PersonPlan } from '../plan-person.js'
import {
  holdChange,
  isOpenToHolds,
  type HeldChange,
  type HoldRules,
  type OpenToHolds,
} from './hold-change.js'
import { replaceFindings } from './hold-findings.js'
import { holdCreation, type HeldCreation } from './plausibility/hold-creation.js'
import type { FindSharers } from './shared-accounts.js'

/** What is known of one person beside their plan. */
export interface HeldPersonContext {
  createdByUs: boolean
  linkedByRule: boolean
  /** What someone saw who connected the pair by hand. */
  seenIdentity?: SeenIdentity | undefined
  /** His open holds. */
  holds: readonly Hold[]
  findSharers: FindSharers
}

export interface HeldPerson {
  person: PersonPlan
  wanted: readonly NewHold[]
  /** An account of theirs that waits because others have it too. */
  sharing: readonly { subject: SourceEmployeeId; sharers: readonly SourceEmployeeId[] }[]
}

/** Decides about one person's changes in their order. */
export const holdPerson = (person: PersonPlan, context: HeldPersonContext, rules: HoldRules): HeldPerson => {
  const changes: PlannedChange[] = []
  const held: HeldChange[] = []
  const salaries = createSalaryOrder()
  /** Sections of which a released change leaves something as payroll has it. */
  const left = new Set<MappedSection>()
  const creation = holdFirst(person, context, rules)
  for (const original of creation.changes) {
    const planned = salaries.overRejected(original)
    if (!isOpenToHolds(planned)) {
      changes.push(planned)
      continue
    }
    if (salaries.waitsWithEarlier(planned)) {
      changes.push({ change: planned.change, decision: 'hold', reason: 'depends-on-failed' })
      continue
    }
    const one = holdChange(
      planned,
      {
        ...toKnown(planned, person, context),
        previous: salaries.previous(planned),
        createdWith: creation.birthDate,
      },
      rules,
    )
    changes.push(one?.planned ?? planned)
    salaries.note(one?.planned ?? planned)
    if (one !== undefined) held.push(one)
    if (isLeaving(planned, one)) left.add(planned.change.section)
  }
  if (held.length === 0 && creation.held === undefined) return { person, wanted: [], sharing: [] }
  const rejected = held.filter(isSettledNow)
  return {
    person: {
      ...person,
      changes: holdWithCreation(changes),
      findings: [
        ...replaceFindings(person.findings, held),
        ...(creation.held?.findings ?? []),
        ...toLeft(person, left),
      ],
      settled: rejected.reduce(
        (settled, { change }) => settleRejected({ ...person, settled }, change, rules),
        person.settled,
      ),
    },
    // What is settled now waits for no one any more.
    wanted: [
      ...(creation.held === undefined ? [] : [creation.held.wanted]),
      ...held.filter((one) => !isSettledNow(one)).map(({ wanted }) => wanted),
    ],
    sharing: held
      .filter(({ planned, sharers }) => planned.decision === 'hold' && sharers.length > 0)
      .map(({ sharers }) => ({ subject: person.subject, sharers })),
  }
}

/** A person's changes with the creation decided. */
const holdFirst = (
  { changes }: PersonPlan,
  { holds }: HeldPersonContext,
  rules: HoldRules,
): { changes: readonly PlannedChange[]; held?: HeldCreation; birthDate: string | undefined } => {
  const [first] = changes
  if (first?.change.kind !== 'create') return { changes, birthDate: undefined }
  const { birthDate } = first.change
  const held = holdCreation(first, first.change, holds, rules)
  return held === undefined
    ? { changes, birthDate }
    : { changes: [held.planned, ...changes.slice(1)], held, birthDate }
}

const isSettledNow = ({ planned, reasons }: HeldChange): boolean =>
  planned.decision === 'skip' && isSettledByRejection(reasons)

const isLeaving = (planned: OpenToHolds, held: HeldChange | undefined): boolean =>
  planned.decision === 'hold' && planned.remains === true && held?.planned.decision === 'send'

const toLeft = ({ subject }: PersonPlan, sections: ReadonlySet<MappedSection>): Finding[] =>
  [...sections].map((section) => toFinding('drift', subject, section))

const toKnown = (
  { change }: OpenToHolds,
  person: PersonPlan,
  { createdByUs, linkedByRule, seenIdentity, holds, findSharers }: HeldPersonContext,
) => ({
  createdByUs,
  linkedByRule,
  seenIdentity,
  holds,
  baseline:
    person.settled.find(({ section }) => section === change.section)?.baseline ??
    person.baselines[change.section],
  sharers: change.section === 'bankAccount' ? findSharers(change.subject, change.after) : [],
})

/**
 * Follows a person's salaries, which go in the order of their days: each is compared with the one before it,
 * and waits if that one waits.
 */
const createSalaryOrder = () => {
  let previous: Values | undefined
  let waits = false
  const rejected: { before: Values; after: Values }[] = []
  return {
    /** What a rejected salary would have replaced stands when the one after it is written. */
    overRejected: (planned: PlannedChange): PlannedChange => {
      const { change } = planned
      if (change.kind !== 'update' || change.section !== 'salary') return planned
      const under = rejected.find(({ after }) => isSameRow(after, change.before))
      return under === undefined ? planned : { ...planned, change: { ...change, before: under.before } }
    },
    previous: ({ change }: OpenToHolds): Values | undefined =>
      change.section === 'salary' ? previous : undefined,
    waitsWithEarlier: ({ change }: OpenToHolds): boolean => change.section === 'salary' && waits,
    note: (planned: PlannedChange): void => {
      const { change, decision } = planned
      if (change.section !== 'salary') return
      if (decision === 'send') previous = change.after
      // What a release alone does not let go keeps nothing later waiting: the days it is about are payroll's
      // to settle.
      if (decision === 'hold' && planned.fixed !== true) waits = true
      if (decision === 'skip') rejected.push({ before: change.before, after: change.after })
    },
  }
}

const isSameRow = (left: Values, right: Values): boolean =>
  (['Value', 'Type', 'Start'] as const).every((field) => left[field] === right[field])
