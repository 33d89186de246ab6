import type { DesiredEmployee } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import { toRate } from '../domain/pay/pay.js'
import type { MappedSection } from '../domain/sections.js'
import type { Values } from '../domain/values.js'
import type { SourceEmployee } from '../source/port.js'
import type { Mapping } from './mapping.js'
import { mapRow, toTransformContext } from './row/map-row.js'
import { isMissing, mapSection, toMissing } from './map-section.js'
import { findingsAbout } from './row/row-findings.js'

/** What of a person counts in mapping them. */
type MappedPart = Pick<SourceEmployee, 'id' | 'companyId' | 'values' | 'compensationDay' | 'odd' | 'issues'>

/** The employee number that `mapEmployee` gives a person with these values; empty when there is none. */
export const mapEmployeeNumber = (
  { values, odd }: Pick<SourceEmployee, 'values' | 'odd'>,
  mapping: Mapping,
  { timeZone }: { timeZone: string },
): string => {
  const row = mapping.rowOf('personalInfo', 'EmployeeNumber')
  const result = row && mapRow(row, values, toTransformContext(values, timeZone), odd)
  return result !== undefined && 'value' in result ? result.value : ''
}

/** The values that `mapEmployee` gives one section, of a person in whom the source has no doubt. */
export const mapEmployeeSection = (
  section: MappedSection,
  employee: Pick<SourceEmployee, 'id' | 'values'>,
  mapping: Mapping,
  { timeZone }: { timeZone: string },
): Values | undefined => {
  const { id, values } = employee
  const context = toTransformContext(values, timeZone)
  const results = mapping.rowsOf(section).map((row) => mapRow(row, values, context))
  return results.length === 0 ? undefined : mapSection(section, results, values, findingsAbout(id)).values
}

/**
 * What should be in the target for one person. Problems with their data are findings, never exceptions. A
 * section with a bad value that must be written whole is held and left out; a section that only the source's
 * own doubt holds keeps its values. `timeZone` says which day a moment falls on.
 */
export const mapEmployee = (
  employee: MappedPart,
  mapping: Mapping,
  { timeZone }: { timeZone: string },
): DesiredEmployee => {
  const { values, odd } = employee
  const context = toTransformContext(values, timeZone)
  const about = findingsAbout(employee.id)
  const sections: Partial<Record<MappedSection, Values>> = {}
  const heldSections = new Set<MappedSection>()
  const unsureSections = new Set<MappedSection>()
  const findings: Finding[] = []
  const missing: DesiredEmployee['missing'][number][] = []
  for (const section of mapping.sections) {
    const results = mapping.rowsOf(section).map((row) => mapRow(row, values, context, odd))
    const mapped = mapSection(section, results, values, about)
    if (mapped.values !== undefined) sections[section] = mapped.values
    if (mapped.held) heldSections.add(section)
    if (mapped.unsure === true) unsureSections.add(section)
    // Nothing is missing without a finding.
    if (mapped.findings.length === 0) continue
    missing.push(...results.filter(isMissing).map((result) => toMissing(result, odd)))
    findings.push(...mapped.findings)
  }
  const salaryHeldFrom = heldSections.has('salary') ? employee.compensationDay : undefined
  const issues = employee.issues.filter(
    ({ section, code }) =>
      mapping.sections.has(section) && !(code === 'date-time-unclear' && unsureSections.has(section)),
  )
  for (const { section } of issues.filter(({ holds }) => holds)) heldSections.add(section)
  for (const { section, code } of issues) if (code === 'date-time-unclear') unsureSections.add(section)
  findings.push(...issues.map(about.fromSource))
  const rate = mapping.sections.has('salary') ? toRate(values['employment.rate']) : undefined
  const salaryIsDoubtful = issues.some(({ section, holds }) => holds && section === 'salary')
  return {
    sourceId: employee.id,
    sourceCompanyId: employee.companyId,
    displayName: toDisplayName(employee, sections.personalInfo),
    sections,
    missing,
    heldSections,
    ...(salaryHeldFrom === undefined || salaryIsDoubtful ? {} : { salaryHeldFrom }),
    ...(unsureSections.size === 0 ? {} : { unsureSections }),
    ...(rate === undefined ? {} : { rate }),
    findings,
  }
}

const toDisplayName = (employee: MappedPart, personalInfo: Values | undefined): string => {
  const names = [personalInfo?.FirstName, personalInfo?.LastName].filter((name) => name !== undefined)
  return names.length === 0 ? employee.id : names.join(' ')
}
