import type { Digest } from '../domain/digest.js'
import type { AccessSubject } from '../domain/ids.js'
import type { AccessAction } from './action.js'
import { promisedBy } from './order.js'
import { foldUserName } from './fold-identity.js'
import type { AccessPlanInput } from './input.js'
import type { AccessPerson } from './person.js'
import { makeUserName } from './user-name.js'

/**
 * Gives every login that is created with a user name one that nobody has: unlike those known, unlike those handed over, and unlike each other. The
 * actions must be sorted, so that the same people get the same names. Somebody for whom no name can be made gets no login.
 */
export const assignUserNames = (
  input: AccessPlanInput,
  actions: readonly AccessAction[],
): readonly AccessAction[] => {
  const rule = input.portal.account.userName
  if (rule === undefined || !actions.some(needsName)) return actions
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const taken = takenNames(input)
  const digest = (name: string): Digest => input.digest('userName', foldUserName(name))
  return actions.map((action) => {
    if (!needsName(action)) return action
    const person = people.get(action.subject)
    const isTaken = (name: string): boolean => (taken.get(digest(name)) ?? action.subject) !== action.subject
    const userName = person && makeUserName(rule, toParts(person), isTaken)
    if (userName === undefined) return withoutName(action)
    taken.set(digest(userName), action.subject)
    const { wanted } = action
    const facts = { ...wanted.facts, userName: digest(userName) }
    return { ...action, wanted: { ...wanted, facts, userName } }
  })
}

type Creation = Extract<AccessAction, { kind: 'create' }>

const needsName = (action: AccessAction): action is Creation =>
  action.kind === 'create' && action.wanted.credentials === 'given'

/** Whose each name is. A name that was promised to somebody and perhaps given to him stays his. */
const takenNames = ({ known }: AccessPlanInput): Map<Digest, AccessSubject> => {
  const taken = new Map<Digest, AccessSubject>()
  for (const { subject, login, order } of known) {
    for (const facts of [login, promisedBy(order)]) {
      if (facts !== null && facts.userName !== null) taken.set(facts.userName, subject)
    }
  }
  return taken
}

const toParts = (person: AccessPerson) => ({
  first: person.firstName,
  last: person.lastName,
  number: person.kind === 'employee' ? person.employeeNumber : undefined,
})

const withoutName = ({ subject, wanted }: Creation): AccessAction => ({
  kind: 'none',
  subject,
  because: ['user-name-impossible'],
  notes: [],
  login: null,
  order: null,
  wanted,
  offered: null,
})
