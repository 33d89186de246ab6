import { keepAmount } from '../../world/as-kept.js'
import type { SalaryRow } from '../../world/data.js'
import { toGuid } from '../../world/guids.js'
import { createSalaryBody } from '../bodies.js'
import { checkBody } from '../check-request.js'
import { getEmployee } from '../in-sight.js'
import { salaryTypes } from '../names.js'
import type { RestAnswer, RestContext } from '../operation.js'
import { changeRemembered } from '../past.js'
import { refuseConflict } from '../rest-refusal.js'
import { startOfWrite } from './periods.js'

/**
 * Section 7.3: a salary can only be added; one for a start date that has one, as the switch says (section 15,
 * row 7).
 */
export const createSalary = (context: RestContext): RestAnswer => {
  const { store, switches, request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, createSalaryBody, report)
  const startDate = startOfWrite(body.startDate.slice(0, 10), employee.companyId, context)
  const { restSameStartSalary } = switches
  const hasOne = employee.salaries.some((row) => row.startDate === startDate)
  if (hasOne && (restSameStartSalary === 'refuse400' || restSameStartSalary === 'refuse409'))
    throw refuseConflict(restSameStartSalary === 'refuse400' ? 400 : 409, 'There is such a salary already.')
  const row: SalaryRow = {
    id: store.nextRecordId(),
    value: keepAmount(String(body.value ?? 0), switches),
    type: salaryTypes.fromRest(body.type ?? '') ?? 'None',
    startDate,
    creationDate: store.nextCreationDate(),
  }
  const kept = employee.salaries.filter(
    (each) => restSameStartSalary !== 'replace' || each.startDate !== startDate,
  )
  changeRemembered(context, employee, { salaries: [...kept, row] })
  return { kind: 'written', ids: { salaryId: toGuid('salary', row.id) } }
}
