import { describe, expect, it } from '@jest/globals'

import type { DaemonEvent } from '../../../src/daemon/events.js'
import type { Channel } from '../../../src/daemon/notices/channel.js'
import type { MemoryKey, NoticeMemory, Remembered } from '../../../src/daemon/notices/decide-telling.js'
import type { KeptNotice, KeptNotices } from '../../../src/daemon/notices/kept-notices.js'
import { noticeKinds, type Notice } from '../../../src/daemon/notices/notice.js'
import { createNotices, type NoticeSettings } from '../../../src/daemon/notices/notices.js'
import { DeliveryError } from '../../../src/delivery/delivery-error.js'
import type { Log } from '../../../src/domain/log.js'
import { aChange } from '../../report/run-builders.js'
import { aRunEnded, heldDocument, timedOut, type RunEnded } from './a-notice.js'

const createMemory = (): NoticeMemory => {
  const rows = new Map<string, Remembered>()
  const toKey = (key: MemoryKey): string => JSON.stringify([key.connection, key.topic, key.channel])
  return {
    read: (key) => Promise.resolve(rows.get(toKey(key))),
    write: (key, remembered) => {
      rows.set(toKey(key), remembered)
      return Promise.resolve()
    },
  }
}

interface Options {
  rules?: Partial<NoticeSettings['rules']>
  memory?: NoticeMemory
  /** What becomes of each attempt, in order; after the last all arrive. */
  attempts?: (DeliveryError | Error | 'never')[]
  /** What an earlier program kept; what this one keeps is added. */
  store?: KeptNotice[]
}

const open = ({ rules = {}, memory = createMemory(), attempts = [], store = [] }: Options = {}) => {
  const sent: Notice[] = []
  const logged: string[] = []
  const waits: number[] = []
  const note =
    (level: string) =>
    (message: string): void => {
      logged.push(`${level} ${message}`)
    }
  const log: Log = { error: note('error'), warn: note('warn'), info: note('info'), debug: note('debug') }
  const channel: Channel = {
    name: 'email',
    send: (notice) => {
      const failure = attempts.shift()
      if (failure === 'never') return new Promise(() => undefined)
      if (failure !== undefined) return Promise.reject(failure)
      sent.push(notice)
      return Promise.resolve('accepted')
    },
  }
  const settings = {
    rules: { on: noticeKinds, repeat: 'changes' as const, ...rules },
    channels: [channel],
  }
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms)
    return Promise.resolve()
  }
  const kept: KeptNotices = {
    keep: (more) => Promise.resolve(void store.push(...more)),
    take: () => Promise.resolve(store.splice(0)),
  }
  const retry = { sleep, random: () => 1 }
  const notices = createNotices({ settings: () => settings, memory, kept, log, retry, stopMs: 100 })
  const tell = async (...events: DaemonEvent[]): Promise<string[]> => {
    const before = sent.length
    for (const event of events) notices.onEvent(event)
    await notices.settle()
    return sent.slice(before).map(({ kind }) => kind)
  }
  return { tell, sent, logged, waits, notices, memory }
}

/** The same, so many nights later. */
const later = <Event extends DaemonEvent>(event: Event, nights: number): Event => ({
  ...event,
  at: `2026-${nights < 9 ? `11-${22 + nights}` : `12-${String(nights - 8).padStart(2, '0')}`}T01:05:00.000Z`,
})

const ok = aRunEnded()
const held = aRunEnded(heldDocument)
const failed = aRunEnded({ run: { result: 'failed' } }, { failure: timedOut })
const refused: RunEnded = aRunEnded(
  { run: { result: 'failed' } },
  { failure: { ...timedOut, code: 'nmbrs-credentials-refused' } },
)
const quarantined: DaemonEvent = {
  type: 'quarantined',
  at: '2026-11-24T01:05:00.000Z',
  connection: 'acme',
  failures: 3,
  failure: timedOut,
  nextTryAt: '2026-11-24T05:05:00.000Z',
}

