import { describe, expect, it } from '@jest/globals'

import type { ConnectionStanding } from '../../src/daemon/connection-watch.js'
import { judgeReadiness, toProbeLine } from '../../src/daemon/probe.js'
import { aStanding } from './a-standing.js'
import { at } from './past-run-builders.js'

const nowMs = at('2026-11-22T02:00:00Z')

const judge = (standings: readonly ConnectionStanding[], rejectedAt: string | null = null) =>
  judgeReadiness({ connections: standings, rejectedAt }, nowMs)

describe('a probe', () => {
  it.each<[string, Partial<ConnectionStanding>, string]>([
    ['a run that left nothing over', {}, 'OK'],
    ['something held', { lastResult: 'held' }, 'WARNING'],
    ['a failed run', { lastResult: 'failed' }, 'WARNING'],
    ['a run that was cut off', { lastResult: 'aborted' }, 'WARNING'],
    ['a run that waits for another', { waitingSince: '2026-11-22T01:00:00.000Z' }, 'WARNING'],
    ['no success in two schedules', { stale: true, lastResult: 'failed' }, 'CRITICAL'],
    ['a success that is dated after now', { lastSuccessAt: '2026-11-22T03:00:00.000Z' }, 'CRITICAL'],
    ['a run that is dated ahead', { datedAhead: '2027-11-22T01:00:00.000Z' }, 'CRITICAL'],
    ['logins that did not arrive', { logins: { code: 'not-handed-over', failures: 1 } }, 'WARNING'],
    ['logins that keep failing', { ready: false, logins: { code: 'x', failures: 2 } }, 'CRITICAL'],
    ['quarantine', { quarantine: { code: 'nmbrs-timeout', failures: 4 } }, 'CRITICAL'],
  ])('of %s says so', (_what, differs, level) => {
    expect(judge([aStanding(differs)]).level).toBe(level)
  })

  it('takes the worst of several connections, and names each that is not well', () => {
    const held = aStanding({ connection: 'beta', lastResult: 'held' })
    const away = aStanding({ quarantine: { code: 'nmbrs-timeout', failures: 4 } })

    expect(judge([held, away])).toMatchObject({
      level: 'CRITICAL',
      text: 'beta has something held; acme keeps failing (nmbrs-timeout)',
    })
  })

  it('warns of a configuration that was not taken over', () => {
    expect(judge([aStanding()], '2026-11-22T01:30:00.000Z').level).toBe('WARNING')
  })

  it('is one line, with the age of each success as a figure', () => {
    const never = aStanding({ connection: 'beta', lastSuccessAt: null })

    expect(toProbeLine(judge([aStanding(), never]))).toBe("NMBRS-SYNC OK - 2 in step | 'acme age'=3600s")
  })
})

describe('the end of SOAP', () => {
  it.each([
    [31, 'OK', '1 in step'],
    [30, 'WARNING', 'acme is on SOAP: Nmbrs ends SOAP on 2027-03-01, in 30 days'],
    [0, 'WARNING', 'acme is on SOAP: Nmbrs ended SOAP on 2027-03-01'],
  ] as const)(
    'is a figure for monitoring, and a warning in the last month: %p days',
    (daysLeft, level, text) => {
      const soapEnds = [{ connection: 'acme', daysLeft }]
      const judged = judgeReadiness({ connections: [aStanding()], soapEnds, rejectedAt: null }, nowMs)

      expect(judged).toMatchObject({ level, text })
      expect(judged.figures).toContain(`'acme soap days'=${daysLeft}`)
    },
  )
})
