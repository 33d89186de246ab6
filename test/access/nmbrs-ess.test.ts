import { describe, expect, it } from '@jest/globals'

import { toAccessSubject, toTargetCompanyId } from '../../src/domain/ids.js'
import { isHeld, isReady } from '../../src/access/work/action.js'
import { buildBatches } from '../../src/access/work/build-batches.js'
import { alertsGoTo } from '../../src/access/wanted/email-addresses.js'
import { planAccess } from '../../src/access/plan-access.js'
import type { Grant, RuleConditions } from '../../src/access/policy/policy.js'
import {
  aKnown,
  aLogin,
  anEmployee,
  anInput,
  aPolicy,
  company,
  emailDigest,
  planOne,
  planWork,
  someRequests,
  testDigest,
  theLoginOf,
} from './builders.js'
import { aPortal } from './portal-texts.js'

const portal = aPortal('nmbrs-ess')
const grant: Grant = { template: 'Employee login', email: 'work-else-private', language: 'NL' }

describe('templates, levels and languages of Nmbrs logins', () => {
  it('there are two standard templates: Payslip viewer with payslips only, Employee login with the rest as well', () => {
    expect(portal.templates?.standard).toEqual([
      { name: 'Payslip viewer', alsoCalled: ['Payslip viewer (new)'], grants: ['payslips'] },
      {
        name: 'Employee login',
        grants: ['personal details', 'time registration', 'leave', 'leave requests', 'payslips'],
      },
    ])
  })

  it.each(['Payslip viewer', 'Employee login'])('the template %s can be given everywhere', (template) => {
    const work = planWork({
      people: [anEmployee('1')],
      policy: aPolicy({ otherwise: { ...grant, template } }),
    })

    expect(work).toMatchObject({ kind: 'create', wanted: { facts: { template } } })
  })

  it('a debtor has templates of its own by name, which another debtor has not', () => {
    const other = toTargetCompanyId('5678')
    const policy = aPolicy({
      environment: 'accountant',
      debtors: new Map([
        [company, '12'],
        [other, '34'],
      ]),
      ownTemplates: new Map([['12', ['Winkel en kantoor']]]),
      otherwise: { ...grant, template: 'winkel  en Kantoor' },
    })

    const { actions } = planAccess(
      anInput({ policy, people: [anEmployee('1'), anEmployee('2', { companyId: other })] }),
    )

    expect(actions[0]).toMatchObject({ kind: 'create', wanted: { facts: { template: 'Winkel en kantoor' } } })
    expect(actions[1]).toMatchObject({ kind: 'none', because: ['template-unknown'] })
  })

  it('a portal without own templates has the standard ones only', () => {
    const without = { ...portal, templates: { standard: portal.templates?.standard ?? [], own: false } }
    const policy = aPolicy({
      ownTemplates: new Map([['master', ['Winkel']]]),
      otherwise: { ...grant, template: 'Winkel' },
    })

    expect(planOne({ people: [anEmployee('1')], policy }).kind).toBe('create')
    expect(planOne({ people: [anEmployee('1')], policy, portal: without })).toMatchObject({
      because: ['template-unknown'],
    })
  })

  it('in an accountant environment logins belong to a debtor', () => {
    const policy = aPolicy({ environment: 'accountant', debtors: new Map([[company, '12']]) })

    const work = planWork({ people: [anEmployee('1')], policy })

    expect(work).toMatchObject({ wanted: { facts: { level: { kind: 'debtor', debtor: '12' } } } })
  })

  it('a company without a debtor gets no logins, with that reason', () => {
    const action = planOne({ people: [anEmployee('1')], policy: aPolicy({ environment: 'accountant' }) })

    expect(action).toMatchObject({ kind: 'none', because: ['debtor-unknown'] })
  })

  it('in a business environment logins belong to the master level', () => {
    expect(planWork({ people: [anEmployee('1')] })).toMatchObject({
      wanted: { facts: { level: { kind: 'master' } } },
    })
  })

  it.each(['NL', 'EN', 'DE', 'SE'] as const)('the language can be %s', (language) => {
    const work = planWork({
      people: [anEmployee('1')],
      policy: aPolicy({ otherwise: { ...grant, language } }),
    })

    expect(work).toMatchObject({ wanted: { facts: { language } } })
  })

  it.each(['DA', null] as const)('the language cannot be %s', (language) => {
    const policy = aPolicy({ otherwise: { ...grant, language } })

    expect(planOne({ people: [anEmployee('1')], policy })).toMatchObject({
      kind: 'none',
      because: ['language-unknown'],
    })
  })
})

