import { describe, expect, it } from '@jest/globals'

import type { AccessPlanInput } from '../../../src/access/input.js'
import { findPortalEmployees } from '../../../src/access/import/portal-employees.js'
import type { AccessRequests } from '../../../src/access/work/order.js'
import { buildBatches } from '../../../src/access/work/build-batches.js'
import type { HandOver } from '../../../src/access/work/delivery-payload.js'
import { nameBatches } from '../../../src/access/work/place-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { toHandOver } from '../../../src/access/to-hand-over.js'
import { languages, type Language } from '../../../src/domain/language/language.js'
import { buildHandOverText } from '../../../src/report/access/worklist-text.js'
import { toLook } from '../../../src/report/kit/look.js'
import { toChoices, toPersonHead, toPersonRows } from '../../../src/report/access/hand-over/worklist-cells.js'
import {
  aContact,
  aKnown,
  aLogin,
  anEmployee,
  anInput,
  aPolicy,
  company,
  now,
  planWork,
  someRequests,
  testDigest,
} from '../builders.js'
import { aPortal } from '../portal-texts.js'

const handOverOf = (differs: Partial<AccessPlanInput>, language?: Language): HandOver => {
  const input = anInput(differs)
  const batches = nameBatches('K7QM2X', buildBatches(planAccess(input), input.portal, input.policy))
  return toHandOver('acme', input, { key: 'K7QM2X', at: now, batches, language })
}

/** What each list says at its head, and its people by heading. */
type List = Record<string, unknown> & { people: Record<string, string>[] }

const listsOf = (differs: Partial<AccessPlanInput>, language?: Language): List[] => {
  const handOver = handOverOf(differs, language)
  return handOver.batches.map((batch) => {
    const head = toPersonHead(batch, handOver)
    return {
      step: batch.step,
      ...Object.fromEntries(toChoices(batch, handOver)),
      people: toPersonRows(batch, handOver).map((row): Record<string, string> =>
        Object.fromEntries(row.map((cell, index): [string, string] => [head[index] ?? '', cell])),
      ),
    }
  })
}

const only = (ask: keyof AccessRequests, ...ids: string[]) => someRequests({ [ask]: new Set(ids) })
const accountant = aPolicy({ environment: 'accountant', debtors: new Map([[company, 'Tulpwerk']]) })

describe('the way through the screens of Nmbrs', () => {
  const two = [anEmployee('501'), anEmployee('502')]

  it.each([
    ['the debtor of an accountant', accountant, 'debtor Tulpwerk > Employee login'],
    ['the master level of a business environment', aPolicy(), 'master level > Employee login'],
  ])('to several new logins begins at %s and ends with Add user accounts', (_where, policy, path) => {
    expect(listsOf({ people: two, policy })).toMatchObject([{ 'Go to': path, Press: 'Add user accounts' }])
  })

  it('to one new login is the plus sign after the name', () => {
    const [list] = listsOf({ people: [anEmployee('501')] })

    expect(list).toMatchObject({ There: expect.stringContaining('plus sign (+) after the name') })
    expect(list).toMatchObject({ Where: 'master level, one by one' })
    expect(list).not.toHaveProperty('Press')
    expect(list).not.toHaveProperty('To tick')
  })

  it('to a deletion ends with Delete user accounts', () => {
    const world = {
      people: two,
      policy: aPolicy({ otherwise: 'no-login' }),
      known: [aKnown('501'), aKnown('502')],
      requests: only('remove', '501', '502'),
    }
    const acceptances = planAccess(anInput(world)).actions.flatMap((action) =>
      action.kind === 'none'
        ? []
        : [{ subject: action.subject, work: action.work, how: 'none-open' as const }],
    )

    expect(listsOf({ ...world, requests: { ...world.requests, acceptances } })).toMatchObject([
      { 'Go to': 'master level > Employee login', Press: 'Delete user accounts' },
    ])
  })

  it('to the link for a password is More... and Resend password', () => {
    expect(
      listsOf({ people: [anEmployee('501')], known: [aKnown('501')], requests: only('resend', '501') }),
    ).toMatchObject([{ 'Go to': 'master level > Employee login > More...', Press: 'Resend password' }])
  })

  it('to the login of somebody who left is on the screen of that employee', () => {
    const left = anEmployee('501', { service: { state: 'left', since: '2026-10-31' } })

    expect(listsOf({ people: [left], requests: only('individually', '501') })).toMatchObject([
      { 'Go to': 'the employee > Settings > General > Employee login' },
    ])
  })
})

