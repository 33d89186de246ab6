import type { FieldName } from './sections.js'

/**
 * One value in its canonical spelling, the same what transport carries it:
 * dates `YYYY-MM-DD`, decimals in plain notation without trailing zeros (`4175.5`), integers as digits,
 * countries as two upper-case letters, everything else as text. The empty text means the field is empty.
 * Money and dates stay text so that no floating point and no time zone can touch them.
 */
export type FieldValue = string

/** Values by field. A field that is absent is not looked at: not mapped, or nothing to say about it. */
export type Values = Readonly<Partial<Record<FieldName, FieldValue>>>

/** The names of the fields present, in a fixed order. */
export const fieldsIn = (values: Values): FieldName[] => (Object.keys(values) as FieldName[]).sort()

/** The values of the named fields only; a name that is absent stays absent. */
export const pickValues = (values: Values, fields: readonly FieldName[]): Values => {
  const picked: Partial<Record<FieldName, FieldValue>> = {}
  for (const field of fields) {
    const value = values[field]
    if (value !== undefined) picked[field] = value
  }
  return picked
}
