import type { SectionBaseline } from '../../domain/baseline.js'
import type { DigestValue } from '../../domain/digest.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { wasSeen, type SeenIdentity } from '../../domain/link.js'
import type { FieldName } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import { sameValue } from '../sections/diff-fields.js'
import type { PolicyOf } from '../sections/field-policy.js'
import { isToRestore } from '../restore-mark.js'
import { compareIdentity, identityFields, isAnotherPerson } from './compare-identity.js'

/** Why names and a birth date wait for someone. */
export type IdentityReason = 'identity-changed' | 'identity-first-contact'

export interface IdentityQuestion {
  subject: SourceEmployeeId
  /** What payroll holds; a field that is left out was not looked at. */
  before: Values
  /** What would be written over it. */
  after: Values
  baseline: SectionBaseline | undefined
  /** A rule found the pair, so that no one looked at the two people. */
  linkedByRule: boolean
  /** What someone saw who connected the pair by hand. */
  seenIdentity?: SeenIdentity | undefined
}

interface IdentityRules {
  policyOf: PolicyOf
  digest: DigestValue
}

/**
 * Why a write of names or a birth date waits, the weightiest reason first; empty when it makes no one another
 * person.
 */
export const findIdentityReasons = (question: IdentityQuestion, rules: IdentityRules): IdentityReason[] => {
  const { before, linkedByRule } = question
  const written = findWritten(question, rules)
  const open = written.filter((field) => isOpen(field, question, rules))
  // What someone saw who connected the two by hand is written on first contact: they looked at both people.
  const isSettledByEye = (field: FieldName): boolean =>
    !linkedByRule && isFirst(field, question) && wasLookedAt(field, question, rules)
  const judged = written.filter((field) => !isSettledByEye(field))
  // Between the word and the first contact the source may have come to mean someone else.
  const unseen = open.filter((field) => linkedByRule || (isFirst(field, question) && !isSettledByEye(field)))
  return [
    ...(isAnotherPerson(before, withAfter(question, judged)) && judged.some((field) => !open.includes(field))
      ? (['identity-changed'] as const)
      : []),
    ...(differsIn(before, withAfter(question, written), unseen) ? (['identity-first-contact'] as const) : []),
  ]
}

const findWritten = ({ before, after }: IdentityQuestion, { policyOf }: IdentityRules): FieldName[] =>
  identityFields.filter((field) => {
    const wanted = after[field]
    return wanted !== undefined && !sameValue(policyOf('personalInfo', field), wanted, before[field] ?? '')
  })

const withAfter = ({ before, after }: IdentityQuestion, fields: readonly FieldName[]): Values => ({
  ...before,
  ...Object.fromEntries(fields.map((field) => [field, after[field]])),
})

/** A prefix is settled with the last name, where it never was on its own. */
const settledName = (field: FieldName, { baseline }: IdentityQuestion): FieldName =>
  field === 'Prefix' && baseline?.fields.Prefix === undefined ? 'LastName' : field

const isFirst = (field: FieldName, question: IdentityQuestion): boolean =>
  question.baseline?.fields[settledName(field, question)] === undefined

const wasLookedAt = (
  field: FieldName,
  { subject, after, seenIdentity }: IdentityQuestion,
  { digest }: IdentityRules,
): boolean => wasSeen(seenIdentity, { subject, field, value: after[field] }, digest)

/**
 * Both sides never agreed on it: it is the first contact, or payroll's value has stood beside another one
 * since then.
 */
const isOpen = (field: FieldName, question: IdentityQuestion, { digest }: IdentityRules): boolean => {
  const name = settledName(field, question)
  const settled = question.baseline?.fields[name]
  if (settled === undefined) return true
  return settled.sent !== settled.seen && !isToRestore(question.subject, name, settled, digest)
}

/** Whether one of these fields is part of what makes the two sides differ. */
const differsIn = (held: Values, wanted: Values, fields: readonly FieldName[]): boolean => {
  const difference = compareIdentity(held, wanted)
  return fields.some((field) => {
    if (field === 'FirstName') return difference.firstName
    return field === 'Birthday' ? difference.birthDate : difference.lastName
  })
}
