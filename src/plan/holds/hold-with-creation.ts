import type { PlannedChange } from '../../domain/change.js'

/**
 * A person's changes, in which everything that follows a creation waits when the creation is not sent: also
 * what someone released, because there is no one to send it to. Saying why once, on the creation, is enough.
 */
export const holdWithCreation = (changes: readonly PlannedChange[]): readonly PlannedChange[] => {
  const creation = changes.find(({ change }) => change.kind === 'create')
  if (creation === undefined || creation.decision === 'send') return changes
  // Who was turned down waits for no one.
  if (creation.decision === 'skip') return changes.map(({ change }) => ({ ...creation, change }))
  return changes.map((planned) =>
    planned.decision === 'send'
      ? { change: planned.change, decision: 'hold', reason: 'depends-on-failed' }
      : planned,
  )
}
