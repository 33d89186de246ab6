import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { ScheduledConnection } from '../../src/daemon/connection-watch.js'
import type { DaemonEvent } from '../../src/daemon/events.js'
import { judgeReadiness } from '../../src/daemon/probe.js'
import { createFakeWorld, type Ending } from './fake-world.js'
import { aPastRun, byHand, failed, killed, stopped } from './past-run-builders.js'

const timeZone = 'Europe/Amsterdam'
const scheduled = (name: string, cron: string | undefined, catchUp = true): ScheduledConnection => ({
  name,
  timetable: cron === undefined ? undefined : { cron, timeZone },
  catchUp,
})
const nightly = scheduled('acme', '0 2 * * *')
const quarterly = scheduled('acme', '*/15 * * * *')

const told = (events: readonly DaemonEvent[], ...types: readonly DaemonEvent['type'][]): string[] =>
  events.filter(({ type }) => types.includes(type)).map((event) => `${event.at.slice(11, 16)} ${event.type}`)

const causes = (events: readonly DaemonEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'run-started' ? [event.cause] : []))

describe('a scheduler', () => {
  it('runs a connection at each due time, once', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly])

    await world.advanceTo('2026-11-24T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme', '01:00 acme', '01:00 acme'])
    expect(causes(world.events)).toEqual(['due', 'due', 'due'])
  })

  it('runs within a minute when no alarm rings', async () => {
    const world = createFakeWorld('2026-11-21T12:00:30Z')
    world.alarmsWork = false
    await world.scheduler.start([nightly])

    await world.advanceTo('2026-11-22T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme'])
  })

  it('runs several connections in turn, each at its own times, and those due together one after another', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    world.runMs = 600_000
    await world.scheduler.start([nightly, scheduled('beta', '0 2 * * *'), scheduled('gamma', '5 2 * * *')])

    await world.advanceTo('2026-11-22T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme', '01:10 beta', '01:20 gamma'])
  })

  it('gives a connection with a full timetable no more turns than the others', async () => {
    const world = createFakeWorld('2026-11-21T12:00:30Z')
    world.runMs = 90_000
    const all = ['acme', 'beta', 'gamma'].map((name) => scheduled(name, '* * * * *'))
    await world.scheduler.start(all)

    await world.advanceTo('2026-11-21T12:10:00Z')
    await world.scheduler.stop()

    const turns = world.began.map((line) => line.slice(6))
    expect(turns.slice(0, 6)).toEqual(['acme', 'beta', 'gamma', 'acme', 'beta', 'gamma'])
  })

  it('runs once after the machine has slept through several due times', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly])

    await world.sleepUntil('2026-11-25T09:00:00Z')

    expect(world.began).toEqual(['09:00 acme'])
  })

  it('does not run again when the clock is set back', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly])
    await world.advanceTo('2026-11-22T01:30:00Z')

    await world.sleepUntil('2026-11-22T00:30:00Z')
    await world.advanceTo('2026-11-22T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme'])
  })

  it('never runs what has no timetable, until it is asked', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([scheduled('acme', undefined), scheduled('beta', undefined)])
    await world.advanceTo('2026-11-22T12:00:00Z')

    world.scheduler.ask(['beta'])
    await world.advanceTo('2026-11-22T13:00:00Z')

    expect(world.began).toEqual(['12:00 beta'])
    expect(causes(world.events)).toEqual(['asked'])
  })

  it('stops after the run that goes on', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly, scheduled('beta', '0 2 * * *')])
    world.scheduler.ask(['acme', 'beta'])
    while (world.began.length === 0) await Promise.resolve()

    await world.scheduler.stop()
    world.scheduler.ask(['beta'])
    await world.advanceTo('2026-11-23T12:00:00Z')

    expect(world.began).toEqual(['12:00 acme'])
    expect(told(world.events, 'run-ended')).toHaveLength(1)
  })
})

