import { describe, expect, it } from '@jest/globals'

import { createNmbrsPaces } from '../../src/app/compose/nmbrs/nmbrs-paces.js'
import type { ConnectionConfig } from '../../src/config/config.js'
import { silentLog } from '../../src/domain/log.js'
import type { PacedQueue } from '../../src/http/paced-queue.js'
import { createJumpingClock } from '../http/fake-clock.js'

type Nmbrs = ConnectionConfig['nmbrs']

const aConnection = (differs: Partial<Nmbrs> = {}): ConnectionConfig => {
  const nmbrs = {
    host: 'https://api.nmbrs.nl',
    username: 'api@acme.example',
    domain: 'acme',
    maxCallsPerSecond: 100,
  }
  // Only the account of a connection is looked at.
  return { nmbrs: { ...nmbrs, ...differs } } as ConnectionConfig
}

/**
 * When each of so many calls starts, in milliseconds of a clock that jumps to where the sleeper wants to be.
 */
const startsOf = async (queue: PacedQueue, calls: number, now: () => number): Promise<number[]> => {
  const lane = queue.openLane()
  const starts: number[] = []
  await Promise.all(Array.from({ length: calls }, () => lane.run(() => Promise.resolve(starts.push(now())))))
  return starts
}

describe('connections that use the same Nmbrs account', () => {
  it.each([
    { what: 'the same user', differs: { domain: 'other' } },
    { what: 'the same environment', differs: { username: 'second@acme.example' } },
    { what: 'the same user in other letters', differs: { username: 'API@Acme.example', domain: 'other' } },
  ])('share one queue: $what', ({ differs }) => {
    const paces = createNmbrsPaces(silentLog)
    const connections = [aConnection(), aConnection(differs)]

    const [one, other] = connections.map((connection) => paces.queueOf(connection, connections))

    expect(one).toBe(other)
  })

  it.each([
    { what: 'another user in another environment', differs: { username: 'api@b.example', domain: 'b' } },
    { what: 'another host', differs: { host: 'https://api-sandbox.nmbrs.nl' } },
  ])('do not share with $what', ({ differs }) => {
    const paces = createNmbrsPaces(silentLog)
    const connections = [aConnection(), aConnection(differs)]

    const [one, other] = connections.map((connection) => paces.queueOf(connection, connections))

    expect(one).not.toBe(other)
  })

  it('share through a third one', () => {
    const paces = createNmbrsPaces(silentLog)
    const connections = [
      aConnection(),
      aConnection({ username: 'b@acme.example', domain: 'b' }),
      aConnection({ username: 'b@acme.example' }),
    ]

    const queues = new Set(connections.map((connection) => paces.queueOf(connection, connections)))

    expect(queues.size).toBe(1)
  })

  it('keep to the lowest rate that one of them sets, also when it was lowered later', async () => {
    const clock = createJumpingClock()
    const paces = createNmbrsPaces(silentLog, clock)
    const [fast, slow] = [aConnection({ maxCallsPerSecond: 150 }), aConnection({ maxCallsPerSecond: 5 })]

    paces.queueOf(fast, [fast])
    const starts = await startsOf(paces.queueOf(fast, [fast, slow]), 12, clock.now)

    expect(starts[11]! - starts[0]!).toBeGreaterThanOrEqual(11 * 200)
  })

  it('keep their queue from run to run', () => {
    const paces = createNmbrsPaces(silentLog)
    const connection = aConnection()

    expect(paces.queueOf(connection, [connection])).toBe(paces.queueOf(connection, [connection]))
  })
})
