import { int, text, type ReadCallTable } from './parameter.js'

const company = int('companyId', 'company')
const run = int('runId', 'run')
const year = int('year', 'runYear')

/** The call that gives the result of a report, under the id that starting it gave. */
export const taskResultCall = 'Reports_BackgroundTask_Result'

/**
 * The call that the report is started with whose result is asked for: of one run, and of that one wage code
 * only.
 */
export const taskStartCall = 'Reports_GetWageCodesByRunCompany_FilterByWageCode_Background'

/**
 * The calls of ReportService, which work on a report in the background and give it out later (Nmbrs contract,
 * section 2.11). The report over every wage code of a run is left out: no one lists it, and it is no small
 * thing to set an account to work on.
 */
export const reportServiceReads: ReadCallTable = [
  // Any code will do: it only picks lines of the report.
  [[company, run, year, int('wageCode', { constant: '1' })], [taskStartCall]],
  [[text('TaskId', 'task')], [taskResultCall]],
]
