import { sectionsIn } from '../domain/baseline.js'
import {
  fieldsOfChange,
  type Change,
  type ChangeReport,
  type CreateChange,
  type Outcome,
  type PlannedChange,
} from '../domain/change.js'
import type { DigestValue } from '../domain/digest.js'
import type { Finding } from '../domain/finding.js'
import type { RunId, TargetEmployeeId } from '../domain/ids.js'
import type { PolicyOf } from '../plan/sections/field-policy.js'
import { findSentPersonalInfo } from '../plan/plan-creation.js'
import type { PersonPlan } from '../plan/plan-person.js'
import type { Target } from '../target/port.js'
import type { SettledSoFar } from './closing/settled-baseline.js'
import { toClosing, type Closing, type SendableUpdate } from './closing/to-closing.js'
import { toFailure, type FailureContext } from './closing/to-failure.js'
import {
  dependsOnFailed,
  findObstacle,
  hasToStop,
  noteObstacle,
  toNewcomerObstacle,
  toStopped,
  type HoldsBack,
  type Obstacle,
  type Stops,
} from './gate/find-obstacle.js'
import type { Journal, NewIntent } from './journal.js'
import type { NewcomerWatch } from './newcomers/newcomer-watch.js'
import type { PeriodWatch } from './gate/period-watch.js'
import { startProgress, type PersonProgress, type SettledNow } from './person-progress.js'
import { toEmptied, toSentBaselines } from './sent-baselines.js'
import { writeChange } from './write-change.js'
import type { WriteContext } from './write-end.js'
import type { WriteGate } from './gate/write-gate.js'
import { sendCreation } from './gate/write-target.js'

export interface ApplyContext extends Stops, FailureContext {
  runId: RunId
  target: Target
  journal: Journal
  policyOf: PolicyOf
  digest: DigestValue
  allowPastPeriods: boolean
  periods: PeriodWatch
  newcomers: NewcomerWatch
  onReport: (report: ChangeReport, findings: readonly Finding[]) => void
  gate: WriteGate
  /** Left out: no one goes ahead of the others. */
  canary?: HoldsBack
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
  context.onReport(toReport(change, progress.targetId, obstacle), findings)
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
  // Whatever kept the employee from being there: a change without anyone to send it to is reported, never
  // lost.
  if (planned.decision !== 'send' || progress.targetId === null) return dependsOnFailed
  progress.begun = true
  const settled = { plan, settledNow: progress.settledNow }
  const outcome = await applyUpdate({ ...planned, change }, progress.targetId, settled, context)
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
  { outcome, reason }: { outcome: Outcome; reason: string | null },
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

/** Gives the new employee's id, or `null` when they were not created or that is not known. */
const applyCreation = async (
  change: CreateChange,
  settledNow: SettledNow,
  context: ApplyContext,
): Promise<TargetEmployeeId | null> => {
  const { gate, journal, target } = context
  const admission = await gate.admitCreation(change)
  if (!admission.admitted) {
    context.onReport(toReport(change, null, admission), [admission.finding])
    return null
  }
  const sent = toSentBaselines(change, context)
  const id = await journal.openIntent({
    ...toIntent(change, null, context.runId),
    ...(admission.hold === undefined ? {} : { hold: admission.hold }),
    sent,
  })
  try {
    const targetId = await sendCreation(target, admission.permit, context.allowPastPeriods)
    const closing = { outcome: 'applied', reason: null } as const
    await journal.closeIntent(id, { ...closing, link: { targetId, origin: 'created' }, settled: sent })
    for (const [section, baseline] of sectionsIn(sent)) settledNow.set(section, baseline)
    context.onReport(toReport(change, targetId, closing), [])
    return targetId
  } catch (error) {
    const { closing, findings } = toFailure(error, change, context)
    await journal.closeIntent(id, closing)
    context.onReport(toReport(change, null, closing), findings)
    return null
  }
}

const applyUpdate = async (
  planned: SendableUpdate,
  targetId: TargetEmployeeId,
  settled: SettledSoFar,
  context: ApplyContext,
): Promise<Outcome> => {
  const { gate, journal, runId } = context
  const { change } = planned
  const admission = await gate.admitUpdate(change, targetId)
  if (!admission.admitted) {
    context.onReport(toReport(change, targetId, admission), [admission.finding])
    return admission.outcome
  }
  const id = await journal.openIntent({
    ...toIntent(change, targetId, runId),
    ...(change.leftovers === undefined ? {} : { replaces: change.leftovers }),
    ...(admission.hold === undefined ? {} : { hold: admission.hold }),
    ...toEmptied(change, context),
  })
  const rememberReplaced: WriteContext['rememberReplaced'] = (replaces) => journal.noteReplaced(id, replaces)
  const write = async (): Promise<Closing> =>
    toClosing(
      await writeChange(admission.permit, { ...context, rememberReplaced }),
      planned,
      settled,
      context,
    )
  const { closing, findings } = await write().catch((error: unknown) => toFailure(error, change, context))
  await journal.closeIntent(id, closing)
  const { outcome, baseline } = closing
  if (baseline !== undefined) settled.settledNow.set(change.section, baseline.value)
  if (outcome === 'applied' || outcome === 'unchanged') gate.noteDone(admission.permit)
  context.onReport(toReport(change, targetId, closing), findings)
  return outcome
}
