import { sectionsIn, type SectionBaseline } from '../domain/baseline.js'
import type {
  Change,
  ChangeReport,
  CreateChange,
  Outcome,
  PlannedChange,
  UpdateChange,
} from '../domain/change.js'
import { fieldsOfChange } from '../domain/change.js'
import { AuthError, RemoteError } from '../domain/errors.js'
import type { Digest, DigestValue } from '../domain/digest.js'
import type { Finding } from '../domain/finding.js'
import type { RunId, TargetEmployeeId } from '../domain/ids.js'
import { isLastingRefusal } from '../domain/hold/lasting-refusal.js'
import type { Values } from '../domain/values.js'
import type { PolicyOf } from '../plan/sections/field-policy.js'
import { toFinding } from '../plan/findings.js'
import { findSentPersonalInfo } from '../plan/plan-creation.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { isRaiseAtRate } from '../plan/salary/checks/pay-facts.js'
import { toSentDigest } from '../plan/salary/salary-memory.js'
import type { Target } from '../target/port.js'
import type { Canary } from './canary/canary.js'
import {
  dependsOnFailed,
  findObstacle,
  hasToStop,
  noteObstacle,
  toNewcomerObstacle,
  toStopped,
  type Obstacle,
  type Stops,
} from './gate/find-obstacle.js'
import type { IntentClosing, Journal, NewIntent } from './journal.js'
import type { NewcomerWatch } from './newcomers/newcomer-watch.js'
import type { PeriodWatch } from './gate/period-watch.js'
import { startProgress, type PersonProgress, type SettledNow } from './person-progress.js'
import { toEmptied, toSentBaselines } from './sent-baselines.js'
import { toWriteFinding, type WriteFindingCode } from './write-findings.js'
import { writeChange } from './write-change.js'
import type { WriteContext, WriteEnd } from './write-end.js'
import type { WriteGate } from './gate/write-gate.js'
import { sendCreation } from './gate/write-target.js'

export interface ApplyContext extends Stops {
  runId: RunId
  target: Target
  journal: Journal
  policyOf: PolicyOf
  digest: DigestValue
  /** Stands for a write as it would be refused. */
  digestRefused: (change: Change) => Digest
  allowPastPeriods: boolean
  /** Stops the whole run: no one's writes can succeed any more. */
  stop: (error: Error) => void
  periods: PeriodWatch
  newcomers: NewcomerWatch
  onReport: (report: ChangeReport, findings: readonly Finding[]) => void
  gate: WriteGate
  /** Left out: no one goes ahead of the others. */
  canary?: Canary
}

/**
 * Carries out one person's changes in their order. What goes wrong with one is that person's outcome and no
 * one else's.
 */
export const applyPerson = async (plan: PersonPlan, context: ApplyContext): Promise<void> => {
  const progress = startProgress(plan)
  for (const planned of plan.changes) {
    const obstacle =
      (await findObstacle(planned, progress, context)) ??
      (await applyChange(planned, plan, progress, context))
    if (obstacle !== undefined) withhold(planned.change, obstacle, progress, context)
    progress.salaries.noteTurn(planned.change)
  }
}

const withhold = (
  change: Change,
  obstacle: Obstacle,
  progress: PersonProgress,
  context: ApplyContext,
): void => {
  const findings = noteObstacle(change, obstacle, progress)
  context.onReport(toReport(change, progress.targetId, obstacle.outcome, obstacle.reason), findings)
}

/** Gives why the change was not written after all. */
const applyChange = async (
  planned: PlannedChange,
  plan: PersonPlan,
  progress: PersonProgress,
  context: ApplyContext,
): Promise<Obstacle | undefined> => {
  const { change } = planned
  if (change.kind === 'create') return create(withoutHeld(change, plan), progress, context)
  // Whatever kept the employee from being there: a change without anybody to send it to is reported, never
  // lost.
  if (planned.decision !== 'send' || progress.targetId === null) return dependsOnFailed
  progress.begun = true
  const person = { plan, settledNow: progress.settledNow }
  const outcome = await applyUpdate(planned, change, progress.targetId, person, context)
  if (outcome === 'applied' || outcome === 'unchanged') progress.salaries.noteWritten(change)
  return undefined
}

/** What came to be held of personal info since it was planned does not go with the creation either. */
const withoutHeld = (
  { personalInfo: planned, ...change }: CreateChange,
  { changes }: PersonPlan,
): CreateChange => {
  const personalInfo = planned && findSentPersonalInfo(changes)
  return personalInfo === undefined ? change : { ...change, personalInfo }
}

