import type { Seals } from '../domain/baseline.js'
import type { DesiredEmployee, TargetEmployee } from '../domain/employee.js'
import { findActual, findDesired } from '../domain/packed/packed-people.js'
import { unpackValues, type PackedValues } from '../domain/packed/packed-values.js'
import { sealPacked } from './sections/diff-fields.js'
import type { Pairing } from './match/pairing.js'
import { toFirstDay } from './salary/pay-as-said.js'
import { splitLater } from './salary/said-salaries.js'
import { sealSalary, type SealRules } from './salary/seal-salary.js'

/** What is known of a person before anything of them is looked at closely. */
export interface SettledQuestion {
  person: DesiredEmployee
  pairing: Pairing | undefined
  target: TargetEmployee | undefined
  seals: Seals
  /** An earlier run left a write of this person open, or their bank accounts were read now. */
  wantsLook: boolean
}

/**
 * The sections whose both sides are known for everyone. Bank accounts are read apart, and a look at them is
 * wanted when they were.
 */
const sealedSections = ['personalInfo', 'address', 'employment', 'salary'] as const

/**
 * Whether nothing moved on either side since all of this person was settled, so that there is nothing to plan
 * and nothing to say. Any doubt is a no: then they are planned, which finds the same in the long way.
 */
export const isSettled = (
  { person, pairing, target, seals, wantsLook }: SettledQuestion,
  rules: SealRules,
): boolean => {
  if (wantsLook || pairing?.kind !== 'connected' || pairing.isNew || target === undefined) return false
  if (person.findings.length > 0 || target.ambiguous !== undefined) return false
  return sealedSections.every((section) => isSectionSettled(section, person, target, seals[section], rules))
}

const isSectionSettled = (
  section: (typeof sealedSections)[number],
  person: DesiredEmployee,
  target: TargetEmployee,
  seal: string | undefined,
  rules: SealRules,
): boolean => {
  const desired = findDesired(person, section)
  if (person.heldSections.has(section)) return true
  // Payroll may go on paying a salary that the source no longer has, and one may be due that it has not yet.
  if (desired === undefined)
    return section !== 'salary' || (seal === undefined && splitLater(person.sourceId, rules).due.length === 0)
  if (seal === undefined) return false
  if (section === 'salary') return seal === sealCurrentSalary(person, desired, target, rules)
  const actual = findActual(target, section)
  return actual !== undefined && seal === sealPacked(person.sourceId, section, desired, actual, rules.digest)
}

const sealCurrentSalary = (
  person: DesiredEmployee,
  desired: PackedValues,
  target: TargetEmployee,
  rules: SealRules,
): string | undefined => {
  const { salaries } = target
  if (salaries === undefined) return undefined
  const firstDay = rules.pay.beforeEmployment === 'firstDay' ? toFirstDay({ person, target }) : ''
  const whose = { sourceId: person.sourceId, rate: person.rate, firstDay }
  return sealSalary(whose, unpackValues('salary', desired), salaries, rules)
}
