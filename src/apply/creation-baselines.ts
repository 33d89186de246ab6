import type { Baselines, FieldBaseline } from '../domain/baseline.js'
import type { CreateChange } from '../domain/change.js'
import type { DigestValue } from '../domain/digest.js'
import type { FieldName, MappedSection } from '../domain/sections.js'
import type { PolicyOf } from '../plan/field-policy.js'

/**
 * What is settled by a creation: the names and the start date stand in the target as they were sent. Without it, payroll's correction of a name
 * before the next run would be taken for something that was there before.
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
