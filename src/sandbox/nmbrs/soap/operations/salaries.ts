import { toEntryTime } from '../../world/entry-time.js'
import { inArbitraryOrder } from '../../world/arbitrary-order.js'
import { toFirstDay, toLastDay } from '../../../../domain/pay/payroll-period.js'
import { salaryTypes } from '../../../../domain/sections.js'
import { dayArgument, intArgument, recordArgument, textArgument } from '../request/arguments.js'
import type { NmbrsEmployee, SalaryRow } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { hasPeriod } from '../../world/period.js'
import { placeSalary } from '../../world/place-rows.js'
import { refuse } from '../soap-refusal.js'
import type { OutgoingRecord } from '../xml/write-xml.js'
import { keepAmount } from '../../world/as-kept.js'
import { bulk, getCompany, getEmployee, listOf, single } from './handler.js'
import type { CallContext, Operation } from './handler.js'

const compareRows = (left: SalaryRow, right: SalaryRow): number => {
  if (left.startDate !== right.startDate) return left.startDate < right.startDate ? -1 : 1
  return left.creationDate < right.creationDate ? -1 : 1
}

/** The salaries that start no later than a day, oldest first. */
const startedBy = ({ salaries }: NmbrsEmployee, day: string): SalaryRow[] =>
  salaries.filter(({ startDate }) => startDate <= day).sort(compareRows)

const toSalary = (row: SalaryRow): OutgoingRecord => ({
  Value: row.value,
  Type: row.type,
  ...toTable(row),
  StartDate: row.startDate,
})

/** The table, scale and step that payroll takes a salary from; most have none. */
const toTable = ({ table, value }: SalaryRow): OutgoingRecord =>
  table === undefined
    ? {}
    : {
        SalaryTable: {
          Code: table.code,
          Schaal: { Scale: table.scale, ScaleValue: '0', ScalePercentageMax: '0', ScalePercentageMin: '0' },
          Trede: { Step: table.step, StepValue: value },
        },
      }

const readCurrent = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  const lastDay = toLastDay(context.store.currentPeriod(employee.companyId))
  const row = startedBy(employee, lastDay).at(-1)
  return row === undefined ? {} : toSalary(row)
}

/** Everything up to a period; 2006 when the company has no such period. */
const listUpTo = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  const { type } = context.store.currentPeriod(employee.companyId)
  const asked = { year: intArgument(args, 'Year'), period: intArgument(args, 'Period') }
  if (!hasPeriod(asked, type)) throw refuse(2006)
  return { Salary: startedBy(employee, toLastDay({ ...asked, type })).map(toSalary) }
}

const update = (args: DecodedRecord, context: CallContext): void => {
  const { store, switches } = context
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  const startDate = dayArgument(args, 'Start')
  const isPast = startDate < toFirstDay(store.currentPeriod(employee.companyId))
  if (isPast && switches.salaryUpdateBeforePeriod === 'refuse') throw refuse(2011)
  const sent = recordArgument(args, 'Salary') ?? {}
  const row: SalaryRow = {
    id: store.nextRecordId(),
    value: keepAmount(textArgument(sent, 'Value') || '0', switches),
    type: textArgument(sent, 'Type') || 'None',
    startDate,
    creationDate: store.nextCreationDate(),
  }
  store.changeEmployee(employee.id, { salaries: placeSalary(employee, row, switches) })
}

/** Here the type is a number, elsewhere a name. */
const typeNumbers: ReadonlyMap<string, number> = new Map(salaryTypes.map((name, index) => [name, index]))

const history = bulk(function* (args, context) {
  const company = getCompany(context, intArgument(args, 'CompanyID'))
  for (const { id, salaries } of inArbitraryOrder(context.store.employeesOf(company.id))) {
    const rows = salaries.map((row) => ({
      ID: row.id,
      Value: row.value,
      Type: typeNumbers.get(row.type) ?? 0,
      ...toTable(row),
      StartDate: row.startDate,
      CreationDate: toEntryTime(row, context.switches),
    }))
    yield { EmployeeId: id, EmployeeSalaries: listOf('Salary_V2', rows, id) }
  }
})

/** Salaries (Nmbrs contract, section 2.5). */
export const salaryOperations: Readonly<Record<string, Operation>> = {
  Salary_GetCurrent: single(readCurrent),
  Salary_GetList: single(listUpTo),
  Salary_GetAll_AllEmployeesByCompany: history,
  Salary_Update: single((args, context) => {
    update(args, context)
    return undefined
  }),
}
