import { describe, expect, it } from '@jest/globals'

import {
  findLastSuccess,
  findLatestTurn,
  findTrouble,
  wasCutOff,
  type PastRun,
} from '../../src/daemon/past-runs.js'
import { aPastRun, at, byHand, failed, killed, stopped } from './past-run-builders.js'

/** Runs of the nights up to the 22nd, the latest first. */
const nights = (...differences: readonly Partial<PastRun>[]): PastRun[] =>
  differences.map((differs, index) => aPastRun(`2026-11-${22 - index}T01:00:00Z`, differs))

describe('the trouble of a connection', () => {
  it.each<[string, PastRun[], number | undefined]>([
    ['no run yet', nights(), undefined],
    ['the latest run worked', nights({}, failed, failed), undefined],
    ['the latest run ended with something held', nights({ result: 'held' }, failed), undefined],
    [
      'the latest run came to its end, though single writes failed',
      nights({ result: 'failed' }, failed),
      undefined,
    ],
    ['two failed since one worked', nights(failed, failed, {}, failed), 2],
    ['runs that were stopped do not count and change nothing', nights(failed, stopped, failed, {}), 2],
    ['killed runs count', nights(killed, failed, {}), 2],
    ['runs by hand that fail do not count', nights({ ...failed, ...byHand }, failed, {}), 1],
    [
      'a run by hand that works ends it',
      nights({ ...byHand, whole: false }, failed, failed, failed),
      undefined,
    ],
    ['a run by hand that is still going on does not', nights({ ...killed, ...byHand }, failed, failed), 2],
  ])('is counted: %s', (_what, runs, failures) => {
    expect(findTrouble(runs)?.failures).toBe(failures)
  })

  it('has the code and the start of the latest failure', () => {
    const runs = nights(stopped, { ...failed, failureCode: 'alexis-unauthorised' }, failed)

    expect(findTrouble(runs)).toEqual({
      failures: 2,
      code: 'alexis-unauthorised',
      latestStartMs: at('2026-11-21T01:00:00Z'),
    })
  })

  it('has a code of its own for a run without an end', () => {
    expect(findTrouble(nights(killed))?.code).toBe('killed')
  })
})

describe('the latest success', () => {
  it.each<[string, PastRun[], string | undefined]>([
    ['none', nights(failed, killed), undefined],
    ['of a run with something held', nights(failed, { result: 'held' }, {}), '2026-11-21T01:01:00Z'],
    ['not of a run with failed writes', nights({ result: 'failed' }, {}), '2026-11-21T01:01:00Z'],
    ['not of a run over people that were named', nights({ whole: false }, {}), '2026-11-21T01:01:00Z'],
    ['also of a run by hand', nights(byHand, {}), '2026-11-22T01:01:00Z'],
  ])('is found: %s', (_what, runs, expected) => {
    expect(findLastSuccess(runs)).toBe(expected === undefined ? undefined : at(expected))
  })
})

describe('the latest turn', () => {
  it.each<[string, PastRun[], number]>([
    ['a scheduled run, however it ended', nights(failed, {}), 0],
    ['a run by hand over everybody', nights(byHand, {}), 0],
    ['not a run by hand over somebody', nights({ ...byHand, whole: false }, {}), 1],
    ['not a run by hand that failed', nights({ ...byHand, ...failed }, {}), 1],
    ['not a run by hand that goes on', nights({ ...byHand, ...killed }, {}), 1],
  ])('is %s', (_what, runs, index) => {
    expect(findLatestTurn(runs)).toBe(runs[index])
  })

  it('was cut off when it was stopped or killed', () => {
    expect(nights(stopped, killed, failed, {}).map(wasCutOff)).toEqual([true, true, false, false])
  })
})
