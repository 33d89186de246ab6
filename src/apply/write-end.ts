import type { TargetRecordId } from '../domain/ids.js'
import type { Values } from '../domain/values.js'
import type { PolicyOf } from '../plan/sections/field-policy.js'
import type { Target } from '../target/port.js'

/** How a write that got its answers ended. `after`: what the target holds now, as far as it was read back. */
export type WriteEnd =
  { result: 'written' | 'unchanged'; after: Values } | { result: 'moved' | 'not-confirmed' }

export interface WriteContext {
  target: Target
  policyOf: PolicyOf
  /** Called with the bank accounts about to be replaced, before the new one is added. */
  rememberReplaced: (ids: readonly TargetRecordId[]) => Promise<void>
}
