import type { DescribedService } from '../wire-schema.js'
import { addressOperations } from './addresses.js'
import { bankAccountOperations } from './bank-accounts.js'
import { companyOperations, debtorOperations } from './companies.js'
import { employeeOperations } from './employees.js'
import type { Operation } from './handler.js'
import { personalInfoOperations } from './personal-info.js'
import { salaryOperations } from './salaries.js'

/** What every operation that the WSDLs describe does. */
export const allOperations: Readonly<Record<DescribedService, Readonly<Record<string, Operation>>>> = {
  EmployeeService: {
    ...employeeOperations,
    ...personalInfoOperations,
    ...addressOperations,
    ...bankAccountOperations,
    ...salaryOperations,
  },
  CompanyService: companyOperations,
  DebtorService: debtorOperations,
}
