import { toEntryTime } from '../../world/entry-time.js'
import { inArbitraryOrder } from '../../world/arbitrary-order.js'
import { toFirstDay } from '../../../../domain/pay/payroll-period.js'
import { booleanArgument, dayArgument, intArgument, textArgument } from '../request/arguments.js'
import type { NmbrsEmployee } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { refuse } from '../soap-refusal.js'
import { currentPersonalInfo } from '../../world/store.js'
import type { OutgoingRecord } from '../xml/write-xml.js'
import { keepText } from '../../world/as-kept.js'
import { toDisplayName } from '../../world/display-name.js'
import { bulk, getCompany, getEmployee, listOf, refuseInLockedRun, single } from './handler.js'
import type { CallContext, Operation } from './handler.js'

const listEmployees = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const company = getCompany(context, intArgument(args, 'CompanyId'))
  const typeId = intArgument(args, 'EmployeeType')
  const period = context.store.currentPeriod(company.id)
  const ofType = context.store.employeesOf(company.id).filter((employee) => employee.typeId === typeId)
  return {
    Employee: inArbitraryOrder(ofType).map((employee) => {
      const fields = currentPersonalInfo(employee, period)?.fields ?? {}
      return { Id: employee.id, Number: fields.EmployeeNumber, DisplayName: toDisplayName(fields) }
    }),
  }
}

/**
 * Makes an employee with a name, a number and an employment. A start before the current period needs
 * UnprotectedMode: 2011.
 */
const insertEmployee = (args: DecodedRecord, context: CallContext): number => {
  const { store } = context
  const company = getCompany(context, intArgument(args, 'CompanyId'))
  const startDate = dayArgument(args, 'StartDate')
  const period = store.currentPeriod(company.id)
  if (startDate < toFirstDay(period) && !booleanArgument(args, 'UnprotectedMode')) throw refuse(2011)
  refuseInLockedRun(context, company.id)
  const creationDate = store.nextCreationDate()
  const nameOf = (name: 'FirstName' | 'LastName'): string =>
    keepText(name, textArgument(args, name), context.switches)
  const names = { FirstName: nameOf('FirstName'), LastName: nameOf('LastName') }
  const id = store.nextEmployeeId()
  store.addEmployee({
    id,
    companyId: company.id,
    typeId: store.data.newEmployeeTypeId,
    personalInfos: [
      {
        id: store.nextRecordId(),
        startYear: period.year,
        startPeriod: period.period,
        creationDate,
        fields: { EmployeeNumber: store.nextEmployeeNumber(company.id), ...names },
      },
    ],
    addresses: [],
    bankAccounts: [],
    salaries: [],
    employments: [{ id: store.nextRecordId(), creationDate, startDate, initialStartDate: startDate }],
  })
  return id
}

const openEnds: Readonly<Record<string, string>> = { '0001': '0001-01-01', '9999': '9999-12-31' }

const employmentItems = function* (args: DecodedRecord, context: CallContext): Generator<OutgoingRecord> {
  const company = getCompany(context, intArgument(args, 'CompanyID'))
  const openEnd = openEnds[context.switches.openEnd]
  for (const { id, employments } of inArbitraryOrder(context.store.employeesOf(company.id))) {
    const rows = employments.map((row) => ({
      EmploymentId: row.id,
      CreationDate: toEntryTime(row, context.switches),
      StartDate: row.startDate,
      EndDate: row.endDate ?? openEnd,
      InitialStartDate: row.initialStartDate,
    }))
    yield { EmployeeId: id, EmployeeEmployments: listOf('Employment', rows, id) }
  }
}

const changeInitialStart = (args: DecodedRecord, context: CallContext): void => {
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  const initialStartDate = dayArgument(args, 'InitialStartDate')
  const employments: NmbrsEmployee['employments'] = employee.employments.map((row, index, all) =>
    index === all.length - 1 ? { ...row, initialStartDate } : row,
  )
  context.store.changeEmployee(employee.id, { employments })
}

/** Lists, creation and employment (Nmbrs contract, sections 2.1 and 2.6). */
export const employeeOperations: Readonly<Record<string, Operation>> = {
  EmployeeType_GetList: single((_args, { store }) => ({
    EmployeeType: store.data.employeeTypes.map(({ id, description }) => ({
      Id: id,
      Description: description,
    })),
  })),
  List_GetByCompany: single(listEmployees),
  Employee_Insert: single(insertEmployee),
  Employment_GetAll_AllEmployeesByCompany: bulk(employmentItems),
  Employment_UpdateEmploymentInitialStartDate: single((args, context) => {
    changeInitialStart(args, context)
    return undefined
  }),
}
