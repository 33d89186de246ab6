import type { PersonSeal } from '../domain/baseline.js'
import type { Digest } from '../domain/digest.js'
import type { DesiredEmployee, SalaryRow, TargetEmployee } from '../domain/employee.js'
import { findActual } from '../domain/packed/packed-people.js'
import { UnmappedPerson } from '../domain/unmapped-person.js'
import type { Link } from '../domain/link.js'
import { sayStanding } from '../domain/service.js'
import type { PlanRules } from './sections/section-plan.js'
import { standOf } from './service/standing.js'

/** A person, what they are linked to, and what was stored of them when all was settled. */
export interface UnmovedQuestion {
  person: DesiredEmployee
  link: Link | undefined
  target: TargetEmployee | undefined
  sealed: PersonSeal | undefined
}

/**
 * Whether both sides are word for word what they were when all of this person was settled. Then no one needs
 * to look at them, not even to map them. Any doubt is a no: then they are looked at section by section, which
 * finds the same in the long way.
 */
export const isUnmoved = (
  { person, link, target, sealed }: UnmovedQuestion,
  rules: PersonSealRules,
): boolean =>
  link?.status === 'connected' &&
  link.targetId === target?.id &&
  sealed !== undefined &&
  sealed.seal === sealPerson(person, target, rules)

/** What a person's seal is made with. */
export type PersonSealRules = Pick<PlanRules, 'digest' | 'recipe' | 'today' | 'periodStart' | 'salaryHistory'>

/**
 * One digest over everything that was read of a connected person on both sides, as it was read: when it
 * equals the one that was stored when all of them was settled, nothing of them can have moved. `undefined`
 * for someone about whom the same may mean something else on another day: a salary that is still to start, on
 * either side, or one of the period whose predecessor is not known. So it is for someone of whom a side was
 * not read whole or is ambiguous, or who is not kept as they were read.
 */
export const sealPerson = (
  person: DesiredEmployee,
  target: TargetEmployee,
  { digest, recipe, today, periodStart, salaryHistory }: PersonSealRules,
): Digest | undefined => {
  if (!(person instanceof UnmappedPerson) || target.ambiguous !== undefined) return undefined
  const { salaries } = target
  if (salaries?.some(({ Start }) => Start > today) === true) return undefined
  if (salaryHistory.later(person.sourceId).length > 0) return undefined
  const others = salaryHistory.asRead(person.sourceId)
  // Another salary was in force when the period began, and no one said what it is now.
  if (others === undefined && salaries?.some(({ Start }) => Start > (periodStart ?? today)) === true)
    return undefined
  const text =
    measured(recipe) +
    measured(person.read) +
    measured(others) +
    measured(sayService(person, target, today)) +
    measured(target.id) +
    measured(findActual(target, 'personalInfo')) +
    measured(findActual(target, 'address')) +
    measured(findActual(target, 'employment')) +
    (salaries === undefined ? '-' : sayAll(salaries))
  return digest(person.sourceId, 'person', text)
}

/** Both sides' service: what was read of it, and what the day makes of that. */
const sayService = ({ service }: UnmappedPerson, target: TargetEmployee, today: string): string => {
  const { spans, kind, deceasedOn, alsoStarted, unseen } = target
  const said = service === undefined ? '' : sayStanding(service)
  const more = alsoStarted === undefined && unseen === undefined ? [] : [alsoStarted, unseen?.join(',')]
  return [said, spans, kind, deceasedOn, standOf(target, today).state, ...more].join(';')
}

const sayAll = (rows: readonly SalaryRow[]): string => {
  let text = ''
  for (const { Value, Type, Start, byTable } of rows)
    text += measured(Value) + measured(Type) + measured(Start) + (byTable === true ? 'table' : '')
  return text
}

/** Its length stands before a text, so that no two lists of texts run together. */
const measured = (text: string | undefined): string => (text === undefined ? '-' : `${text.length}:${text}`)