describe('a scheduler that starts', () => {
  const startsWith = async (
    runs: readonly ReturnType<typeof aPastRun>[],
    connection = nightly,
  ): Promise<string[]> => {
    const world = createFakeWorld('2026-11-22T09:00:00Z')
    world.stored.set('acme', [...runs])
    await world.scheduler.start([connection])
    await world.advanceTo('2026-11-22T23:00:00Z')
    return world.began
  }
  const theNightBefore = aPastRun('2026-11-21T01:00:00Z')

  it('makes up once for the runs that were missed', async () => {
    expect(await startsWith([aPastRun('2026-11-18T01:00:00Z')])).toEqual(['09:00 acme'])
    expect(await startsWith([{ ...theNightBefore, ...failed }])).toEqual(['09:00 acme'])
  })

  it('does not when it is told not to', async () => {
    expect(await startsWith([theNightBefore], { ...nightly, catchUp: false })).toEqual([])
    expect(await startsWith([{ ...theNightBefore, ...killed }], { ...nightly, catchUp: false })).toEqual([])
  })

  it('does not when the last due time had its run, by schedule or by hand', async () => {
    expect(await startsWith([aPastRun('2026-11-22T01:00:00Z')])).toEqual([])
    expect(await startsWith([aPastRun('2026-11-22T01:00:00Z', failed)])).toEqual([])
    expect(await startsWith([aPastRun('2026-11-22T07:00:00Z', byHand), theNightBefore])).toEqual([])
  })

  it('does when the run by hand was about named people only, or failed', async () => {
    const some = aPastRun('2026-11-22T07:00:00Z', { ...byHand, whole: false })
    const wrong = aPastRun('2026-11-22T07:00:00Z', { ...byHand, ...failed })

    expect(await startsWith([some, theNightBefore])).toEqual(['09:00 acme'])
    expect(await startsWith([wrong, theNightBefore])).toEqual(['09:00 acme'])
  })

  it('does again what was killed or stopped', async () => {
    expect(await startsWith([aPastRun('2026-11-22T01:00:00Z', killed)])).toEqual(['09:00 acme'])
    expect(await startsWith([aPastRun('2026-11-22T01:00:00Z', stopped)])).toEqual(['09:00 acme'])
  })

  it('starts no first run by surprise', async () => {
    expect(await startsWith([])).toEqual([])
    expect(await startsWith([aPastRun('2026-11-10T09:00:00Z', byHand)])).toEqual([])
  })

  it('tries what was killed again and again less often, so that it does not go round in circles', async () => {
    const times = ['2026-11-22T08:59:00Z', '2026-11-22T08:58:00Z', '2026-11-22T08:57:00Z']
    const world = createFakeWorld('2026-11-22T09:00:00Z')
    world.stored.set(
      'acme',
      times.map((time) => aPastRun(time, killed)),
    )
    await world.scheduler.start([quarterly])

    await world.advanceTo('2026-11-22T09:40:00Z')

    expect(world.began).toEqual(['09:30 acme'])
    expect(told(world.events, 'quarantined', 'recovered')).toEqual(['09:00 quarantined', '09:30 recovered'])
  })
})