describe('the e-mail address of a Nmbrs login', () => {
  it.each([
    ['work e-mail first', 'work-else-private', {}, 'work', 'work.1@example.com'],
    ['else private', 'work-else-private', { workEmail: ' ' }, 'private', 'private.1@example.net'],
    ['work only by policy', 'work', {}, 'work', 'work.1@example.com'],
    ['private only by policy', 'private', {}, 'private', 'private.1@example.net'],
  ] as const)('is chosen by policy: %s', (_, email, differs, kind, address) => {
    const work = planWork({
      people: [anEmployee('1', differs)],
      policy: aPolicy({ otherwise: { ...grant, email } }),
    })

    expect(work).toMatchObject({
      wanted: { address, facts: { email: { kind, digest: emailDigest(address) } } },
    })
  })

  it.each([
    ['work', { workEmail: undefined }],
    ['private', { privateEmail: undefined }],
    ['work-else-private', { workEmail: undefined, privateEmail: '' }],
  ] as const)('no such e-mail (%s): no login, with that reason', (email, differs) => {
    const action = planOne({
      people: [anEmployee('1', differs)],
      policy: aPolicy({ otherwise: { ...grant, email } }),
    })

    expect(action).toMatchObject({ kind: 'none', because: ['no-email'] })
  })

  it('two people with one e-mail: neither, with that reason, whatever its letter case', () => {
    const people = [
      anEmployee('1', { workEmail: 'desk@example.com' }),
      anEmployee('2', { workEmail: ' Desk@Example.com' }),
      anEmployee('3'),
    ]

    const { actions } = planAccess(anInput({ people }))

    expect(actions.map(({ kind, because }) => [kind, because])).toEqual([
      ['none', ['email-shared']],
      ['none', ['email-shared']],
      ['create', ['new-login']],
    ])
  })

  it('two people with one e-mail keep the logins they have', () => {
    const people = [
      anEmployee('1', { workEmail: 'desk@example.com' }),
      anEmployee('2', { workEmail: 'desk@example.com' }),
    ]

    const { actions } = planAccess(anInput({ people, known: [aKnown('1'), aKnown('2')] }))

    expect(actions.map(({ kind, notes }) => [kind, notes])).toEqual([
      ['none', ['login-kept']],
      ['none', ['login-kept']],
    ])
  })

  it('counts the address of somebody who is not connected yet as shared', () => {
    const people = [anEmployee('1'), anEmployee('2', { targetId: null, workEmail: 'work.1@example.com' })]

    const { actions } = planAccess(anInput({ people }))

    expect(actions[0]).toMatchObject({ kind: 'none', because: ['email-shared'] })
  })

  it('is not taken when somebody who left still has a login with it', () => {
    const people = [
      anEmployee('1', { workEmail: 'desk@example.com' }),
      anEmployee('2', { service: { state: 'left', since: '2026-01-31' } }),
    ]
    const login = aLogin({ email: { kind: 'work', digest: emailDigest('desk@example.com') } })

    const { actions } = planAccess(anInput({ people, known: [aKnown('2', { login })] }))

    expect(actions[0]).toMatchObject({ kind: 'none', because: ['email-of-another-login'] })
  })

  it('is not taken when a deactivated login has it', () => {
    const login = aLogin({
      email: { kind: 'work', digest: emailDigest('work.1@example.com') },
      active: false,
    })

    const { actions } = planAccess(anInput({ people: [anEmployee('1')], known: [aKnown('2', { login })] }))

    expect(actions[0]).toMatchObject({ kind: 'none', because: ['email-of-another-login'] })
  })

  it('can be that of somebody who left and has no login', () => {
    const left = anEmployee('2', {
      workEmail: 'work.1@example.com',
      service: { state: 'left', since: undefined },
    })

    const { actions } = planAccess(anInput({ people: [anEmployee('1'), left] }))

    expect(actions[0]?.kind).toBe('create')
  })

  it('is shared when a login is asked for somebody who left as well', () => {
    const left = anEmployee('2', {
      workEmail: 'work.1@example.com',
      service: { state: 'left', since: undefined },
    })
    const requests = someRequests({ individually: new Set([left.subject]) })

    const { actions } = planAccess(anInput({ people: [anEmployee('1'), left], requests }))

    expect(actions.map(({ because }) => because)).toEqual([['email-shared'], ['email-shared']])
  })

  it('does not clash with an address that nobody would use for a login', () => {
    const people = [anEmployee('1', { privateEmail: 'work.2@example.com' }), anEmployee('2')]

    const { actions } = planAccess(anInput({ people }))

    expect(actions.map(({ kind }) => kind)).toEqual(['create', 'create'])
  })
})

