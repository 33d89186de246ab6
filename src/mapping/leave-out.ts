import type { FieldName, MappedSection } from '../domain/sections.js'
import { buildMapping, type Mapping } from './mapping.js'

/** A field, by the section it stands in. */
export interface FieldPlace {
  section: MappedSection
  field: FieldName
}

/** `personalInfo.Title`, as the mapping file would write its path. */
export const sayPlace = ({ section, field }: FieldPlace): string => `${section}.${field}`

/** Which of the fields have a rule. */
export const findMapped = (mapping: Mapping, places: readonly FieldPlace[]): readonly FieldPlace[] =>
  places.filter(({ section, field }) => mapping.rowOf(section, field) !== undefined)

/**
 * The mapping without the rules of fields that a transport does not carry: they are neither compared nor
 * sent, and what is known of them stays.
 */
export const leaveOut = (mapping: Mapping, places: readonly FieldPlace[]): Mapping => {
  const left = new Set(findMapped(mapping, places).map(sayPlace))
  return left.size === 0 ? mapping : buildMapping(mapping.rows.filter((row) => !left.has(sayPlace(row))))
}