const ess = (differs: Partial<AccessPlanInput> = {}): Partial<AccessPlanInput> => ({
  portal: aPortal('akken-ess'),
  policy: aPolicy({
    portal: 'akken-ess',
    environment: null,
    permissionSets: new Map([
      ['Flex', { timesheets: true, timesheetDisclaimer: 'I worked these hours', hrData: ['Tax Deductions'] }],
    ]),
    otherwise: { template: 'Flex', email: 'work-else-private', language: null },
    creation: 'single',
    companyId: 'BEDACHT42',
  }),
  people: [anEmployee('501', { firstName: 'Femke', lastName: 'Mulder', displayName: 'Femke Mulder' })],
  ...differs,
})
const account = aLogin({
  ...{ template: 'Flex', level: null, language: null, email: null },
  userName: testDigest('userName', 'femke.mulder'),
})

describe('the lists of AkkenCloud ESS', () => {
  it('say where to click, the options by their labels, and the Company ID', () => {
    expect(listsOf(ess())).toMatchObject([
      {
        'Go to': 'Admin > User Management > User Type: Employee Self Service > New User',
        Press: 'Create User, Next, Create Account',
        Permissions: 'Timesheets; Timesheets: Disclaimer: I worked these hours; HR Data: Tax Deductions',
        'Company ID': 'BEDACHT42',
      },
    ])
  })

  it('of several at once press Create Multiple Users', () => {
    const policy = { ...ess().policy!, creation: 'multiple' as const }

    expect(listsOf(ess({ policy }))).toEqual([
      expect.objectContaining({ Press: 'Create Multiple Users, Next' }),
    ])
    expect(listsOf(ess({ policy }))[0]).not.toHaveProperty('To tick')
  })

  it.each([
    [
      'deactivate',
      { service: { state: 'left', since: '2026-10-31' } } as const,
      someRequests({}),
      'Deactivate',
    ],
    ['password', {}, only('resend', '501'), 'Edit Password'],
  ] as const)('to %s carry the user name that is searched by', (step, differs, requests, press) => {
    const people = [
      anEmployee('501', { firstName: 'Femke', lastName: 'Mulder', displayName: 'Femke Mulder', ...differs }),
    ]

    expect(listsOf(ess({ people, requests, known: [aKnown('501', { login: account })] }))).toMatchObject([
      {
        step,
        'Go to': 'Admin > User Management > User Type: Employee Self Service Users',
        Press: press,
        people: [{ Name: 'Femke Mulder', 'User name': 'femke.mulder' }],
      },
    ])
  })

  it('to change permissions carry the user name too', () => {
    const login = { ...account, permissions: testDigest('permissions', 'another set') }

    expect(listsOf(ess({ known: [aKnown('501', { login })] }))).toMatchObject([
      { step: 'change', Press: 'Update Preferences', people: [{ 'User name': 'femke.mulder' }] },
    ])
  })

  it('to change a user name carry the one there is and the new one, also after a marriage', () => {
    const people = [anEmployee('501', { firstName: 'Femke', lastName: 'Mulder-Bakker' })]
    const known = [aKnown('501', { login: account })]

    expect(listsOf(ess({ people, known, requests: only('userName', '501') }))).toMatchObject([
      {
        step: 'rename',
        Press: 'Edit User Name',
        people: [{ 'User name': 'femke.mulder', 'New user name': 'femke.mulderbakker' }],
      },
    ])
  })

  it.each([
    ['is not known whether the person is an employee there', undefined, 'Create Employee'],
    ['the person is no employee there yet', [], 'press Create Employee first'],
    ['the person is an employee there', ['501'], undefined],
  ])('say to create the employee first when it %s', (_what, ids, said) => {
    const there =
      ids === undefined ? {} : { portalEmployees: new Set(ids.map((id) => anEmployee(id).subject)) }
    const [list] = listsOf(ess(there))
    const note = list?.people[0]?.Note ?? ''

    if (said === undefined) expect(note).not.toContain('Create Employee')
    else expect(note).toContain(said)
  })
})