describe('who gets a Nmbrs login', () => {
  it.each([
    ['is not connected in Nmbrs', { targetId: null }, 'not-connected'],
    ['is not in service yet', { service: { state: 'not-yet', from: '2026-12-01' } }, 'not-in-service-yet'],
  ] as const)(
    'only people connected and in service are listed for bulk: not who %s',
    (_, differs, reason) => {
      const plan = planAccess(anInput({ people: [anEmployee('1', differs)] }))

      expect(plan.actions).toMatchObject([{ kind: 'none', because: [reason] }])
      expect(buildBatches(plan, portal, aPolicy())).toEqual([])
    },
  )

  const left = { service: { state: 'left', since: '2026-10-31' } } as const

  it('a person who has left keeps his login: it stays active and is shown as left, login active', () => {
    const action = planOne({ people: [anEmployee('1', left)], known: [aKnown('1')] })

    expect(action).toMatchObject({
      kind: 'none',
      because: ['left-login-active'],
      notes: ['login-kept'],
      login: { active: true },
    })
  })

  it('a person who has left keeps his login whatever the policy wants of others', () => {
    const policy = aPolicy({ whenNotWanted: 'hold', whenLeft: 'deactivate', otherwise: 'no-login' })

    const action = planOne({ people: [anEmployee('1', left)], known: [aKnown('1')], policy })

    expect(action).toMatchObject({ kind: 'none', because: ['left-login-active'] })
  })

  it('a person who has left gets no login by himself', () => {
    expect(planOne({ people: [anEmployee('1', left)] })).toMatchObject({
      kind: 'none',
      because: ['left-no-login'],
    })
  })

  it('a person who has left can still get one, individually, at employee level', () => {
    const person = anEmployee('1', left)
    const requests = someRequests({ individually: new Set([person.subject]) })

    const plan = planAccess(anInput({ people: [person], requests }))

    expect(plan.actions).toMatchObject([
      { kind: 'create', because: ['asked-individually'], holds: [], way: 'single' },
    ])
    expect(buildBatches(plan, portal, aPolicy())).toMatchObject([
      { step: 'add', way: 'single', level: { kind: 'employee' }, selection: 'by-name' },
    ])
  })

  it('a person who has left and is not connected cannot get one individually either', () => {
    const person = anEmployee('1', { ...left, targetId: null })
    const requests = someRequests({ individually: new Set([person.subject]) })

    expect(planOne({ people: [person], requests })).toMatchObject({ because: ['not-connected'] })
  })

  it('somebody who was not read is left alone', () => {
    expect(planOne({ people: [], known: [aKnown('1')] })).toMatchObject({
      kind: 'none',
      because: ['not-in-source'],
      notes: ['login-kept'],
    })
  })

  it('says so while no list of the portal was imported, since there may be logins nobody here knows of', () => {
    const work = planWork({ people: [anEmployee('1')], knownComplete: false })

    expect(work).toMatchObject({ kind: 'create', holds: [], notes: ['existing-logins-unknown'] })
  })
})

