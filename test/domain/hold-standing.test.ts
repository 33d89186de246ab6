import { describe, expect, it } from '@jest/globals'

import { toHoldStanding } from '../../src/domain/hold/hold-standing.js'
import type { Hold, HoldSettings } from '../../src/domain/hold/hold.js'
import { aHold, aWord, defaultHoldSettings } from '../support/hold-builders.js'

const standing = (hold: Partial<Hold>, settings: Partial<HoldSettings> = {}, today = '2026-11-22') =>
  toHoldStanding(
    aHold(hold),
    { ...defaultHoldSettings, ...settings },
    { today, timeZone: 'Europe/Amsterdam' },
  )

describe('where a hold stands', () => {
  it('waits until somebody says a word', () => {
    expect(standing({})).toEqual({ state: 'waiting', releasedBy: [], expired: false })
  })

  it('is released by one person where one is enough', () => {
    expect(standing({ words: [aWord()] })).toEqual({
      state: 'released',
      until: '2026-12-21',
      releasedBy: ['fatma'],
    })
  })

  it.each([
    ['the same person twice', [aWord(), aWord({ at: '2026-11-22T09:00:00.000Z' })], 'waiting'],
    ['the same person spelt otherwise', [aWord(), aWord({ actor: ' FATMA ' })], 'waiting'],
    ['two people', [aWord(), aWord({ actor: 'bram' })], 'released'],
  ])('needs two different people where two are set: %s', (_, words, state) => {
    expect(standing({ words }, { releasers: 2 }).state).toBe(state)
  })

  it('counts the waiting days from the first sight in the time zone of the configuration', () => {
    // Half past midnight of the 21st in Amsterdam.
    const hold = { openedAt: '2026-11-20T23:30:00.000Z', words: [aWord()] }

    expect(standing(hold, { waitDays: 2 }, '2026-11-22')).toEqual({
      state: 'delayed',
      from: '2026-11-23',
      releasedBy: ['fatma'],
    })
    expect(standing(hold, { waitDays: 2 }, '2026-11-23').state).toBe('released')
  })

  it('is not released sooner by a clock that jumps back', () => {
    expect(standing({ words: [aWord()] }, { waitDays: 1 }, '2026-11-01').state).toBe('delayed')
  })

  it('waits again once the release ran out', () => {
    expect(standing({ words: [aWord()] }, { expireDays: 3 }, '2026-11-24').state).toBe('released')
    expect(standing({ words: [aWord()] }, { expireDays: 3 }, '2026-11-25')).toEqual({
      state: 'waiting',
      releasedBy: [],
      expired: true,
    })
  })

  it('can be released anew after it ran out', () => {
    const words = [aWord(), aWord({ at: '2026-11-25T09:00:00.000Z' })]

    expect(standing({ words }, { expireDays: 3 }, '2026-11-26')).toMatchObject({
      state: 'released',
      until: '2026-11-28',
    })
  })

  it('with two people lasts as long as both of their releases', () => {
    const words = [aWord(), aWord({ actor: 'bram', at: '2026-11-24T09:00:00.000Z' })]

    expect(standing({ words }, { releasers: 2, expireDays: 3 }, '2026-11-24')).toMatchObject({
      until: '2026-11-24',
    })
    expect(standing({ words }, { releasers: 2, expireDays: 3 }, '2026-11-25')).toMatchObject({
      state: 'waiting',
      releasedBy: ['bram'],
    })
  })

  it('keeps a release that a run took, until it is known how its write ended', () => {
    expect(standing({ words: [aWord()], sending: true }, { expireDays: 0 }, '2026-12-30').state).toBe(
      'released',
    )
  })

  it('is rejected by a word, which also takes earlier releases away', () => {
    const words = [aWord(), aWord({ actor: 'bram', word: 'reject' })]

    expect(standing({ words })).toEqual({ state: 'rejected', by: 'bram' })
    expect(standing({ words: [...words, aWord()] }).state).toBe('released')
    expect(standing({ words: [...words, aWord()] }, { releasers: 2 }).state).toBe('waiting')
  })

  it.each(['used', 'superseded'] as const)('is over once it is %s, whatever was said', (how) => {
    const closed = { how, at: '2026-11-21T10:00:00.000Z' }

    expect(standing({ words: [aWord()], closed, sending: true })).toEqual({ state: how })
  })
})
