import type { ServiceCalls } from './service-calls.js'

/** The calls about reports that are made in the background. */
export const reportCalls = {
  read: [
    'Reports_BackgroundTask_Result',
    'Reports_GetWageCodesByRunCompany_FilterByWageCode_Background',
    'Reports_GetWageCodesByRunCompany_v2_Background',
  ],
  write: [],
} as const satisfies ServiceCalls
