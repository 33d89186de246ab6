import type { UpdateChange } from '../domain/change.js'
import { InternalError } from '../domain/errors.js'
import type { TargetEmployeeId, TargetRecordId } from '../domain/ids.js'
import type { Values } from '../domain/values.js'
import type { PolicyOf } from '../plan/field-policy.js'
import type { Target } from '../target/port.js'
import { replaceBankAccount } from './replace-bank-account.js'

/** How a write that got its answers ended. `after` is what the target holds now, as far as it was read back. */
export type WriteEnd =
  | { end: 'applied' | 'unchanged'; after: Values }
  | { end: 'moved' }
  /** Sent, but reading back shows something else in these fields. */
  | { end: 'not-confirmed'; fields: readonly string[] }

export interface WriteContext {
  target: Target
  policyOf: PolicyOf
  /** Called with the bank accounts about to be replaced, before the new one is added. */
  rememberReplaced: (ids: readonly TargetRecordId[]) => Promise<void>
}

/** Carries out one update. Throws `AuthError` or `RemoteError`. */
export const writeChange = async (
  change: UpdateChange,
  employeeId: TargetEmployeeId,
  context: WriteContext,
): Promise<WriteEnd> => {
  const { target } = context
  switch (change.section) {
    case 'personalInfo':
      return toEnd(await target.updatePersonalInfo(employeeId, change))
    case 'address':
      return toEnd(await target.writeAddress(employeeId, change))
    case 'bankAccount':
      return replaceBankAccount(change, employeeId, context)
    case 'salary': {
      const { Value: value, Type: type, Start: start } = change.after
      if (!value || !type || !start)
        throw new InternalError('a salary was planned without amount, type or start')
      await target.updateSalary(employeeId, { value, type, start })
      return { end: 'applied', after: change.after }
    }
    case 'employment': {
      const { InitialStartDate: startDate } = change.after
      if (!startDate) throw new InternalError('a start date was planned without its date')
      await target.changeStartDate(employeeId, startDate)
      return { end: 'applied', after: change.after }
    }
  }
}

const toEnd = (result: Awaited<ReturnType<Target['updatePersonalInfo']>>): WriteEnd => {
  switch (result.result) {
    case 'written':
      return { end: 'applied', after: result.after }
    case 'unchanged':
      return { end: 'unchanged', after: result.after }
    case 'moved':
      return { end: 'moved' }
    case 'not-confirmed':
      return { end: 'not-confirmed', fields: result.fields }
  }
}