describe('notices', () => {
  it.each([
    { what: 'a run without anything left over', event: ok, told: [] },
    { what: 'a run that held something', event: held, told: ['held'] },
    { what: 'a run that failed', event: failed, told: ['failed'] },
    { what: 'writes that failed', event: aRunEnded({ run: { result: 'failed' } }), told: ['failed'] },
    {
      what: 'a run that somebody stopped',
      event: aRunEnded({ run: { result: 'aborted' } }, { failure: { ...timedOut, code: 'stopped' } }),
      told: [],
    },
    {
      what: 'a run that could not start',
      event: {
        type: 'run-not-started',
        at: held.at,
        connection: 'acme',
        cause: 'due',
        failure: timedOut,
      } as const,
      told: ['failed'],
    },
    {
      what: 'a run that waits for another',
      event: {
        type: 'run-waits',
        at: held.at,
        connection: 'acme',
        since: held.at,
        failure: timedOut,
      } as const,
      told: ['failed'],
    },
    { what: 'a quarantine', event: quarantined, told: ['quarantined'] },
    {
      what: 'a configuration that is not usable',
      event: { type: 'config-rejected', at: held.at, message: 'not usable', problems: [] } as const,
      told: ['failed'],
    },
    { what: 'a start', event: { type: 'daemon-started', at: held.at, connections: [] } as const, told: [] },
  ])('after $what: $told', async ({ event, told }) => {
    const { tell } = open()

    expect(await tell(event)).toEqual(told)
  })

  it('tell the same only once, and again after a week, with since when', async () => {
    const { tell, sent } = open()

    const told: string[][] = []
    for (let nights = 0; nights <= 8; nights += 1) told.push(await tell(later(held, nights)))

    expect(told.map(({ length }) => length)).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0])
    expect(sent.map(({ unchangedSince }) => unchangedSince)).toEqual([undefined, held.at])
  })

  it('tell the same each time when that is wanted', async () => {
    const { tell, sent } = open({ rules: { repeat: 'always' } })

    await tell(held)
    await tell(later(held, 1))

    expect(sent.map(({ unchangedSince }) => unchangedSince)).toEqual([undefined, held.at])
  })

  it('tell when something else waits, though the counts are the same', async () => {
    const { tell } = open()
    const other = aRunEnded({
      ...heldDocument,
      changes: heldDocument.changes!.map((change, index) =>
        index === 0 ? aChange({ ...change, subject: 'b9' }) : change,
      ),
    })

    await tell(held)

    expect(await tell(later(other, 1))).toEqual(['held'])
  })

  it('do not mind what was done besides', async () => {
    const { tell } = open()
    const busier = aRunEnded({
      ...heldDocument,
      changes: [...heldDocument.changes!, aChange({ subject: 'b9', outcome: 'applied' })],
    })

    await tell(held)

    expect(await tell(later(busier, 1))).toEqual([])
  })

  it('tell anew what waits again after a night on which nothing did', async () => {
    const { tell } = open()

    await tell(held)
    await tell(later(ok, 1))

    expect(await tell(later(held, 2))).toEqual(['held'])
  })

  it('tell of a failure once, of another reason again, and when it works again', async () => {
    const { tell } = open()

    const told = [
      await tell(failed),
      await tell(later(failed, 1)),
      await tell(later(refused, 2)),
      await tell(later(ok, 3)),
      await tell(later(ok, 4)),
    ]

    expect(told).toEqual([['failed'], [], ['failed'], ['recovered'], []])
  })

  it('say in the message that it works again what waits since then', async () => {
    const { tell, sent } = open()

    await tell(failed)
    await tell(later(held, 1))

    expect(sent[1]).toMatchObject({
      kind: 'recovered',
      headline: 'works again, 2 changes wait, 1 person is blocked',
    })
    expect(await tell(later(held, 2))).toEqual([])
  })

  it('tell that a quarantined connection works again, once, also when failures are not told', async () => {
    const { tell } = open({ rules: { on: ['quarantined', 'recovered'] } })

    const told = [
      await tell(failed, quarantined),
      await tell(later(failed, 3)),
      await tell(later(ok, 4), { type: 'recovered', at: later(ok, 4).at, connection: 'acme' }),
      await tell(later(ok, 5)),
    ]

    expect(told).toEqual([['quarantined'], [], ['recovered'], []])
  })

  it('keep connections apart', async () => {
    const { tell } = open()

    await tell(failed)

    expect(await tell({ ...ok, connection: 'other' })).toEqual([])
    expect(await tell({ ...failed, connection: 'other' })).toEqual(['failed'])
  })

  it('are sent again, with longer and longer waits, while the other side may come back', async () => {
    const away = new DeliveryError('unreachable', 'away', true)
    const { tell, waits, logged } = open({ attempts: [away, away] })

    expect(await tell(held)).toEqual(['held'])
    expect(waits).toEqual([10_000, 20_000])
    expect(logged).toEqual(['warn notice not sent yet', 'warn notice not sent yet', 'info notice sent'])
  })

  it('wait as long as they are asked to', async () => {
    const busy = new DeliveryError('status-503', 'busy', true, '90')
    const { tell, waits } = open({ attempts: [busy] })

    await tell(held)

    expect(waits).toEqual([90_000])
  })

  it('that did not arrive are told by the next run', async () => {
    const wrong = new DeliveryError('login-refused', 'refused', false)
    const { tell, logged, waits } = open({ attempts: [wrong] })

    expect(await tell(held)).toEqual([])
    expect(logged).toEqual(['error notice not sent'])
    expect(waits).toEqual([])
    expect(await tell(later(held, 1))).toEqual(['held'])
  })

  it('are given up after a few tries, and nothing is thrown', async () => {
    const away = new DeliveryError('unreachable', 'away', true)
    const { tell, waits, logged } = open({ attempts: [away, away, away, away, away, away] })

    await tell(held)

    expect(waits).toEqual([10_000, 20_000, 40_000, 80_000])
    expect(logged.at(-1)).toBe('error notice not sent')
  })

  it('survive a bug in a channel', async () => {
    const { tell, logged } = open({ attempts: [new TypeError('oops')] })

    await tell(held)

    expect(logged).toEqual(['error notice not sent'])
  })

  it('are sent without a memory rather than not at all', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('disk full'))
    const { tell, logged } = open({ memory: { read: broken, write: broken } })

    expect(await tell(failed)).toEqual(['failed'])
    expect(logged).toContain('warn notices cannot be remembered')
  })

  it('do not wait for a better moment when the program ends', async () => {
    const away = new DeliveryError('unreachable', 'away', true)
    const { notices, logged } = open({ attempts: [away, away, away] })

    notices.onEvent(held)
    await notices.close()

    expect(logged.at(-1)).toBe('error notice not sent')
  })

  it('are kept for the next start when the program ends first, and told then, each once', async () => {
    const store: KeptNotice[] = []
    const memory = createMemory()
    const dead = open({ memory, store, attempts: ['never'] })
    dead.notices.onEvent(failed)
    dead.notices.onEvent(later(held, 1))
    await dead.notices.close()

    const alive = open({ memory, store })
    await alive.notices.tellKept()
    await alive.notices.settle()

    expect(dead.sent).toEqual([])
    expect(alive.sent.map(({ kind, at }) => `${at} ${kind}`)).toEqual([
      `${failed.at} failed`,
      `${later(held, 1).at} recovered`,
    ])
    expect(store).toEqual([])
  })

  it('are kept when the last attempt fails at the end of the program, and not when they arrived', async () => {
    const store: KeptNotice[] = []
    const { notices, sent } = open({ store, attempts: [new DeliveryError('unreachable', 'away', false)] })
    notices.onEvent(failed)
    notices.onEvent(refused)

    await notices.close()

    expect(store.map(({ situation }) => situation.failure?.code)).toEqual([timedOut.code])
    expect(sent).toHaveLength(1)
  })
})

