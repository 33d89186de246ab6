import { int, nothing, text, type ReadCallTable } from './parameter.js'

const company = int('CompanyId', 'company')
const run = int('RunId', 'run')
const period = int('Period', 'period')
const year = int('Year', 'year')
const runYear = int('intYear', 'runYear')

/**
 * The reading calls of CompanyService (Nmbrs contract, section 2.9). Left out are documents and payment files
 * made for a whole company: more than a look should fetch, and no one says what making a payment file leads
 * to.
 */
export const companyServiceReads: ReadCallTable = [
  [nothing, ['List_GetAll']],
  [[int('DebtorId', 'debtor')], ['List_GetByDebtor']],
  [[int('EmployeeId', 'employee')], ['Company_GetCurrentByEmployeeId']],
  [
    [company],
    [
      'Address_GetCurrent',
      'Address_GetCurrentWithAddressType',
      'BankAccount_GetCurrent',
      'Company_GetCurrentPeriod',
      'ContactPerson_Get',
      'CostCenter_GetList',
      'CostUnit_GetList',
      'DefaultEmployeeTemplates_GetByCompany',
      'HourModel2_GetHourCodes',
      'HourModel_GetHourCodes',
      'LabourAgreements_GetCurrent',
      'SVW_GetCurrent',
      'Schedule_GetCurrent',
      'WageComponentFixed_GetCurrent',
      'WageComponentVar_GetCurrent',
      'WageModel2_GetWageCodes',
      'WageModel_GetWageCodes',
    ],
  ],
  [
    [company, year],
    ['RunRequest_GetList', 'Run_GetList', 'WorkCost_GetList', 'Reports_GetWageCodesByYear'],
  ],
  [
    [company, int('intYear', 'year')],
    ['PensionExport_GetList', 'WageTax_GetList'],
  ],
  [
    [company, period, year],
    [
      'LabourAgreements_Get',
      'SalaryTable2_Get',
      'SalaryTable2_GetScales',
      'SalaryTable2_GetSteps',
      'SalaryTable_Get',
      'SalaryTable_GetScales',
      'SalaryTable_GetSteps',
      'WageComponentFixed_Get',
      'WageComponentVar_Get',
    ],
  ],
  // Numbers of the SOAP interface and ids of REST, for one kind of thing; the order of the two is not known
  // (section 2.9).
  [[text('Entity', { constant: 'Employee' }), company], ['Converter_GetByCompany_IntToGuid']],
  [[company, year, period], ['PayrollWorkflow_Get']],
  [[company, int('LabourAgreementSettingsGroupId', 'unknown'), year, period], ['CompanyLeaveTypeGroups_Get']],
  [
    [company, int('StartPeriod', 'period'), int('EndPeriod', 'period'), year],
    ['Reports_GetJournalsReportByCompany'],
  ],
  [[company, run, int('Year', 'runYear')], ['Run_GetEmployeesByRunCompany']],
  [
    [company, run],
    [
      'Journals_GetByRunCompany',
      'Journals_GetByRunCostCenter',
      'Journals_GetByRunCostCenterCostUnit',
      'Journals_GetByRunDepartment',
      'Journals_GetByRunEmployee',
      'Reports_GetWageCodesByRunCompany',
    ],
  ],
  [
    [company, run, runYear],
    [
      'Journals_GetByRunCompany_v2',
      'Journals_GetByRunCostCenter_v2',
      'Journals_GetByRunDepartment_v2',
      'Journals_GetByRunEmployee_v2',
      'Reports_GetWageCodesByRunCompany_v2',
    ],
  ],
  [
    [int('companyId', 'company'), int('runId', 'run'), int('year', 'runYear')],
    ['Journals_GetByRunCostCenterCostUnitPerYear'],
  ],
  [
    // Any code will do: it only picks lines of the report.
    [company, run, runYear, int('WageCode', { constant: '1' })],
    ['Reports_GetWageCodesByRunCompany_FilterByWageCode'],
  ],
  [
    [int('EmployeeID', 'employee'), company, int('RunID', 'run')],
    ['SalaryDocuments_GetEmployeePayslipsPDFByRunCompany'],
  ],
  [
    [int('EmployeeID', 'employee'), company, int('RunID', 'run'), runYear],
    [
      'SalaryDocuments_GetEmployeePayslipsInOnePDFByRunCompany',
      'SalaryDocuments_GetEmployeePayslipsPDFByRunCompany_v2',
    ],
  ],
  [[int('PensionExportID', 'unknown'), company], ['PensionExport_GetXML']],
  [[int('LoonaangifteID', 'unknown'), company], ['WageTax_GetXML']],
]