describe('the employees of AkkenCloud', () => {
  const femke = anEmployee('501', { firstName: 'Femke', lastName: 'Mulder', workEmail: 'f@tulp.example' })

  it.each([
    ['by number', 'Employee number;Name\n501;Somebody'],
    ['by name and address', 'Name;E-mail\nfemke  mulder;F@tulp.example'],
    ['by both names and address', 'First name,Last name,Email\nFemke,Mulder,f@tulp.example'],
  ])('are found %s', (_how, text) => {
    expect(findPortalEmployees('e.csv', Buffer.from(text), [femke, anEmployee('502')])).toEqual(
      new Set([femke.subject]),
    )
  })

  it('are not found by a name alone, which several people may have', () => {
    expect(() => findPortalEmployees('e.csv', Buffer.from('Name\nFemke Mulder'), [femke])).toThrow(
      /no column to find employees by/,
    )
  })
})

describe('the lists of AkkenCloud CSS', () => {
  const jane = { firstName: 'Jane', lastName: 'Doe', displayName: 'Jane Doe' }
  const world = (): Partial<AccessPlanInput> => ({
    portal: aPortal('akken-css'),
    policy: aPolicy({
      portal: 'akken-css',
      environment: null,
      permissionSets: new Map([
        [
          'Planner',
          {
            ...{ jobOrders: 'create', jobOrderOwner: '65f101000000030000000002' },
            ...{ assignments: 'contact-and-reports', timesheets: 'approve', timesheetsOf: 'reports' },
          },
        ],
      ]),
      otherwise: { template: 'Planner', email: 'work', language: null },
      companyId: 'BEDACHT42',
    }),
    owners: new Map([['65f101000000030000000002', { hasEmail: true, name: 'Ada Planner' }]]),
    people: [
      aContact('C1', { ...jane, customerName: 'Bouw BV' }),
      aContact('C2', { ...jane, customerName: 'Weg BV', customerId: 'K2' }),
    ],
  })

  it('tell two contacts of one name apart by their companies', () => {
    expect(listsOf(world())).toMatchObject([
      {
        'Go to': 'Admin > User Management > User Type: Customer Self Service > New User',
        Press: 'Next, Create User',
        people: [
          { Name: 'Jane Doe', Company: 'Bouw BV', 'User name': 'jane.doe' },
          { Name: 'Jane Doe', Company: 'Weg BV', 'User name': 'jane.doe2' },
        ],
      },
    ])
  })

  it('say the owner by name and the options as the screen has them', () => {
    expect(listsOf(world())[0]).toMatchObject({
      Permissions:
        'Job Orders: Create; Job Orders: Select Owner: Ada Planner; Assignments: This Contact and Reports Only; ' +
        'Timesheets: Approve; Timesheets: access: This Contact’s Reports Only',
    })
  })

  it('are told so on a terminal too', () => {
    const look = toLook({ colour: false, width: 160, showNames: true })

    const text = buildHandOverText(handOverOf(world()), 'whole', look)

    for (const words of ['Bouw BV', 'Weg BV', 'Ada Planner', 'New User', 'Company ID: BEDACHT42'])
      expect(text).toContain(words)
    expect(text).not.toContain('65f101000000030000000002')
  })
})

describe('a list in each language', () => {
  it.each(languages)('keeps the words of the portal as they are: %s', (language) => {
    const lists = listsOf({ people: [anEmployee('501'), anEmployee('502')] }, language)
    const text = JSON.stringify(lists)

    expect(text).toContain('Employee login')
    expect(text).toContain('Add user accounts')
    expect(text.includes('What')).toBe(language === 'en')
  })

  it('is the one of the hand-over', () => {
    const [list] = listsOf({ people: [anEmployee('501'), anEmployee('502')] }, 'nl')

    expect(list).toMatchObject({
      Wat: 'Logins toevoegen',
      'Ga naar': 'masterniveau > Employee login',
      'Klik op': 'Add user accounts',
      people: [{ Waarom: 'heeft nog geen login en moet er een krijgen' }, {}],
    })
  })
})

describe('a portal with options', () => {
  it('has words of its screen for every choice that can be granted', () => {
    const work = planWork({
      portal: aPortal('akken-css'),
      policy: aPolicy({
        portal: 'akken-css',
        environment: null,
        permissionSets: new Map([['A', { assignments: 'all' }]]),
        otherwise: { template: 'A', email: 'work', language: null },
      }),
      people: [aContact('C1')],
    })
    const options = aPortal('akken-css').permissions ?? {}

    expect(work.kind).toBe('create')
    for (const { choices = [], choiceLabels = {} } of Object.values(options))
      expect(choices.slice(1).filter((choice) => choiceLabels[choice] === undefined)).toEqual([])
  })
})
