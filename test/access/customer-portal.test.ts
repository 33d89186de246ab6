import { describe, expect, it } from '@jest/globals'

import { buildBatches } from '../../src/access/work/build-batches.js'
import type { AccessPlanInput } from '../../src/access/input.js'
import { checkPermissions } from '../../src/access/policy/permissions.js'
import { planAccess } from '../../src/access/plan-access.js'
import type { AccessPolicy } from '../../src/access/policy/policy.js'
import type { PermissionSet } from '../../src/access/portal/portal.js'
import { anInput, aPolicy, aRequester, company, confirmed } from './builders.js'
import { aPortal } from './portal-texts.js'

const portal = aPortal('visma-customer-portal')
const payroll: PermissionSet = { loen: 'full', hr: 'limited' }
const policyWith = (set: PermissionSet, differs: Partial<AccessPolicy> = {}): AccessPolicy =>
  aPolicy({
    portal: 'visma-customer-portal',
    environment: null,
    permissionSets: new Map([['Payroll', set]]),
    otherwise: { template: 'Payroll', email: 'work', language: 'DA' },
    ...differs,
  })
const plan = (differs: Partial<AccessPlanInput> = {}) =>
  planAccess(anInput({ portal, policy: policyWith(payroll), people: [aRequester('1')], ...differs })).actions
const creation = () => plan().find((action) => action.kind !== 'none')!

describe('access to the Visma Enterprise Customer Portal', () => {
  it('is asked for by form by people who run payroll themselves', () => {
    const actions = plan()

    expect(actions).toMatchObject([{ kind: 'create', way: 'form', wanted: { credentials: 'by-vendor' } }])
    expect(buildBatches({ portal: portal.portal, actions }, portal, aPolicy())).toMatchObject([
      { step: 'add', way: 'form', level: { kind: 'portal' }, permissions: payroll, selection: 'by-name' },
    ])
  })

  it('outsourced customers go to their consultant instead: no form', () => {
    expect(plan({ policy: policyWith(payroll, { outsourced: new Set([company]) }) })).toMatchObject([
      { kind: 'none', because: ['goes-to-consultant'] },
    ])
  })

  it.each(['loen', 'hr', 'time', 'easycruit', 'refusion'])('is full, limited or none for %s', (product) => {
    expect(portal.permissions?.[product]?.choices).toEqual(['none', 'limited', 'full'])
    expect(
      ['none', 'limited', 'full'].flatMap((choice) => checkPermissions(portal, { [product]: choice })),
    ).toEqual([])
    expect(checkPermissions(portal, { [product]: 'some' })).toHaveLength(1)
  })

  it('is given for Visma Løn, Visma HR, Visma Time, Visma EasyCruit and Visma Refusion', () => {
    expect(Object.values(portal.permissions ?? {}).map(({ label }) => label)).toEqual([
      'Visma Løn',
      'Visma HR',
      'Visma Time',
      'Visma EasyCruit',
      'Visma Refusion',
    ])
  })

  it('to no product at all is not asked for', () => {
    expect(plan({ policy: policyWith({ loen: 'none' }) })).toMatchObject([
      { kind: 'none', because: ['nothing-granted'] },
    ])
  })

  it('is access to cases only, never to the systems themselves', () => {
    expect(plan()[0]?.notes).toContain('cases-only')
  })

  it.each([
    ['DA', 'create'],
    ['EN', 'create'],
    ['NL', 'none'],
  ] as const)('has Danish or English as language: %s', (language, kind) => {
    const policy = policyWith(payroll, { otherwise: { template: 'Payroll', email: 'work', language } })

    expect(plan({ policy })).toMatchObject([{ kind }])
  })

  it('means a new profile for everybody', () => {
    expect(plan()[0]?.notes).toContain('new-profile-needed')
  })

  it('is expected within 24 hours, so an unanswered request older than that is shown', () => {
    const { order } = confirmed(creation())
    const waitingSince = (handedOverAt: string) =>
      plan({
        known: [
          {
            subject: creation().subject,
            login: null,
            order: { ...order!, state: 'handed-over', handedOverAt },
          },
        ],
      })

    expect(waitingSince('2026-11-21T08:00:00Z')).toMatchObject([
      { because: ['handed-over'], notes: ['overdue'] },
    ])
    expect(waitingSince('2026-11-21T10:00:00Z')).toMatchObject([{ because: ['handed-over'], notes: [] }])
  })

  it('may be asked for again safely', () => {
    const { order } = confirmed(creation())
    const known = [
      { subject: creation().subject, login: null, order: { ...order!, state: 'expired' as const } },
    ]

    expect(plan({ known })).toMatchObject([{ kind: 'create', because: ['new-login', 'asked-again'] }])
  })

  it('changes by support contact', () => {
    const known = [confirmed(creation())]

    const changed = plan({ known, policy: policyWith({ loen: 'full', hr: 'full' }) })
    const moved = plan({ known, people: [aRequester('1', { workEmail: 'new@example.dk' })] })

    expect(changed).toMatchObject([
      { kind: 'change', way: 'support', because: ['permissions-changed'], holds: [] },
    ])
    expect(moved).toMatchObject([{ kind: 'change', way: 'support', because: ['email-changed'] }])
  })

  it('is not changed for a language, which everybody picks himself', () => {
    const policy = policyWith(payroll, { otherwise: { template: 'Payroll', email: 'work', language: 'EN' } })

    expect(plan({ known: [confirmed(creation())], policy })).toMatchObject([{ because: ['as-wanted'] }])
  })

  it('of somebody who left is ended by support contact', () => {
    const people = [aRequester('1', { service: { state: 'left', since: undefined } })]

    expect(plan({ people, known: [confirmed(creation())] })).toMatchObject([
      { kind: 'deactivate', way: 'support', because: ['left-service'] },
    ])
  })

  it('needs a work address', () => {
    expect(plan({ people: [aRequester('1', { workEmail: undefined })] })).toMatchObject([
      { kind: 'none', because: ['no-email'] },
    ])
  })

  it('takes no private address, whatever the policy says', () => {
    const policy = policyWith(payroll, {
      otherwise: { template: 'Payroll', email: 'private', language: 'DA' },
    })
    const people = [aRequester('1', { privateEmail: 'private@example.dk' })]

    expect(plan({ people, policy })).toMatchObject([{ kind: 'none', because: ['no-email'] }])
  })
})
