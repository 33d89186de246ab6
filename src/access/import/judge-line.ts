import type { Digest } from '../../domain/digest.js'
import type { AccessAction } from '../work/action.js'
import type { KnownLogin, LoginFacts } from '../logins/login.js'
import type { AccessOrder, KnownAccess } from '../work/order.js'
import type { AccessPerson } from '../person.js'
import type { Portal } from '../portal/portal.js'
import { hasLeft } from '../service.js'
import { isSameTemplate } from '../logins/template-names.js'
import type { ListedFacts } from './listed-facts.js'
import type { SurpriseCode } from './surprise.js'

/** What a line means for the login and the work about it. */
export interface Judgement {
  /**
   * `confirmed`: it shows handed-over work done; `found`: a login as it should be, unknown until now; `same`:
   * as it is known.
   */
  outcome: 'confirmed' | 'found' | 'same' | 'surprising'
  surprises: readonly SurpriseCode[]
  /** What is to be known of the login from now on; `null`: nothing new. */
  login: Omit<KnownLogin, 'origin' | 'since'> | null
  /** The work that is done. */
  done: Digest | null
}

interface Line {
  portal: Portal
  person: AccessPerson
  known: KnownAccess
  /** What was planned for them before the list was read. */
  action: AccessAction | undefined
  listed: ListedFacts & { active: boolean }
}

/** What one line means. A line never undoes work: a list may be older than it. */
export const judgeLine = (line: Line): Judgement => {
  const { known, listed } = line
  const order = findOpenOrder(known)
  if (order?.kind === 'deactivate' && !listed.active) return confirm(line, order, known.login)
  if (order?.result && isMaking(order)) {
    const before = known.login !== null && isLike(line, known.login)
    if (before) return keep(line, known.login)
    if (listed.active && isLike(line, order.result)) return confirm(line, order, order.result)
    return surprise(line, differencesOf(line, order.result))
  }
  return known.login === null ? judgeNew(line) : judgeKnown(line, known.login)
}

const findOpenOrder = ({ order }: KnownAccess): AccessOrder | undefined =>
  order !== null && (order.state === 'handed-over' || order.state === 'expired') ? order : undefined

const isMaking = ({ kind }: AccessOrder): boolean =>
  kind === 'create' || kind === 'replace' || kind === 'change'

const confirm = ({ listed }: Line, { work }: AccessOrder, expected: LoginFacts | null): Judgement => ({
  outcome: 'confirmed',
  surprises: [],
  login: merge(listed, expected),
  done: work,
})

const keep = ({ listed }: Line, login: KnownLogin | null): Judgement =>
  login?.active === true && !listed.active
    ? { outcome: 'surprising', surprises: ['login-inactive'], login: merge(listed, login), done: null }
    : { outcome: 'same', surprises: [], login: merge(listed, login), done: null }

const surprise = ({ known, listed }: Line, codes: readonly SurpriseCode[]): Judgement => {
  const surprises: SurpriseCode[] = [...codes, ...(listed.active ? [] : (['login-inactive'] as const))]
  return { outcome: 'surprising', surprises, login: merge(listed, known.login), done: null }
}

const judgeKnown = (line: Line, login: KnownLogin): Judgement => {
  const differences = differencesOf(line, login)
  return differences.length === 0 ? keep(line, login) : surprise(line, differences)
}

/**
 * A login no one here knew of: fine when it is the one they should have, else surprising in every way it is.
 */
const judgeNew = (line: Line): Judgement => {
  const { person, action, listed } = line
  const standing = standingOf(person, listed)
  if (standing !== undefined) return surprise(line, [standing])
  // Someone outside the pilot, for whom nothing is planned, keeps what they have.
  if (action === undefined && listed.active)
    return { outcome: 'found', surprises: [], login: merge(listed, null), done: null }
  const wanted = action !== undefined && 'wanted' in action ? action.wanted : null
  if (wanted === null) return surprise(line, ['login-not-wanted'])
  const differences = differencesOf(line, wanted.facts)
  if (differences.length > 0 || !listed.active) return surprise(line, differences)
  return { outcome: 'found', surprises: [], login: merge(listed, wanted.facts), done: null }
}

const standingOf = (person: AccessPerson, { active }: ListedFacts): SurpriseCode | undefined => {
  if (person.kind === 'employee' && person.targetId === null) return 'not-connected'
  return active === true && hasLeft(person) ? 'left-service' : undefined
}

/** In what a login as listed differs from another; what either does not say is no difference. */
const differencesOf = (
  { portal, listed }: Pick<Line, 'portal' | 'listed'>,
  other: LoginFacts,
): readonly SurpriseCode[] => {
  const differ = <Value>(one: Value | null | undefined, two: Value | null | undefined): boolean =>
    one !== null && one !== undefined && two !== null && two !== undefined && one !== two
  const codes: SurpriseCode[] = []
  if (differ(listed.email?.digest, other.email?.digest)) codes.push('email-differs')
  if (
    listed.template !== null &&
    other.template !== null &&
    !isSameTemplate(portal, listed.template, other.template)
  )
    codes.push('template-differs')
  if (differ(listed.language, other.language)) codes.push('language-differs')
  if (differ(listed.userName, other.userName)) codes.push('user-name-differs')
  return codes
}

const isLike = (line: Line, other: LoginFacts): boolean => differencesOf(line, other).length === 0

/** What the list says, completed by what is known or was asked for where it says nothing. */
const merge = (listed: Line['listed'], other: LoginFacts | null): NonNullable<Judgement['login']> => ({
  template: listed.template ?? other?.template ?? null,
  permissions: listed.permissions ?? other?.permissions ?? null,
  email: mergeEmail(listed.email, other?.email ?? null),
  userName: listed.userName ?? other?.userName ?? null,
  language: listed.language ?? other?.language ?? null,
  level: listed.level ?? other?.level ?? listed.usualLevel,
  active: listed.active,
})

/** The same address keeps the kind it was chosen by. */
const mergeEmail = (listed: LoginFacts['email'], other: LoginFacts['email']): LoginFacts['email'] =>
  listed === null || listed.digest === other?.digest ? other : listed
