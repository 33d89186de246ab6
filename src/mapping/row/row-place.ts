import type { FieldName, FieldType, MappedSection } from '../../domain/sections.js'
import type { Remark } from '../../yaml/describe-issues.js'
import type { KeyPath } from '../../yaml/key-path.js'

/** The field a row is about. */
export interface RowPlace {
  section: MappedSection
  field: FieldName
  type: FieldType
}

/** Says what is wrong at a place inside the row. */
export type Report = (at: KeyPath, remark: Remark) => void