describe('a connection that keeps failing', () => {
  const fails = (code: string) => (): Ending => ({ code })

  it('is tried less and less often, and told of once', async () => {
    const world = createFakeWorld('2026-11-21T09:50:00Z')
    world.endings = fails('alexis-timeout')
    await world.scheduler.start([quarterly])

    await world.advanceTo('2026-11-22T08:00:00Z')

    expect(world.began.map((line) => line.slice(0, 5))).toEqual([
      '10:00',
      '10:15',
      '10:30',
      '11:00',
      '12:00',
      '14:00',
      '18:00',
      '02:00',
    ])
    expect(told(world.events, 'quarantined', 'recovered')).toEqual(['10:30 quarantined'])
    expect(world.events.find(({ type }) => type === 'quarantined')).toMatchObject({
      connection: 'acme',
      failures: 3,
      failure: { code: 'alexis-timeout' },
      nextTryAt: '2026-11-21T11:00:00.000Z',
    })
    expect(world.scheduler.standings()).toMatchObject([
      { ready: false, quarantine: { code: 'alexis-timeout', failures: 8 } },
    ])
  })

  it('is told of again when the reason changes, and when it works again', async () => {
    const world = createFakeWorld('2026-11-21T09:50:00Z')
    world.endings = fails('alexis-timeout')
    await world.scheduler.start([quarterly])
    await world.advanceTo('2026-11-21T11:50:00Z')

    world.endings = fails('alexis-unauthorised')
    await world.advanceTo('2026-11-21T15:00:00Z')
    world.endings = () => 'ok'
    await world.advanceTo('2026-11-21T18:20:00Z')

    expect(told(world.events, 'quarantined', 'recovered')).toEqual([
      '10:30 quarantined',
      '12:00 quarantined',
      '18:00 recovered',
    ])
    expect(world.began.at(-1)).toBe('18:15 acme')
  })

  it('stays what it was over a restart, without being told of again', async () => {
    const before = createFakeWorld('2026-11-21T09:50:00Z')
    before.endings = fails('alexis-timeout')
    await before.scheduler.start([quarterly])
    await before.advanceTo('2026-11-21T11:10:00Z')
    const after = createFakeWorld('2026-11-21T11:20:00Z')
    after.stored = before.stored
    after.endings = before.endings

    await after.scheduler.start([quarterly])
    await after.advanceTo('2026-11-21T12:30:00Z')

    expect(after.began).toEqual(['12:00 acme'])
    expect(told(after.events, 'quarantined', 'recovered')).toEqual([])
    expect(after.scheduler.standings()[0]?.ready).toBe(false)
  })

  it('recovers when somebody mends it by hand', async () => {
    const world = createFakeWorld('2026-11-21T09:50:00Z')
    world.endings = fails('alexis-timeout')
    await world.scheduler.start([quarterly])
    await world.advanceTo('2026-11-21T12:10:00Z')
    world.endings = () => 'ok'

    const mended = aPastRun('2026-11-21T12:11:00Z', { ...byHand, whole: false })
    world.stored.set('acme', [mended, ...(world.stored.get('acme') ?? [])])
    await world.advanceTo('2026-11-21T12:20:00Z')

    expect(world.began.at(-1)).toBe('12:15 acme')
    expect(told(world.events, 'recovered')).toHaveLength(1)
  })

  it('runs at once when it is asked for', async () => {
    const world = createFakeWorld('2026-11-21T09:50:00Z')
    world.endings = fails('alexis-timeout')
    await world.scheduler.start([quarterly])
    await world.advanceTo('2026-11-21T12:10:00Z')

    world.scheduler.ask(['acme'])
    await world.advanceTo('2026-11-21T12:11:00Z')

    expect(world.began.at(-1)).toBe('12:10 acme')
  })

  it('does not keep the others from their runs', async () => {
    const world = createFakeWorld('2026-11-21T09:50:00Z')
    world.endings = (name) => (name === 'acme' ? { code: 'alexis-timeout' } : 'ok')
    await world.scheduler.start([quarterly, scheduled('beta', '*/15 * * * *')])

    await world.advanceTo('2026-11-21T11:00:00Z')

    expect(world.began.filter((line) => line.endsWith('beta'))).toHaveLength(5)
  })

  it('backs off from a state file that takes nothing, too', async () => {
    const world = createFakeWorld('2026-11-21T09:50:00Z')
    await world.scheduler.start([quarterly])
    world.readable = false
    world.endings = () => 'not-started'

    await world.advanceTo('2026-11-21T12:30:00Z')

    expect(told(world.events, 'run-not-started', 'quarantined').map((line) => line)).toEqual([
      '10:00 run-not-started',
      '10:15 run-not-started',
      '10:30 run-not-started',
      '10:30 quarantined',
      '11:00 run-not-started',
      '12:00 run-not-started',
    ])
  })
})

