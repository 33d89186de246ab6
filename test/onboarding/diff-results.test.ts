import { describe, expect, it } from '@jest/globals'

import { buildResult } from '../../src/onboarding/result/build-result.js'
import { diffResults } from '../../src/onboarding/result/diff-results.js'
import { parseKeptResult, type KeptResult } from '../../src/onboarding/result/kept-result.js'
import { aCheck, accepted, lost, notAsked, refused, text } from './a-check.js'
import { aProfile } from './a-profile.js'

const profile = aProfile([
  'calls: { CompanyService: { read: [List_GetAll, Run_GetList] } }',
  'facts: [{ id: one, type: text, label: { nl: een, en: one } }]',
])

const run = 'CompanyService:Run_GetList'
const list = 'CompanyService:List_GetAll'

/** A result as it is read back after it was written down. */
const kept = (given: Parameters<typeof aCheck>[0] = {}): KeptResult => {
  const input = aCheck({ profiles: [profile], answers: new Map([['one', text('x')]]), ...given })
  const result = parseKeptResult(JSON.parse(JSON.stringify(buildResult(input))))
  if (result === undefined) throw new Error('not kept')
  return result
}

const answered = (answer: Parameters<Map<string, typeof accepted>['set']>[1]) =>
  kept({
    probes: new Map([
      [list, accepted],
      [run, answer],
    ]),
  })

describe('diffResults', () => {
  it('finds nothing between a result and itself', () => {
    expect(diffResults(kept(), kept())).toMatchObject({
      readiness: null,
      differentIn: [],
      calls: [],
      facts: [],
    })
  })

  it.each([
    ['closed', accepted, refused('1002')],
    ['opened', refused('1002'), accepted],
    ['opened', notAsked('no-run'), accepted],
    ['changed', accepted, lost],
    ['changed', accepted, notAsked('no-run')],
    ['changed', refused('1002'), refused('1003')],
  ])('says that a call was %s', (change, before, after) => {
    const { calls } = diffResults(answered(before), answered(after))

    expect(calls).toMatchObject([{ service: 'CompanyService', call: 'Run_GetList', change }])
  })

  it('says that the readiness was lost', () => {
    expect(diffResults(kept(), answered(refused('1002'))).readiness).toEqual({
      before: 'ready',
      after: 'not-ready',
    })
  })

  it('says which calls came and went with another profile, and that the profiles differ', () => {
    const smaller = aProfile(['calls: { CompanyService: { read: [Run_GetList, SVW_GetCurrent] } }'])

    const diff = diffResults(
      kept(),
      kept({ profiles: [{ ...smaller, edition: '2' }], probes: new Map([[run, accepted]]) }),
    )

    expect(diff.differentIn).toEqual(['profiles'])
    expect(diff.calls.map(({ call, change }) => [call, change])).toEqual([
      ['List_GetAll', 'removed'],
      ['SVW_GetCurrent', 'added'],
    ])
    expect(diff.facts).toEqual([{ id: 'one', before: 'given', after: null, valueChanged: true }])
  })

  it('says that another company or account was checked', () => {
    const { account } = aCheck()

    const other = kept({ companyId: '76', account: { ...account, username: 'else@acme.example' } })

    expect(diffResults(kept(), other).differentIn).toEqual(['company', 'account'])
  })

  it('says that a fact has another value without repeating it', () => {
    const diff = diffResults(kept(), kept({ answers: new Map([['one', text('secret word')]]) }))

    expect(diff.facts).toEqual([{ id: 'one', before: 'given', after: 'given', valueChanged: true }])
    expect(JSON.stringify(diff)).not.toContain('secret')
  })
})

describe('parseKeptResult', () => {
  it.each([null, [], {}, { format: 2 }, 'x', { ...kept(), format: 1, readiness: 'maybe' }])(
    'takes %j for no result',
    (data) => {
      expect(parseKeptResult(data)).toBeUndefined()
    },
  )

  it('passes over what newer versions add', () => {
    const written: unknown = JSON.parse(JSON.stringify({ ...buildResult(aCheck()), later: { more: true } }))

    expect(parseKeptResult(written)).toBeDefined()
  })
})