/** Creates the employee unless someone who may be this person was entered meanwhile. */
const create = async (
  change: CreateChange,
  progress: PersonProgress,
  context: ApplyContext,
): Promise<Obstacle | undefined> => {
  let stopped: Obstacle | undefined
  const verdict = await context.newcomers.admit(change, async () => {
    // The look took its time.
    if (hasToStop(progress, context)) stopped = toStopped(change, progress)
    if (stopped !== undefined) return null
    progress.begun = true
    progress.targetId = await applyCreation(change, progress.settledNow, context)
    progress.created = progress.targetId !== null
    progress.creationFailed = progress.targetId === null
    return progress.targetId
  })
  return stopped ?? toNewcomerObstacle(change, verdict)
}

const toReport = (
  change: Change,
  targetId: TargetEmployeeId | null,
  outcome: Outcome,
  reason: string | null,
): ChangeReport => ({
  subject: change.subject,
  targetId,
  kind: change.kind,
  section: change.section,
  fields: fieldsOfChange(change),
  outcome,
  reason,
})

const toIntent = (change: Change, targetId: TargetEmployeeId | null, runId: RunId): NewIntent => ({
  runId,
  subject: change.subject,
  companyId: change.companyId,
  targetId,
  kind: change.kind,
  section: change.section,
  fields: fieldsOfChange(change),
})

/** Gives the new employee's id, or `null` when he was not created or that is not known. */
const applyCreation = async (
  change: CreateChange,
  settledNow: SettledNow,
  context: ApplyContext,
): Promise<TargetEmployeeId | null> => {
  const admission = await context.gate.admitCreation(change)
  if (!admission.admitted) {
    const { outcome, reason, finding } = admission
    context.onReport(toReport(change, null, outcome, reason), [finding])
    return null
  }
  const sent = toSentBaselines(change, context)
  const release = admission.hold === undefined ? {} : { hold: admission.hold }
  const intent = await context.journal.openIntent({
    ...toIntent(change, null, context.runId),
    ...release,
    sent,
  })
  try {
    const targetId = await sendCreation(context.target, admission.permit, context.allowPastPeriods)
    await context.journal.closeIntent(intent, {
      outcome: 'applied',
      reason: null,
      link: { targetId, origin: 'created' },
      settled: sent,
    })
    for (const [section, baseline] of sectionsIn(sent)) settledNow.set(section, baseline)
    context.onReport(toReport(change, targetId, 'applied', null), [])
    return targetId
  } catch (error) {
    const failure = toFailure(error, change, context)
    await context.journal.closeIntent(intent, failure.closing)
    context.onReport(toReport(change, null, failure.closing.outcome, failure.closing.reason), [
      failure.finding,
    ])
    return null
  }
}

interface Person {
  plan: PersonPlan
  settledNow: SettledNow
}

const applyUpdate = async (
  planned: PlannedChange & { decision: 'send' },
  change: UpdateChange,
  targetId: TargetEmployeeId,
  person: Person,
  context: ApplyContext,
): Promise<Outcome> => {
  const admission = await context.gate.admitUpdate(change, targetId)
  if (!admission.admitted) {
    const { outcome, reason, finding } = admission
    context.onReport(toReport(change, targetId, outcome, reason), [finding])
    return outcome
  }
  const { journal, runId } = context
  const id = await journal.openIntent({
    ...toIntent(change, targetId, runId),
    ...(change.leftovers === undefined ? {} : { replaces: change.leftovers }),
    ...(admission.hold === undefined ? {} : { hold: admission.hold }),
    ...toEmptied(change, context),
  })
  const rememberReplaced: WriteContext['rememberReplaced'] = (replaces) => journal.noteReplaced(id, replaces)
  try {
    const end = await writeChange(admission.permit, { ...context, rememberReplaced })
    const { closing, findings } = toClosing(end, planned, change, person, context)
    await journal.closeIntent(id, closing)
    if (closing.baseline !== undefined) person.settledNow.set(change.section, closing.baseline.value)
    if (end.end === 'applied' || end.end === 'unchanged') context.gate.noteDone(admission.permit)
    context.onReport(toReport(change, targetId, closing.outcome, closing.reason), findings)
    return closing.outcome
  } catch (error) {
    const failure = toFailure(error, change, context)
    await journal.closeIntent(id, failure.closing)
    context.onReport(toReport(change, targetId, failure.closing.outcome, failure.closing.reason), [
      failure.finding,
    ])
    return failure.closing.outcome
  }
}

