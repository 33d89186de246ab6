import type { Baselines, FieldBaseline } from '../domain/baseline.js'
import type { CreateChange, UpdateChange } from '../domain/change.js'
import type { DigestValue } from '../domain/digest.js'
import type { FieldName, MappedSection } from '../domain/sections.js'
import { fieldsIn } from '../domain/values.js'
import type { PolicyOf } from '../plan/sections/field-policy.js'

/**
 * What is settled by a creation: the names and the start date stand in the target as they were sent. Without
 * it, payroll's correction of a name before the next run would be taken for something that was there before.
 */
export const toSentBaselines = (
  { subject, firstName, lastName, startDate }: CreateChange,
  { policyOf, digest }: { policyOf: PolicyOf; digest: DigestValue },
): Baselines => {
  const toBaseline = (section: MappedSection, field: FieldName, value: string): FieldBaseline => {
    const sent = digest(subject, field, policyOf(section, field).normalise(value))
    return { sent, seen: sent }
  }
  return {
    personalInfo: {
      fields: {
        FirstName: toBaseline('personalInfo', 'FirstName', firstName),
        LastName: toBaseline('personalInfo', 'LastName', lastName),
      },
    },
    employment: {
      fields: { InitialStartDate: toBaseline('employment', 'InitialStartDate', startDate) },
    },
  }
}

/**
 * The parts of an old address that a write empties beside what the source says. Nothing is settled about
 * them, so that the intent alone can tell later that they were to be empty.
 */
export const toEmptied = (
  { subject, section, alongside = {} }: UpdateChange,
  { policyOf, digest }: { policyOf: PolicyOf; digest: DigestValue },
): { sent?: Baselines } => {
  const parts = section === 'address' ? fieldsIn(alongside).filter((field) => alongside[field] === '') : []
  if (parts.length === 0) return {}
  const fields: Partial<Record<FieldName, FieldBaseline>> = {}
  for (const field of parts) {
    const empty = digest(subject, field, policyOf('address', field).normalise(''))
    fields[field] = { sent: empty, seen: empty }
  }
  return { sent: { address: { fields } } }
}