describe('a Nmbrs login that is not as it should be', () => {
  const moved = anEmployee('1', { workEmail: 'new.1@example.com' })

  it.each([
    ['e-mail', 'email-changed', theLoginOf('9')],
    ['template', 'template-changed', theLoginOf('1', { template: 'Payslip viewer' })],
    ['language', 'language-changed', theLoginOf('1', { language: 'EN' })],
  ])('cannot be changed: another %s means delete and create again', (_, reason, login) => {
    const plan = planAccess(anInput({ people: [anEmployee('1')], known: [aKnown('1', { login })] }))

    expect(plan.actions).toMatchObject([{ kind: 'replace', because: [reason], login }])
  })

  it('belongs to the debtor it was made for: another debtor means delete there and create here', () => {
    const policy = aPolicy({ environment: 'accountant', debtors: new Map([[company, '34']]) })
    const login = theLoginOf('1', { level: { kind: 'debtor', debtor: '12' } })

    const work = planWork({ people: [anEmployee('1')], policy, known: [aKnown('1', { login })] })

    expect(work).toMatchObject({
      kind: 'replace',
      because: ['level-changed'],
      wanted: { facts: { level: { debtor: '34' } } },
    })
  })

  it('is replaced by deleting first and adding after that', () => {
    const input = anInput({ people: [moved], known: [aKnown('1')] })
    const held = planAccess(input).actions.filter(isHeld)
    const acceptances = held.map(({ subject, work }) => ({ subject, work, how: 'none-open' as const }))

    const plan = planAccess({ ...input, requests: someRequests({ acceptances }) })
    const [deletion, addition] = buildBatches(plan, portal, aPolicy())

    expect([deletion?.step, addition?.step]).toEqual(['delete', 'add'])
    expect(addition?.after).toEqual([deletion?.key])
  })

  it('deleting drops the outstanding change requests, so replacement is held', () => {
    const work = planWork({ people: [moved], known: [aKnown('1')] })

    expect(work).toMatchObject({ kind: 'replace', holds: ['open-change-requests'] })
    expect(isReady(work)).toBe(false)
    expect(buildBatches({ portal: 'nmbrs-ess', actions: [work] }, portal, aPolicy())).toEqual([])
  })

  it.each(['none-open', 'loss-accepted'] as const)(
    'replacement is held until somebody confirms there are none or accepts it: %s',
    (how) => {
      const input = { people: [moved], known: [aKnown('1')] }
      const { subject, work } = planWork(input)

      const released = planWork({
        ...input,
        requests: someRequests({ acceptances: [{ subject, work, how }] }),
      })

      expect(released).toMatchObject({ kind: 'replace', holds: [], work })
    },
  )

  it('a word about one replacement is no word about another one', () => {
    const { subject, work } = planWork({ people: [moved], known: [aKnown('1')] })
    const acceptances = [{ subject, work, how: 'none-open' as const }]

    const changed = planWork({
      people: [anEmployee('1', { workEmail: 'newer.1@example.com' })],
      known: [aKnown('1')],
      requests: someRequests({ acceptances }),
    })

    expect(changed.holds).toEqual(['open-change-requests'])
  })

  it('replaceOnEmailChange hold: an e-mail change alone waits for a word', () => {
    expect(planWork({ people: [moved], known: [aKnown('1')] }).holds).toEqual(['open-change-requests'])
  })

  it('replaceOnEmailChange list: an e-mail change alone is listed, and done when somebody accepts', () => {
    const policy = aPolicy({ replaceOnEmailChange: 'list' })
    const input = { people: [moved], known: [aKnown('1')], policy }

    const listed = planOne(input)

    expect(listed).toMatchObject({ kind: 'none', because: ['email-change-listed'], notes: ['login-kept'] })
    const work = (listed.kind === 'none' ? listed.offered?.work : undefined) ?? 'none'
    const acceptances = [{ subject: moved.subject, work, how: 'none-open' as const }]
    expect(planOne({ ...input, requests: someRequests({ acceptances }) })).toMatchObject({
      kind: 'replace',
      holds: [],
    })
  })

  it('replaceOnEmailChange never: an e-mail change alone leaves the login as it is, whatever was accepted', () => {
    const { subject, work } = planWork({ people: [moved], known: [aKnown('1')] })
    const acceptances = [{ subject, work, how: 'none-open' as const }]

    const action = planOne({
      people: [moved],
      known: [aKnown('1')],
      policy: aPolicy({ replaceOnEmailChange: 'never' }),
      requests: someRequests({ acceptances }),
    })

    expect(action).toMatchObject({ kind: 'none', because: ['email-change-left'], notes: ['login-kept'] })
  })

  it.each(['list', 'never'] as const)(
    'replaceOnEmailChange %s says nothing of a changed template',
    (policy) => {
      const work = planWork({
        people: [moved],
        known: [aKnown('1', { login: theLoginOf('1', { template: 'Payslip viewer' }) })],
        policy: aPolicy({ replaceOnEmailChange: policy }),
      })

      expect(work).toMatchObject({ kind: 'replace', because: ['email-changed', 'template-changed'] })
    },
  )

  it('an address that was removed never deletes a login, though the private one could take its place', () => {
    const action = planOne({ people: [anEmployee('1', { workEmail: undefined })], known: [aKnown('1')] })

    expect(action).toMatchObject({ kind: 'none', because: ['email-removed'], notes: ['login-kept'] })
  })

  it('an address that was neither of his cannot have been removed', () => {
    const login = aLogin({ email: { kind: 'other', digest: emailDigest('old@example.org') } })
    const people = [anEmployee('1', { privateEmail: undefined })]

    expect(planOne({ people, known: [aKnown('1', { login })] })).toMatchObject({
      kind: 'replace',
      because: ['email-changed'],
      holds: ['open-change-requests'],
    })
  })

  it('what is not known of a login is no difference', () => {
    const login = aLogin({ template: null, email: null, language: null, level: null })

    expect(planOne({ people: [anEmployee('1')], known: [aKnown('1', { login })] })).toMatchObject({
      kind: 'none',
      because: ['as-wanted'],
    })
  })

  it('another spelling of the same address is no difference', () => {
    const people = [anEmployee('1', { workEmail: ' WORK.1@example.com ' })]

    expect(planOne({ people, known: [aKnown('1')] }).because).toEqual(['as-wanted'])
  })

  it('an address that moved from work to private is no difference', () => {
    const people = [anEmployee('1', { workEmail: undefined, privateEmail: 'work.1@example.com' })]

    expect(planOne({ people, known: [aKnown('1')] }).because).toEqual(['as-wanted'])
  })

  it('one that was deactivated is left to a person', () => {
    const login = theLoginOf('1', { active: false })

    expect(planOne({ people: [anEmployee('1')], known: [aKnown('1', { login })] })).toMatchObject({
      kind: 'none',
      because: ['login-inactive'],
    })
  })
})

