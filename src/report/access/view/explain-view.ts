import type { EmailKind } from '../../../access/logins/login.js'
import type { AccessPerson, Service } from '../../../access/person.js'
import type { PickedGrant } from '../../../access/policy/pick-grant.js'
import type { AccessReason } from '../../../access/reasons.js'
import { latestWork, type WorkKind } from '../../../access/work/order.js'
import type { LoginExplanation } from '../../../run/access/explain-login.js'
import {
  findStanding,
  toLoginPerson,
  toLoginView,
  toLoginWork,
  type LoginPersonView,
  type LoginStanding,
  type LoginView,
  type LoginWorkView,
} from './login-view.js'

/** What is said of a person beside their ids. */
export type LoginPersonFacts =
  | {
      kind: 'employee'
      service: Service
      department: string | undefined
      office: string | undefined
      employmentType: string | undefined
    }
  | { kind: 'contact'; customerId: string; ended: boolean }
  | { kind: 'requester'; service: Service }

/** The address a login would be made with, or why there is none. */
export type LoginAddressView =
  | { kind: 'chosen'; emailKind: EmailKind; address: string }
  | { kind: 'not-needed' }
  /** The person has addresses of these kinds, which the grant does not take; none: no address at all. */
  | { kind: 'not-taken'; has: readonly EmailKind[] }

/** All that `access explain` says of a person in one portal; a document shows addresses only masked. */
export interface LoginExplanationView extends Pick<LoginExplanation, 'permits' | 'payroll'> {
  title: string
  portal: string
  person: LoginPersonView
  /** `null`: a login is known, and its owner was not among the people read. */
  facts: LoginPersonFacts | null
  /** What the policy gives, and the rule that says so. */
  picked: PickedGrant | null
  address: LoginAddressView
  login: LoginView | null
  /** Which of the person's addresses the login has. */
  loginAddress: NonNullable<LoginExplanation['loginAddress']> | null
  /** The latest of all work, and the latest that is no link. */
  work: LoginWorkView | null
  loginWork: LoginWorkView | null
  /** Whether a link is the latest, and work about the login stands before it. */
  hasWorkBefore: boolean
  kind: WorkKind | 'none'
  because: readonly AccessReason[]
  holds: readonly AccessReason[]
  notes: readonly AccessReason[]
  standing: LoginStanding | null
  /** What stands in the way and what is worth knowing, each once. */
  reasons: readonly AccessReason[]
  alerts: LoginAlertsView
  /** What the person can do when something does not work, in the words of the portal's file. */
  help: NonNullable<LoginExplanation['portal']['help']> | null
}

/** Where alerts arrive. */
export interface LoginAlertsView {
  sent: LoginExplanation['portal']['alerts']
  place: LoginExplanation['alerts']['place']
  of: LoginExplanation['alerts']['of']
  address: string | undefined
  /** Whether they may arrive somewhere that is not known: the person was not read. */
  isUnknown: boolean
  mailed: LoginExplanation['mailed']
}

/** Puts together what `access explain` says of a person in one portal. Pure. */
export const buildLoginExplanation = (one: LoginExplanation): LoginExplanationView => {
  const { portal, subject, person, known, action, picked, permits, payroll, loginAddress } = one
  const { kind, because, notes } = action
  const holds = action.kind === 'none' ? [] : action.holds
  const latest = known === undefined ? null : latestWork(known)
  const before = known?.order ?? null
  return {
    ...{ title: portal.title, portal: portal.portal, permits, payroll },
    person: toLoginPerson(subject, new Map(person === undefined ? [] : [[subject, person]])),
    facts: person === undefined ? null : toFacts(person),
    picked: picked ?? null,
    address: toAddress(one),
    login: known?.login ? toLoginView(known.login) : null,
    loginAddress: loginAddress ?? null,
    work: toLoginWork(latest),
    loginWork: toLoginWork(before),
    hasWorkBefore: before !== null && before !== latest,
    ...{ kind, because, holds, notes },
    standing: findStanding(action, known),
    reasons: [...new Set([...holds, ...because, ...notes])].filter((reason) => reason !== 'as-wanted'),
    alerts: toAlerts(one),
    help: portal.help ?? null,
  }
}

const toFacts = (person: AccessPerson): LoginPersonFacts => {
  switch (person.kind) {
    case 'employee': {
      const { kind, service, department, office, employmentType } = person
      return { kind, service, department, office, employmentType }
    }
    case 'contact':
      return { kind: person.kind, customerId: person.customerId, ended: person.ended }
    case 'requester':
      return { kind: person.kind, service: person.service }
  }
}

const toAddress = ({ person, picked, email }: LoginExplanation): LoginAddressView => {
  if (person === undefined || picked === undefined || picked.grant === 'no-login')
    return { kind: 'not-needed' }
  if (email !== undefined) return { kind: 'chosen', emailKind: email.kind, address: email.address }
  const has: EmailKind[] = []
  if (person.workEmail !== undefined) has.push('work')
  if (person.privateEmail !== undefined) has.push('private')
  return { kind: 'not-taken', has }
}

const toAlerts = ({ portal, alerts, action, mailed }: LoginExplanation): LoginAlertsView => ({
  ...{ ...alerts, sent: portal.alerts, mailed },
  isUnknown: alerts.place === 'nowhere' && action.because.includes('not-in-source'),
})