describe('notices about logins and about the clock', () => {
  const logins = (failure?: typeof timedOut): DaemonEvent => ({
    type: 'logins-ended',
    at: '2026-11-22T01:05:00.000Z',
    connection: 'acme',
    failure,
  })
  const undelivered = { ...timedOut, code: 'not-handed-over', message: 'it did not arrive by webhook' }

  it('tell once that logins were not handed over, beside the run, and when they are again', async () => {
    const { tell, sent } = open()

    await tell(ok, logins(undelivered), later(ok, 1), later(logins(undelivered), 1))
    await tell(later(ok, 2), later(logins(), 2), later(logins(), 3))

    expect(sent.map(({ kind, headline, commands }) => ({ kind, headline, commands }))).toEqual([
      {
        kind: 'failed',
        headline: 'the logins were not handed over (not-handed-over)',
        commands: ['nmbrs-sync access status --connection acme'],
      },
      { kind: 'recovered', headline: 'the logins are handed over again', commands: [] },
    ])
  })

  it('tell once that the latest run is dated after now, and when it is not any more', async () => {
    const { tell, sent } = open()
    const dates = { startedAt: '2027-11-22T01:00:00.000Z', nextRunAt: '2026-11-23T01:00:00.000Z' }
    const at = '2026-11-22T01:05:00.000Z'

    await tell(
      { type: 'clock-ahead', at, connection: 'acme', ...dates },
      { type: 'clock-right', at, connection: 'acme' },
    )

    expect(sent.map(({ kind, headline }) => `${kind}: ${headline}`)).toEqual([
      'failed: the latest run is dated after now',
      'recovered: the latest run is dated before now again',
    ])
  })
})
