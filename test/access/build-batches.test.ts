import { describe, expect, it } from '@jest/globals'

import { toAccessSubject, toTargetCompanyId } from '../../src/domain/ids.js'
import type { AccessPlanInput } from '../../src/access/input.js'
import type { Batch, Screen } from '../../src/access/work/batch.js'
import { buildBatches } from '../../src/access/work/build-batches.js'
import { buildScreens } from '../../src/access/work/build-screens.js'
import { planAccess } from '../../src/access/plan-access.js'
import {
  aKnown,
  anEmployee,
  anInput,
  anOrder,
  aPolicy,
  company,
  planWork,
  someRequests,
  theLoginOf,
} from './builders.js'

const batchesOf = (
  differs: Partial<AccessPlanInput>,
  others: Screen['others'] = 'none',
): readonly Batch[] => {
  const input = anInput(differs)
  return buildBatches(planAccess(input), input.portal, input.policy, buildScreens(input, others))
}
const shown = (batches: readonly Batch[]) =>
  batches.map(({ step, selection, people }) => [
    step,
    selection,
    people.map(({ subject }) => subject).join(' '),
  ])
const people = (...ids: string[]) => ids.map((id) => anEmployee(id))

/** An input in which the replacements it asks for were accepted. */
const accepted = (differs: Partial<AccessPlanInput>): Partial<AccessPlanInput> => {
  const acceptances = planAccess(anInput(differs)).actions.flatMap((action) =>
    action.kind === 'none' ? [] : [{ subject: action.subject, work: action.work, how: 'none-open' as const }],
  )
  return { ...differs, requests: someRequests({ acceptances }) }
}

describe('one batch', () => {
  const other = toTargetCompanyId('5678')

  it('has one environment level, template, e-mail kind, language and action', () => {
    const batches = batchesOf({
      people: [
        anEmployee('1'),
        anEmployee('2', { companyId: other }),
        anEmployee('3', { workEmail: undefined }),
        anEmployee('4', { department: 'Shop' }),
        anEmployee('5', { department: 'Export' }),
        anEmployee('6'),
        anEmployee('7'),
      ],
      known: [aKnown('7')],
      requests: someRequests({ resend: new Set([anEmployee('7').subject]) }),
      policy: aPolicy({
        environment: 'accountant',
        debtors: new Map([
          [company, '12'],
          [other, '34'],
        ]),
        rules: [
          { name: 'shop', when: { departments: ['Shop'] }, grant: { template: 'Payslip viewer' } },
          { name: 'export', when: { departments: ['Export'] }, grant: { language: 'DE' } },
        ],
      }),
    })

    expect(
      batches.map((batch) => [
        batch.step,
        batch.level.kind === 'debtor' ? batch.level.debtor : batch.level.kind,
        batch.template,
        batch.emailKind,
        batch.language,
        batch.people.map(({ subject }) => subject).join(' '),
      ]),
    ).toEqual([
      ['add', '12', 'Employee login', 'private', 'NL', '3'],
      ['add', '12', 'Employee login', 'work', 'DE', '5'],
      ['add', '12', 'Employee login', 'work', 'NL', '1 6'],
      ['add', '12', 'Payslip viewer', 'work', 'NL', '4'],
      ['add', '34', 'Employee login', 'work', 'NL', '2'],
      ['resend', 'master', 'Employee login', 'work', 'NL', '7'],
    ])
  })

  it('has at most so many people', () => {
    const batches = batchesOf({ people: people('1', '2', '3', '4', '5'), policy: aPolicy({ maxBatch: 2 }) })

    expect(shown(batches)).toEqual([
      ['add', 'by-name', '1 2'],
      ['add', 'by-name', '3 4'],
      ['add', 'by-name', '5'],
    ])
    expect(new Set(batches.map(({ key }) => key)).size).toBe(3)
  })

  it('is the same batch with the same key when it is built again', () => {
    const input = { people: people('1', '2', '3') }
    const turned = { people: people('3', '1', '2') }

    expect(batchesOf(turned)).toEqual(batchesOf(input))
  })

  it('deletes before it adds, at the level where the login is', () => {
    const policy = aPolicy({ environment: 'accountant', debtors: new Map([[company, '34']]) })
    const login = theLoginOf('1', { level: { kind: 'debtor', debtor: '12' } })

    const batches = batchesOf(accepted({ people: people('1'), known: [aKnown('1', { login })], policy }))

    expect(batches).toMatchObject([
      { step: 'delete', level: { debtor: '12' }, credentials: null, after: [] },
      { step: 'add', level: { debtor: '34' }, credentials: 'link', after: [batches[0]?.key] },
    ])
  })
})

