import { describe, it } from '@jest/globals'

import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { sampleOf } from '../../support/matrix.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { syncUnder } from './sync-edit-sync.js'

/**
 * Each value of each switch that a run can meet, alone, and a few pairs; every pair of those that say what
 * becomes of a write is in `pairs.test.ts`.
 */
const rows: Partial<NmbrsSwitches>[] = [
  {},
  { restPeriodRow: 'nested' },
  { restPeriodRow: 'object' },
  { restPeriodRow: 'extraKeys' },
  { restWriteStatus: 201 },
  { restWriteStatus: 204 },
  { restWriteAnswer: 'empty' },
  { restWriteAnswer: 'wrapped' },
  { restPersonalInfoPut: 'merge' },
  { restPersonalInfoPut: 'replaceInGroup' },
  { restEmployeeTypeOnPut: 'required' },
  { restSecondAddress: 'replace' },
  { restSecondAddress: 'refuse400' },
  { restSecondAddress: 'refuse409' },
  { restSameStartSalary: 'refuse409' },
  { restSameStartSalary: 'replace' },
  { restSameStartSalary: 'add' },
  { restSecondEmployment: 'refuse409' },
  { restSecondEmployment: 'add' },
  { restSecondEmployment: 'sameRow' },
  { restEmploymentInPast: 'accept' },
  { restPastPeriod: 'accept' },
  { restPastPeriod: 'moveToCurrent' },
  { restFuturePeriod: 'refuse' },
  { restCreatedFrom: 'ignored' },
  { restChangedFrom: 'works' },
  { restEmployeeIdFilter: 'works' },
  { restSalaryScope: 'payment' },
  { restBankAccountScope: 'bankaccount' },
  { restPeriodScope: 'company.payrollsettings.read' },
  { restWriteScopeIncludesRead: true },
  { restNextPage: 'empty' },
  { restNextPage: 'absent' },
  { restMaxPageSize: 'refuse' },
  { restMaxPageSize: 'none' },
  { restErrorBody: 'problem' },
  { restErrorBody: 'gateway' },
  { restErrorBody: 'html' },
  { restErrorBody: 'empty' },
  { restDebtors: 'several' },
  { restCreateCasing: 'vendor' },
  { restDuplicateNumber: 'accept' },
  { restDuplicateNumber: 'renumber' },
  { restBirthCountry: 'null' },
  { restBirthCountry: 'text' },
  { restHistory: 'tidy' },
  { restReadLagMs: 15 },
  { restListsWithoutType: 'payrollTypes' },
  { sameTypeBankInsert: 'replace' },
  { creationDates: 'none' },
  { restPersonalInfoPut: 'merge', restBirthCountry: 'null' },
  { restWriteStatus: 204, restReadLagMs: 15 },
]

const { onRequest } = watchRequests()

describe('a whole population is synced over REST, edited, and synced again', () => {
  it.each(sampleOf('rest switches', rows))('with Nmbrs behaving as %j', async (switches) => {
    await syncUnder(switches, onRequest)
  })
})
