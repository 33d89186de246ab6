import { describe, expect, it } from '@jest/globals'

import type { AccessPlanInput } from '../../src/access/input.js'
import { checkPermissions } from '../../src/access/policy/permissions.js'
import { planAccess } from '../../src/access/plan-access.js'
import type { PermissionSet } from '../../src/access/portal/portal.js'
import { aContact, aKnown, anInput, aPolicy, confirmed } from './builders.js'
import { aPortal } from './portal-texts.js'

const portal = aPortal('akken-css')
const manager: PermissionSet = { timesheets: 'approve', timesheetsOf: 'all' }
const plan = (set: PermissionSet = manager, differs: Partial<AccessPlanInput> = {}) =>
  planAccess(
    anInput({
      portal,
      people: [aContact('1')],
      policy: aPolicy({
        portal: 'akken-css',
        environment: null,
        permissionSets: new Map([
          ['Manager', set],
          ['Reader', { jobOrders: 'read' }],
        ]),
        otherwise: { template: 'Manager', email: 'work', language: null },
      }),
      ...differs,
    }),
  ).actions
const problems = (set: PermissionSet) =>
  checkPermissions(portal, set).map(({ option, expected }) => `${option}: ${expected}`)

describe('an AkkenCloud CSS user', () => {
  it('is a contact of an accounting customer’s record', () => {
    const people = [
      aContact('1'),
      aContact('2', { accountingCustomer: false }),
      aContact('3', { onCustomerRecord: false }),
    ]

    expect(plan(manager, { people }).map(({ because }) => because)).toEqual([
      ['new-login'],
      ['not-accounting-customer'],
      ['not-on-customer-record'],
    ])
  })

  it('is made one by one, with user name and password, and is sent the login data', () => {
    expect(plan()).toMatchObject([
      {
        kind: 'create',
        way: 'single',
        wanted: { credentials: 'given', userName: 'bo.klant1' },
        notes: ['send-login-data'],
      },
    ])
  })

  it('gets the permission set that the list of contacts names, before that of a rule', () => {
    const people = [aContact('1', { template: 'reader' }), aContact('2', { template: 'Nobody knows' })]

    expect(plan(manager, { people })).toMatchObject([
      { kind: 'create', wanted: { facts: { template: 'Reader' } } },
      { kind: 'none', because: ['template-unknown'] },
    ])
  })

  it('gets a permission set by rule of his customer', () => {
    const people = [aContact('1', { customerId: 'C2' }), aContact('2')]
    const policy = aPolicy({
      portal: 'akken-css',
      environment: null,
      permissionSets: new Map([['Reader', { jobOrders: 'read' }]]),
      rules: [{ name: 'second customer', when: { customers: ['C2'] }, grant: { template: 'Reader' } }],
      otherwise: 'no-login',
    })

    expect(plan(manager, { people, policy }).map(({ because }) => because)).toEqual([
      ['new-login'],
      ['no-login-wanted'],
    ])
  })

  it('is deactivated when the list ends him', () => {
    const [creation] = plan().filter((action) => action.kind !== 'none')
    const known = [confirmed(creation!)]

    expect(plan(manager, { people: [aContact('1', { ended: true })], known })).toMatchObject([
      { kind: 'deactivate', because: ['left-service'] },
    ])
  })

  it('whose contact is missing from the list is left alone', () => {
    const [creation] = plan().filter((action) => action.kind !== 'none')

    expect(plan(manager, { people: [], known: [confirmed(creation!)] })).toMatchObject([
      { kind: 'none', because: ['not-in-source'], notes: ['login-kept'] },
    ])
  })
})