const toClosing = (
  end: WriteEnd,
  planned: PlannedChange & { decision: 'send' },
  change: UpdateChange,
  person: Person,
  context: ApplyContext,
): { closing: IntentClosing; findings: readonly Finding[] } => {
  switch (end.end) {
    case 'applied':
    case 'unchanged': {
      const closing = { outcome: end.end, reason: planned.note ?? null, ...toTask(planned, end.end) }
      const value =
        planned.settles === false
          ? noteSent(change, person, context)
          : settle(change, end.after, planned.seal, person, context)
      if (value === undefined) return { closing, findings: [] }
      return { closing: { ...closing, baseline: { section: change.section, value } }, findings: [] }
    }
    case 'moved': {
      const finding = toWriteFinding('target-moved', change)
      return { closing: { outcome: 'held', reason: 'target-moved' }, findings: [finding] }
    }
    case 'not-confirmed': {
      const finding = toWriteFinding('write-not-confirmed', change)
      return { closing: { outcome: 'failed', reason: 'write-not-confirmed' }, findings: [finding] }
    }
  }
}

/**
 * Anyone who works less is paid by the percentage that payroll has, which no one may have looked at since.
 */
const toTask = (
  { change }: PlannedChange & { decision: 'send' },
  end: 'applied' | 'unchanged',
): Pick<IntentClosing, 'task'> =>
  end === 'applied' && change.kind === 'update' && isRaiseAtRate(change)
    ? { task: 'salary-full-time-rate' }
    : {}

/**
 * A salary that settles nothing yet is known to be sent all the same: what AlexisHR takes back later is told
 * apart by that.
 */
const noteSent = (
  change: UpdateChange,
  person: Person,
  context: ApplyContext,
): SectionBaseline | undefined => {
  const known = person.settledNow.get(change.section) ?? person.plan.baselines[change.section]
  const rows = toKnownRows(change, known, context)
  return known === undefined || rows === undefined ? undefined : { fields: known.fields, rows }
}

/** The rows that are known to be sent, with the one that was sent now. */
const toKnownRows = (
  { subject, section, after }: UpdateChange,
  known: SectionBaseline | undefined,
  rules: Pick<ApplyContext, 'digest' | 'policyOf'>,
): SectionBaseline['rows'] => {
  const { Value, Type, Start } = after
  if (section !== 'salary' || Value === undefined || Type === undefined || Start === undefined)
    return undefined
  return [...new Set([...(known?.rows ?? []), toSentDigest(subject, { Value, Type, Start }, rules)])]
}

/**
 * The section's baseline once `change` stands in the target: what was sent, and what the target made of it.
 */
const settle = (
  change: UpdateChange,
  after: Values,
  seal: string | undefined,
  { plan, settledNow }: Person,
  { digest, policyOf }: ApplyContext,
): SectionBaseline => {
  const known = settledNow.get(change.section) ?? plan.baselines[change.section]
  const fields = { ...known?.fields }
  for (const [field, sent] of Object.entries(change.after) as [keyof typeof fields, string][]) {
    const { normalise } = policyOf(change.section, field)
    fields[field] = {
      sent: digest(change.subject, field, normalise(sent)),
      seen: digest(change.subject, field, normalise(after[field] ?? '')),
    }
  }
  const sent = toKnownRows(change, known, { digest, policyOf })
  const rows = sent === undefined ? {} : { rows: sent }
  return seal === undefined ? { fields, ...rows } : { fields, seal, ...rows }
}

const toFailure = (
  error: unknown,
  change: Change,
  context: ApplyContext,
): { closing: IntentClosing; finding: Finding } => {
  if (error instanceof AuthError) {
    context.stop(error)
    return {
      closing: { outcome: 'failed', reason: 'stopped' },
      finding: toWriteFinding('stopped', change, error),
    }
  }
  if (!(error instanceof RemoteError)) throw error
  // No one refused: payroll has two home addresses since the plan was made, and nothing was sent.
  if (error.facts.code === 'address-ambiguous') {
    const closing = { outcome: 'held' as const, reason: 'address-ambiguous' }
    return { closing, finding: toFinding('address-ambiguous', change.subject, 'address') }
  }
  const code = toFailureCode(error)
  const outcome = code === 'write-unknown' ? 'unknown' : 'failed'
  const finding = toWriteFinding(code, change, error)
  return { closing: { outcome, reason: code, ...toRefusal(error, change, code, context) }, finding }
}

/** What surely was refused and would be again is remembered. */
const toRefusal = (
  { facts }: RemoteError,
  change: Change,
  reason: WriteFindingCode,
  { digestRefused }: ApplyContext,
): Pick<IntentClosing, 'refusal'> =>
  reason === 'write-refused' && isLastingRefusal(facts.code)
    ? { refusal: { digest: digestRefused(change), code: facts.code } }
    : {}

const toFailureCode = ({ facts }: RemoteError): WriteFindingCode => {
  if (facts.carried === 'unknown') return 'write-unknown'
  if (facts.code === 'right-missing') return 'right-missing'
  return facts.retryable ? 'write-failed' : 'write-refused'
}
