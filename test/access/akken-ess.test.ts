import { describe, expect, it } from '@jest/globals'

import { buildBatches } from '../../src/access/work/build-batches.js'
import { buildScreens } from '../../src/access/work/build-screens.js'
import type { AccessPlanInput } from '../../src/access/input.js'
import { checkPermissions } from '../../src/access/policy/permissions.js'
import { planAccess } from '../../src/access/plan-access.js'
import type { AccessPolicy } from '../../src/access/policy/policy.js'
import type { PermissionSet } from '../../src/access/portal/portal.js'
import { aKnown, anEmployee, anInput, aPolicy, confirmed, someRequests, testDigest } from './builders.js'
import { aPortal } from './portal-texts.js'

const portal = aPortal('akken-ess')
const staff: PermissionSet = { timesheets: true, expenses: true }
const policyWith = (set: PermissionSet, differs: Partial<AccessPolicy> = {}): AccessPolicy =>
  aPolicy({
    portal: 'akken-ess',
    environment: null,
    permissionSets: new Map([['Staff', set]]),
    otherwise: { template: 'Staff', email: 'work-else-private', language: null },
    ...differs,
  })
const input = (differs: Partial<AccessPlanInput> = {}): AccessPlanInput =>
  anInput({ portal, policy: policyWith(staff), people: [anEmployee('1')], ...differs })
const plan = (differs: Partial<AccessPlanInput> = {}) => planAccess(input(differs)).actions
const login = {
  ...confirmed(planAccess(input()).actions.find((action) => action.kind !== 'none')!).login!,
}

describe('an AkkenCloud ESS user', () => {
  it('must be an active employee', () => {
    const people = [
      anEmployee('1'),
      anEmployee('2', { service: { state: 'not-yet', from: '2026-12-01' } }),
      anEmployee('3', { service: { state: 'left', since: '2026-10-01' } }),
    ]

    expect(plan({ people }).map(({ kind, because }) => [kind, because])).toEqual([
      ['create', ['new-login']],
      ['none', ['not-in-service-yet']],
      ['none', ['left-no-login']],
    ])
  })

  it('need not be connected in Nmbrs', () => {
    expect(plan({ people: [anEmployee('1', { targetId: null })] })).toMatchObject([{ kind: 'create' }])
  })

  it('must not yet have an account', () => {
    expect(plan({ known: [aKnown('1', { login })] })).toMatchObject([
      { kind: 'none', because: ['as-wanted'] },
    ])
  })

  it('single creation takes user name and password', () => {
    const actions = plan({ policy: policyWith(staff, { creation: 'single' }) })

    expect(actions).toMatchObject([
      {
        kind: 'create',
        way: 'single',
        wanted: {
          credentials: 'given',
          userName: 'anna.voorbeeld1',
          facts: { userName: testDigest('userName', 'anna.voorbeeld1') },
        },
      },
    ])
  })

  it('multiple creation lets the system generate both', () => {
    expect(plan()).toMatchObject([
      { way: 'bulk', wanted: { credentials: 'generated', userName: null, facts: { userName: null } } },
    ])
  })

  it('is given both when he is made on a screen of his own', () => {
    const single = { ...portal, outsideBulk: 'employee-level' as const }
    const people = [anEmployee('1', { service: { state: 'left', since: undefined } })]
    const requests = someRequests({ individually: new Set([anEmployee('1').subject]) })

    expect(plan({ portal: single, people, requests })).toMatchObject([
      { kind: 'create', way: 'single', wanted: { credentials: 'given', userName: 'anna.voorbeeld1' } },
    ])
  })

  it('is ticked by name: its list has no filters', () => {
    const one = input()
    const batches = buildBatches(planAccess(one), portal, one.policy, buildScreens(one, 'none'))

    expect(batches).toMatchObject([{ way: 'bulk', selection: 'by-name' }])
  })

  it('cannot be made without a name to make a user name of', () => {
    const people = [anEmployee('1', { firstName: '安娜', lastName: undefined })]

    expect(plan({ people, policy: policyWith(staff, { creation: 'single' }) })).toMatchObject([
      { kind: 'none', because: ['user-name-impossible'] },
    ])
  })

  it.each<[string, PermissionSet]>([
    ['Timesheets', { timesheets: true }],
    ['Expenses', { expenses: true }],
    ['Personal Information and Tax Deductions', { hrData: ['Personal Information', 'Tax Deductions'] }],
    ['timesheets with a disclaimer', { timesheets: true, timesheetDisclaimer: 'These are my hours.' }],
  ])('can be granted %s', (_, set) => {
    expect(checkPermissions(portal, set)).toEqual([])
    expect(plan({ policy: policyWith(set) })).toMatchObject([
      { kind: 'create', wanted: { permissions: set } },
    ])
  })

  it.each<[string, PermissionSet, string, string]>([
    [
      'a disclaimer without timesheets',
      { timesheetDisclaimer: 'These are my hours.' },
      'timesheetDisclaimer',
      'it only together with timesheets',
    ],
    [
      'a field there is not',
      { payroll: true },
      'payroll',
      'one of timesheets, timesheetDisclaimer, expenses, hrData',
    ],
    ['a flag that is a text', { timesheets: 'yes' }, 'timesheets', 'true or false'],
    ['a list that is a flag', { hrData: true }, 'hrData', 'a list of names'],
    ['an empty name', { hrData: [' '] }, 'hrData', 'a list of names'],
  ])('cannot be granted %s', (_, set, option, expected) => {
    expect(checkPermissions(portal, set)).toEqual([{ option, expected }])
    expect(plan({ policy: policyWith(set) })).toMatchObject([
      { kind: 'none', because: ['permissions-invalid'] },
    ])
  })

  it('gets nothing where nothing is granted', () => {
    expect(plan({ policy: policyWith({ timesheets: false }) })).toMatchObject([
      { kind: 'none', because: ['nothing-granted'] },
    ])
  })

  it('HR data changes need approval by a back-office or All-in user', () => {
    const [action] = plan({ policy: policyWith({ hrData: ['Tax Deductions'] }) })

    expect(action?.notes).toContain('hr-changes-need-approval')
    expect(plan()[0]?.notes).not.toContain('hr-changes-need-approval')
  })

  it('must be sent login data including the Company ID', () => {
    expect(plan()[0]?.notes).toContain('send-login-data')
    expect(portal.notes.join('\n')).toMatch(/Company ID/)
  })

  it('without an address is told otherwise', () => {
    const people = [anEmployee('1', { workEmail: undefined, privateEmail: undefined })]

    expect(plan({ people })).toMatchObject([
      {
        kind: 'create',
        wanted: { address: null },
        notes: ['employee-record-unknown', 'send-login-data', 'no-address-for-login-data'],
      },
    ])
  })

  it('may share an e-mail address, since the user name tells them apart', () => {
    const people = [anEmployee('1'), anEmployee('2', { workEmail: 'work.1@example.com' })]

    expect(plan({ people }).map(({ kind }) => kind)).toEqual(['create', 'create'])
  })
})

