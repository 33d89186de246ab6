import { currentPersonalInfo } from '../../world/store.js'
import type { RestContext } from '../operation.js'
import { refuseConflict } from '../rest-refusal.js'

/**
 * The number as it is kept; one that another employee of the company has, as the switch says (section 15, row
 * 30).
 */
export const checkNumber = (
  asked: number | undefined,
  companyId: number,
  employeeId: number | undefined,
  { store, switches }: Pick<RestContext, 'store' | 'switches'>,
): string | undefined => {
  if (asked === undefined) return undefined
  const number = String(asked)
  if (switches.restDuplicateNumber === 'accept') return number
  const period = store.currentPeriod(companyId)
  const isTaken = store
    .employeesOf(companyId)
    .some(
      (other) =>
        other.id !== employeeId && currentPersonalInfo(other, period)?.fields.EmployeeNumber === number,
    )
  if (!isTaken) return number
  if (switches.restDuplicateNumber === 'renumber') return store.nextEmployeeNumber(companyId)
  throw refuseConflict(400, 'Another employee has this number.')
}
