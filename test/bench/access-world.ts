import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import type { AccessPlanInput } from '../../src/access/input.js'
import { isReady, type AccessPlan } from '../../src/access/work/action.js'
import type { DigestAccess } from '../../src/access/logins/login.js'
import { noRequests, type KnownAccess } from '../../src/access/work/order.js'
import { parsePortal } from '../../src/access/portal/parse-portal.js'
import type { AccessEmployee } from '../../src/access/person.js'
import type { AccessPolicy } from '../../src/access/policy/policy.js'
import type { Portal } from '../../src/access/portal/portal.js'
import { resultOf } from '../../src/access/work/work-result.js'
import {
  toAccessSubject,
  toSourceEmployeeId,
  toTargetCompanyId,
  toTargetEmployeeId,
} from '../../src/domain/ids.js'
import { createDigest } from '../../src/state/sqlite/digest.js'

/**
 * The rules of a large customer: a debtor for each of ten companies, and forty rules that are tried in turn.
 */
const companies = Array.from({ length: 10 }, (_, index) => toTargetCompanyId(`${1000 + index}`))
const departmentCount = 40

const policy: AccessPolicy = {
  portal: 'nmbrs-ess',
  environment: 'accountant',
  debtors: new Map(companies.map((company, index) => [company, `${index + 1}`])),
  ownTemplates: new Map(companies.map((_, index) => [`${index + 1}`, ['Office', 'Shop', 'Warehouse']])),
  permissionSets: new Map(),
  rules: Array.from({ length: departmentCount }, (_, index) => ({
    name: `rule ${index}`,
    when: { departments: [`Department ${index}`], employmentTypes: ['Permanent', 'Temporary'] },
    grant: {
      template: index % 2 === 0 ? 'Office' : 'Payslip viewer',
      language: index % 3 === 0 ? 'EN' : 'NL',
    },
  })),
  otherwise: { template: 'Employee login', email: 'work-else-private', language: 'NL' },
  replaceOnEmailChange: 'hold',
  whenNotWanted: 'keep',
  whenLeft: 'keep',
  creation: 'multiple',
  outsourced: new Set(),
  maxBatch: 100,
  wordDays: 30,
  expireDays: null,
}

const toPerson = (index: number, round: 'first' | 'later'): AccessEmployee => {
  const id = createHash('sha256').update(`${index}`).digest('hex').slice(0, 24)
  const moved = round === 'later' && index % 50 === 7
  return {
    kind: 'employee',
    subject: toAccessSubject(id),
    sourceId: toSourceEmployeeId(id),
    targetId: index % 40 === 3 ? null : toTargetEmployeeId(`${500_000 + index}`),
    companyId: companies[index % companies.length] ?? toTargetCompanyId('0'),
    employeeNumber: `${index}`,
    displayName: `Person ${index}`,
    firstName: 'Person',
    lastName: `Number ${index}`,
    workEmail: index % 9 === 4 ? undefined : `person.${index}${moved ? '.new' : ''}@example.com`,
    privateEmail: index % 11 === 5 ? undefined : `private.${index}@example.net`,
    service:
      round === 'later' && index % 30 === 2 ? { state: 'left', since: undefined } : { state: 'in-service' },
    department: `Department ${index % (departmentCount + 5)}`,
    office: undefined,
    employmentType: index % 4 === 0 ? 'On call' : 'Permanent',
    custom: {},
  }
}

const readPortal = (): Portal => {
  const result = parsePortal(readFileSync('mappings/portals/nmbrs-ess.yaml', 'utf8'), 'nmbrs-ess.yaml')
  if ('portal' in result) return result.portal
  throw new Error('the portal file is not usable')
}

/** The digest as the state file makes it. */
const createPortalDigest = (): DigestAccess => {
  const digest = createDigest(Buffer.alloc(32, 7))
  const nobody = toSourceEmployeeId('')
  return (field, text) => digest(nobody, `nmbrs-ess ${field}`, text)
}

/** So many people, nobody of whom has a login that is known of. */
export const toFirstInput = (people: number): AccessPlanInput => ({
  portal: readPortal(),
  policy,
  people: Array.from({ length: people }, (_, index) => toPerson(index, 'first')),
  known: [],
  knownComplete: true,
  requests: noRequests,
  owners: new Map(),
  now: '2026-11-22T09:00:00Z',
  digest: createPortalDigest(),
})

/**
 * The same people after everything planned for them was done, when some left and some have another address.
 */
export const toLaterInput = (first: AccessPlanInput, plan: AccessPlan): AccessPlanInput => ({
  ...first,
  people: Array.from({ length: first.people.length }, (_, index) => toPerson(index, 'later')),
  known: plan.actions.filter(isReady).map((work): KnownAccess => {
    const facts = resultOf(work)
    const login = facts && {
      ...facts,
      active: true,
      origin: 'confirmed' as const,
      since: '2026-11-21T09:00:00Z',
    }
    return { subject: work.subject, login, order: null }
  }),
})
