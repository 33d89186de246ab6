import type { PlannedChange } from '../../domain/change.js'

/**
 * A person's changes, in which everything that follows a creation waits when the creation is not sent: also what somebody released, because there
 * is nobody to send it to. Saying why once, on the creation, is enough.
 */
export const holdWithCreation = (changes: readonly PlannedChange[]): readonly PlannedChange[] => {
  const creation = changes.find(({ change }) => change.kind === 'create')
  if (creation === undefined || creation.decision === 'send') return changes
  // Who was turned down waits for nobody.
  if (creation.decision === 'skip') return changes.map(({ change }) => ({ ...creation, change }))
  return changes.map((planned) =>
    planned.decision === 'send'
      ? { change: planned.change, decision: 'hold', reason: 'depends-on-failed' }
      : planned,
  )
}
