import type { Mapping } from '../../mapping/mapping.js'
import { normaliseForComparison } from '../../mapping/normalise.js'
import { findFieldType, type FieldName, type MappedSection } from '../../domain/sections.js'
import type { FieldPolicy, PolicyOf } from '../../plan/sections/field-policy.js'

/**
 * How each field is compared and what drift means for it, as the mapping says; fields that are not mapped
 * compare by their type.
 */
export const toPolicyOf = (mapping: Mapping): PolicyOf => {
  const known = new Map<string, FieldPolicy>()
  return (section, field) => {
    const key = `${section}.${field}`
    const policy = known.get(key) ?? toPolicy(mapping, section, field)
    known.set(key, policy)
    return policy
  }
}

const toPolicy = (mapping: Mapping, section: MappedSection, field: FieldName): FieldPolicy => {
  const row = mapping.rowOf(section, field)
  const type = row?.normalise ?? findFieldType(section, field) ?? 'text'
  return {
    onDrift: row?.onDrift ?? 'report',
    normalise: (value) => normaliseForComparison(type, value),
    ...(row === undefined ? {} : { whenEmpty: row.whenEmpty }),
  }
}
