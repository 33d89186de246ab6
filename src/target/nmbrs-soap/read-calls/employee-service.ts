import { date, int, nothing, text, type ReadCallTable } from './parameter.js'

const employee = int('EmployeeId', 'employee')
const company = int('CompanyId', 'company')
const companyOfBulk = int('CompanyID', 'company')
const period = int('Period', 'period')
const year = int('Year', 'year')
const leaveType = text('Type', { constant: 'Type1' })
const leaveUsage = text('Soort', { constant: 'Withdrawal' })

/** The reading calls of EmployeeService (Nmbrs contract, sections 2.1 to 2.8). */
export const employeeServiceReads: ReadCallTable = [
  [
    nothing,
    ['EmployeeType_GetList', 'EndServiceReason_GetList', 'TimeRegistration_GetAll_AllTimeRegistrationCodes'],
  ],
  [[company, int('EmployeeType', 'employeeType')], ['List_GetByCompany']],
  [[int('DebtorId', 'debtor'), int('EmployeeType', 'employeeType')], ['List_GetByDebtor']],
  [
    [employee],
    [
      'Absence2_GetList',
      'Absence_GetList',
      'Address_GetListCurrent',
      'BankAccount_GetListCurrent',
      'Children_Get',
      'Contract_GetAll',
      'Contract_GetAll_v2',
      'Contract_GetCurrentPeriod',
      'CostCenter_GetCurrent',
      'DaysFixed_GetCurrent',
      'DaysVar_GetCurrent',
      'Department_GetCurrent',
      'Employee_GetCurrent',
      'ExtraFields_GetList',
      'Function_GetCurrent',
      'HourComponentFixed_GetCurrent',
      'HourComponentVar_GetCurrent',
      'LabourAgreements_GetCurrent',
      'LeaseCar_GetCurrent',
      'LeaveBalance_Get',
      'Manager_GetCurrent',
      'Partner_Get',
      'PerformanceReview_Get',
      'PersonalInfo_GetCurrent',
      'SVW_GetCurrent',
      'SVW_GetList',
      'Salary_GetCurrent',
      'Schedule_GetCurrent',
      'Service_GetList',
      'TimeSchedule_GetAll',
      'WageComponentFixed_GetCurrent',
      'WageComponentVar_GetCurrent',
      'WageTax_GetCurrent',
      'WageTax_GetList',
    ],
  ],
  [
    [employee, period, year],
    [
      'Address_GetList',
      'BankAccount_GetList',
      'CostCenter_Get',
      'DaysFixed_Get',
      'DaysVar_Get',
      'HourComponentFixed_Get',
      'HourComponentVar_Get',
      'LabourAgreements_Get',
      'LeaseCar_Get',
      'LeaseCar_GetList',
      'Levensloop_Get',
      'Manager_Get',
      'PersonalInfo_Get',
      'SVW_Get',
      'Salary_Get',
      'Salary_GetList',
      'Schedule_Get',
      'Schedule_GetList',
      'Spaarloon_Get',
      'Spaarloon_GetList',
      'TimeSchedule_GetListByPeriod',
      'WageComponentFixed_Get',
      'WageComponentVar_Get',
      'WageTax_Get',
    ],
  ],
  [[employee, year, period], ['Reservations_GetList']],
  [
    [employee, leaveType, leaveUsage, year],
    ['Leave_GetList', 'Leave_GetList_V2'],
  ],
  [[employee, text('LeaveType', { constant: 'Type1' })], ['LeaveBalance_GetPerType']],
  [
    [employee, int('StartPeriod', 'period'), int('EndPeriod', 'period'), year],
    ['Reports_GetJournalsReportByEmployee'],
  ],
  [[int('EmployeeID', 'employee'), int('intYear', 'year')], ['SalaryDocuments_GetAnnualStatementPDF']],
  [
    [int('employeeId', 'employee'), int('period', 'period'), int('year', 'year')],
    ['Salary_GetEstimatedCostPerHour'],
  ],
  [
    [int('employeeId', 'employee'), date('dtmStart', 'firstDay'), date('dtmEnd', 'lastDay')],
    ['TimeRegistration_GetList'],
  ],
  [[int('FunctionID', 'unknown')], ['Function_GetFunction']],
  [
    [companyOfBulk],
    [
      'Address_GetAll_AllEmployeesByCompany',
      'Contract_GetAll_AllEmployeesByCompany',
      'Department_GetAll_AllEmployeesByCompany',
      'Employment_GetAll_AllEmployeesByCompany',
      'Function_GetAll_AllEmployeesByCompany',
      'Function_GetAll_AllEmployeesByCompany_V2',
      'PerformanceReview_GetAll_AllEmployeesByCompany',
      'PersonalInfoContractSalaryAddress_GetAll_AllEmployeesByCompany',
      'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
      'PersonalInfo_GetAll_AllEmployeesByCompany',
      'SVW_GetAll_AllEmployeesByCompany',
      'Salary_GetAll_AllEmployeesByCompany',
      'Schedule_GetAll_AllEmployeesByCompany',
    ],
  ],
  [
    [company],
    [
      'Absence_GetAll_AllEmployeesByCompany',
      'Children_GetAll_Employeesbycompany',
      'Partner_GetAll_AllEmployeesByCompany',
    ],
  ],
  [
    [company, period, year],
    [
      'CostCenter_GetAllEmployeesByCompany',
      'LeaseCar2_GetAll_EmployeesByCompany',
      'LeaseCar_GetAll_EmployeesByCompany',
      'TimeSchedule_AllEmployee_GetListByPeriod',
    ],
  ],
]
