import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { buildResult } from '../../src/onboarding/result/build-result.js'
import { toCallKey } from '../../src/onboarding/calls/call-name.js'
import { knownCalls } from '../../src/onboarding/calls/catalogue.js'
import type { CheckInput } from '../../src/onboarding/check/check-input.js'
import { loadProfiles, shippedProfiles } from '../../src/onboarding/profile/load-profiles.js'
import { planCheck } from '../../src/onboarding/check/plan-check.js'
import type { ProbeAnswer } from '../../src/onboarding/check/prober.js'
import { findProfile } from '../../src/onboarding/profile/profile-set.js'
import { aCheck, accepted, answering, lost, notAsked, read, refused, text, unread } from './a-check.js'
import { aProfile } from './a-profile.js'

const shipped = await loadProfiles([shippedProfiles], process.cwd())
const profileOf = (name: string) => {
  const found = findProfile(shipped, name)
  if ('profile' in found) return found.profile
  throw new Error(`no profile ${name}`)
}

const asr = profileOf('asr-per-debtor')
const umbrella = profileOf('asr-umbrella')

const goodAnswers = new Map([
  ['debtorTag', text('a.s.r.')],
  ['processorName', text('Loon & Zo')],
  ['processorEmail', text('post@loon.example')],
  ['employerName', text('Acme')],
  ['frameworkContract', text('RC-1')],
  ['wageTaxNumber', text('123456782L01')],
  ['dga', text('nee')],
  ['thirteenthMonth', text('nee')],
] as const)

/** A check of a.s.r. in which everything is right, but for what is given. */
const anAsrCheck = (given: Partial<CheckInput> = {}): CheckInput =>
  aCheck({ profiles: [asr], answers: goodAnswers, ...given })

const withAnswer = (key: string, answer: ProbeAnswer, profiles = [asr]): Map<string, ProbeAnswer> =>
  answering(profiles, accepted).set(key, answer)

const run = 'CompanyService:Run_GetList'
const runCall = { service: 'CompanyService', call: 'Run_GetList' }

