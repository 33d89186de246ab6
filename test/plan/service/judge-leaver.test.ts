import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { KeptReason, KnownPerson } from '../../../src/domain/people/leaver.js'
import { judgeLeaver, type SourceWord, type TargetWord } from '../../../src/plan/service/judge-leaver.js'

const companyId = toTargetCompanyId('1234')
const connected = { companyId, status: 'connected', byHand: false } as const
const aPerson = (differs: Partial<KnownPerson> = {}): KnownPerson => ({
  subject: toSourceEmployeeId('65f1c0ffee00000000000001'),
  links: [connected],
  places: [{ companyId, targetId: toTargetEmployeeId('501') }],
  waits: [],
  ...differs,
})

const gone: SourceWord = { state: 'gone' }
const left = (lastDay?: string): SourceWord => ({ state: 'left', lastDay })
const ended = (end: string): TargetWord => ({ state: 'after', end })
const goesOn: TargetWord = { state: 'in', running: 1, hasEnd: false }

const judge = (person: KnownPerson, source: SourceWord, target: TargetWord, lastNoted?: string) =>
  judgeLeaver(person, { source, targetOf: () => target, lastNoted, today: '2026-11-22', afterDays: 30 })

describe('somebody who left', () => {
  it.each<[string, SourceWord, TargetWord, string]>([
    ['erased in the source, ended in the target', gone, ended('2026-10-23'), '2026-11-22'],
    ['inactive in the source, ended in the target', left('2026-10-01'), ended('2026-10-20'), '2026-11-19'],
    [
      'inactive in the source, whose last day is the later one',
      left('2026-10-22'),
      ended('2026-09-30'),
      '2026-11-21',
    ],
    ['inactive in the source, gone from the target', left('2026-10-22'), { state: 'gone' }, '2026-11-21'],
  ])('%s, is due once the days have passed', (_what, source, target, dueOn) => {
    expect(judge(aPerson(), source, target)).toMatchObject({ dueOn, reasons: [] })
  })

  it('is due by what was noted last where no side names a day, and not without that', () => {
    expect(judge(aPerson(), gone, { state: 'gone' }, '2026-10-23').reasons).toEqual([])
    expect(judge(aPerson(), gone, { state: 'gone' }, '2026-10-24').reasons).toEqual(['too-recent'])
    expect(judge(aPerson(), gone, { state: 'gone' }).reasons).toEqual(['no-last-day'])
    expect(judge(aPerson(), gone, ended('2026-10-23'), '2026-11-20').reasons).toEqual([])
  })

  const old = ended('2020-01-31')
  it.each<[KeptReason, KnownPerson, SourceWord, TargetWord]>([
    ['in-source', aPerson(), { state: 'here' }, old],
    ['unread', aPerson(), { state: 'unsure' }, old],
    ['no-last-day', aPerson(), left(), old],
    ['left-out', aPerson({ links: [{ ...connected, status: 'ignored' }] }), left('2020-01-31'), old],
    ['left-out', aPerson({ links: [{ ...connected, status: 'disconnected' }] }), left('2020-01-31'), old],
    ['left-out', aPerson({ links: [{ ...connected, status: 'create-wanted' }] }), left('2020-01-31'), old],
    ['by-hand', aPerson({ links: [{ ...connected, byHand: true }] }), left('2020-01-31'), old],
    ['in-target', aPerson(), gone, goesOn],
    ['in-target', aPerson(), gone, { state: 'before' }],
    ['no-end', aPerson(), gone, { state: 'unknown' }],
    ['no-end', aPerson(), gone, ended('')],
    ['company-not-read', aPerson(), gone, { state: 'not-read' }],
    ['too-recent', aPerson(), gone, ended('2026-10-24')],
    ['hold-open', aPerson({ waits: ['hold-open'] }), gone, old],
    ['write-open', aPerson({ waits: ['write-open'] }), gone, old],
    ['login-active', aPerson({ waits: ['login-active'] }), gone, old],
  ])('is kept: %s', (reason, person, source, target) => {
    expect(judge(person, source, target).reasons).toEqual([reason])
  })

  it('is let go with every mark once the source has erased them: their id cannot come back', () => {
    const marks = (['ignored', 'disconnected', 'create-wanted'] as const).map((status) => ({
      ...connected,
      status,
    }))
    for (const mark of [...marks, { ...connected, byHand: true }])
      expect(judge(aPerson({ links: [mark] }), gone, old).reasons).toEqual([])
  })

  it('is kept for every employee whom they ever were', () => {
    const places = ['501', '502'].map((id) => ({ companyId, targetId: toTargetEmployeeId(id) }))
    const facts = { source: gone, today: '2026-11-22', afterDays: 30 }
    const of = (second: TargetWord) =>
      judgeLeaver(aPerson({ places }), {
        ...facts,
        targetOf: ({ targetId }) => (targetId === '501' ? old : second),
      })

    expect(of(goesOn).reasons).toEqual(['in-target'])
    expect(of(ended('2026-11-01'))).toMatchObject({ dueOn: '2026-12-01', reasons: ['too-recent'] })
    expect(of(old).reasons).toEqual([])
  })
})
