import type { SourcePath } from '../source/port.js'
import { isFullTimeAmount } from '../domain/pay/pay.js'
import type { Mapping, MappingRow } from './mapping.js'

const paths = (prefix: string, names: string): SourcePath[] =>
  names.split(' ').map((name) => `${prefix}.${name}`)

/**
 * Every path of a person's record that a mapping can name, besides `employee.custom.KEY` (AlexisHR contract,
 * section 5). `employee.ssnCountry` is not documented; a tenant may send it. `employee.ssn` is left out: the
 * identity number is never read.
 */
export const sourcePaths: readonly SourcePath[] = [
  ...paths('employee', 'firstName lastName birthDate ssnCountry nationality gender pronoun age title'),
  ...paths('employee', 'privateEmail privatePhone privatePhoneSanitized'),
  ...paths('employee', 'employeeNumber workEmail workPhone workPhoneSanitized userName'),
  ...paths('employee', 'hireDate endDate employmentCountry division organization hasOccupationalPension'),
  ...paths('employee', 'id companyId userId officeId managerEmployeeId departmentId costCenterId'),
  ...paths('employee.homeAddress', 'street postalCode city country'),
  ...paths('employee.bankAccount', 'bank clearing number iban bic country'),
  ...paths('employee.tax', 'table column'),
  ...paths('employment', 'id startDate endDate effectiveEndDate terminated rate country note typeId'),
  ...paths('employmentType', 'id name vacation country maxMonths'),
  ...paths('compensation', 'id amount effectiveDate baseAmount exchangeRate currency'),
  ...paths('compensation', 'payoutDay payoutPeriod payoutFrequency salarySchedule paidOvertime note'),
]

const known = new Set(sourcePaths)

/** The shape of a path to a custom field of the tenant. */
export const customPath = /^employee\.custom\.[^\s.]+$/

export const isSourcePath = (path: string): boolean => known.has(path) || customPath.test(path)

/**
 * Everything the mapping needs to know about a person: the paths it names, and for a salary the currency and
 * pay period, without which an amount means nothing, and the rate of the employment, without which a
 * full-time one does. Employments are read for it, so only where there may be full-time amounts.
 */
export const pathsUsedBy = (mapping: Mapping): ReadonlySet<SourcePath> => pathsOf(mapping.rows)

/**
 * What is looked at where it comes along, and that nothing is read for: a changed rate beside an unchanged
 * amount is worth a question.
 */
export const incidentalPathsOf = (mapping: Mapping): ReadonlySet<SourcePath> =>
  mapping.sections.has('salary') && !pathsUsedBy(mapping).has('employment.rate')
    ? new Set(['employment.rate'])
    : new Set()

/** The same for some rows of a mapping. */
export const pathsOf = (rows: Mapping['rows']): ReadonlySet<SourcePath> => {
  const used = new Set<SourcePath>()
  for (const { section, source } of rows) {
    if (section === 'salary') used.add('compensation.currency').add('compensation.payoutPeriod')
    if (section === 'salary' && mayBeFullTime(source)) used.add('employment.rate')
    if (source.kind === 'constant') continue
    for (const path of source.from) used.add(path)
    const { transform } = source
    const byName = transform?.name === 'salaryType' && Object.keys(transform.byEmploymentType).length > 0
    if (byName) used.add('employmentType.name')
  }
  return used
}

const mayBeFullTime = (source: MappingRow['source']): boolean => {
  if (source.kind === 'constant') return false
  const { transform, table } = source
  const types = table === undefined ? [] : [...Object.values(table.values)]
  if (transform?.name === 'salaryType')
    types.push(transform.monthly, ...Object.values(transform.byEmploymentType))
  return types.some(isFullTimeAmount)
}
