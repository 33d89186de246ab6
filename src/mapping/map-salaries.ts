import type { DesiredSalary, SalaryRow } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import type { Values } from '../domain/values.js'
import type { SourceCompensation, SourceEmployee, SourcePath } from '../source/port.js'
import { mapRow, toTransformContext } from './row/map-row.js'
import { mapSection } from './map-section.js'
import type { Mapping } from './mapping.js'
import { pathsOf } from './source-paths.js'
import { findingsAbout, type PersonFindings } from './row/row-findings.js'

/** What of a person is needed to map their other compensations. */
export type Compensated = Pick<SourceEmployee, 'id' | 'companyId' | 'values'> & {
  /** When the current one starts. */
  compensationDay: string | undefined
}

/** Where the start of a salary comes from when a person's compensations are a history of salaries. */
const historyPath = 'compensation.effectiveDate'

/**
 * Whether each compensation stands for a salary of its own. Not when the start is taken from elsewhere: then
 * all of them would start on one day, and only the current one means something.
 */
export const hasSalaryHistory = (mapping: Mapping): boolean => {
  const source = mapping.rowOf('salary', 'Start')?.source
  return source?.kind === 'source' && source.from.length === 1 && source.from[0] === historyPath
}

/**
 * What should be in the target for a person's compensations besides the current one, in the order in which
 * they start. Two that start on one day are one that cannot be used, unless one of them is the current one,
 * which then counts. `timeZone` says which day a moment falls on.
 */
export const mapOtherSalaries = (
  employee: Compensated,
  compensations: readonly SourceCompensation[],
  mapping: Mapping,
  { timeZone }: { timeZone: string },
): readonly DesiredSalary[] => {
  if (!hasSalaryHistory(mapping)) return []
  const about = findingsAbout(employee.id, heldFromThere)
  const byDay = new Map<string, SourceCompensation[]>()
  for (const one of compensations) {
    if (one.effectiveDay === employee.compensationDay) continue
    byDay.set(one.effectiveDay, [...(byDay.get(one.effectiveDay) ?? []), one])
  }
  return [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([start, ofDay]) => {
      const [only, ...twins] = ofDay
      if (only !== undefined && twins.length === 0) return mapOne(only, employee, mapping, timeZone)
      return { start, row: undefined, findings: [about.fromSource(ambiguous)] }
    })
}

const heldFromThere = 'that salary and later ones are not sent'
const ambiguous = { code: 'compensation-ambiguous', section: 'salary', holds: true } as const
const otherCompany = { code: 'source-company-mismatch', section: 'salary', holds: true } as const

const unsure = { code: 'date-time-unclear', section: 'salary', holds: true } as const

const mapOne = (
  { effectiveDay: start, companyId, values, problems }: SourceCompensation,
  employee: Compensated,
  mapping: Mapping,
  timeZone: string,
): DesiredSalary => {
  const about = findingsAbout(employee.id, heldFromThere)
  const held = (findings: readonly Finding[]): DesiredSalary => ({ start, row: undefined, findings })
  if (companyId !== undefined && companyId !== employee.companyId)
    return held([about.fromSource(otherCompany)])
  if (problems.length > 0) return held([unreadable(problems, about)])
  const source = { ...withoutCompensation(employee.values), ...values }
  const context = toTransformContext(source, timeZone)
  const results = mapping.rowsOf('salary').map((row) => mapRow(row, source, context))
  const mapped = mapSection('salary', results, source, about)
  if (mapped.unsure === true) return held([about.fromSource(unsure)])
  const row = toSalaryRow(mapped.values)
  return row === undefined || mapped.findings.length > 0 ? held(mapped.findings) : { start, row }
}

const toSalaryRow = (values: Values | undefined): SalaryRow | undefined => {
  const { Value, Type, Start } = values ?? {}
  return Value === undefined || Type === undefined || Start === undefined ? undefined : { Value, Type, Start }
}

/** What the current compensation says must not stand in for what another one leaves open. */
const withoutCompensation = (values: SourceEmployee['values']): SourceEmployee['values'] =>
  Object.fromEntries(Object.entries(values).filter(([path]) => !path.startsWith('compensation.')))

/** A person whose other compensations cannot be placed in time: the current one and later ones are held. */
export const toUnplaceable = ({ id, compensationDay }: Compensated): DesiredSalary => ({
  start: compensationDay ?? '',
  row: undefined,
  findings: [unreadable(['compensation: not all of them could be read'], findingsAbout(id, heldFromThere))],
})

/** The paths besides those of a compensation that salaries are made from. */
export const salaryPaths = (mapping: Mapping): readonly SourcePath[] =>
  [...pathsOf(mapping.rowsOf('salary'))].filter(
    // The rate is asked of the current employment, not of the salary.
    (path) => !path.startsWith('compensation.') && path !== 'employment.rate',
  )

const unreadable = (problems: readonly string[], about: PersonFindings): Finding =>
  about.tell('source-record-unreadable/compensation', 'salary', undefined, {
    problems: problems.join('; '),
    held: heldFromThere,
  })
