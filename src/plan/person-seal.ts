import type { PersonSeal } from '../domain/baseline.js'
import type { Digest } from '../domain/digest.js'
import type { DesiredEmployee, TargetEmployee } from '../domain/employee.js'
import { findActual } from '../domain/packed-people.js'
import { UnmappedPerson } from '../domain/unmapped-person.js'
import type { Link } from '../domain/link.js'
import type { PlanRules } from './section-plan.js'

/** A person, what he is linked to, and what was stored of him when all was settled. */
export interface UnmovedQuestion {
  person: DesiredEmployee
  link: Link | undefined
  target: TargetEmployee | undefined
  sealed: PersonSeal | undefined
}

/**
 * Whether both sides are word for word what they were when all of this person was settled. Then nobody needs to look at him, not even to map him.
 * Any doubt is a no: then he is looked at section by section, which finds the same in the long way.
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
export type PersonSealRules = Pick<PlanRules, 'digest' | 'recipe' | 'today' | 'salaryHistory'>

/**
 * One digest over everything that was read of a connected person on both sides, as it was read: when it equals the one that was stored when all of
 * him was settled, nothing of him can have moved. `undefined` for somebody about whom the same may mean something else on another day: a salary
 * that is still to start, on either side. So it is for somebody of whom a side was not read whole, or who is not kept as he was read.
 */
export const sealPerson = (
  person: DesiredEmployee,
  target: TargetEmployee,
  { digest, recipe, today, salaryHistory }: PersonSealRules,
): Digest | undefined => {
  if (!(person instanceof UnmappedPerson)) return undefined
  const { salaries = [] } = target
  if (salaries.some(({ Start }) => Start > today)) return undefined
  if (salaryHistory.later(person.sourceId).length > 0) return undefined
  const texts = [
    recipe,
    person.read,
    target.id,
    findActual(target, 'personalInfo'),
    findActual(target, 'address'),
    findActual(target, 'employment'),
    ...(target.salaries === undefined
      ? [undefined]
      : salaries.flatMap(({ Value, Type, Start }) => [Value, Type, Start])),
  ]
  return digest(person.sourceId, 'person', texts.map(measured).join(''))
}

/** Its length stands before a text, so that no two lists of texts run together. */
const measured = (text: string | undefined): string => (text === undefined ? '-' : `${text.length}:${text}`)
