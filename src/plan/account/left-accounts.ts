import { transportOf } from '../../domain/addresses/transport.js'
import type { TargetRecordId } from '../../domain/ids.js'
import type { Values } from '../../domain/values.js'
import type { TargetBankAccount } from '../../target/port.js'
import { sameValues } from '../sections/diff-fields.js'
import type { PolicyOf } from '../sections/field-policy.js'

/**
 * What became of the account that a replacement was to end and that was left, because the run was stopped in
 * between.
 * - `gone`: it is not there any more. `alone`: it is the only account, so the new one was never added.
 * - `beside`: it stands beside the account of the source, so that only its end is left to do.
 * - `unclear`: it stands beside others, and ending it could take the account away that the source has or that
 *   payroll added.
 */
export type LeftAccount =
  | { state: 'gone' | 'alone' | 'unclear' }
  | { state: 'beside'; added: TargetBankAccount; old: readonly TargetRecordId[] }

/** `desired` is `undefined` where the source has no account that can be used. */
export const judgeLeftAccount = (
  synced: readonly TargetBankAccount[],
  leftovers: readonly TargetRecordId[],
  desired: Values | undefined,
  policyOf: PolicyOf,
): LeftAccount => {
  if (areForeign(synced, leftovers)) return { state: synced.length > 1 ? 'unclear' : 'gone' }
  const old = synced.filter(({ id }) => leftovers.includes(id))
  if (old.length === 0) return { state: 'gone' }
  if (synced.length === 1) return { state: 'alone' }
  const [added, ...others] = synced.filter(({ id }) => !leftovers.includes(id))
  const isDesired = ({ values }: TargetBankAccount): boolean =>
    desired !== undefined && sameValues('bankAccount', desired, values, policyOf)
  if (added === undefined || others.length > 0 || !isDesired(added) || old.some(isDesired))
    return { state: 'unclear' }
  return { state: 'beside', added, old: old.map(({ id }) => id) }
}

/**
 * Whether the ids of what was left are another transport's, under which no one finds an account here. An
 * account beside the source's may then be the one that was to be ended; which it is has to be seen by a
 * person.
 */
export const areForeign = (
  synced: readonly Pick<TargetBankAccount, 'id'>[],
  leftovers: readonly TargetRecordId[],
): boolean => {
  const [account] = synced
  return account !== undefined && leftovers.every((id) => transportOf(id) !== transportOf(account.id))
}
