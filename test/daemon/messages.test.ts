import { describe, expect, it } from '@jest/globals'

import type { LoginsEnd, ScheduledConnection } from '../../src/daemon/connection-watch.js'
import { createFakeWorld } from './fake-world.js'

const at = (name: string, cron: string): ScheduledConnection => ({
  ...{ name, catchUp: true },
  timetable: { cron, timeZone: 'Europe/Amsterdam' },
})

/** Messages that end when a test says so. */
const slowMessages = () => {
  let started = 0
  const ends: ((end: LoginsEnd | undefined) => void)[] = []
  return {
    send: (): Promise<LoginsEnd | undefined> => {
      started += 1
      return new Promise((resolve) => ends.push(resolve))
    },
    started: () => started,
    end: (end: LoginsEnd | undefined) => ends.shift()?.(end),
  }
}

const undelivered: LoginsEnd = { failure: { code: 'not-handed-over', message: 'x', remedy: 'y' } }
const fine: LoginsEnd = { failure: undefined }

const openWorld = async () => {
  const world = createFakeWorld('2026-11-21T12:00:00Z')
  const messages = slowMessages()
  await world.scheduler.start([at('acme', '0 2 * * *'), at('beta', '0 2 * * *')])
  const saidOfLogins = () =>
    world.events.flatMap((event) =>
      event.type === 'logins-ended' ? [`${event.connection} ${event.failure?.code ?? 'ok'}`] : [],
    )
  return { world, messages, saidOfLogins }
}

describe('messages to people with a new login', () => {
  it('keep no other connection waiting, and no later run of the same one', async () => {
    const { world, messages } = await openWorld()
    world.messages = [messages.send]

    await world.advanceTo('2026-11-23T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme', '01:00 beta', '01:00 acme', '01:00 beta'])
    expect(messages.started()).toBe(1)
  })

  it('of one connection go one after another', async () => {
    const { world, messages } = await openWorld()
    world.messages = [messages.send, () => Promise.resolve(fine), messages.send]
    await world.advanceTo('2026-11-23T12:00:00Z')
    expect(messages.started()).toBe(1)

    messages.end(fine)
    await world.advanceTo('2026-11-23T12:05:00Z')

    expect(messages.started()).toBe(2)
  })

  it.each<[string, LoginsEnd | undefined, LoginsEnd, string]>([
    ['that fail', fine, undelivered, 'acme not-handed-over'],
    ['that arrive', fine, fine, 'acme ok'],
    ['after a hand-over that failed', undelivered, undelivered, 'acme not-handed-over'],
  ])('%s are said with the logins, once', async (_what, handOver, end, said) => {
    const { world, messages, saidOfLogins } = await openWorld()
    world.logins = [handOver]
    world.messages = [messages.send]
    await world.advanceTo('2026-11-22T12:00:00Z')
    expect(saidOfLogins()).toEqual([])

    messages.end(end)
    await world.advanceTo('2026-11-22T12:01:00Z')

    expect(saidOfLogins()).toEqual([said])
    expect(world.scheduler.standings()[0]?.logins?.failures ?? 0).toBe(end.failure === undefined ? 0 : 1)
  })

  it('that cannot be sent at all are a failure of the logins, and the runs go on', async () => {
    const { world, saidOfLogins } = await openWorld()
    world.messages = [() => Promise.reject(new Error('the state file is away'))]

    await world.advanceTo('2026-11-23T12:00:00Z')

    expect(saidOfLogins()).toHaveLength(1)
    expect(saidOfLogins()[0]).not.toBe('acme ok')
    expect(world.began).toHaveLength(4)
  })

  it('are waited for at a stop, and what was left then is no failure', async () => {
    const { world, messages, saidOfLogins } = await openWorld()
    world.messages = [messages.send]
    await world.advanceTo('2026-11-22T12:00:00Z')
    let hasStopped = false
    const stop = world.scheduler.stop().then(() => (hasStopped = true))
    await world.sleepUntil('2026-11-22T12:00:01Z')
    expect(hasStopped).toBe(false)

    messages.end(undelivered)
    await stop

    expect(saidOfLogins()).toEqual([])
  })
})