describe('the selection to tick', () => {
  it('is All when everybody on the screen is in the batch', () => {
    expect(shown(batchesOf({ people: people('1', '2') }))).toEqual([['add', 'all', '1 2']])
  })

  it('is All without login when these are exactly the people of the batch', () => {
    expect(shown(batchesOf({ people: people('1', '2', '3'), known: [aKnown('3')] }))).toEqual([
      ['add', 'all-without-login', '1 2'],
    ])
  })

  it('is All with login for a deletion of all of them', () => {
    const batches = batchesOf(
      accepted({
        people: [
          anEmployee('1'),
          anEmployee('2'),
          anEmployee('3', { workEmail: undefined, privateEmail: undefined }),
        ],
        known: [
          aKnown('1', { login: theLoginOf('1', { template: 'Payslip viewer' }) }),
          aKnown('2', { login: theLoginOf('2', { template: 'Payslip viewer' }) }),
        ],
      }),
    )

    expect(shown(batches)).toEqual([
      ['delete', 'all-with-login', '1 2'],
      ['add', 'by-name', '1 2'],
    ])
  })

  it('is by name when somebody without a login is to get none', () => {
    const batches = batchesOf({
      people: [...people('1', '2'), anEmployee('3', { workEmail: undefined, privateEmail: undefined })],
    })

    expect(shown(batches)).toEqual([['add', 'by-name', '1 2']])
  })

  it('is by name when another batch could have been done before, or not', () => {
    const batches = batchesOf({ people: [...people('1', '2'), anEmployee('3', { workEmail: undefined })] })

    expect(shown(batches)).toEqual([
      ['add', 'by-name', '3'],
      ['add', 'by-name', '1 2'],
    ])
  })

  it('is by name when the screen may list people nobody here knows', () => {
    expect(shown(batchesOf({ people: people('1', '2') }, 'possible'))).toEqual([['add', 'by-name', '1 2']])
  })

  it('is by name when work about somebody on the screen is in hand, for nobody knows whether it was done', () => {
    const order = anOrder(planWork({ people: people('3') }))
    const known = [aKnown('3', { login: null, order })]

    expect(shown(batchesOf({ people: people('1', '2', '3'), known }))).toEqual([['add', 'by-name', '1 2']])
  })

  it('is by name when no list was imported and somebody else may have a login', () => {
    const differs = { people: people('1', '2', '3'), known: [aKnown('3')] }

    expect(shown(batchesOf({ ...differs, knownComplete: false }))).toEqual([['add', 'by-name', '1 2']])
  })

  it('is by name without a screen', () => {
    const input = anInput({ people: people('1') })

    expect(shown(buildBatches(planAccess(input), input.portal, input.policy))).toEqual([
      ['add', 'by-name', '1'],
    ])
  })

  it.each([
    { who: 'left', other: anEmployee('3', { service: { state: 'left', since: undefined } }) },
    { who: 'begins later', other: anEmployee('3', { service: { state: 'not-yet', from: undefined } }) },
  ])('is by name when somebody in payroll $who', ({ other }) => {
    expect(shown(batchesOf({ people: [...people('1', '2'), other] }))).toEqual([['add', 'by-name', '1 2']])
  })

  it('is by name when a login is known of somebody who was not read', () => {
    expect(shown(batchesOf({ people: people('1', '2'), known: [aKnown('9')] }))).toEqual([
      ['add', 'by-name', '1 2'],
    ])
  })

  it('is by name for somebody whom the screen does not list', () => {
    const input = anInput({ people: people('1', '2') })
    const screen: Screen = {
      level: { kind: 'master' },
      others: 'none',
      listed: ['1', '3'].map((id) => ({ subject: toAccessSubject(id), login: id === '1' ? 'no' : 'yes' })),
    }

    expect(shown(buildBatches(planAccess(input), input.portal, input.policy, [screen]))).toEqual([
      ['add', 'by-name', '1 2'],
    ])
  })

  it('is by name for what is done on one person’s screen', () => {
    const requests = someRequests({ resend: new Set(['1', '2'].map(toAccessSubject)) })

    expect(
      shown(batchesOf({ people: people('1', '2'), known: [aKnown('1'), aKnown('2')], requests })),
    ).toEqual([['resend', 'by-name', '1 2']])
  })

  it('counts only those on the screen of that level', () => {
    const other = toTargetCompanyId('5678')
    const policy = aPolicy({
      environment: 'accountant',
      debtors: new Map([
        [company, '12'],
        [other, '34'],
      ]),
    })
    const differs = {
      people: [
        ...people('1', '2'),
        anEmployee('3', { companyId: other }),
        anEmployee('4', { service: { state: 'left', since: undefined }, targetId: null }),
        anEmployee('5', { targetId: null }),
      ],
      known: [aKnown('3')],
      policy,
    }

    expect(shown(batchesOf(differs))).toEqual([['add', 'all', '1 2']])
  })
})