describe('the readiness', () => {
  it('is ready when every demanded call is open and every fact is right', () => {
    expect(buildResult(anAsrCheck())).toMatchObject({ readiness: 'ready', reasons: [], surplus: null })
  })

  it.each([
    ['1002', 'inactive'],
    ['1003', 'outside-filter'],
    ['2003', 'no-access'],
    ['2004', 'no-access'],
    ['2009', 'no-access'],
  ])('is lost when one demanded call is refused with %s', (code, verdict) => {
    const result = buildResult(anAsrCheck({ probes: withAnswer(run, refused(code)) }))

    expect(result).toMatchObject({
      readiness: 'not-ready',
      reasons: [{ reason: 'call-not-open', call: runCall }],
    })
    expect(result.calls.find(({ call }) => call === 'Run_GetList')?.outcome).toEqual({ verdict, code })
  })

  it.each(['no-employee', 'no-run', 'no-period', 'no-task', 'not-described'] as const)(
    'is not shown by a demanded call that was not tried: %s',
    (reason) => {
      const result = buildResult(anAsrCheck({ probes: withAnswer(run, notAsked(reason)) }))

      expect(result).toMatchObject({
        readiness: 'not-ready',
        reasons: [{ reason: 'call-not-shown', call: runCall, because: reason }],
      })
      expect(result.steps.map(({ kind }) => kind)).toContain('make-testable')
    },
  )

  it('is not shown by a call that was not reached', () => {
    const probes = answering([asr], accepted)
    probes.delete(run)

    expect(buildResult(anAsrCheck({ probes })).reasons).toEqual([
      { reason: 'call-not-shown', call: runCall, because: 'stopped' },
    ])
  })

  it('is not shown by a fault that says nothing about rights', () => {
    expect(buildResult(anAsrCheck({ probes: withAnswer(run, refused('9999')) }))).toMatchObject({
      readiness: 'not-ready',
      reasons: [{ reason: 'call-failed' }],
    })
  })

  it.each([
    ['1001', 'wrong-credentials'],
    ['1004', 'no-subscription'],
  ])('cannot be checked when the account is not let in (%s)', (code, reason) => {
    const readings = { companies: unread({ service: 'CompanyService', call: 'List_GetAll' }, code) }
    const result = buildResult(anAsrCheck({ probes: new Map([[run, refused(code)]]), readings }))

    expect(result).toMatchObject({ readiness: 'could-not-check', reasons: [{ reason }] })
    expect(result.steps.map(({ kind }) => kind)).toEqual(['account'])
  })

  it('cannot be checked when nothing answered at all', () => {
    expect(buildResult(anAsrCheck({ probes: answering([asr], lost), readings: {} }))).toMatchObject({
      readiness: 'could-not-check',
      reasons: [{ reason: 'nothing-answered' }],
    })
  })

  it('can be checked when a single call did not answer', () => {
    expect(buildResult(anAsrCheck({ probes: withAnswer(run, lost) })).readiness).toBe('not-ready')
  })

  it('does not hang on calls that are only worth testing', () => {
    const probes = answering([umbrella], refused('1002'))
    const result = buildResult(anAsrCheck({ profiles: [umbrella], probes }))

    expect(result).toMatchObject({ readiness: 'ready', reasons: [] })
    expect(
      result.calls.every(({ requiredBy, testedFor }) => requiredBy.length === 0 && testedFor.length === 1),
    ).toBe(true)
  })

  it('hangs on the tag where one account serves all employers', () => {
    const noTag = { ...aCheck().readings, debtor: read({ debtorId: '5', tags: [] }) }
    const noRight = {
      ...aCheck().readings,
      debtor: unread({ service: 'DebtorService', call: 'Tags_Get' }, '1002'),
    }

    expect(buildResult(anAsrCheck({ profiles: [umbrella], readings: noTag })).reasons).toEqual([
      { reason: 'fact-wrong', fact: 'debtorTag' },
    ])
    expect(buildResult(anAsrCheck({ profiles: [umbrella], readings: noRight })).reasons).toEqual([
      { reason: 'fact-not-compared', fact: 'debtorTag' },
    ])
  })

  it('is lost by a missing fact and by a wrong one', () => {
    const answers = new Map(goodAnswers)
    answers.delete('frameworkContract')
    answers.set('wageTaxNumber', text('123456789L01'))

    const result = buildResult(anAsrCheck({ answers }))

    expect(result.readiness).toBe('not-ready')
    expect(result.reasons).toEqual([
      { reason: 'fact-missing', fact: 'frameworkContract' },
      { reason: 'fact-wrong', fact: 'wageTaxNumber' },
    ])
  })

  it('is lost when the account does not see the company', () => {
    const answers = new Map([...goodAnswers, ['companyName', text('Acme')] as const])
    const { reasons, steps } = buildResult(anAsrCheck({ companyId: '99', answers }))

    expect(reasons).toContainEqual({ reason: 'no-company' })
    expect(reasons).toContainEqual({ reason: 'fact-not-compared', fact: 'companyName' })
    expect(steps[0]).toMatchObject({ kind: 'account', calls: [] })
  })

  it('names the calls outside the filter in place of the company that is out of sight', () => {
    const { steps } = buildResult(anAsrCheck({ companyId: '99', probes: withAnswer(run, refused('1003')) }))

    expect(steps.filter(({ kind }) => kind === 'account')).toMatchObject([{ calls: [runCall] }])
  })

  it('is never promised for a list that is known in part only', () => {
    const profiles = [profileOf('compucase')]

    expect(buildResult(aCheck({ profiles }))).toMatchObject({
      readiness: 'could-not-check',
      reasons: [{ reason: 'profile-incomplete', profile: 'compucase' }],
    })
    expect(buildResult(aCheck({ profiles, probes: answering(profiles, refused('1002')) })).readiness).toBe(
      'not-ready',
    )
  })

  it('does not hang on write calls, which are never called open', () => {
    const profiles = [
      aProfile(['calls: { EmployeeService: { read: [Partner_Get], write: [Partner_Update] } }']),
    ]
    const probes = answering(profiles, accepted).set('EmployeeService:Partner_Update', accepted)

    const result = buildResult(aCheck({ profiles, probes }))

    expect(result.readiness).toBe('ready')
    expect(result.calls.find(({ access }) => access === 'write')?.outcome).toEqual({
      verdict: 'not-tested',
      reason: 'write-call',
    })
    expect(result.steps).toMatchObject([
      { kind: 'look-at-write-calls', calls: [{ service: 'EmployeeService', call: 'Partner_Update' }] },
    ])
  })

  const anyAnswer: fc.Arbitrary<ProbeAnswer> = fc.oneof(
    fc.constant(accepted),
    fc.constant(lost),
    fc.constantFrom('1001', '1002', '1003', '1004', '2003', '2009', '2020', '9999').map(refused),
    fc.constantFrom('no-run', 'no-employee', 'stopped', 'not-described').map((reason) => notAsked(reason)),
  )

  it('is only ready when every demanded call was carried out, whatever the others answered', () => {
    const keys = [...answering([asr], accepted).keys()]

    fc.assert(
      fc.property(fc.array(anyAnswer, { minLength: keys.length, maxLength: keys.length }), (answers) => {
        const probes = new Map(keys.map((key, index) => [key, answers[index] ?? lost]))

        const { readiness } = buildResult(anAsrCheck({ probes }))

        expect(readiness === 'ready').toBe(answers.every(({ answer }) => answer === 'accepted'))
      }),
    )
  })

  it('does not change with the order of the answers', () => {
    const keys = [...answering([asr], accepted).keys()]
    const answered = fc
      .array(anyAnswer, { minLength: keys.length, maxLength: keys.length })
      .chain((answers) => {
        const pairs = keys.map((key, index): [string, ProbeAnswer] => [key, answers[index] ?? lost])
        return fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }))
      })

    fc.assert(
      fc.property(answered, ([straight, shuffled]) => {
        expect(buildResult(anAsrCheck({ probes: new Map(shuffled) }))).toEqual(
          buildResult(anAsrCheck({ probes: new Map(straight) })),
        )
      }),
    )
  })
})

