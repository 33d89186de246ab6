import { describe, expect, it } from '@jest/globals'

import { buildBatches } from '../../src/access/work/build-batches.js'
import { planAccess } from '../../src/access/plan-access.js'
import { buildAccessExplainText } from '../../src/report/access/explain-text.js'
import type { LoginExplanation } from '../../src/run/access/explain-login.js'
import { buildAccessPlanText } from '../../src/report/access/plan-text.js'
import { buildLoginExplanation } from '../../src/report/access/view/explain-view.js'
import { buildAccessPlanView, type AccessPlanView } from '../../src/report/access/view/plan-view.js'
import { buildPortalsText } from '../../src/report/access/portals-text.js'
import { toLook } from '../../src/report/kit/look.js'
import { aContact, anEmployee, anInput, aPolicy, planOne } from '../access/builders.js'
import { aPortal } from '../access/portal-texts.js'

const explained = (portal: string, mailed: LoginExplanation['mailed']): string => {
  const person = aContact('C1')
  const action = planOne({ people: [person], ...css })
  const one: LoginExplanation = {
    ...{ portal: aPortal(portal), subject: person.subject, person, known: undefined, action, mailed },
    ...{ picked: undefined, email: undefined, permits: [], loginAddress: undefined },
    alerts: { place: 'nowhere', address: undefined, of: 'wanted' },
    payroll: { runs: 'own' },
  }
  return buildAccessExplainText([buildLoginExplanation(one)], 'none', look)
}

const look = toLook({ colour: false, width: 160, showNames: true })

const planText = (differs: Parameters<typeof anInput>[0], listed: AccessPlanView['listed'] = 'whole') => {
  const input = anInput(differs)
  const { actions } = planAccess(input)
  return buildAccessPlanText(
    buildAccessPlanView({
      ...{ title: input.portal.title, portal: input.portal.portal, actions, listed, unreadable: 0 },
      batches: buildBatches({ portal: 'p', actions }, input.portal, input.policy),
      people: new Map(input.people.map((person) => [person.subject, person])),
    }),
    look,
  )
}

const css = {
  portal: aPortal('akken-css'),
  policy: aPolicy({
    portal: 'akken-css',
    environment: null,
    permissionSets: new Map([['Reader', { assignments: 'all' }]]),
    otherwise: { template: 'Reader', email: 'work' as const, language: null },
  }),
}

describe('the plan of logins', () => {
  it('ticks nobody where there are no boxes to tick', () => {
    const text = planText({ ...css, people: [aContact('C1'), aContact('C2')] })

    expect(text).toContain('one by one; 2 people')
    expect(text).not.toContain('tick')
  })

  it('tells contacts of one name apart by their companies', () => {
    const jane = { displayName: 'Jane Doe' }
    const text = planText({
      ...css,
      people: [
        aContact('C1', { ...jane, customerName: 'Bouw BV' }),
        aContact('C2', { ...jane, customerName: 'Weg BV' }),
      ],
    })

    expect(text).toContain('Jane Doe (Bouw BV)')
    expect(text).toContain('Jane Doe (Weg BV)')
  })

  it.each([
    ['never', /never imported/],
    ['part', /no one said that it is complete.*--whole/],
  ] as const)('says of a list that was imported %s what that leaves open', (listed, words) => {
    expect(planText({ people: [anEmployee('501')] }, listed)).toMatch(words)
  })

  it('says nothing of a list that was imported as a whole', () => {
    expect(planText({ people: [anEmployee('501')] }, 'whole')).not.toMatch(/import FILE/)
  })
})

describe('what is explained of mail that a portal sends', () => {
  it.each([
    ['visma-customer-portal', [], 'to the person who created it and to its followers'],
    ['akken-css', ['contact'], 'of approvals go to this contact'],
    ['akken-css', ['owner'], 'of new job orders go to their owner'],
    ['akken-css', [], 'the permission set grants no notification'],
    ['akken-ess', [], 'the portal sends none'],
  ] as const)('is true of %s with %j', (portal, mailed, words) => {
    expect(explained(portal, mailed)).toContain(words)
  })
})

describe('the portals', () => {
  it('show what a template permits at a debtor and at the master level', () => {
    const policy = aPolicy({
      permits: [
        { place: '77', template: 'Leidinggevende', permits: ['payslips', 'leave of the team'] },
        { place: 'master', template: 'Employee login', permits: ['payslips'] },
      ],
    })

    const text = buildPortalsText([{ portal: aPortal('nmbrs-ess'), policy, delivery: [] }], look)

    expect(text).toMatch(/Leidinggevende permits +payslips, leave of the team \(debtor 77\)/)
    expect(text).toMatch(/Employee login permits +payslips \(master level\)/)
  })
})
