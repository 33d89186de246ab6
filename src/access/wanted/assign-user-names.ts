import type { Digest } from '../../domain/digest.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { AccessAction } from '../work/action.js'
import type { KnownAccess } from '../work/order.js'
import { foldUserName } from '../logins/fold-identity.js'
import type { AccessPlanInput } from '../input.js'
import type { AccessPerson } from '../person.js'
import { makeUserName, type UserNameRule } from '../logins/user-name.js'

/**
 * Gives every login that is created with a user name one that no one has: unlike those known, unlike those
 * that any list promised, and unlike each other. Who was promised one keeps it, no matter what became of
 * others of that name. The actions must be sorted, so that the same people get the same names. Someone for
 * whom no name can be made gets no login.
 */
export const assignUserNames = (
  input: AccessPlanInput,
  actions: readonly AccessAction[],
): readonly AccessAction[] => {
  const rule = input.portal.account.userName
  if (rule === undefined || !actions.some(needsName)) return actions
  const people = new Map(input.people.map((person) => [person.subject, person]))
  const taken = takenNames(input)
  const promised = promisedNames(input, actions)
  for (const [subject, name] of promised) if (!taken.has(name)) taken.set(name, subject)
  const digest = (name: string): Digest => input.digest('userName', foldUserName(name))
  return actions.map((action) => {
    if (!needsName(action)) return action
    const person = people.get(action.subject)
    if (person && isRename(action) && hasOwnName(rule, person, action, digest)) return withoutRename(action)
    const isTaken = (name: string): boolean => (taken.get(digest(name)) ?? action.subject) !== action.subject
    const own = promised.get(action.subject)
    const isOwn = (name: string): boolean => digest(name) === own && !isTaken(name)
    const userName =
      person &&
      ((own && makeUserName(rule, toParts(person), (name) => !isOwn(name), mostTriedForOwn)) ??
        makeUserName(rule, toParts(person), isTaken))
    if (userName === undefined) return withoutName(action)
    taken.set(digest(userName), action.subject)
    const { wanted } = action
    const facts = { ...wanted.facts, userName: digest(userName) }
    return { ...action, wanted: { ...wanted, facts, userName } }
  })
}

type Naming = Extract<AccessAction, { kind: 'create' | 'change' }>
type Renaming = Extract<AccessAction, { kind: 'change' }>

const needsName = (action: AccessAction): action is Naming =>
  (action.kind === 'create' && action.wanted.credentials === 'given') || isRename(action)

const isRename = (action: AccessAction): action is Renaming =>
  action.kind === 'change' && action.because.includes('user-name-asked')

/** Whether the login has a user name that the name of the person gives, with any number. */
const hasOwnName = (
  rule: UserNameRule,
  person: AccessPerson,
  { login }: Renaming,
  digest: (name: string) => Digest,
): boolean =>
  login.userName !== null &&
  makeUserName(rule, toParts(person), (name) => digest(name) !== login.userName, mostTriedForOwn) !==
    undefined

/** What is left of a change when the user name stays as it is. */
const withoutRename = (action: Renaming): AccessAction => {
  const because = action.because.filter((reason) => reason !== 'user-name-asked')
  if (because.length > 0) return { ...action, because }
  const { subject, login, wanted } = action
  return {
    kind: 'none',
    subject,
    because: ['user-name-fits'],
    notes: [],
    login,
    order: null,
    wanted,
    offered: null,
  }
}

/**
 * Whose each name is. A name that was promised to someone stays theirs: such a login may be there, also after
 * a refusal.
 */
const takenNames = ({ known }: AccessPlanInput): Map<Digest, AccessSubject> => {
  const taken = new Map<Digest, AccessSubject>()
  for (const one of known) {
    const told = [one.order, one.before].filter((order) => order && toldStates.has(order.state))
    const names = [one.login, ...told.map((order) => order?.result)].map((facts) => facts?.userName)
    for (const name of [...names, ...(one.userNames ?? [])]) if (name) taken.set(name, one.subject)
  }
  return taken
}

/**
 * A name that was promised is looked for among so many; further ones are of people who are called otherwise
 * by now.
 */
const mostTriedForOwn = 200

/**
 * Where a name stands in work of which someone was told and that is not confirmed; then it stands in the
 * login.
 */
const toldStates: ReadonlySet<string> = new Set(['handed-over', 'expired', 'refused'])

/** The names that people who need one were promised, or would have been by a list that is still to go out. */
const promisedNames = (
  { known, placedNames }: AccessPlanInput,
  actions: readonly AccessAction[],
): ReadonlyMap<AccessSubject, Digest> => {
  const needing = new Set(actions.filter(needsName).map(({ subject }) => subject))
  return new Map(
    known.flatMap((one: KnownAccess) => {
      const { subject, order } = one
      const name =
        placedNames?.get(subject) ?? (order?.state === 'confirmed' ? null : order?.result?.userName)
      // The name that a login has is no promise of another one.
      return name && needing.has(subject) && name !== one.login?.userName ? [[subject, name] as const] : []
    }),
  )
}

/** What the user name of a person is made of. */
export const toParts = (person: AccessPerson) => ({
  first: person.firstName,
  last: person.lastName,
  number: person.kind === 'employee' ? person.employeeNumber : undefined,
})

const withoutName = ({ subject, wanted, ...action }: Naming): AccessAction => ({
  kind: 'none',
  subject,
  because: ['user-name-impossible'],
  notes: [],
  login: 'login' in action ? action.login : null,
  order: null,
  wanted,
  offered: null,
})
