import { describe, expect, it } from '@jest/globals'

import type { AccessPlanInput } from '../../src/access/input.js'
import { buildBatches } from '../../src/access/work/build-batches.js'
import { buildScreens } from '../../src/access/work/build-screens.js'
import { importList } from '../../src/access/import/import-list.js'
import { planAccess } from '../../src/access/plan-access.js'
import { toBatchWords } from '../../src/report/access/words.js'
import { toTargetCompanyId } from '../../src/domain/ids.js'
import {
  aKnown,
  aLogin,
  anEmployee,
  anInput,
  aPolicy,
  planOne,
  planWork,
  someRequests,
  theLoginOf,
} from './builders.js'
import { aPortal } from './portal-texts.js'

const a = anEmployee('501')
const viewer = aPolicy({ otherwise: { template: 'Payslip viewer', email: 'work', language: 'NL' } })

const importing = (differs: Partial<AccessPlanInput>, line: string) => {
  const input = anInput({ people: [a], ...differs })
  const bytes = Buffer.from(`Employee number;E-mail;Template;Language;Status\n${line}`)
  const plan = planAccess(input)
  return importList({ name: 'l.csv', bytes, input, plan, level: null, whole: false, gone: undefined })
}

const batchesOf = (differs: Partial<AccessPlanInput>) => {
  const input = anInput(differs)
  return buildBatches(planAccess(input), input.portal, input.policy, buildScreens(input, 'none'))
}

describe('a template that the screen calls by another name', () => {
  it.each(['Payslip viewer (new)', 'payslip viewer (NEW)', 'Payslip viewer'])(
    'is the same template in a list: %s',
    (name) => {
      const end = importing({ policy: viewer }, `501;work.501@example.com;${name};NL;active`)

      expect(end).toMatchObject({ found: ['501'], surprises: [] })
      expect(end.list.logins[0]?.login.template).toBe('Payslip viewer')
    },
  )

  it.each(['Payslip viewer (new)', 'payslip viewer'])(
    'replaces no login that was imported under that name before: %s',
    (template) => {
      const known = [aKnown('501', { login: theLoginOf('501', { template }) })]

      expect(planOne({ people: [a], policy: viewer, known })).toMatchObject({
        kind: 'none',
        because: ['as-wanted'],
      })
    },
  )

  it('can be named so in a rule', () => {
    const policy = aPolicy({
      otherwise: { template: 'Payslip viewer (new)', email: 'work', language: 'NL' },
    })

    expect(planWork({ people: [a], policy })).toMatchObject({
      kind: 'create',
      wanted: { facts: { template: 'Payslip viewer' } },
    })
  })

  it('is still another template than one that is called otherwise', () => {
    const known = [aKnown('501', { login: theLoginOf('501', { template: 'Payslip viewer (old)' }) })]

    expect(planOne({ people: [a], policy: viewer, known })).toMatchObject({ kind: 'replace' })
  })
})

describe('where an imported login belongs', () => {
  const debtors = new Map([[toTargetCompanyId('1234'), '77']])

  it.each([
    ['the master level of a business environment', viewer, { kind: 'master' }],
    [
      'the debtor of the company of this person, for an accountant',
      { ...viewer, environment: 'accountant' as const, debtors },
      { kind: 'debtor', debtor: '77' },
    ],
  ])('is %s, where the list does not say it', (_where, policy, level) => {
    const end = importing({ policy }, '501;work.501@example.com;Payslip viewer;NL;active')

    expect(end.list.logins[0]?.login.level).toEqual(level)
  })

  it('stays where the login is known to be', () => {
    const login = theLoginOf('501', { level: { kind: 'employee' } })
    const end = importing(
      { known: [aKnown('501', { login })] },
      '501;work.501@example.com;Employee login;NL;active',
    )

    expect(end.list.logins[0]?.login.level).toEqual({ kind: 'employee' })
  })

  it('puts the deletion of a login of unknown level where a filter of the screen fits', () => {
    const policy = aPolicy({ otherwise: 'no-login', whenNotWanted: 'hold' })
    const known = ['501', '502'].map((id) => aKnown(id, { login: theLoginOf(id, { level: null }) }))
    const people = ['501', '502', '503'].map((id) => anEmployee(id))
    const acceptances = planAccess(anInput({ people, policy, known })).actions.flatMap((action) =>
      action.kind === 'none'
        ? []
        : [{ subject: action.subject, work: action.work, how: 'none-open' as const }],
    )

    const batches = batchesOf({ people, policy, known, requests: someRequests({ acceptances }) })

    expect(batches).toMatchObject([
      { step: 'delete', level: { kind: 'master' }, selection: 'all-with-login' },
    ])
  })
})

describe('the heading of a deletion', () => {
  it('says nothing of the login that comes in its place', () => {
    const known = [
      aKnown('501', { login: aLogin({ ...theLoginOf('501'), template: 'Payslip viewer', language: 'SE' }) }),
    ]
    const work = planWork({ people: [a], known })
    const acceptances = [{ subject: a.subject, work: work.work, how: 'none-open' as const }]

    const [deletion, addition] = batchesOf({
      people: [a],
      known,
      requests: someRequests({ acceptances }),
    }).map((batch) => toBatchWords(batch, 'en'))

    expect(deletion).not.toMatch(/Employee login|Payslip viewer|e-mail|NL|SE/)
    expect(addition).toContain('Employee login')
  })
})

describe('what a portal sends by itself', () => {
  it.each([
    ['nmbrs-ess', 'work-else-private'],
    ['akken-ess', 'none'],
    ['akken-css', 'as-granted'],
    ['visma-customer-portal', 'creator-and-followers'],
  ])('of %s is %s', (name, alerts) => {
    expect(aPortal(name).alerts).toBe(alerts)
  })
})
