import type { PlannedChange, UpdateChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import { isRaiseAtRate } from '../../plan/salary/checks/pay-facts.js'
import type { MemoryRules } from '../../plan/salary/salary-memory.js'
import type { IntentClosing } from '../journal.js'
import type { WriteEnd } from '../write-end.js'
import { toWriteFinding } from '../write-findings.js'
import { toSettledBaseline, toUnsettledBaseline, type SettledSoFar } from './settled-baseline.js'

/** What is stored of a write, and what is said about it. */
export interface Closing {
  closing: IntentClosing
  findings: readonly Finding[]
}

export type SendableUpdate = Extract<PlannedChange, { decision: 'send' }> & { change: UpdateChange }

/** How a write that got its answers is stored. */
export const toClosing = (
  end: WriteEnd,
  planned: SendableUpdate,
  settled: SettledSoFar,
  rules: MemoryRules,
): Closing => {
  const { change } = planned
  switch (end.result) {
    case 'written':
    case 'unchanged': {
      const value =
        planned.settles === false
          ? toUnsettledBaseline(change, settled, rules)
          : toSettledBaseline(change, { after: end.after, seal: planned.seal }, settled, rules)
      const closing = {
        outcome: end.result === 'written' ? ('applied' as const) : ('unchanged' as const),
        reason: planned.note ?? null,
        ...(end.result === 'written' ? toTask(change) : {}),
        ...(value === undefined ? {} : { baseline: { section: change.section, value } }),
      }
      return { closing, findings: [] }
    }
    case 'moved':
      return {
        closing: { outcome: 'held', reason: 'target-moved' },
        findings: [toWriteFinding('target-moved', change)],
      }
    case 'not-confirmed':
      return {
        closing: { outcome: 'failed', reason: 'write-not-confirmed' },
        findings: [toWriteFinding('write-not-confirmed', change)],
      }
  }
}

/** Anyone who works less is paid by the percentage in payroll, which no one may have looked at since. */
const toTask = (change: UpdateChange): Pick<IntentClosing, 'task'> =>
  isRaiseAtRate(change) ? { task: 'salary-full-time-rate' } : {}
