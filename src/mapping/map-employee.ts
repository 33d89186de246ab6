import type { DesiredEmployee } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import { isWholeSection, type FieldName, type MappedSection } from '../domain/sections.js'
import type { Values } from '../domain/values.js'
import type { SourceEmployee } from '../source/port.js'
import { checkBankAccount, checkSalary } from './check-money-sections.js'
import type { Mapping } from './mapping.js'
import { mapRow, type RowResult } from './map-row.js'
import { findingsAbout, type PersonFindings } from './row-findings.js'
import type { TransformContext } from './transforms/catalogue.js'

/** What became of one section: its values (none when there is nothing to say), whether it is held, and what was found. */
interface MappedValues {
  values: Values | undefined
  held: boolean
  findings: readonly Finding[]
}

/**
 * What should be in the target for one person. Problems with his data are findings, never exceptions. A section with a bad value
 * that must be written whole is held and left out; a section that only the source's own doubt holds keeps its values.
 * `timeZone` says which day a moment falls on.
 */
export const mapEmployee = (
  employee: SourceEmployee,
  mapping: Mapping,
  { timeZone }: { timeZone: string },
): DesiredEmployee => {
  const { values } = employee
  const context: TransformContext = { timeZone, employmentTypeName: values['employmentType.name'] }
  const about = findingsAbout(employee.id)
  const sections: Partial<Record<MappedSection, Values>> = {}
  const heldSections = new Set<MappedSection>()
  const findings: Finding[] = []
  const missing: DesiredEmployee['missing'][number][] = []
  for (const section of mapping.sections) {
    const results = mapping.rowsOf(section).map((row) => mapRow(row, values, context))
    const mapped = mapSection(section, results, employee, about)
    if (mapped.values !== undefined) sections[section] = mapped.values
    if (mapped.held) heldSections.add(section)
    missing.push(...results.filter(isMissing).map(toMissing))
    findings.push(...mapped.findings)
  }
  const issues = employee.issues.filter(({ section }) => mapping.sections.has(section))
  for (const { section } of issues.filter(({ holds }) => holds)) heldSections.add(section)
  findings.push(...issues.map(about.fromSource))
  return {
    sourceId: employee.id,
    sourceCompanyId: employee.companyId,
    displayName: toDisplayName(employee, sections.personalInfo),
    sections,
    missing,
    heldSections,
    findings,
  }
}

type Unusable = Extract<RowResult, { kind: 'unusable' }>
type Empty = Extract<RowResult, { kind: 'empty' }>

const isUnusable = (result: RowResult): result is Unusable => result.kind === 'unusable'
const isEmpty = (result: RowResult): result is Empty => result.kind === 'empty'
const isMissing = (result: RowResult): result is Unusable | Empty =>
  result.row.required && (isUnusable(result) || isEmpty(result))

const toMissing = (result: Unusable | Empty): DesiredEmployee['missing'][number] => ({
  section: result.row.section,
  field: result.row.field,
  source: result.kind === 'empty' ? result.paths.join(' or ') : result.path,
})

const mapSection = (
  section: MappedSection,
  results: readonly RowResult[],
  employee: SourceEmployee,
  about: PersonFindings,
): MappedValues => {
  const findings = [
    ...results.filter(isUnusable).map(about.unusable),
    ...results.filter(isEmpty).filter(isMissing).map(about.missing),
  ]
  const values = collectValues(results)
  if (!isWholeSection(section)) return { values, held: false, findings }
  if (results.some(isUnusable)) return { values: undefined, held: true, findings }
  if (values === undefined) return { values, held: false, findings }
  const wrong = checkWhole(section, values, employee, about)
  return wrong.length === 0
    ? { values, held: false, findings }
    : { values: undefined, held: true, findings: [...findings, ...wrong] }
}

/**
 * The values of a section; `undefined` when the source says nothing about it. Constants only accompany values: a bank account
 * that is nothing but its type is none.
 */
const collectValues = (results: readonly RowResult[]): Values | undefined => {
  const isSaid = results.some(({ kind }) => kind === 'value')
  const values: Partial<Record<FieldName, string>> = {}
  for (const result of results) {
    const { field, whenEmpty } = result.row
    if (result.kind === 'value' || (result.kind === 'constant' && isSaid)) values[field] = result.value
    if (result.kind === 'empty' && whenEmpty === 'clear') values[field] = ''
  }
  return Object.keys(values).length === 0 ? undefined : values
}

const checkWhole = (
  section: MappedSection,
  values: Values,
  employee: SourceEmployee,
  about: PersonFindings,
): Finding[] => {
  switch (section) {
    case 'bankAccount':
      return checkBankAccount(values, about)
    case 'salary':
      return checkSalary(values, employee.values, about)
    case 'personalInfo':
    case 'address':
    case 'employment':
      return []
  }
}

const toDisplayName = (employee: SourceEmployee, personalInfo: Values | undefined): string => {
  const names = [personalInfo?.FirstName, personalInfo?.LastName].filter((name) => name !== undefined)
  return names.length === 0 ? employee.id : names.join(' ')
}
