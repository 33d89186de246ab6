import { setImmediate as turn } from 'node:timers/promises'

import { describe, expect, it } from '@jest/globals'

import type { ConnectionStanding } from '../../src/daemon/connection-watch.js'
import type { DaemonEvent } from '../../src/daemon/events.js'
import { createHeartbeat } from '../../src/daemon/heartbeat.js'
import { aStanding } from './a-standing.js'
import { aRunEnded, heldDocument, timedOut } from './notices/a-notice.js'

const well = aStanding()

/** How often the address is called after these events. */
const beatsAfter = async (
  events: readonly DaemonEvent[],
  others: Partial<ConnectionStanding>[] = [],
  isConfigRejected = false,
): Promise<number> => {
  let calls = 0
  const heartbeat = createHeartbeat({
    standings: () => [well, ...others.map((differs) => ({ ...well, connection: 'beta', ...differs }))],
    isConfigRejected: () => isConfigRejected,
    call: () => {
      calls += 1
      return Promise.resolve()
    },
  })
  for (const event of events) {
    heartbeat(event)
    await turn()
    await turn()
  }
  return calls
}

const ok = aRunEnded()

describe('a heartbeat', () => {
  it('is sent after each run that left nothing failed, also with something held', async () => {
    expect(await beatsAfter([ok, aRunEnded(heldDocument), ok])).toBe(3)
  })

  it.each<{ what: string; event: DaemonEvent }>([
    { what: 'a run that failed', event: aRunEnded({ run: { result: 'failed' } }) },
    { what: 'a run that did not come to its end', event: aRunEnded({}, { failure: timedOut }) },
    { what: 'a start of the daemon', event: { type: 'daemon-started', at: ok.at, connections: ['acme'] } },
  ])('is not sent after $what', async ({ event }) => {
    expect(await beatsAfter([event])).toBe(0)
  })

  it.each<{ what: string; differs: Partial<ConnectionStanding> }>([
    { what: 'is not ready', differs: { ready: false } },
    { what: 'failed the last time', differs: { lastResult: 'failed' } },
    { what: 'was cut off the last time', differs: { lastResult: 'aborted' } },
    { what: 'has logins that did not arrive', differs: { logins: { code: 'not-handed-over', failures: 1 } } },
    { what: 'waits for another run', differs: { waitingSince: '2026-11-22T01:00:00.000Z' } },
  ])('is not sent for one connection while another one $what', async ({ differs }) => {
    expect(await beatsAfter([ok], [differs])).toBe(0)
  })

  it('is not sent while the changed configuration is wrong', async () => {
    expect(await beatsAfter([ok], [], true)).toBe(0)
  })
})
