import type { DesiredEmployee } from '../domain/employee.js'
import type { Finding } from '../domain/finding.js'
import { isWholeSection, type FieldName, type MappedSection } from '../domain/sections.js'
import type { FieldValue, Values } from '../domain/values.js'
import type { SourceEmployee } from '../source/port.js'
import { checkBankAccount, checkSalary } from './file/check-money-sections.js'
import type { RowResult } from './row/map-row.js'
import type { PersonFindings } from './row/row-findings.js'

/**
 * What became of one section: its values (none when there is nothing to say), whether it is held, whether it
 * is not sure what they mean, and what was found.
 */
export interface MappedOutcome {
  values: Values | undefined
  held: boolean
  unsure?: true
  findings: readonly Finding[]
}

type Unusable = Extract<RowResult, { kind: 'unusable' }>
type Empty = Extract<RowResult, { kind: 'empty' }>

const isUnusable = (result: RowResult): result is Unusable => result.kind === 'unusable'
const isEmpty = (result: RowResult): result is Empty => result.kind === 'empty'
export const isMissing = (result: RowResult): result is Unusable | Empty =>
  result.row.required && (isUnusable(result) || isEmpty(result))

export const toMissing = (
  result: Unusable | Empty,
  odd: SourceEmployee['odd'] = {},
): DesiredEmployee['missing'][number] => ({
  section: result.row.section,
  field: result.row.field,
  source: result.kind === 'empty' ? result.paths.join(' or ') : result.path,
  ...(result.kind === 'unusable' && result.path in odd ? { isOdd: true as const } : {}),
})

/**
 * What one section's rows make together. A section that must be written whole is held when a value of it
 * cannot be used. `source` holds the values the rows were applied to.
 */
export const mapSection = (
  section: MappedSection,
  results: readonly RowResult[],
  source: SourceEmployee['values'],
  about: PersonFindings,
): MappedOutcome => {
  const findings = results.some(isDoubtful) ? findingsOf(results, about) : noFindings
  const values = collectValues(results)
  const unsure = results.some(isUnsure) ? { unsure: true as const } : {}
  if (!isWholeSection(section)) return { values, held: false, ...unsure, findings }
  if (results.some(isUnusable)) return { values: undefined, held: true, findings }
  if (values === undefined) return { values, held: false, findings }
  const wrong = checkWhole(section, values, source, about)
  return wrong.length === 0
    ? { values, held: false, ...unsure, findings }
    : { values: undefined, held: true, findings: [...findings, ...wrong] }
}

/** Nearly no one has anything doubtful. */
const isDoubtful = (result: RowResult): boolean => isUnusable(result) || isMissing(result) || isUnsure(result)
const isUnsure = (result: RowResult): boolean => result.kind === 'value' && result.unsure !== undefined
const noFindings: readonly Finding[] = []

const findingsOf = (results: readonly RowResult[], about: PersonFindings): Finding[] => [
  ...results.filter(isUnusable).map(about.unusable),
  ...results.flatMap((result) =>
    result.kind === 'value' && result.unsure !== undefined ? [about.unsure(result, result.unsure)] : [],
  ),
  ...results.filter(isEmpty).filter(isMissing).map(about.missing),
]

/**
 * The values of a section; `undefined` when the source says nothing about it. Constants only accompany
 * values: a bank account with nothing but its type does not count.
 */
const collectValues = (results: readonly RowResult[]): Values | undefined => {
  const isSaid = results.some(({ kind }) => kind === 'value')
  const values: Partial<Record<FieldName, string>> = {}
  let isNothing = true
  for (const result of results) {
    const value = valueIn(result, isSaid)
    if (value === undefined) continue
    values[result.row.field] = value
    isNothing = false
  }
  return isNothing ? undefined : values
}

const valueIn = (result: RowResult, isSaid: boolean): FieldValue | undefined => {
  switch (result.kind) {
    case 'value':
      return result.value
    case 'constant':
      return isSaid ? result.value : undefined
    case 'empty':
      return result.row.whenEmpty === 'clear' ? '' : undefined
    case 'unusable':
      return undefined
  }
}

const checkWhole = (
  section: MappedSection,
  values: Values,
  source: SourceEmployee['values'],
  about: PersonFindings,
): Finding[] => {
  switch (section) {
    case 'bankAccount':
      return checkBankAccount(values, about)
    case 'salary':
      return checkSalary(values, source, about)
    case 'personalInfo':
    case 'address':
    case 'employment':
      return []
  }
}
