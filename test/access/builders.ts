import { createHash } from 'node:crypto'

import {
  toAccessSubject,
  toSourceEmployeeId,
  toTargetCompanyId,
  toTargetEmployeeId,
} from '../../src/domain/ids.js'
import type { AccessAction, AccessWork } from '../../src/access/work/action.js'
import { foldEmail } from '../../src/access/logins/fold-identity.js'
import type { AccessPlanInput } from '../../src/access/input.js'
import type { DigestAccess, KnownLogin } from '../../src/access/logins/login.js'
import {
  noRequests,
  type AccessOrder,
  type AccessRequests,
  type KnownAccess,
} from '../../src/access/work/order.js'
import type { AccessContact, AccessEmployee, AccessRequester } from '../../src/access/person.js'
import { planAccess } from '../../src/access/plan-access.js'
import type { AccessPolicy } from '../../src/access/policy/policy.js'
import { resultOf } from '../../src/access/work/work-result.js'
import { aPortal } from './portal-texts.js'

/** Stands in for the keyed digest of the state file. */
export const testDigest: DigestAccess = (field, text) =>
  createHash('sha256').update(`${field}:${text}`).digest('base64url').slice(0, 22)

export const emailDigest = (email: string): string => testDigest('email', foldEmail(email))

export const now = '2026-11-22T09:00:00Z'
export const company = toTargetCompanyId('1234')

/** Somebody in service and connected, with a work and a private address. */
export const anEmployee = (id: string, differs: Partial<AccessEmployee> = {}): AccessEmployee => ({
  kind: 'employee',
  subject: toAccessSubject(id),
  sourceId: toSourceEmployeeId(id),
  targetId: toTargetEmployeeId(`9${id}`),
  companyId: company,
  employeeNumber: id,
  displayName: `Person ${id}`,
  firstName: 'Anna',
  lastName: `Voorbeeld${id}`,
  workEmail: `work.${id}@example.com`,
  privateEmail: `private.${id}@example.net`,
  service: { state: 'in-service' },
  department: undefined,
  office: undefined,
  employmentType: undefined,
  custom: {},
  ...differs,
})

export const aContact = (id: string, differs: Partial<AccessContact> = {}): AccessContact => ({
  kind: 'contact',
  subject: toAccessSubject(`contact:${id}`),
  displayName: `Contact ${id}`,
  firstName: 'Bo',
  lastName: `Klant${id}`,
  workEmail: `contact.${id}@customer.example`,
  privateEmail: undefined,
  customerId: 'C1',
  customerName: 'Customer One',
  accountingCustomer: true,
  onCustomerRecord: true,
  template: undefined,
  ended: false,
  ...differs,
})

export const aRequester = (id: string, differs: Partial<AccessRequester> = {}): AccessRequester => ({
  kind: 'requester',
  subject: toAccessSubject(`requester:${id}`),
  displayName: `Requester ${id}`,
  firstName: 'Ida',
  lastName: `Eksempel${id}`,
  workEmail: `requester.${id}@example.dk`,
  privateEmail: undefined,
  companyId: company,
  service: { state: 'in-service' },
  template: undefined,
  ...differs,
})

export const aPolicy = (differs: Partial<AccessPolicy> = {}): AccessPolicy => ({
  portal: 'nmbrs-ess',
  environment: 'business',
  debtors: new Map(),
  ownTemplates: new Map(),
  permissionSets: new Map(),
  rules: [],
  otherwise: { template: 'Employee login', email: 'work-else-private', language: 'NL' },
  replaceOnEmailChange: 'hold',
  whenNotWanted: 'keep',
  whenLeft: 'deactivate',
  creation: 'multiple',
  outsourced: new Set(),
  maxBatch: 100,
  wordDays: 30,
  expireDays: null,
  ...differs,
})

export const aLogin = (differs: Partial<KnownLogin> = {}): KnownLogin => ({
  template: 'Employee login',
  permissions: null,
  email: null,
  userName: null,
  language: 'NL',
  level: { kind: 'master' },
  active: true,
  origin: 'confirmed',
  since: '2026-10-01T08:00:00Z',
  ...differs,
})

/** The login that the standard policy gives the standard employee. */
export const theLoginOf = (id: string, differs: Partial<KnownLogin> = {}): KnownLogin =>
  aLogin({ email: { kind: 'work', digest: emailDigest(`work.${id}@example.com`) }, ...differs })

export const aKnown = (id: string, differs: Partial<KnownAccess> = {}): KnownAccess => ({
  subject: toAccessSubject(id),
  login: theLoginOf(id),
  order: null,
  ...differs,
})

export const anOrder = (work: AccessWork, differs: Partial<AccessOrder> = {}): AccessOrder => ({
  kind: work.kind,
  state: 'handed-over',
  work: work.work,
  result: resultOf(work),
  batch: 'batch',
  wantedAt: '2026-11-22T08:00:00Z',
  handedOverAt: '2026-11-22T08:00:00Z',
  answeredAt: null,
  ...differs,
})

export const anInput = (differs: Partial<AccessPlanInput> = {}): AccessPlanInput => ({
  portal: aPortal('nmbrs-ess'),
  policy: aPolicy(),
  people: [],
  known: [],
  knownComplete: true,
  requests: noRequests,
  owners: new Map(),
  now,
  digest: testDigest,
  ...differs,
})

export const someRequests = (differs: Partial<AccessRequests>): AccessRequests => ({
  ...noRequests,
  ...differs,
})

/** The only action of a plan. */
export const planOne = (differs: Partial<AccessPlanInput>): AccessAction => {
  const { actions } = planAccess(anInput(differs))
  const [action] = actions
  if (action === undefined || actions.length > 1) throw new Error(`${actions.length} actions`)
  return action
}

/** The only action of a plan, which must be something to do. */
export const planWork = (differs: Partial<AccessPlanInput>): AccessWork => {
  const action = planOne(differs)
  if (action.kind === 'none') throw new Error(`nothing to do: ${action.because.join(', ')}`)
  return action
}

/** What is known once somebody said that this work is done. */
export const confirmed = (work: AccessWork): KnownAccess => {
  const facts = resultOf(work)
  const login: KnownLogin | null = facts && {
    ...facts,
    active: work.kind !== 'deactivate',
    origin: 'confirmed',
    since: now,
  }
  return { subject: work.subject, login, order: anOrder(work, { state: 'confirmed', answeredAt: now }) }
}