describe('the policy', () => {
  const ruled = (when: RuleConditions) =>
    aPolicy({
      rules: [
        { name: 'first', when, grant: { template: 'Payslip viewer', email: 'private', language: 'EN' } },
        { name: 'second', when: {}, grant: { language: 'DE' } },
      ],
    })

  it.each([
    ['company', { companies: [company] }, {}],
    ['department', { departments: ['Winkel'] }, { department: ' winkel' }],
    ['office', { offices: ['Utrecht'] }, { office: 'UTRECHT' }],
    ['employment type', { employmentTypes: ['Oproep', 'Stage'] }, { employmentType: 'stage' }],
    ['custom field', { custom: { portal: ['yes'] } }, { custom: { portal: 'Yes' } }],
  ])('the first matching rule by %s picks template, e-mail kind and language', (_, when, differs) => {
    const work = planWork({ people: [anEmployee('1', differs)], policy: ruled(when) })

    expect(work).toMatchObject({
      wanted: {
        rule: 'first',
        facts: { template: 'Payslip viewer', email: { kind: 'private' }, language: 'EN' },
      },
    })
  })

  it.each([
    ['company', { companies: [toTargetCompanyId('5678')] }],
    ['department', { departments: ['Winkel'] }],
    ['office', { offices: ['Utrecht'] }],
    ['employment type', { employmentTypes: ['Stage'] }],
    ['custom field', { custom: { portal: ['yes'] } }],
    ['one of two conditions', { companies: [company], departments: ['Winkel'] }],
    ['a custom field called as something every object has', { custom: { constructor: ['yes'] } }],
  ])(
    'a rule whose %s does not match is passed over; a later one leaves the rest as it is otherwise',
    (_, when) => {
      const work = planWork({ people: [anEmployee('1')], policy: ruled(when) })

      expect(work).toMatchObject({
        wanted: {
          rule: 'second',
          facts: { template: 'Employee login', email: { kind: 'work' }, language: 'DE' },
        },
      })
    },
  )

  it('can give some people no login', () => {
    const policy = aPolicy({ rules: [{ name: 'none', when: { companies: [company] }, grant: 'no-login' }] })

    expect(planOne({ people: [anEmployee('1')], policy })).toMatchObject({ because: ['no-login-wanted'] })
  })

  it('leaves a login alone that no rule wants any more', () => {
    const action = planOne({
      people: [anEmployee('1')],
      known: [aKnown('1')],
      policy: aPolicy({ otherwise: 'no-login' }),
    })

    expect(action).toMatchObject({ kind: 'none', because: ['no-login-wanted'], notes: ['login-kept'] })
  })

  it('can have such a login removed, on somebody’s word only', () => {
    const input = {
      people: [anEmployee('1')],
      known: [aKnown('1')],
      policy: aPolicy({ otherwise: 'no-login' as const, whenNotWanted: 'hold' as const }),
    }

    const held = planWork(input)
    const acceptances = [{ subject: held.subject, work: held.work, how: 'loss-accepted' as const }]
    const released = planWork({ ...input, requests: someRequests({ acceptances }) })

    expect(held).toMatchObject({ kind: 'remove', holds: ['removal-needs-word', 'open-change-requests'] })
    expect(released).toMatchObject({ kind: 'remove', holds: [] })
  })
})

