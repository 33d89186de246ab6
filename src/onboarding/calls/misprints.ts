import type { CallName, ServiceName } from './call-name.js'

/** A spelling that is in no way the call's name and that a published list has nevertheless. */
export interface Misprint extends CallName {
  service: ServiceName
  spelling: string
}

/**
 * What consumers print, and the call they mean. Letter case, points, blanks and line breaks need no entry
 * here.
 */
export const misprints: readonly Misprint[] = [
  // a.s.r. leaves the last letter off.
  { service: 'EmployeeService', spelling: 'PersonalInfo_GetCurren', call: 'PersonalInfo_GetCurrent' },
  // a.s.r. writes Report for Reports.
  {
    service: 'ReportService',
    spelling: 'Report_GetWageCodesByRunCompany_FilterByWageCode_Background',
    call: 'Reports_GetWageCodesByRunCompany_FilterByWageCode_Background',
  },
  {
    service: 'ReportService',
    spelling: 'Report_BackgroundTask_Result',
    call: 'Reports_BackgroundTask_Result',
  },
  // Xpert Suite writes Adress.
  { service: 'CompanyService', spelling: 'Adress_GetCurrent', call: 'Address_GetCurrent' },
  // Nmbrs' own list for HR names a call that only companies have; of an employee it is this one.
  { service: 'EmployeeService', spelling: 'Address_GetCurrent', call: 'Address_GetListCurrent' },
]