describe('an AkkenCloud ESS account later', () => {
  it('can have its preferences edited in place', () => {
    const actions = plan({ policy: policyWith({ timesheets: true }), known: [aKnown('1', { login })] })

    expect(actions).toMatchObject([
      { kind: 'change', way: 'single', because: ['permissions-changed'], holds: [], notes: [] },
    ])
  })

  it('is not changed when a permission set was only called otherwise, or written in another order', () => {
    const policy = policyWith(staff, {
      permissionSets: new Map([['Everybody', { expenses: true, timesheets: true, hrData: [] }]]),
      otherwise: { template: 'Everybody', email: 'work', language: null },
    })

    expect(plan({ policy, known: [aKnown('1', { login })] })).toMatchObject([{ because: ['as-wanted'] }])
  })

  it('lets user name and password be edited in place, and is not replaced for them', () => {
    expect([portal.change.userName, portal.change.password]).toEqual(['in-place', 'in-place'])
    expect(portal.work.replace).toBeUndefined()
  })

  it('is not changed because the address is another', () => {
    const people = [anEmployee('1', { workEmail: 'new.1@example.com' })]

    expect(plan({ people, known: [aKnown('1', { login })] })).toMatchObject([{ because: ['as-wanted'] }])
  })

  const left = [anEmployee('1', { service: { state: 'left', since: '2026-10-31' } })]

  it('is deactivated when the person left', () => {
    const actions = plan({ people: left, known: [aKnown('1', { login })] })

    expect(actions).toMatchObject([{ kind: 'deactivate', because: ['left-service'], holds: [] }])
    expect(buildBatches({ portal: 'akken-ess', actions }, portal, policyWith(staff))).toMatchObject([
      { step: 'deactivate', way: 'single', selection: 'by-name', credentials: null },
    ])
  })

  it('is not deactivated twice', () => {
    const known = [aKnown('1', { login: { ...login, active: false } })]

    expect(plan({ people: left, known })).toMatchObject([{ kind: 'none', because: ['login-inactive'] }])
  })

  it('stays when the policy says so, and is shown', () => {
    const policy = policyWith(staff, { whenLeft: 'keep' })

    expect(plan({ people: left, known: [aKnown('1', { login })], policy })).toMatchObject([
      { kind: 'none', because: ['left-login-active'] },
    ])
  })

  it('that no rule wants any more is deactivated on somebody’s word only', () => {
    const policy = policyWith(staff, { otherwise: 'no-login', whenNotWanted: 'hold' })

    expect(plan({ policy, known: [aKnown('1', { login })] })).toMatchObject([
      { kind: 'deactivate', holds: ['removal-needs-word'] },
    ])
  })

  it('is given no link to set a password: an administrator sets a new one on its screen', () => {
    const requests = someRequests({ resend: new Set([anEmployee('1').subject]) })

    expect(plan({ requests, known: [aKnown('1', { login })] })).toMatchObject([
      { kind: 'resend', because: ['password-asked'], way: 'single' },
    ])
  })

  it('cannot be made individually for somebody who left', () => {
    const requests = someRequests({ individually: new Set([anEmployee('1').subject]) })

    expect(plan({ people: left, requests })).toMatchObject([{ kind: 'none', because: ['left-no-login'] }])
  })

  it('may be asked for again without an answer, since whoever has an account is not listed again', () => {
    const [creation] = plan().filter((action) => action.kind !== 'none')
    const { order } = confirmed(creation!)

    expect(
      plan({ known: [{ subject: creation!.subject, login: null, order: { ...order!, state: 'expired' } }] }),
    ).toMatchObject([{ kind: 'create', because: ['new-login', 'asked-again'] }])
  })
})
