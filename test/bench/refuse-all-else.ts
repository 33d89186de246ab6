import type { Target } from '../../src/target/port.js'

const refuse = (): Promise<never> =>
  Promise.reject(new Error('a no-op sync of linked people never asks for this'))

/** What a target that only reads for a no-op sync does not do. */
export const refuseAllElse = {
  capabilities: new Set<never>(),
  traffic: { waiting: () => 0, underWay: () => 0, nextChange: refuse },
  readEmployeeList: refuse,
  readEmployee: refuse,
  readSalaries: refuse,
  createEmployee: refuse,
  updatePersonalInfo: refuse,
  writeAddress: refuse,
  insertBankAccount: refuse,
  endBankAccount: refuse,
  updateSalary: refuse,
  changeStartDate: refuse,
  checkRights: refuse,
  readDomain: refuse,
} as const satisfies Partial<Target>
