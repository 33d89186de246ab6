import type { EmployeeKind } from '../../../domain/service.js'

/** Both directions of a table of names: ours, which are SOAP's, and REST's. */
const pairs = (
  table: Readonly<Record<string, string>>,
): { toRest: (name: string) => string | undefined; fromRest: (name: string) => string | undefined } => {
  const toRest = new Map(Object.entries(table))
  const fromRest = new Map([...toRest].map(([ours, theirs]) => [theirs.toLowerCase(), ours]))
  return { toRest: (name) => toRest.get(name), fromRest: (name) => fromRest.get(name.toLowerCase()) }
}

/** Nmbrs REST contract, section 7.2. */
export const bankAccountTypes = pairs({
  Bankrekening1: 'bankAccount1',
  Bankrekening2: 'bankAccount2',
  Bankrekening3: 'bankAccount3',
  Bankrekening4: 'bankAccount4',
  Bankrekening5: 'bankAccount5',
  Spaarloon: 'salarySavings',
  Levensloop: 'lifecycleSavingSchemes',
  Standaard: 'standard',
})

/** Nmbrs REST contract, section 7.3. */
export const salaryTypes = pairs({
  Bruto_Salaris_Fulltime: 'grossFulltimeSalary',
  Bruto_Salaris_Partime: 'grossParttimeSalary',
  Bruto_Uurloon: 'grossHourlyWage',
  Netto_Salaris_Partime_incl_looncomp: 'netParttimeSalaryInclWageComp',
  Netto_Salaris_Partime_excl_looncomp: 'netParttimeSalaryExclWageComp',
  Netto_Uurloon_excl_looncomp: 'netHourlyWageExclWageComp',
  Netto_Uurloon_incl_looncomp: 'netHourlyWageInclWageComp',
  Werkgerverslasten: 'employerCosts',
})

/** Every type of employee (Nmbrs REST contract, section 6.1). */
export const employeeTypes = [
  'payroll',
  'newHire',
  'formerPayroll',
  'external',
  'formerExternal',
  'applicant',
  'rejectedApplicant',
] as const

const kinds = new Map<string, EmployeeKind>([
  ['payroll', 'payroll'],
  ['newhire', 'new-hire'],
  ['formerpayroll', 'former'],
  ['external', 'external'],
  ['formerexternal', 'former'],
  ['applicant', 'applicant'],
  ['rejectedapplicant', 'applicant'],
])

/** What kind of employee a type is; `undefined` for one that no one knows. */
export const toKind = (type: string): EmployeeKind | undefined => kinds.get(type.toLowerCase())
