import type { UpdateChange } from '../domain/change.js'
import type { TargetEmployeeId } from '../domain/ids.js'
import { fieldsIn } from '../domain/values.js'
import { sameValue } from '../plan/diff-fields.js'
import { findSalaryOn } from '../plan/salary/salary-line.js'
import { toValues } from '../plan/salary/salary-change.js'
import type { WriteContext } from './write-end.js'

/**
 * What stands where a salary is about to be written: what the plan saw, the salary itself, or what somebody put there since. There is no
 * version to send along with the call (Nmbrs contract, section 6), so looking just before it is all that keeps a correction from being overwritten.
 */
export const lookAtSalary = async (
  change: UpdateChange,
  employeeId: TargetEmployeeId,
  { target, policyOf }: Pick<WriteContext, 'target' | 'policyOf'>,
): Promise<'as-planned' | 'there' | 'moved'> => {
  // Nobody can have corrected the salary of somebody who was created a moment ago.
  if (fieldsIn(change.before).length === 0) return 'as-planned'
  const start = change.after.Start ?? ''
  const rows = await target.readSalaries(change.companyId, employeeId, start)
  const held = toValues(findSalaryOn(rows, start))
  const isHeld = (values: UpdateChange['before']): boolean =>
    fieldsIn(held).every((field) =>
      sameValue(policyOf('salary', field), values[field] ?? '', held[field] ?? ''),
    )
  if (isHeld(change.after)) return 'there'
  return isHeld(change.before) ? 'as-planned' : 'moved'
}
