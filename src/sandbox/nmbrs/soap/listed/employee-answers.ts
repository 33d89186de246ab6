import { inArbitraryOrder } from '../../world/arbitrary-order.js'
import { intArgument } from '../request/arguments.js'
import type { NmbrsEmployee } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { getCompany, getEmployee } from '../operations/handler.js'
import type { CallContext, ListedOperation } from '../operations/handler.js'
import { currentPersonalInfo } from '../../world/store.js'
import type { OutgoingRecord } from '../xml/write-xml.js'

type Answers = Readonly<Record<string, Omit<ListedOperation, 'kind'>>>

const workingHours = Object.fromEntries(
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].flatMap((day, index) => {
    const hours = index < 5 ? 8 : 0
    return [
      [`Hours${day}`, hours],
      [`Hours${day}2`, hours],
    ]
  }),
)
const firstDay = '2026-01-01T00:00:00'
const openEnd = '0001-01-01T00:00:00'
const schedule = { ...workingHours, ParttimePercentage: 100, StartDate: firstDay }
const department = { Id: 31, Code: 10, Description: 'Kwekerij' }
const function_ = { Id: 41, Code: 100, Description: 'Medewerker' }
const sinceNewYear = { CreationDate: firstDay, StartPeriod: 1, StartYear: 2026 }
const wageComponents = { WageComponent: [{ Id: 71, Code: 1, Value: '25.00' }] }
const socialInsurance = {
  Id: 81,
  CreateDate: firstDay,
  StartYear: 2026,
  StartPeriod: 1,
  Wao_Wia: true,
  Ww: true,
  Zw: true,
}

const toContract = ({ id, employments }: NmbrsEmployee): OutgoingRecord => ({
  ContractID: id,
  CreationDate: firstDay,
  StartDate: `${employments.at(-1)?.startDate ?? '2026-01-01'}T00:00:00`,
  TrialPeriod: openEnd,
  EndDate: openEnd,
  EmployementType: 1,
  EmploymentSequenceTaxId: 1,
  Indefinite: true,
  PhaseClassification: 0,
  WrittenContract: true,
  HoursPerWeek: 40,
})

const contractsOf = (employee: NmbrsEmployee): OutgoingRecord => ({
  EmployeeId: employee.id,
  EmployeeContracts: { EmployeeContract: [toContract(employee)] },
})

const employeesOf = (args: DecodedRecord, context: CallContext, parameter: string): NmbrsEmployee[] =>
  inArbitraryOrder(context.store.employeesOf(getCompany(context, intArgument(args, parameter)).id))

/** A list over everyone in the company, one item each. */
const overCompany = (
  itemName: string,
  toItem: (employee: NmbrsEmployee) => OutgoingRecord,
): Answers[string] => ({
  answer: (args, context) => ({ [itemName]: employeesOf(args, context, 'CompanyID').map(toItem) }),
})

const historyOf =
  (listName: string, rowName: string, row: OutgoingRecord) =>
  ({ id }: NmbrsEmployee): OutgoingRecord => ({ EmployeeId: id, [listName]: { [rowName]: [row] } })

const namesOf = (employee: NmbrsEmployee, context: CallContext): OutgoingRecord => {
  const period = context.store.currentPeriod(employee.companyId)
  const { EmployeeNumber, FirstName, Prefix, LastName } = currentPersonalInfo(employee, period)?.fields ?? {}
  return { EmployeeNumber, FirstName, Prefix, LastName }
}

/**
 * What is told of one employee (Nmbrs contract, sections 2.6 to 2.8). Content no one looks at is invented.
 */
const ofOne: Answers = {
  Absence_GetList: { answer: () => ({ Absence: [] }) },
  Children_Get: { answer: (args) => ({ EmployeeId: intArgument(args, 'EmployeeId') }) },
  Contract_GetCurrentPeriod: {
    answer: (args, context) => contractsOf(getEmployee(context, intArgument(args, 'EmployeeId'))),
    // Version 3 names it so, and not after the call (Nmbrs contract, section 2.6).
    resultName: 'EmployeeContractItem',
  },
  CostCenter_Get: {
    answer: () => ({
      EmployeeCostCenter: [
        { Id: 51, CostCenter: { Code: '10', Description: 'Kwekerij', Id: 51 }, Percentage: 100 },
      ],
    }),
  },
  Department_GetCurrent: { answer: () => department },
  Function_GetCurrent: { answer: () => function_ },
  HourComponentVar_Get: { answer: () => ({ HourComponent: [{ Id: 72, HourCode: 1100, Hours: '8.00' }] }) },
  Manager_GetCurrent: { answer: () => ({ Number: 1, FirstName: 'Teun', Name: 'Teeltman' }) },
  Partner_Get: { answer: () => ({ Id: 0, Gender: 'undefined', Birthday: openEnd, StartDate: openEnd }) },
  SVW_GetCurrent: { answer: () => socialInsurance },
  SalaryDocuments_GetAnnualStatementPDF: { answer: () => ({ PDF: 'JQ==' }) },
  Salary_GetEstimatedCostPerHour: { answer: () => '31.25' },
  Schedule_GetCurrent: { answer: () => schedule },
  Schedule_GetList: { answer: () => ({ Schedule: [schedule] }) },
  WageComponentFixed_GetCurrent: { answer: () => wageComponents },
  WageComponentVar_Get: { answer: () => wageComponents },
  WageComponentVar_GetCurrent: { answer: () => wageComponents },
}

/** What is told of everyone in a company. */
const ofAll: Answers = {
  Contract_GetAll_AllEmployeesByCompany: {
    answer: (args, context) => ({
      [context.switches.contractItem]: employeesOf(args, context, 'CompanyID').map(contractsOf),
    }),
  },
  Department_GetAll_AllEmployeesByCompany: overCompany(
    'EmployeeDepartmentItem',
    historyOf('EmployeeDepartments', 'Department_V2', { ...department, ...sinceNewYear }),
  ),
  Function_GetAll_AllEmployeesByCompany: overCompany(
    'EmployeeFunctionItem',
    historyOf('EmployeeFunctions', 'Function_V2', { ...function_, ...sinceNewYear }),
  ),
  Function_GetAll_AllEmployeesByCompany_V2: overCompany(
    'EmployeeFunctionItem_V2',
    historyOf('EmployeeFunctions', 'EmployeeFunction', {
      RecordId: 42,
      Function: function_,
      ...sinceNewYear,
    }),
  ),
  PersonalInfoContractSalaryAddress_GetAll_AllEmployeesByCompany: {
    answer: (args, context) => ({
      PersonalInfoContractSalaryAddress: employeesOf(args, context, 'CompanyID').map((employee) => ({
        EmployeeID: employee.id,
        ...namesOf(employee, context),
      })),
    }),
  },
  SVW_GetAll_AllEmployeesByCompany: overCompany(
    'EmployeeSVWItem',
    historyOf('EmployeeSVWsettings', 'EmployeeSVWsetting', { RecordID: 82, ...sinceNewYear, ZW: true }),
  ),
  Schedule_GetAll_AllEmployeesByCompany: overCompany(
    'EmployeeScheduleItem',
    historyOf('EmployeeSchedules', 'Schedule_V2', { Id: 91, ...schedule, CreationDate: firstDay }),
  ),
}

/** What EmployeeService tells besides the calls of its WSDL. */
export const employeeAnswers: Answers = { ...ofOne, ...ofAll }