describe('alerts of Nmbrs', () => {
  const both = anEmployee('1')
  const loginWith = (email: string) => aLogin({ email: { kind: 'work', digest: emailDigest(email) } })

  it.each([
    ['go to the work e-mail, whatever the login address', both, 'private.1@example.net', 'work'],
    ['go to the work e-mail of a login with that address', both, 'work.1@example.com', 'work'],
    ['else private', anEmployee('1', { workEmail: undefined }), 'private.1@example.net', 'private'],
    ['go to the login address when it equals neither', both, 'old@example.org', 'login'],
    [
      'go to the login address when there is neither',
      anEmployee('1', { workEmail: undefined, privateEmail: undefined }),
      'old@example.org',
      'login',
    ],
  ])('%s', (_, person, email, place) => {
    expect(alertsGoTo(person, loginWith(email), portal, testDigest)).toBe(place)
  })

  it('go nowhere without a login, and from a portal that sends none', () => {
    expect(alertsGoTo(both, null, portal, testDigest)).toBe('nowhere')
    expect(alertsGoTo(both, aLogin(), aPortal('akken-ess'), testDigest)).toBe('nowhere')
  })

  it('go to the work e-mail when the address of the login is not known', () => {
    expect(alertsGoTo(both, aLogin({ email: null }), portal, testDigest)).toBe('work')
  })
})

describe('a request to resend the password', () => {
  const requests = someRequests({ resend: new Set([toAccessSubject('1')]) })

  it('is a tracked action too', () => {
    expect(planWork({ people: [anEmployee('1')], known: [aKnown('1')], requests })).toMatchObject({
      kind: 'resend',
      because: ['link-asked'],
      holds: [],
      notes: [],
    })
  })

  it('can be made for somebody who has left', () => {
    const people = [anEmployee('1', { service: { state: 'left', since: undefined } })]

    expect(planWork({ people, known: [aKnown('1')], requests }).kind).toBe('resend')
  })

  it('says that the link goes to an old address', () => {
    const people = [anEmployee('1', { workEmail: 'new.1@example.com' })]

    expect(planWork({ people, known: [aKnown('1')], requests })).toMatchObject({
      kind: 'resend',
      notes: ['link-goes-to-old-email'],
    })
  })

  it('says that the address of the login is not known', () => {
    const known = [aKnown('1', { login: aLogin() })]

    expect(planWork({ people: [anEmployee('1')], known, requests }).notes).toEqual(['link-address-unknown'])
  })

  it('needs a login that is active', () => {
    const known = [aKnown('1', { login: theLoginOf('1', { active: false }) })]

    // A link that cannot be sent keeps nothing else back.
    expect(planOne({ people: [anEmployee('1')], requests })).toMatchObject({
      kind: 'create',
      because: ['new-login'],
    })
    expect(planOne({ people: [anEmployee('1')], requests }).notes).toContain('no-login-known')
    expect(planOne({ people: [anEmployee('1')], known, requests }).because).toEqual(['no-login-known'])
  })
})
