import { describe, expect, it } from '@jest/globals'

import type { DaemonEvent } from '../../src/daemon/events.js'
import { createMetrics } from '../../src/daemon/metrics.js'
import { aStanding } from './a-standing.js'

const at = '2026-11-22T01:05:00.000Z'
const failure = { code: 'not-handed-over', message: 'A list did not arrive', remedy: 'Run access sync' }

/** What Prometheus is told after these events. */
const readAfter = async (events: readonly DaemonEvent[], failures = 0): Promise<string> => {
  const logins = failures === 0 ? null : { code: failure.code, failures }
  const metrics = createMetrics({ version: '1', standings: () => [aStanding({ logins })] })
  for (const event of events) metrics.onEvent(event)
  return (await metrics.read()).text
}

const ended = (failed: boolean): DaemonEvent => ({
  type: 'logins-ended',
  at,
  connection: 'acme',
  failure: failed ? failure : undefined,
})

describe('metrics of a hand-over of logins', () => {
  it('count those that failed beside those that did not', async () => {
    const text = await readAfter([ended(false), ended(true), ended(true)])

    expect(text).toContain('nmbrs_sync_logins_total{connection="acme",result="ok"} 1')
    expect(text).toContain('nmbrs_sync_logins_total{connection="acme",result="failed"} 2')
  })

  it('say how often in a row it failed, and nothing when it did not', async () => {
    expect(await readAfter([], 3)).toContain('nmbrs_sync_logins_failing{connection="acme"} 3')
    expect(await readAfter([])).toContain('nmbrs_sync_logins_failing{connection="acme"} 0')
  })
})

describe('metrics of a daemon that was down', () => {
  it('count each time by its reason', async () => {
    const down: DaemonEvent = { type: 'daemon-was-down', at, failure }

    expect(await readAfter([down, down])).toContain('nmbrs_sync_daemon_down_total{code="not-handed-over"} 2')
  })
})
