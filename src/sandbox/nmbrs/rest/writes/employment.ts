import { toFirstDay } from '../../../../domain/pay/payroll-period.js'
import type { EmploymentRow, NmbrsEmployee } from '../../world/data.js'
import { fromGuid, toGuid } from '../../world/guids.js'
import { createEmploymentBody, updateEmploymentBody } from '../bodies.js'
import { checkBody } from '../check-request.js'
import { getEmployee } from '../in-sight.js'
import type { RestAnswer, RestContext } from '../operation.js'
import { changeRemembered } from '../past.js'
import { refuseBody, refuseConflict, refusePeriod, refuseUnknown } from '../rest-refusal.js'

const written = ({ id }: EmploymentRow): RestAnswer => ({
  kind: 'written',
  ids: { employmentId: toGuid('employment', id) },
})

const dayOf = (dateTime: string): string => dateTime.slice(0, 10)

/** Section 7.4; one besides an employment that has no end as the switch says (section 15, row 8). */
export const createEmployment = (context: RestContext): RestAnswer => {
  const { store, request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, createEmploymentBody, report)
  const startDate = dayOf(body.startDate)
  const open = employee.employments.find(({ endDate }) => endDate === undefined || endDate >= startDate)
  const same = open === undefined ? undefined : answerSecond(open, context)
  if (same !== undefined) return same
  checkStart(startDate, employee, context)
  const row: EmploymentRow = {
    id: store.nextRecordId(),
    creationDate: store.nextCreationDate(),
    startDate,
    initialStartDate: body.seniorityDate === undefined ? startDate : dayOf(body.seniorityDate),
  }
  changeRemembered(context, employee, { employments: [...employee.employments, row] })
  return written(row)
}

const answerSecond = (open: EmploymentRow, { switches }: RestContext): RestAnswer | undefined => {
  switch (switches.restSecondEmployment) {
    case 'add':
      return undefined
    case 'sameRow':
      return written(open)
    case 'refuse400':
      throw refuseConflict(400, 'The employee has an employment.')
    case 'refuse409':
      throw refuseConflict(409, 'The employee has an employment.')
  }
}

/** Section 15, row 9. */
const checkStart = (day: string, { companyId, employments }: NmbrsEmployee, context: RestContext): void => {
  const { store, switches } = context
  if (switches.restEmploymentInPast === 'accept') return
  const isBefore = employments.some(({ startDate }) => day < startDate)
  if (isBefore || day < toFirstDay(store.currentPeriod(companyId)))
    throw refusePeriod('The employment starts too early.')
}

/** The start date cannot be changed; the end is leaving service (section 7.4). */
export const updateEmployment = (context: RestContext): RestAnswer => {
  const { request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, updateEmploymentBody, report)
  const id = fromGuid('employment', body.employmentId)
  const old = employee.employments.find((row) => row.id === id)
  if (old === undefined) throw refuseUnknown('The employee has no such employment.')
  const end = body.endOfServiceDate === undefined ? undefined : dayOf(body.endOfServiceDate)
  if (end !== undefined && end < old.startDate) throw refuseBody('endOfServiceDate lies before the start.')
  const row: EmploymentRow = {
    ...old,
    ...(body.seniorityDate === undefined ? {} : { initialStartDate: dayOf(body.seniorityDate) }),
    ...(end === undefined ? {} : { endDate: end }),
    ...(body.endOfContractReason === undefined ? {} : { endReason: body.endOfContractReason }),
  }
  changeRemembered(context, employee, {
    employments: employee.employments.map((each) => (each === old ? row : each)),
  })
  return written(row)
}
