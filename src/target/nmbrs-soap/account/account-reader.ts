import { parsePayrollPeriod } from '../../../domain/pay/payroll-period.js'
import type { AccountReader } from '../../../onboarding/check/account-reader.js'
import type { Asker } from './ask-once.js'
import { findEmployees } from './subjects/find-employees.js'
import { lookUps } from './look-ups.js'
import { toCompanies, toDomain } from './parse-lists.js'
import { readDebtorTags } from './read-debtor-tags.js'
import { readDebtors } from './read-debtors.js'
import { read } from './reading.js'

/** Looks things up by asking; what was asked for another reason is not asked again. */
export const createAccountReader = (asker: Asker): AccountReader => ({
  readCompanies: () => read(asker, lookUps.companies, {}, toCompanies),
  readCurrentPeriod: (companyId) =>
    read(asker, lookUps.currentPeriod, { companyId }, ({ text }) => parsePayrollPeriod(text)),
  readDomain: () => read(asker, lookUps.environment, {}, toDomain),
  readDebtorTags: (companyId) => readDebtorTags(asker, companyId),
  readDebtors: () => readDebtors(asker),
  findEmployees: (companyId, employeeNumber) => findEmployees(asker, companyId, employeeNumber),
})
