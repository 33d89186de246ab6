import { findFieldType, isWholeSection, type FieldName, type MappedSection } from '../../domain/sections.js'
import type { MappingRow } from '../mapping.js'
import { readRowSource } from './row-source.js'
import type { Report, RowPlace } from './row-place.js'
import type { RawRow } from '../file/schema.js'
import type { Remark } from '../../yaml/describe-issues.js'
import type { KeyPath } from '../../yaml/key-path.js'

/**
 * Builds the rule of one field. Everything wrong with it is reported; a row with anything wrong gives
 * `undefined`.
 */
export const buildRow = (
  section: MappedSection,
  field: FieldName,
  raw: RawRow,
  report: Report,
): MappingRow | undefined => {
  const type = findFieldType(section, field)
  if (type === undefined) return undefined
  const place = { section, field, type }
  const remarks: [KeyPath, Remark][] = []
  const note: Report = (at, remark) => {
    remarks.push([at, remark])
  }
  checkPolicies(place, raw, note)
  const source = readRowSource(place, raw, note)
  for (const [at, remark] of remarks) report(at, remark)
  if (remarks.length > 0 || source === undefined) return undefined
  return {
    ...place,
    source,
    required: raw.required ?? false,
    whenEmpty: raw.whenEmpty ?? 'keep',
    onDrift: raw.onDrift ?? 'report',
    normalise: raw.normalise ?? type,
  }
}

const checkPolicies = ({ section, type }: RowPlace, raw: RawRow, note: Report): void => {
  if (raw.required === true && raw.const !== undefined) {
    note(['required'], { expected: 'no required on a constant, which is always there' })
  }
  if (raw.whenEmpty === 'clear' && isWholeSection(section) && section !== 'address') {
    note(['whenEmpty'], { expected: `keep; ${section} is written whole and never emptied` })
  }
  if (raw.whenEmpty === 'clear' && raw.required === true) {
    note(['whenEmpty'], { expected: 'keep; a required value is never cleared' })
  }
  if (raw.normalise !== undefined && type !== 'text' && type !== 'phone' && type !== 'email') {
    note(['normalise'], { expected: `nothing; a field of type ${type} is compared as such` })
  }
}