describe('the steps still to take', () => {
  it('name the calls to switch on by service, in the words of the menus', () => {
    const probes = withAnswer(run, refused('1002')).set('EmployeeService:Partner_Get', refused('1002'))
    const { steps } = buildResult(anAsrCheck({ probes }))

    expect(steps.slice(0, 2)).toMatchObject([
      { kind: 'open-calls', calls: [runCall] },
      { kind: 'open-calls', calls: [{ service: 'EmployeeService', call: 'Partner_Get' }] },
    ])
    expect(steps[0]?.text.nl).toBe(
      'Zet deze calls aan in Nmbrs: Instellingen → Gebruikers → Template Users → API-icoon bij de template van dit account → scherm “Webservices rights edit” → Company Services → Active.',
    )
  })

  it('do not call for a call that nobody demands', () => {
    const probes = answering([umbrella], accepted)
      .set(run, refused('1002'))
      .set('EmployeeService:Partner_Get', lost)
    const { steps } = buildResult(anAsrCheck({ profiles: [umbrella], probes }))

    expect(steps[0]).toMatchObject({ kind: 'open-calls', calls: [runCall] })
    expect(steps[0]?.text.en).toContain('not demanded')
    expect(steps.map(({ kind }) => kind)).not.toContain('make-testable')
  })

  it('leave out what is done already', () => {
    const done = buildResult(anAsrCheck({ profiles: [umbrella] })).steps.map(({ text: words }) => words.en)
    const readings = { ...aCheck().readings, debtor: read({ debtorId: '5', tags: [] }) }
    const open = buildResult(anAsrCheck({ profiles: [umbrella], readings })).steps.map(
      ({ text: words }) => words.en,
    )

    expect(done.some((words) => words.includes('Tag toevoegen'))).toBe(false)
    expect(open.some((words) => words.includes('Tag toevoegen'))).toBe(true)
  })

  it('are taken once when two consumers ask for the same', () => {
    const texts = buildResult(anAsrCheck({ profiles: [asr, umbrella] })).steps.map(
      ({ text: words }) => words.en,
    )

    expect(new Set(texts).size).toBe(texts.length)
  })

  it('say which facts to give and which to correct', () => {
    const answers = new Map([['wageTaxNumber', text('1')]])
    const { steps } = buildResult(anAsrCheck({ answers }))

    expect(steps.find(({ kind }) => kind === 'give-facts')?.facts).toContain('frameworkContract')
    expect(steps.find(({ kind }) => kind === 'correct-facts')?.facts).toEqual(['wageTaxNumber'])
  })
})

