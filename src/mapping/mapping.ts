import stringify from 'safe-stable-stringify'

import { mappedSections, type FieldName, type FieldType, type MappedSection } from '../domain/sections.js'
import type { FieldValue } from '../domain/values.js'
import type { SourcePath } from '../source/port.js'
import type { Normalisation } from './normalise.js'
import type { Transform } from './transforms/catalogue.js'

/** What happens when the target's value moved away from what was last sent. */
export const driftPolicies = ['report', 'restore', 'adopt'] as const
export type DriftPolicy = (typeof driftPolicies)[number]

/** What an empty source value does to the target: nothing, or empty the field there. */
export const emptyPolicies = ['keep', 'clear'] as const
export type EmptyPolicy = (typeof emptyPolicies)[number]

/** A table of values: what the source says, in folded spelling, and what it stands for. */
export interface ValueTable {
  values: Readonly<Record<string, string>>
  /** What becomes of a value the table does not list: refused as a problem, or kept as it is. */
  unlisted: 'refuse' | 'keep'
}

/** Where a field's value comes from. Of several paths the first with a value counts. */
export type RowSource =
  | { kind: 'constant'; value: FieldValue }
  | {
      kind: 'source'
      from: readonly [SourcePath, ...SourcePath[]]
      table: ValueTable | undefined
      transform: Transform | undefined
    }

/** The rule of one field. */
export interface MappingRow {
  section: MappedSection
  field: FieldName
  type: FieldType
  source: RowSource
  /** A person without a usable value here is blocked. */
  required: boolean
  whenEmpty: EmptyPolicy
  onDrift: DriftPolicy
  normalise: Normalisation
}

/** The field rules of one connection. */
export interface Mapping {
  rows: readonly MappingRow[]
  /** The sections that have a rule. */
  sections: ReadonlySet<MappedSection>
  /** The rule of a field; `undefined` when the field is not mapped. */
  rowOf(section: MappedSection, field: FieldName): MappingRow | undefined
  rowsOf(section: MappedSection): readonly MappingRow[]
  fieldsOf(section: MappedSection): readonly FieldName[]
  /** Equal texts mean equal rules, in any layout or order of the file. */
  fingerprint: string
}

const byName = (left: MappingRow, right: MappingRow): number => {
  const [a, b] = [`${left.section}.${left.field}`, `${right.section}.${right.field}`]
  return a < b ? -1 : a > b ? 1 : 0
}

/** Makes a mapping of checked rows. */
export const buildMapping = (rows: readonly MappingRow[]): Mapping => {
  const byField = new Map(rows.map((row) => [`${row.section}.${row.field}`, row]))
  const bySection = new Map(
    mappedSections.map((section) => [section, rows.filter((row) => row.section === section)]),
  )
  const rowsOf = (section: MappedSection): readonly MappingRow[] => bySection.get(section) ?? []
  return {
    rows,
    sections: new Set(rows.map((row) => row.section)),
    rowOf: (section, field) => byField.get(`${section}.${field}`),
    rowsOf,
    fieldsOf: (section) => rowsOf(section).map((row) => row.field),
    fingerprint: stringify(rows.toSorted(byName)),
  }
}
