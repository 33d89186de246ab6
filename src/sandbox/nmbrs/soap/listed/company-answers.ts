import { intArgument } from '../request/arguments.js'
import { answerConverter } from './converter-answer.js'
import type { NmbrsRun } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { toCompanyRow } from '../operations/companies.js'
import { companiesInSight, getCompany, getDebtor, getEmployee } from '../operations/handler.js'
import type { CallContext, ListedOperation } from '../operations/handler.js'
import { toPeriod } from '../../world/period.js'
import { spellPeriod } from '../spell-period.js'
import type { OutgoingRecord } from '../xml/write-xml.js'

const toRunInfo = (run: NmbrsRun): OutgoingRecord => ({
  ID: run.id,
  Number: run.number,
  Year: run.year,
  PeriodStart: run.periodStart,
  PeriodEnd: run.periodEnd,
  Description: run.description,
  RunAt: run.runAt,
  IsLocked: run.isLocked,
})

const runsOf = (args: DecodedRecord, context: CallContext): readonly NmbrsRun[] =>
  getCompany(context, intArgument(args, 'CompanyId')).runs ?? []

const hourCodes = { HourCode: [{ Code: 1100, Description: 'Gewerkte uren' }] }
const wageCodes = { WageCode: [{ Code: 1, Description: 'Bruto salaris' }] }
const workingDay = { ScheduleCalcMethod: 'HoursYearDevidedPeriods', HoursMonday: 8, HoursTuesday: 8 }
/** A document of one byte. */
const documents = { Payslip: [{ PDF: 'JQ==' }] }

/**
 * What CompanyService tells besides the calls of its WSDL (Nmbrs contract, section 2.9). Content no one looks
 * at is invented.
 */
export const companyAnswers: Readonly<Record<string, Omit<ListedOperation, 'kind'>>> = {
  List_GetByDebtor: {
    answer: (args, context) => {
      const debtor = getDebtor(context, intArgument(args, 'DebtorId'))
      return {
        Company: companiesInSight(context)
          .filter(({ debtorId }) => debtorId === debtor.id)
          .map(toCompanyRow),
      }
    },
  },
  Company_GetCurrentByEmployeeId: {
    answer: (args, context) => {
      const { companyId } = getEmployee(context, intArgument(args, 'EmployeeId'))
      return spellPeriod(toPeriod(getCompany(context, companyId).period), context.switches.periodCode)
    },
  },
  Run_GetList: {
    answer: (args, context) => ({
      RunInfo: runsOf(args, context)
        .filter(({ year }) => year === intArgument(args, 'Year'))
        .map(toRunInfo),
    }),
  },
  Run_GetEmployeesByRunCompany: {
    answer: (args, context) => ({
      EmployeeIdNumber: context.store
        .employeesOf(intArgument(args, 'CompanyId'))
        .map(({ id }) => ({ EmployeeId: id, EmployeeNumber: id })),
    }),
  },
  Converter_GetByCompany_IntToGuid: { answer: answerConverter },
  HourModel_GetHourCodes: { answer: () => hourCodes },
  HourModel2_GetHourCodes: { answer: () => hourCodes },
  WageModel_GetWageCodes: { answer: () => wageCodes },
  WageModel2_GetWageCodes: { answer: () => wageCodes },
  CostCenter_GetList: { answer: () => ({ CostCenter: [{ Code: '10', Description: 'Kwekerij', Id: 51 }] }) },
  SalaryDocuments_GetEmployeePayslipsPDFByRunCompany: { answer: () => documents },
  SalaryDocuments_GetEmployeePayslipsPDFByRunCompany_v2: { answer: () => documents },
  Address_GetCurrent: {
    answer: () => ({
      Id: 61,
      Default: true,
      Street: 'Dorpsweg',
      HouseNumber: '12',
      PostalCode: '1234 AB',
      City: 'Almere',
      CountryISOCode: 'NL',
    }),
  },
  BankAccount_GetCurrent: {
    answer: () => ({ Id: 62, IBAN: 'NL91ABNA0417164300', BIC: 'ABNANL2A', Type: 'Standaard' }),
  },
  Schedule_GetCurrent: { answer: () => ({ FulltimeScheduleOne: workingDay }) },
  SVW_GetCurrent: {
    answer: () => ({
      SVWSettings: { CodeCao: 9999, EigenrisicodragerZiektewet: false, RisicoGroep: 1, Sector: 1 },
      Sector: { Code: 1, Description: 'Agrarisch bedrijf' },
    }),
  },
}
