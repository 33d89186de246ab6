import { describe, expect, it } from '@jest/globals'

import { buildExplainText, toExplainJson } from '../../src/report/sync/explain-text.js'
import { buildExplainView } from '../../src/report/sync/view/explain-view.js'
import { planPerson } from '../../src/plan/plan-person.js'
import type { ExplainedField, Explanation } from '../../src/run/by-hand/explain-person.js'
import { aContext, aLink, aPerson, someRules } from '../support/builders.js'
import { namedLook, plainLook } from './run-builders.js'

const plan = planPerson(
  { kind: 'connected', link: aLink(), isNew: false },
  aContext({ person: aPerson({ personalInfo: { TelephonePrivate: '0612999999' } }) }),
  someRules(),
)
const explanation: Explanation = {
  plan,
  link: aLink(),
  candidates: [],
  missing: [],
  fields: [
    {
      section: 'personalInfo',
      field: 'TelephonePrivate',
      desired: '0612999999',
      actual: '0612000001',
      verdict: 'first-contact',
    },
    {
      section: 'bankAccount',
      field: 'IBAN',
      desired: 'NL02TEST0123456789',
      actual: undefined,
      verdict: 'not compared',
    },
    { section: 'salary', field: 'Value', desired: '3000', actual: '', verdict: 'held: currency-not-euro' },
  ],
}

describe('the explanation of a person', () => {
  it('says where the person stands, what was decided about every field and what a sync would do', () => {
    const text = buildExplainText(buildExplainView(explanation), 'none', plainLook)

    expect(text).toContain(
      'a1, Nmbrs 1\n  stands: connected\n  kept:   connected to Nmbrs employee 1, connected by hand\n',
    )
    expect(text).toContain('personal info  private phone  they differ, and were never in step before')
    expect(text).toContain('salary         amount         held (the currency is not EUR)')
    expect(text).toContain(
      'What a sync would do\n  change  personal info  to send  private phone (first contact)',
    )
  })

  it('shows no value unless asked, masked values elsewhere and whole ones on the user\u2019s own terminal', () => {
    const none = buildExplainText(buildExplainView(explanation), 'none', namedLook)
    const masked = buildExplainText(buildExplainView(explanation), 'masked', plainLook)
    const whole = buildExplainText(buildExplainView(explanation), 'whole', namedLook)

    expect(none).not.toContain('0612')
    expect(masked).toContain('**99')
    expect(masked).not.toContain('0612')
    expect(whole).toMatch(/0612999999 +0612000001/)
    expect(whole).toMatch(/3000 +\(empty\)/)
  })

  it('says which salaries wait, and shows their day to those who ask only', () => {
    const later = {
      section: 'salary',
      field: 'Start',
      desired: '2027-03-01',
      actual: undefined,
      verdict: 'waits',
    }
    const view = buildExplainView({ ...explanation, later: [later as ExplainedField] })

    expect(buildExplainText(view, 'none', plainLook)).toMatch(
      / {2}salary {9}starting day {3}starts later; waits for its payroll period/,
    )
    expect(buildExplainText(view, 'whole', plainLook)).toContain('2027-03-01')
    expect(toExplainJson(view, 'none')).toMatchObject({
      later: [{ section: 'salary', field: 'Start', verdict: 'waits' }],
    })
    expect(JSON.stringify(toExplainJson(view, 'none'))).not.toContain('2027')
  })

  it('says when a sync would do nothing', () => {
    const idle = { ...explanation, plan: { ...plan, changes: [] } }

    expect(buildExplainText(buildExplainView(idle), 'none', plainLook)).toContain(
      'What a sync would do\n  nothing',
    )
  })

  it('says of a creation that is held what plan and status say, and of a link to come that it will come', () => {
    const [change] = plan.changes
    if (change === undefined) throw new Error('nothing is planned')
    const held: Explanation['plan']['changes'][number] = {
      change: {
        kind: 'create',
        section: 'employee',
        subject: plan.subject,
        companyId: change.change.companyId,
        firstName: 'Noor',
        lastName: 'Testveld',
        startDate: '2020-01-01',
      },
      decision: 'hold',
      reason: 'before-current-period',
    }
    const fields = explanation.fields.map((field) => ({ ...field, verdict: 'to-create' }))
    const created = { ...plan, pairing: 'create', targetId: null, changes: [held] } as const

    const text = buildExplainText(
      buildExplainView({ ...explanation, link: undefined, fields, plan: created }),
      'none',
      plainLook,
    )
    const toCome = buildExplainText(buildExplainView({ ...explanation, link: undefined }), 'none', plainLook)

    expect(text).toContain('stands: new, but creating this employee is held')
    expect(text).not.toContain('the next sync creates')
    expect(text).not.toContain('to be sent with')
    expect(text).toContain('held with the creation of the employee')
    expect(toCome).toContain('stands: will be connected by the next sync')
  })

  it('says once that no field was compared, and shows the sides that were asked for', () => {
    const fields = explanation.fields.map((field) => ({ ...field, verdict: 'not compared' as const }))
    const view = buildExplainView({ ...explanation, fields })

    expect(buildExplainText(view, 'none', plainLook)).toContain('\n  No field was compared.\n')
    expect(buildExplainText(view, 'none', plainLook)).not.toContain('private phone  not')
    expect(buildExplainText(view, 'whole', namedLook)).toContain('0612999999')
  })

  it('says what is missing', () => {
    const blocked = { ...explanation, missing: [{ field: 'Birthday' as const, path: 'employee.birthDate' }] }

    expect(buildExplainText(buildExplainView(blocked), 'none', plainLook)).toContain(
      'missing required: birth date (employee.birthDate)',
    )
  })
})

describe('the document of an explanation', () => {
  it('holds decisions without values', () => {
    const document = toExplainJson(buildExplainView(explanation), 'none')

    expect(document).toMatchObject({
      subject: 'a1',
      targetId: '1',
      pairing: 'connected',
      link: { status: 'connected', origin: 'manual' },
      changes: [{ section: 'personalInfo', outcome: 'planned', reason: 'first-contact' }],
    })
    expect(JSON.stringify(document)).not.toContain('0612')
    expect(JSON.stringify(document)).not.toContain('somebody')
  })

  it('holds masked values when they are asked for, and null for a side that was not read', () => {
    expect(toExplainJson(buildExplainView(explanation), 'masked')).toMatchObject({
      fields: [
        { field: 'TelephonePrivate', alexis: '**99', nmbrs: '**01' },
        { field: 'IBAN', alexis: 'NL**…**89', nmbrs: null },
        { field: 'Value', alexis: '**', nmbrs: '(empty)' },
      ],
    })
  })
})