describe('what an AkkenCloud CSS user can be granted', () => {
  it.each<[string, PermissionSet]>([
    ['Job orders Read', { jobOrders: 'read' }],
    ['Job orders Read, for this contact only', { jobOrders: 'read', jobOrdersOfContactOnly: true }],
    ['Job orders Create with an owner', { jobOrders: 'create', jobOrderOwner: 'E7' }],
    ['Job orders Create with the choosing of one', { jobOrders: 'create', jobOrderOwner: 'choose' }],
    [
      'Job orders Create with notification for new orders',
      { jobOrders: 'create', jobOrderOwner: 'E7', newJobOrderNotification: true },
    ],
    ['Assignments All', { assignments: 'all' }],
    ['Assignments This contact and reports only', { assignments: 'contact-and-reports' }],
    ['Assignments This contact’s reports only', { assignments: 'reports' }],
    ['Billing management', { billing: true }],
    ['the report of timesheets', { timesheets: 'read', timesheetsOf: 'all', timesheetReport: true }],
    ['the report of assignments', { assignments: 'all', assignmentReport: true }],
    [
      'Timesheets and Expenses Read',
      { timesheets: 'read', timesheetsOf: 'all', expenses: 'read', expensesOf: 'reports' },
    ],
    [
      'Timesheets and Expenses Approve with disclaimer and notification',
      {
        timesheets: 'approve',
        timesheetsOf: 'contact-and-reports',
        timesheetDisclaimer: 'I approve these hours.',
        timesheetNotification: true,
        expenses: 'approve',
        expensesOf: 'all',
        expenseNotification: true,
      },
    ],
  ])('%s', (_, set) => {
    expect(problems(set)).toEqual([])
  })

  it.each<[string, PermissionSet, string[]]>([
    [
      'Job orders Create without an owner',
      { jobOrders: 'create' },
      ['jobOrderOwner: a text: Job Orders: Select Owner'],
    ],
    [
      'an owner with Job orders Read',
      { jobOrders: 'read', jobOrderOwner: 'E7' },
      ['jobOrderOwner: it only together with jobOrders: create'],
    ],
    [
      'notification for new orders without Create',
      { jobOrders: 'read', newJobOrderNotification: true },
      ['newJobOrderNotification: it only together with jobOrders: create'],
    ],
    [
      'show for this contact only without job orders',
      { jobOrdersOfContactOnly: true, billing: true },
      ['jobOrdersOfContactOnly: it only together with jobOrders: read or create'],
    ],
    [
      'the report of timesheets without timesheets',
      { timesheetReport: true },
      ['timesheetReport: it only together with timesheets: read or approve'],
    ],
    [
      'the report of assignments without assignments',
      { assignmentReport: true },
      ['assignmentReport: it only together with assignments: all or contact-and-reports or reports'],
    ],
    [
      'a disclaimer with Timesheets Read',
      { timesheets: 'read', timesheetsOf: 'all', timesheetDisclaimer: 'I approve.' },
      ['timesheetDisclaimer: it only together with timesheets: approve'],
    ],
    [
      'notification for pending approvals with Expenses Read',
      { expenses: 'read', expensesOf: 'all', expenseNotification: true },
      ['expenseNotification: it only together with expenses: approve'],
    ],
    [
      'Timesheets without saying whose',
      { timesheets: 'read' },
      ['timesheetsOf: one of all, contact-and-reports, reports: Timesheets: access'],
    ],
    [
      'a choice there is not',
      { assignments: 'some' },
      ['assignments: one of none, all, contact-and-reports, reports'],
    ],
  ])('not %s', (_, set, expected) => {
    expect(problems(set)).toEqual(expected)
    expect(plan(set)).toMatchObject([{ kind: 'none', because: ['permissions-invalid'] }])
  })
})

describe('notifications of AkkenCloud CSS', () => {
  const creating: PermissionSet = { jobOrders: 'create', jobOrderOwner: 'E7', newJobOrderNotification: true }

  it.each([
    ['has one: nothing waits', new Map([['E7', { hasEmail: true }]]), []],
    ['has none: it waits', new Map([['E7', { hasEmail: false }]]), ['owner-without-email']],
    ['is not known: it waits', new Map(), ['owner-unknown']],
  ])('need an e-mail on the owner’s employee record, and he %s', (_, owners, holds) => {
    expect(plan(creating, { owners })).toMatchObject([{ kind: 'create', holds }])
  })

  it('wait where the owner is still to be chosen', () => {
    expect(plan({ ...creating, jobOrderOwner: 'choose' })).toMatchObject([{ holds: ['owner-unknown'] }])
  })

  it('are no question for an owner who is not to be told', () => {
    expect(plan({ jobOrders: 'create', jobOrderOwner: 'E7' })).toMatchObject([{ kind: 'create', holds: [] }])
  })

  it('for pending approvals go only to the contact or "reports to" contact, which is said', () => {
    const [action] = plan({ ...manager, timesheetNotification: true })

    expect(action).toMatchObject({ holds: [], notes: ['notified-if-contact', 'send-login-data'] })
  })

  it('for pending approvals wait for a contact without an e-mail address', () => {
    const people = [aContact('1', { workEmail: undefined })]

    expect(plan({ ...manager, timesheetNotification: true }, { people })).toMatchObject([
      { holds: ['contact-without-email'] },
    ])
  })
})

describe('a change of an AkkenCloud CSS account', () => {
  it('is made in place and checks notifications as a creation does', () => {
    const [creation] = plan().filter((action) => action.kind !== 'none')
    const known = [aKnown('contact:1', { login: confirmed(creation!).login })]

    expect(plan({ ...manager, timesheetNotification: true }, { known })).toMatchObject([
      { kind: 'change', way: 'single', because: ['permissions-changed'], holds: [] },
    ])
  })
})
