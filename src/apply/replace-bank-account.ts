import type { UpdateChange } from '../domain/change.js'
import type { TargetRecordId } from '../domain/ids.js'
import { hasSameContent, isSameCode } from '../domain/text/same-content.js'
import { fieldNamesOf } from '../domain/sections.js'
import { fieldsIn, pickValues, type Values } from '../domain/values.js'
import { sameValue, sameValues } from '../plan/sections/diff-fields.js'
import type { PolicyOf } from '../plan/sections/field-policy.js'
import { isSyncedAccount } from '../plan/account/plan-bank-account.js'
import type { Target, TargetBankAccount } from '../target/port.js'
import type { WriteContext, WriteEnd } from './write-end.js'
import type { Permit } from './gate/write-gate.js'
import { addBankAccount, changeAccount, endReplacedAccount } from './gate/write-target.js'

/**
 * Puts the source's bank account in the place of the target's. Where there is no update call (Nmbrs contract,
 * section 2.4), the new account is added and read back before the old one is ended: no failure leaves the
 * employee without an account. Accounts of other types are never touched.
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
  if (present !== undefined && held.length === 1) return { result: 'unchanged', after: present.values }
  if (!asPlanned(held, change, policyOf)) return { result: 'moved' }
  const [old] = held
  if (old !== undefined && target.capabilities.has('bankAccount.update'))
    return updateInPlace(permit, old, target, policyOf)
  const oldIds = held.map(({ id }) => id)
  await context.rememberReplaced(oldIds)
  await addBankAccount(target, permit, detailsToKeep(change.after, held[0]?.values, policyOf))
  const now = (await target.readBankAccounts(employeeId)).filter(isSyncedAccount)
  const added =
    now.find((account) => !oldIds.includes(account.id) && confirms(account, change.after, policyOf)) ??
    // A target that puts the new account in the place of the old one may keep its id.
    now.find((account) => holds(account, change.after, policyOf))
  if (added === undefined) return { result: 'not-confirmed' }
  const ending = now.map(({ id }) => id).filter((id) => id !== added.id && oldIds.includes(id))
  return endAccounts(permit, added, ending, target)
}

/** The account keeps its record, so that nothing has to be ended and no failure leaves two of them. */
const updateInPlace = async (
  permit: Permit<UpdateChange>,
  old: TargetBankAccount,
  target: Target,
  policyOf: PolicyOf,
): Promise<WriteEnd> => {
  const { after } = permit.change
  await changeAccount(target, permit, old.id, detailsInPlace(after, old.values, policyOf))
  const now = (await target.readBankAccounts(permit.employeeId)).filter(isSyncedAccount)
  const changed = now.find((account) => confirms(account, after, policyOf))
  return changed === undefined || now.length > 1
    ? { result: 'not-confirmed' }
    : { result: 'written', after: changed.values }
}

/**
 * Name, town and description stay. A number says which account it is, so that the old one goes with its IBAN.
 */
const detailsInPlace = (after: Values, old: Values, policyOf: PolicyOf): Values => ({
  ...pickValues(old, ['Description', 'City', 'Name']),
  ...detailsToKeep(after, old, policyOf),
})

/** Ends accounts and looks whether they are gone. Nothing else remembers them once this counts as done. */
const endAccounts = async (
  permit: Permit<UpdateChange>,
  added: TargetBankAccount,
  ending: readonly TargetRecordId[],
  target: Target,
): Promise<WriteEnd> => {
  for (const id of ending) await endReplacedAccount(target, permit, id)
  if (ending.length === 0) return { result: 'written', after: added.values }
  const left = (await target.readBankAccounts(permit.employeeId)).map(({ id }) => id)
  const isDone = left.includes(added.id) && !ending.some((id) => left.includes(id))
  return isDone ? { result: 'written', after: added.values } : { result: 'not-confirmed' }
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
  if (added === undefined) return { result: 'moved' }
  await rememberReplaced(leftovers)
  const ending = held.map(({ id }) => id).filter((id) => leftovers.includes(id))
  return endAccounts(permit, added, ending, target)
}

/** Whether reading back shows the account that was sent; the target may spell its texts its own way. */
const confirms = ({ values }: TargetBankAccount, wanted: Values, policyOf: PolicyOf): boolean =>
  fieldsIn(wanted).every((field) => {
    const [sent, found] = [wanted[field] ?? '', values[field] ?? '']
    const isSame = field === 'Number' ? isSameCode : hasSameContent
    return sameValue(policyOf('bankAccount', field), sent, found) || isSame(sent, found)
  })

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
  if (old === undefined) return {}
  const isSame = (field: 'IBAN' | 'Number' | 'BIC'): boolean =>
    sameValue(policyOf('bankAccount', field), after[field] ?? '', old[field] ?? '')
  const isNumber = !after.IBAN && !!after.Number
  const isSameAccount = isNumber ? isSame('IBAN') && isSame('Number') && isSame('BIC') : isSame('IBAN')
  return isSameAccount ? old : {}
}
