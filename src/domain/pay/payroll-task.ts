import type { FindingCode } from '../finding.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../ids.js'

/** Work of payroll that no reading shows as done, so that a person says so. */
export const payrollTaskCodes = [
  'employee-to-complete',
  'salary-full-time-rate',
] as const satisfies readonly FindingCode[]
export type PayrollTaskCode = (typeof payrollTaskCodes)[number]

/**
 * What an employee whom this program created still lacks: nothing of it is in the export of AlexisHR, and
 * there is no field of the mapping for it. Without a BSN and a tax table payroll has to withhold at the
 * highest rate.
 */
export const completionFields = [
  'BSN',
  'TaxTable',
  'IdentityDocument',
  'WorkSchedule',
  'PartTimePercentage',
] as const
export type CompletionField = (typeof completionFields)[number]

export interface PayrollTask {
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  targetId: TargetEmployeeId
  code: PayrollTaskCode
  /** ISO 8601. */
  openedAt: string
  /** When someone said that it is done, ISO 8601; `null` while it is open. */
  doneAt: string | null
}

export const isOpenTask = ({ doneAt }: PayrollTask): boolean => doneAt === null