describe('the calls of a result', () => {
  it('stand service by service, each once, with everybody who names them', () => {
    const one = aProfile([
      'calls: { EmployeeService: { read: [Partner_Get] }, DebtorService: { read: [Tags_Get] } }',
    ])
    const two = {
      ...aProfile([
        'calls: { EmployeeService: { read: [partner get] }, CompanyService: { read: [SVW_GetCurrent] } }',
        'callsAre: testable',
      ]),
      id: 'two',
    }
    const { calls } = buildResult(aCheck({ profiles: [one, two] }))

    expect(calls).toMatchObject([
      { call: 'SVW_GetCurrent', requiredBy: [], testedFor: ['two'] },
      { call: 'Partner_Get', requiredBy: ['polis'], testedFor: ['two'], publishedAs: [] },
      { call: 'Tags_Get', requiredBy: ['polis'], testedFor: [] },
    ])
  })

  it('tell of a misprint on the list, and not of a stray point', () => {
    const { calls } = buildResult(anAsrCheck())

    expect(calls.flatMap(({ publishedAs }) => publishedAs)).toEqual([
      'PersonalInfo_GetCurren',
      'Report_GetWageCodesByRunCompany_ FilterByWageCode_Background',
      'Report_BackgroundTask_Result',
    ])
  })
})

describe('the suggested template', () => {
  it('is the union of the chosen profiles, writes included', () => {
    const horeko = profileOf('horeko')
    const { template } = buildResult(anAsrCheck({ profiles: [asr, horeko] }))

    const named = new Set([...asr.calls, ...horeko.calls].map(toCallKey))
    const suggested = template.flatMap(({ service, calls }) =>
      calls.map((call) => toCallKey({ service, call })),
    )
    expect(new Set(suggested)).toEqual(named)
    expect(suggested).toHaveLength(named.size)
  })
})

describe('the surplus', () => {
  it('is every read call that is open and that no chosen profile names', () => {
    const probes = new Map(planCheck([asr], new Map(), true).calls.map((call) => [toCallKey(call), accepted]))
    const { surplus } = buildResult(anAsrCheck({ probes, surplus: true }))

    const named = new Set(asr.calls.map(toCallKey))
    const expected = knownCalls
      .filter(({ access }) => access === 'read')
      .map(toCallKey)
      .filter((key) => !named.has(key))
    expect(surplus?.open.map(toCallKey)).toEqual(expected)
    expect(surplus?.notTested).toEqual([])
  })

  it('says of which calls it is not known, and leaves out those that are closed', () => {
    const probes = answering([asr], accepted)
      .set('CompanyService:WageTax_GetList', accepted)
      .set('CompanyService:WageTax_GetXML', refused('1002'))
      .set('CompanyService:SVW_GetCurrent', lost)
    const { surplus } = buildResult(anAsrCheck({ probes, surplus: true }))

    expect(surplus?.open).toEqual([{ service: 'CompanyService', call: 'WageTax_GetList' }])
    expect(surplus?.notTested).toContainEqual({
      call: { service: 'CompanyService', call: 'SVW_GetCurrent' },
      because: 'failed',
    })
    expect(JSON.stringify(surplus)).not.toContain('WageTax_GetXML')
  })

  it('never has a write in it', () => {
    const plan = planCheck(shipped, new Map(), true)
    const writes = new Set(knownCalls.filter(({ access }) => access === 'write').map(toCallKey))

    expect(plan.calls.map(toCallKey).filter((key) => writes.has(key))).toEqual([])
  })
})

describe('what a check finds out', () => {
  it('is each call once, the facts that are asked for, and the numbers of directors', () => {
    const answers = new Map([
      ['dga', { kind: 'dga', present: true, people: [{ name: 'A', employeeNumber: ' 12 ' }] } as const],
    ])
    const plan = planCheck([asr, umbrella], answers, false)

    expect(plan.calls).toHaveLength(19)
    expect(plan.lookUps).toEqual({ period: true, domain: true, tags: true, employeeNumbers: ['12'] })
  })

  it('looks for nobody while the answer cannot be an employee number', () => {
    const answers = new Map([
      ['dga', { kind: 'dga', present: true, people: [{ name: 'A', employeeNumber: '1; 2' }] } as const],
    ])

    expect(planCheck([asr], answers, false).lookUps.employeeNumbers).toEqual([])
  })
})

describe('the document', () => {
  it('survives being written down', () => {
    const result = buildResult(anAsrCheck({ surplus: true }))

    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('holds of employees only the director the user named', () => {
    const answers = new Map([
      ...goodAnswers,
      [
        'dga',
        { kind: 'dga', present: true, people: [{ name: 'Piet Jansen', employeeNumber: '12' }] } as const,
      ],
    ])
    const readings = {
      ...aCheck().readings,
      employees: new Map([['12', read([{ displayName: 'Jansen, Xaverius' }])]]),
    }

    const document = JSON.stringify(buildResult(anAsrCheck({ answers, readings })))

    expect(document).toContain('Piet Jansen')
    expect(document).not.toContain('Xaverius')
  })
})
