import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  findFlaw,
  findStage,
  noProgress,
  withMilestone,
  type Progress,
} from '../../../src/onboarding/progress/progress.js'
import { toStanding } from '../../../src/onboarding/progress/standing.js'
import { toProgressWords } from '../../../src/report/onboarding/progress-words.js'

const today = '2026-11-22'
const progress = (differs: Partial<Progress> = {}): Progress => ({ ...noProgress, ...differs })
const stageOf = (differs: Partial<Progress>) => findStage(progress(differs), today, 14)
const asr = { id: 'asr-per-debtor', consumer: 'a.s.r.' }

describe('an application at a consumer', () => {
  it.each([
    [{}, { stage: 'not-sent' }],
    [{ sentOn: '2026-11-09' }, { stage: 'waiting', for: 'confirmation', days: 13, isOverdue: false }],
    [{ sentOn: '2026-11-08' }, { stage: 'waiting', for: 'confirmation', days: 14, isOverdue: true }],
    [
      { sentOn: '2026-10-01', confirmedOn: '2026-11-20' },
      { stage: 'waiting', for: 'exchange-date', days: 2, isOverdue: false },
    ],
    [
      { sentOn: '2026-10-01', confirmedOn: '2026-11-01' },
      { stage: 'waiting', for: 'exchange-date', isOverdue: true },
    ],
    [
      { sentOn: '2026-10-01', exchangeOn: '2026-12-24' },
      { stage: 'exchange-ahead', on: '2026-12-24' },
    ],
    [
      { sentOn: '2026-10-01', exchangeOn: today },
      { stage: 'exchange-today', on: today },
    ],
    [
      { sentOn: '2026-10-01', exchangeOn: '2026-11-21' },
      { stage: 'exchanged', on: '2026-11-21' },
    ],
  ] as const)('recorded as %j is %j', (recorded, expected) => {
    expect(stageOf(recorded)).toMatchObject(expected)
  })

  it.each([
    [{ sentOn: '2026-11-23' }, 'sent-later'],
    [{ confirmedOn: '2026-11-23' }, 'confirmed-later'],
    [{ sentOn: '2026-11-20', confirmedOn: '2026-11-19' }, 'confirmed-before-sent'],
    [{ sentOn: '2026-11-20', exchangeOn: '2026-11-19' }, 'exchange-before-sent'],
    [{ sentOn: '2026-11-20', confirmedOn: '2026-11-20', exchangeOn: '2026-12-01' }, undefined],
    [{ confirmedOn: '2026-11-20' }, undefined],
  ] as const)('recorded as %j has the flaw %s', (recorded, flaw) => {
    expect(findFlaw(progress(recorded), today)).toBe(flaw)
  })

  it('is looked at anew when the day of the first exchange moves', () => {
    const before = progress({ exchangeOn: '2026-11-22', checkedOn: '2026-11-22' })

    expect(withMilestone(before, 'exchange', '2026-12-01').checkedOn).toBeNull()
    expect(withMilestone(before, 'exchange', '2026-11-22').checkedOn).toBe('2026-11-22')
  })

  it('becomes overdue once, on the day that was announced, and stays so until something is recorded', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 365 }),
        fc.integer({ min: -400, max: 400 }),
        (sent, patience, away) => {
          const sentOn = sent.toISOString().slice(0, 10)
          const on = new Date(Date.parse(sentOn) + away * 86_400_000).toISOString().slice(0, 10)
          const standing = toStanding(asr, progress({ sentOn }), { today: on, remindAfterDays: patience })

          expect(standing.isOverdue).toBe(on >= standing.waiting!.remindOn)
        },
      ),
    )
  })

  it('says in Dutch what was recorded and what is awaited', () => {
    const reminding = { today, remindAfterDays: 14 }
    const words = (differs: Partial<Progress>): string =>
      toProgressWords(toStanding(asr, progress(differs), reminding), 'nl')

    expect(words({})).toBe('nog niet aangeleverd')
    expect(words({ sentOn: '2026-11-20' })).toBe(
      'aangeleverd op 20 november 2026; nog geen bericht dat de koppeling er is sinds 2 dagen; op 4 december 2026 komt een herinnering',
    )
    expect(words({ sentOn: '2026-11-01' })).toContain(
      'sinds 21 dagen. Vraag het na bij a.s.r.: sinds 1 november 2026 kwam er geen bericht',
    )
    expect(words({ sentOn: '2026-11-01', confirmedOn: '2026-11-20', exchangeOn: '2026-12-24' })).toBe(
      'aangeleverd op 1 november 2026; bevestigd op 20 november 2026; eerste uitwisseling op 24 december 2026',
    )
    expect(words({ sentOn: '2026-11-01', exchangeOn: today })).toContain('eerste uitwisseling vandaag')
  })
})
