import type { AmbiguousRows, TargetEmployee } from '../../domain/employee.js'
import { fieldNamesOf, type FieldName, type MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'

/**
 * The fields in which one of the other records holds something else. Rows that say the same are no reason to
 * ask which counts.
 */
export const differingFields = (
  section: MappedSection,
  values: Values,
  others: readonly Values[],
): FieldName[] =>
  others.length === 0
    ? []
    : fieldNamesOf(section).filter((field) =>
        others.some((other) => (other[field] ?? '') !== (values[field] ?? '')),
      )

type Found = { [Key in keyof AmbiguousRows]: AmbiguousRows[Key] | undefined }

/** What is ambiguous of an employee; nothing at all for nearly everyone. */
export const toAmbiguous = (found: Found): Pick<TargetEmployee, 'ambiguous'> => {
  const some = Object.entries(found).filter(([, texts]) => texts !== undefined && texts.length > 0)
  return some.length === 0 ? {} : { ambiguous: Object.fromEntries(some) }
}
