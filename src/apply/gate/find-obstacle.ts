import type { Change, PlannedChange } from '../../domain/change.js'
import type { Finding, FindingCode } from '../../domain/finding.js'
import type { NewcomerVerdict } from '../newcomers/newcomer-watch.js'
import type { PeriodWatch } from './period-watch.js'
import type { PersonProgress } from '../person-progress.js'
import { toAlikeFinding, toUncheckedFinding } from '../newcomers/newcomer-findings.js'
import { toHalfMadeFinding, toWriteFinding } from '../write-findings.js'

/** Why a change is not written. */
export interface Obstacle {
  outcome: 'held' | 'skipped'
  reason: FindingCode
  /** Said once for the person: nothing else of them is written either. */
  findings?: readonly Finding[]
}

/** What ends a run before it is through. */
export interface Stops {
  /** Why no one new is begun; `undefined` while people may be begun. */
  stopReason: () => string | undefined
  /**
   * Why nothing more may be written, not even for those who are begun; `undefined` while writing may go on.
   */
  abortReason: () => string | undefined
}

/** A look at the first people of a run. */
export interface HoldsBack {
  /** Whether no one else may be written, because something was not right. */
  keepsBack(): boolean
}

/** Why a change is not written; `undefined` when it may be. */
export const findObstacle = async (
  planned: PlannedChange,
  progress: PersonProgress,
  { periods, canary, ...stops }: Stops & { periods: PeriodWatch; canary?: HoldsBack },
): Promise<Obstacle | undefined> => {
  const { change } = planned
  if (planned.decision === 'hold') return { outcome: 'held', reason: planned.reason }
  if (planned.decision === 'skip') return { outcome: 'skipped', reason: planned.reason }
  periods.count(change.companyId)
  if (!progress.begun && canary?.keepsBack() === true) return { outcome: 'skipped', reason: 'canary-failed' }
  if (progress.creationFailed || progress.salaries.isBroken(change)) return dependsOnFailed
  if (hasToStop(progress, stops)) return toStopped(change, progress)
  const standing = await periods.check(change.companyId)
  if (standing === 'same') return undefined
  const reason = standing === 'moved' ? 'period-moved' : 'period-unreadable'
  const findings = [progress.created ? toHalfMadeFinding(reason, change) : toWriteFinding(reason, change)]
  return { outcome: 'held', reason, findings }
}

/** Waits for another change of the same person. */
export const dependsOnFailed: Obstacle = { outcome: 'skipped', reason: 'depends-on-failed' }

/**
 * Whether nothing may be written for this person any more: those who are begun are finished after the first
 * stop signal.
 */
export const hasToStop = ({ begun }: PersonProgress, { stopReason, abortReason }: Stops): boolean =>
  abortReason() !== undefined || (!begun && stopReason() !== undefined)

export const toStopped = (change: Change, { created }: PersonProgress): Obstacle => ({
  outcome: 'skipped',
  reason: 'stopped',
  ...(created ? { findings: [toHalfMadeFinding('stopped', change)] } : {}),
})

/** Why someone is not created after a look at who came meanwhile. */
export const toNewcomerObstacle = (change: Change, verdict: NewcomerVerdict): Obstacle | undefined => {
  switch (verdict.verdict) {
    case 'nobody-alike':
      return undefined
    case 'alike': {
      const findings = [toAlikeFinding(change, verdict.targetIds)]
      return { outcome: 'held', reason: 'match-possible-duplicate', findings }
    }
    case 'unread':
      return { outcome: 'held', reason: 'creation-unchecked', findings: [toUncheckedFinding(change)] }
  }
}

/** Notes in a person's progress that a change was kept back. Gives the findings that were not said before. */
export const noteObstacle = (
  { kind }: Change,
  { findings = [] }: Obstacle,
  progress: PersonProgress,
): readonly Finding[] => {
  const fresh = progress.saidWhy ? [] : findings
  progress.saidWhy ||= findings.length > 0
  progress.creationFailed ||= kind === 'create'
  return fresh
}
