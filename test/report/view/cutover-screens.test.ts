import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import type { UnmatchedReason } from '../../../src/plan/cutover/judge-ids.js'
import { buildCompareText, toCompareJson } from '../../../src/report/cutover/compare-text.js'
import { buildPrepareText, toPrepareJson, toPrepareRow } from '../../../src/report/cutover/prepare-text.js'
import {
  buildStandingText,
  toStandingJson,
  toStandingRow,
} from '../../../src/report/cutover/standing-text.js'
import { buildCompareView } from '../../../src/report/cutover/view/compare-view.js'
import { buildPrepareView } from '../../../src/report/cutover/view/prepare-view.js'
import { buildStandingView } from '../../../src/report/cutover/view/standing-view.js'
import type { Compared } from '../../../src/run/cutover/compare.js'
import type { CutoverStanding } from '../../../src/run/cutover/cutover-standing.js'
import type { PreparedEnd } from '../../../src/run/cutover/prepare.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const [first, second] = ['p1', 'p2'].map(toSourceEmployeeId) as [
  ReturnType<typeof toSourceEmployeeId>,
  ReturnType<typeof toSourceEmployeeId>,
]

const prepared = (reason: UnmatchedReason): PreparedEnd => ({
  prepared: {
    connection: 'acme',
    ready: false,
    companies: [
      {
        ...{ soapId: '1234', restId: null, unseen: ['7009'] },
        links: {
          ...{ total: 1009, converted: 1013, verified: 1008 },
          unmatched: [{ subject: first, targetId: '7001', reason }],
        },
      },
    ],
  },
  open: [
    { subject: first, section: 'address', replaces: [] },
    { subject: second, section: 'bankAccount', replaces: ['1'] },
  ] as unknown as PreparedEnd['open'],
})

describe('cutover prepare', () => {
  it.each([
    ['gone', 'disconnect', 'nmbrs-sync disconnect p1'],
    ['not-readable', 'correct-and-prepare', 'then: nmbrs-sync cutover prepare'],
    ['ambiguous', 'match', 'nmbrs-sync match p1 ID'],
  ] as const)('says in its text each id, count and next step: %s', (reason, next, words) => {
    const view = buildPrepareView(prepared(reason))
    const text = buildPrepareText(view, wideLook)

    expect(view.companies[0]?.unmatched[0]?.next).toBe(next)
    expect(text).toContain(words)
    expect(text).toContain('7009')
    expectSaidAlike(toPrepareJson(view), text)
  })

  it('counts who waits as its line in the overview does', () => {
    const view = buildPrepareView(prepared('gone'))

    expect(view.counts).toEqual({ connected: 1009, waiting: 3 })
    expect(toPrepareRow(view).values).toEqual([1009, 3, 'not ready'])
  })
})

const standing: CutoverStanding = {
  ...{ connection: 'acme', api: 'soap', consent: 'ok', daysLeft: 91, verifiedAt: '2026-11-20T08:00:00Z' },
  ...{ companies: { total: 1009, paired: 1008 }, links: { total: 1013, paired: 1011 } },
  ...{ openWrites: 0, ready: false },
}

describe('cutover status', () => {
  it.each([
    [{ api: 'rest' }, 'on-rest', null],
    [{ consent: null }, 'no-block', 'add-block'],
    [{ consent: 'gone' }, 'no-consent', 'log-in'],
    [{ verifiedAt: null }, 'not-prepared', 'prepare'],
    [{}, 'not-ready', 'prepare'],
    [{ openWrites: 5 }, 'not-ready', 'sync'],
    [{ ready: true }, 'ready', 'compare'],
  ] as const)('says in its text each count of %j and what is next', (differs, stage, next) => {
    const one = { ...standing, ...(differs as Partial<CutoverStanding>) }
    const view = buildStandingView(one)
    const text = buildStandingText(view, wideLook)

    expect(view).toMatchObject({ stage, next, waiting: 2 + one.openWrites })
    expect(text.includes('Next: ')).toBe(next !== null)
    expect(toStandingRow(view).values[1]).toBe(view.waiting)
    expectSaidAlike(toStandingJson(view), text, one.api === 'rest' ? ['daysLeft'] : [])
  })
})

describe('cutover compare', () => {
  const difference = { subject: first, section: 'address', field: 'City' }

  it.each([
    [[], [], []],
    [[difference], [], ['compare-again']],
    [[], [second], ['prepare']],
    [[difference], [second], ['prepare', 'compare-again']],
  ] as const)('says in its text each id and count of %j and %j', (differences, notCompared, next) => {
    const compared = { people: 1009, differences, notOnRest: [], notCompared } as unknown as Compared
    const view = buildCompareView('acme', compared)
    const text = buildCompareText(view, wideLook)

    expect(view.next).toEqual(next)
    expect(view.isSame).toBe(next.length === 0)
    expect(text.match(/Next: /g)?.length ?? 0).toBe(next.length)
    expect([...notCompared].filter((subject) => !text.includes(subject))).toEqual([])
    expectSaidAlike(toCompareJson(view), text)
  })
})
