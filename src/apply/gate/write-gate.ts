import type { Change, CreateChange, UpdateChange } from '../../domain/change.js'
import { InternalError } from '../../domain/errors.js'
import type { Finding } from '../../domain/finding.js'
import { digestChange, digestCreation } from '../../domain/hold/hold-digest.js'
import { toHoldStanding } from '../../domain/hold/hold-standing.js'
import type { Hold, HoldReason } from '../../domain/hold/hold.js'
import type { HoldId, SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import { isCreatedByUs, isMadeByRule, type ConnectedLink } from '../../domain/link.js'
import { fieldsIn, type Values } from '../../domain/values.js'
import { toRejectedFinding, toWaitingFinding } from '../../plan/checks/hold-findings.js'
import { findHoldReasons } from '../../plan/checks/hold-reasons.js'
import type { HoldQuestion, ReasonRules } from '../../plan/checks/hold-question.js'
import { findCreationReasons } from '../../plan/checks/plausibility/find-reasons.js'
import { creationSection } from '../../plan/checks/plausibility/hold-creation.js'
import type { ReleaseBook, WriteFacts } from './write-facts.js'

/** Lets exactly one change go, to one employee. Only the gate makes one. */
export interface Permit<C extends Change = Change> {
  readonly change: C
  /** `null` for a creation. */
  readonly employeeId: C extends CreateChange ? null : TargetEmployeeId
}

/** The gate's answer about a change. `hold` is the hold whose release lets it go. */
export type Admission<C extends Change = UpdateChange> =
  | { admitted: true; permit: Permit<C>; hold: HoldId | undefined }
  | { admitted: false; outcome: 'held'; reason: HoldReason; finding: Finding }
  | { admitted: false; outcome: 'skipped'; reason: 'hold-rejected'; finding: Finding }

export interface GateContext {
  book: ReleaseBook
  rules: Omit<ReasonRules, 'today'>
  timeZone: string
  /** The day it is now. */
  today: () => string
  /** Who else of the company has the account that is to be sent. */
  findSharers: (change: UpdateChange) => readonly SourceEmployeeId[]
}

/**
 * The one way to a write. It trusts no plan: it looks at the change itself and at what is stored at this
 * moment.
 */
export interface WriteGate {
  /**
   * Of someone whose name or dates are no one's only with a release, as for an update. Throws `InternalError`
   * for someone who has a target record already, or had one that was taken from them on purpose.
   */
  admitCreation(change: CreateChange): Promise<Admission<CreateChange>>
  /**
   * A change that waits for a person gets no permit unless exactly that change was released, by enough
   * people, in time; and then its release is taken. Throws `InternalError` for a change that no plan of this
   * program can hold: to someone else's record, or over what no one saw.
   */
  admitUpdate(change: UpdateChange, employeeId: TargetEmployeeId): Promise<Admission>
  /** Says that a permit's change stands in the target, so that a salary after it is compared with it. */
  noteDone(permit: Permit<UpdateChange>): void
}

export const createWriteGate = (context: GateContext): WriteGate => {
  const salaries = new Map<SourceEmployeeId, Values>()
  const birthDates = new Map<SourceEmployeeId, string>()
  return {
    async admitCreation(change) {
      const { subject, companyId, birthDate } = change
      const { link, holds } = await context.book.readWriteFacts(subject, companyId, creationSection)
      if (link?.status === 'connected' || link?.status === 'disconnected')
        throw new InternalError(`a creation was planned for ${change.subject}, who is ${link.status}`)
      const admission = await judgeCreation(change, holds, context)
      if (admission.admitted && birthDate !== undefined) birthDates.set(subject, birthDate)
      return admission
    },
    async admitUpdate(change, employeeId) {
      const { subject, companyId, section } = change
      const facts = await context.book.readWriteFacts(subject, companyId, section)
      const link = ensureOwn(change, employeeId, facts)
      ensureSeen(change, facts)
      const before = { previous: salaries.get(subject), createdWith: birthDates.get(subject) }
      return judge(change, link, facts, before, context)
    },
    noteDone({ change }) {
      if (change.section === 'salary') salaries.set(change.subject, change.after)
    },
  }
}

const judge = (
  change: UpdateChange,
  link: ConnectedLink,
  { baseline, holds }: WriteFacts,
  before: Pick<HoldQuestion, 'previous' | 'createdWith'>,
  context: GateContext,
): Promise<Admission> => {
  const { rules, today, findSharers } = context
  const sharers = change.section === 'bankAccount' ? findSharers(change) : []
  const marks = {
    sharesAccount: sharers.length > 0,
    createdByUs: isCreatedByUs(link),
    linkedByRule: isMadeByRule(link),
  }
  const [reason] = findHoldReasons(
    { change, baseline, ...before, ...marks, seenIdentity: link.seenIdentity },
    { ...rules, today: today() },
  )
  const digest = digestChange(rules.digest, change, { ...marks, madeByUs: marks.createdByUs })
  const { subject, section } = change
  return admit(
    { change, employeeId: link.targetId },
    { subject, section, reason, sharers, hold: holds.find((one) => one.digest === digest) },
    context,
  )
}

const judgeCreation = (
  change: CreateChange,
  holds: readonly Hold[],
  context: GateContext,
): Promise<Admission<CreateChange>> => {
  const { rules, today } = context
  const [reason] = findCreationReasons(change, { settings: rules.settings, today: today() })
  const digest = digestCreation(rules.digest, change)
  const { subject } = change
  const hold = holds.find((one) => one.digest === digest)
  return admit(
    { change, employeeId: null },
    { subject, section: creationSection, reason, sharers: [], hold },
    context,
  )
}

/** What is known of a change that may have to wait. */
interface Question {
  subject: SourceEmployeeId
  section: UpdateChange['section']
  /** Why it waits for a person; `undefined` when it does not. */
  reason: HoldReason | undefined
  sharers: readonly SourceEmployeeId[]
  /** What is stored of exactly this change. */
  hold: Hold | undefined
}

/** A stored hold counts also where nothing speaks against the change any more: it may have been rejected. */
const admit = async <C extends Change>(
  permit: Permit<C>,
  question: Question,
  { book, rules, timeZone, today }: GateContext,
): Promise<Admission<C>> => {
  const { reason, hold } = question
  if (hold === undefined) {
    if (reason === undefined) return { admitted: true, permit: issue(permit), hold: undefined }
    return refuse(question, reason, { state: 'waiting', releasedBy: [], expired: false })
  }
  const standing = toHoldStanding(hold, rules.settings, { today: today(), timeZone })
  if (standing.state === 'released' && (await book.claimRelease(hold.id, hold.words.length)))
    return { admitted: true, permit: issue(permit), hold: hold.id }
  return refuse(question, reason ?? hold.reason, standing)
}

const refuse = (
  { subject, section, sharers, hold }: Question,
  reason: HoldReason,
  standing: ReturnType<typeof toHoldStanding>,
): Exclude<Admission, { admitted: true }> => {
  if (hold !== undefined && standing.state === 'rejected') {
    const finding = toRejectedFinding(subject, section, hold.id)
    return { admitted: false, outcome: 'skipped', reason: 'hold-rejected', finding }
  }
  const about = { subject, section, field: undefined, sharers, id: hold?.id, standing }
  return { admitted: false, outcome: 'held', reason, finding: toWaitingFinding(reason, about) }
}

/**
 * Throws unless the change goes to the record that the person is connected to, and ends no other account than
 * earlier writes left.
 */
const ensureOwn = (change: UpdateChange, employeeId: TargetEmployeeId, facts: WriteFacts): ConnectedLink => {
  const { link, leftovers } = facts
  if (link?.status !== 'connected' || link.targetId !== employeeId)
    throw new InternalError(`a change of ${change.subject} was planned for a record of someone else`)
  if ((change.leftovers ?? []).some((id) => !leftovers.includes(id)))
    throw new InternalError(`an account of ${change.subject} was to be ended that no earlier write replaced`)
  return link
}

/** Throws when a field that was settled before is to be written without having been looked at. */
const ensureSeen = ({ subject, before, after }: UpdateChange, { baseline }: WriteFacts): void => {
  const unseen = fieldsIn(after).find(
    (field) => before[field] === undefined && baseline?.fields[field] !== undefined,
  )
  if (unseen !== undefined)
    throw new InternalError(
      `${unseen} of ${subject} was to be written without a look at what the target holds`,
    )
}

/** The calls made with each permit that was issued. */
const callsOf = new WeakMap<object, Set<string>>()

const issue = <P extends Permit>(permit: P): P => {
  const issued = freezeAll(structuredClone(permit))
  callsOf.set(issued, new Set())
  return issued
}

const freezeAll = <T extends object>(value: T): T => {
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null) freezeAll(part as object)
  return Object.freeze(value)
}

/**
 * Gives what a permit allows, once for each call. Throws `InternalError` for a permit that the gate did not
 * make, and for one that is used again.
 */
export const redeem = <P extends Permit>(permit: P, call: string): P => {
  const calls = callsOf.get(permit)
  if (calls === undefined) throw new InternalError('a write was tried without a permit of the gate')
  if (calls.has(call)) throw new InternalError(`a permit was used again for ${call}`)
  calls.add(call)
  return permit
}
