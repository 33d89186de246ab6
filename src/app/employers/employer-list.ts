import { parseList } from '../../access/import/parse-list.js'
import type { PeriodType } from '../../domain/pay/payroll-period.js'
import { ConfigError, type Problem } from '../../domain/errors.js'

/** A company pair as the configuration writes it. */
export interface EmployerCompany {
  alexisCompanyId: string
  nmbrsCompanyId: string
  nmbrsCompanyName: string
  payrollPeriod?: PeriodType
}

/** One employer to be added: the name of its connection, and its companies. */
export interface Employer {
  name: string
  companies: readonly EmployerCompany[]
}

/**
 * The columns of a list of employers, with what may stand over each; `connection companies --csv` writes the
 * first of them.
 */
export const employerColumns = {
  name: { headers: ['Connection', 'Name'], required: true },
  alexisCompanyId: { headers: ['AlexisHR company id', 'alexisCompanyId'], required: true },
  nmbrsCompanyId: { headers: ['Nmbrs company id', 'nmbrsCompanyId'], required: true },
  nmbrsCompanyName: { headers: ['Nmbrs company name', 'nmbrsCompanyName'], required: true },
} as const

type Column = keyof typeof employerColumns
const columns = Object.keys(employerColumns) as Column[]

/**
 * Reads a list of employers: a line for each company, and the lines with one name are one connection. Lines
 * without a name are left out: someone emptied it to leave that company out. Throws `ConfigError` with every
 * problem and its line.
 */
export const parseEmployers = (file: string, bytes: Uint8Array): readonly Employer[] => {
  const { rows } = parseList<Column>(file, bytes, employerColumns)
  const problems: Problem[] = []
  const companies = new Map<string, EmployerCompany[]>()
  for (const { line, cells } of rows) {
    const { name = '', alexisCompanyId = '', nmbrsCompanyId = '', nmbrsCompanyName = '' } = cells
    if (name === '') continue
    for (const column of columns)
      if ((cells[column] ?? '') === '')
        problems.push({
          severity: 'error',
          file,
          line,
          key: employerColumns[column].headers[0],
          expected: 'a text in every line that has a connection',
          found: 'nothing',
        })
    const company = { alexisCompanyId, nmbrsCompanyId, nmbrsCompanyName }
    companies.set(name, [...(companies.get(name) ?? []), company])
  }
  if (problems.length > 0)
    throw new ConfigError(`${file} cannot be used as a list of employers`, problems, {
      remedy: 'nmbrs-sync connection add --csv FILE',
    })
  return [...companies].map(([name, all]) => ({ name, companies: all }))
}