describe('a run that another one keeps waiting', () => {
  it('starts soon after that one has ended', async () => {
    const world = createFakeWorld('2026-11-22T00:50:00Z')
    world.endings = () => (world.now() < Date.UTC(2026, 10, 22, 1, 7) ? 'busy' : 'ok')
    await world.scheduler.start([nightly])

    await world.advanceTo('2026-11-22T03:00:00Z')

    expect(world.began).toEqual(['01:07 acme'])
    expect(told(world.events, 'run-waits', 'quarantined', 'run-not-started')).toEqual([])
  })

  it('keeps no other connection waiting', async () => {
    const world = createFakeWorld('2026-11-22T00:50:00Z')
    world.endings = (connection) => (connection === 'acme' ? 'busy' : 'ok')
    await world.scheduler.start([nightly, scheduled('beta', nightly.timetable?.cron ?? '')])

    await world.advanceTo('2026-11-22T01:30:00Z')

    expect(world.began).toEqual(['01:00 beta'])
    expect(world.scheduler.standings().map(({ waitingSince }) => waitingSince)).toEqual([
      '2026-11-22T01:00:00.000Z',
      null,
    ])
  })

  it('is told of once when it waits for long', async () => {
    const world = createFakeWorld('2026-11-22T00:50:00Z')
    world.endings = () => 'busy'
    await world.scheduler.start([nightly, scheduled('beta', '0 4 * * *')])

    await world.advanceTo('2026-11-22T02:50:00Z')

    expect(world.events.filter(({ type }) => type === 'run-waits')).toMatchObject([
      { connection: 'acme', at: '2026-11-22T01:30:00.000Z', since: '2026-11-22T01:00:00.000Z' },
    ])
    expect(world.scheduler.standings()[0]?.waitingSince).toBe('2026-11-22T01:00:00.000Z')
  })

  it('is not needed any more when that one did its work', async () => {
    const world = createFakeWorld('2026-11-22T00:50:00Z')
    world.endings = () => 'busy'
    await world.scheduler.start([nightly])
    await world.advanceTo('2026-11-22T01:05:00Z')

    world.stored.set('acme', [aPastRun('2026-11-22T01:00:30Z', byHand)])
    world.endings = () => 'ok'
    await world.advanceTo('2026-11-22T03:00:00Z')

    expect(world.began).toEqual([])
    expect(world.scheduler.standings()[0]?.waitingSince).toBeNull()
  })
})

describe('a changed configuration', () => {
  it('adds, changes and removes connections, and starts nothing that is over', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly, scheduled('beta', '0 2 * * *')])
    await world.advanceTo('2026-11-22T12:00:00Z')
    world.began.length = 0

    await world.scheduler.change([scheduled('acme', '0 8,15 * * *'), scheduled('gamma', '0 16 * * *')])
    await world.advanceTo('2026-11-23T06:00:00Z')

    expect(world.began).toEqual(['14:00 acme', '15:00 gamma'])
  })

  it('leaves a schedule alone that it does not change', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly])
    await world.advanceTo('2026-11-21T13:00:00Z')

    await world.scheduler.change([nightly])
    await world.advanceTo('2026-11-22T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme'])
  })
})

describe('whatever happens', () => {
  const anEnding = fc.constantFrom<Ending>(
    'ok',
    'busy',
    'not-started',
    { code: 'nmbrs-timeout' },
    { code: 'stopped' },
  )

  it('no connection is tried before it is due, and quarantine and recovery take turns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anEnding, { minLength: 1, maxLength: 20 }), async (endings) => {
        const world = createFakeWorld('2026-11-21T09:50:00Z')
        const coming = [...endings]
        world.endings = () => coming.shift() ?? 'ok'
        await world.scheduler.start([quarterly])

        await world.advanceTo('2026-11-21T19:00:00Z')

        const waits = endings.filter((ending) => ending === 'busy').length
        const late = world.began.filter((line) => !/:(?:00|15|30|45) /.test(line))
        expect(late.length).toBeLessThanOrEqual(waits)
        const words = world.events.flatMap(({ type }) =>
          ['quarantined', 'recovered'].includes(type) ? [type] : [],
        )
        const first = words.filter(
          (word, index) => word === 'recovered' && words[index - 1] !== 'quarantined',
        )
        expect(first).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

describe('logins after a run', () => {
  const undelivered = { failure: { code: 'not-handed-over', message: 'x', remedy: 'y' } }
  const levelOf = (world: ReturnType<typeof createFakeWorld>): string =>
    judgeReadiness({ connections: world.scheduler.standings(), rejectedAt: null }, world.now()).level

  it('that did not arrive are told, warned of once and critical from the second time on', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    world.logins = [undelivered, undelivered, { failure: undefined }]
    await world.scheduler.start([nightly])

    const levels = []
    for (const day of [22, 23, 24]) {
      await world.advanceTo(`2026-11-${day}T12:00:00Z`)
      levels.push([levelOf(world), world.scheduler.standings()[0]!.ready])
    }

    expect(levels).toEqual([
      ['WARNING', true],
      ['CRITICAL', false],
      ['OK', true],
    ])
    const failures = world.events.flatMap((event) =>
      event.type === 'logins-ended' ? [event.failure?.code] : [],
    )
    expect(failures).toEqual(['not-handed-over', 'not-handed-over', undefined])
  })

  it('that did not arrive before the start are known from the state file', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    world.storedLogins = undelivered
    await world.scheduler.start([nightly])

    expect(levelOf(world)).toBe('WARNING')
  })
})
