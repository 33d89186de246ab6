import type { Digest } from '../domain/digest.js'
import type { AccessAction } from './action.js'
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
    const userName = person && makeUserName(rule, toParts(person), (name) => taken.has(digest(name)))
    if (userName === undefined) return withoutName(action)
    taken.add(digest(userName))
    const { wanted } = action
    const facts = { ...wanted.facts, userName: digest(userName) }
    return { ...action, wanted: { ...wanted, facts, userName } }
  })
}

type Creation = Extract<AccessAction, { kind: 'create' }>

const needsName = (action: AccessAction): action is Creation =>
  action.kind === 'create' && action.wanted.credentials === 'given'

const takenNames = ({ known }: AccessPlanInput): Set<Digest> =>
  new Set(
    known.flatMap(({ login, order }) => {
      const promised = order?.state === 'handed-over' || order?.state === 'expired' ? order.result : null
      return [login?.userName, promised?.userName].filter((name) => name !== null && name !== undefined)
    }),
  )

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
