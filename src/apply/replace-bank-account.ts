import type { UpdateChange } from '../domain/change.js'
import { fieldNamesOf } from '../domain/sections.js'
import { fieldsIn, type Values } from '../domain/values.js'
import { sameValue, sameValues } from '../plan/diff-fields.js'
import type { PolicyOf } from '../plan/field-policy.js'
import { isSyncedAccount } from '../plan/plan-bank-account.js'
import type { TargetBankAccount } from '../target/port.js'
import type { WriteContext, WriteEnd } from './write-end.js'
import type { Permit } from './write-gate.js'
import { addBankAccount, endReplacedAccount } from './write-target.js'

/**
 * Puts the source's bank account in the place of the target's. There is no update call (Nmbrs contract, section 2.4), so the new account
 * is added and read back before the old one is ended: no failure leaves the employee without an account. Accounts of other types
 * are never touched.
 */
export const replaceBankAccount = async (
  permit: Permit<UpdateChange>,
  context: WriteContext,
): Promise<WriteEnd> => {
  const { target, policyOf } = context
  const { change, employeeId } = permit
  const held = (await target.readBankAccounts(employeeId)).filter(isSyncedAccount)
  if (change.leftovers !== undefined) return endLeftovers(permit, held, context)
  const present = held.find((account) => holds(account, change.after, policyOf))
  if (present !== undefined && held.length === 1) return { end: 'unchanged', after: present.values }
  if (!asPlanned(held, change, policyOf)) return { end: 'moved' }
  const oldIds = held.map(({ id }) => id)
  await context.rememberReplaced(oldIds)
  await addBankAccount(target, permit, detailsToKeep(change.after, held[0]?.values, policyOf))
  const now = (await target.readBankAccounts(employeeId)).filter(isSyncedAccount)
  const added = now.find((account) => holds(account, change.after, policyOf))
  if (added === undefined) return { end: 'not-confirmed', fields: fieldsIn(change.after) }
  for (const { id } of now) {
    if (id !== added.id && oldIds.includes(id)) await endReplacedAccount(target, permit, id)
  }
  return { end: 'applied', after: added.values }
}

const endLeftovers = async (
  permit: Permit<UpdateChange>,
  held: readonly TargetBankAccount[],
  { target, policyOf, rememberReplaced }: WriteContext,
): Promise<WriteEnd> => {
  const { change } = permit
  const leftovers = change.leftovers ?? []
  const added = held.find(
    (account) => !leftovers.includes(account.id) && holds(account, change.after, policyOf),
  )
  if (added === undefined) return { end: 'moved' }
  await rememberReplaced(leftovers)
  for (const { id } of held) if (leftovers.includes(id)) await endReplacedAccount(target, permit, id)
  return { end: 'applied', after: added.values }
}

const holds = ({ values }: TargetBankAccount, wanted: Values, policyOf: PolicyOf): boolean =>
  sameValues('bankAccount', wanted, values, policyOf)

/** Whether the accounts are still as the plan saw them: none, or the one whose values it knows. */
const asPlanned = (held: readonly TargetBankAccount[], change: UpdateChange, policyOf: PolicyOf): boolean => {
  if (held.length > 1) return false
  const values = held[0]?.values ?? {}
  return fieldNamesOf('bankAccount')
    .filter((field) => field !== 'Type')
    .every((field) =>
      sameValue(policyOf('bankAccount', field), change.before[field] ?? '', values[field] ?? ''),
    )
}

/** When only details of the same account change, what the source says nothing about is carried over. */
const detailsToKeep = (after: Values, old: Values | undefined, policyOf: PolicyOf): Values => {
  const sameAccount =
    old !== undefined &&
    !!after.IBAN &&
    sameValue(policyOf('bankAccount', 'IBAN'), after.IBAN, old.IBAN ?? '')
  return sameAccount ? old : {}
}
