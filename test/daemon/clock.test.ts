import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { ConnectionStanding, ScheduledConnection } from '../../src/daemon/connection-watch.js'
import { judgeReadiness } from '../../src/daemon/probe.js'
import { toIso } from '../../src/daemon/past-runs.js'
import { createFakeWorld, type FakeWorld } from './fake-world.js'
import { aPastRun, at, failed } from './past-run-builders.js'

const timeZone = 'Europe/Amsterdam'
const scheduled = (name: string, cron = '0 2 * * *'): ScheduledConnection => ({
  name,
  timetable: { cron, timeZone },
  catchUp: true,
})
const nightly = scheduled('acme')

const standingOf = (world: FakeWorld): ConnectionStanding => world.scheduler.standings()[0]!

const levelOf = (world: FakeWorld): string =>
  judgeReadiness({ connections: world.scheduler.standings(), rejectedAt: null }, world.now()).level

const typesOf = (world: FakeWorld, ...types: string[]): string[] =>
  world.events.filter(({ type }) => types.includes(type)).map(({ type }) => type)

describe('a clock that was ahead', () => {
  it('costs no run after it is set right, and is not green until a run has ended by the right one', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly])
    await world.setClock('2027-11-21T12:00:00Z')
    expect(world.began).toHaveLength(1)

    await world.setClock('2026-11-21T12:05:00Z')
    const doubtful = { ...standingOf(world), level: levelOf(world) }
    await world.advanceTo('2026-11-24T12:00:00Z')

    expect(doubtful).toMatchObject({
      ready: false,
      level: 'CRITICAL',
      datedAhead: '2027-11-21T12:01:00.000Z',
      lastSuccessAt: null,
      nextRunAt: '2026-11-22T01:00:00.000Z',
    })
    expect(world.began.slice(1)).toEqual(['01:00 acme', '01:00 acme', '01:00 acme'])
    expect(standingOf(world)).toMatchObject({ ready: true, datedAhead: null })
    expect(levelOf(world)).toBe('OK')
    expect(typesOf(world, 'clock-ahead', 'clock-right')).toEqual(['clock-ahead', 'clock-right'])
  })

  it('is found by a daemon that starts after it, too', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    world.stored.set('acme', [aPastRun('2027-06-01T01:00:00Z'), aPastRun('2026-11-21T01:00:00Z')])
    await world.scheduler.start([nightly])

    expect(standingOf(world)).toMatchObject({ ready: false, nextRunAt: '2026-11-22T01:00:00.000Z' })
    expect(typesOf(world, 'clock-ahead')).toHaveLength(1)
    await world.advanceTo('2026-11-22T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme'])
    expect(standingOf(world)).toMatchObject({ ready: true, lastSuccessAt: '2026-11-22T01:00:01.000Z' })
  })

  it('does not keep a daemon that started by it from running and from growing stale', async () => {
    const world = createFakeWorld('2027-11-21T12:00:00Z')
    world.endings = () => 'not-started'
    await world.scheduler.start([nightly])

    await world.setClock('2026-11-21T12:00:00Z')
    await world.advanceTo('2026-11-24T12:00:00Z')

    expect(typesOf(world, 'run-not-started')).toHaveLength(3)
    expect(standingOf(world)).toMatchObject({ ready: false, stale: true })
  })

  it('leaves a connection that keeps failing in quarantine, and tries it again in time', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    world.stored.set(
      'acme',
      ['2027-11-21', '2027-11-20', '2027-11-19'].map((day) => aPastRun(`${day}T01:00:00Z`, failed)),
    )
    world.endings = () => ({ code: 'nmbrs-timeout' })
    await world.scheduler.start([nightly])

    await world.advanceTo('2026-11-24T12:00:00Z')

    expect(standingOf(world)).toMatchObject({ ready: false, quarantine: { code: 'nmbrs-timeout' } })
    expect(typesOf(world, 'recovered')).toEqual([])
    expect(world.began.length).toBeGreaterThanOrEqual(2)
  })

  it('is no matter while it is set by a few minutes only', async () => {
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    await world.scheduler.start([nightly])
    await world.advanceTo('2026-11-22T01:01:00Z')

    await world.setClock('2026-11-22T00:57:00Z')
    await world.advanceTo('2026-11-22T12:00:00Z')

    expect(world.began).toEqual(['01:00 acme'])
    expect(typesOf(world, 'clock-ahead')).toEqual([])
    expect(standingOf(world).ready).toBe(true)
  })

  it('always leads to a run at the next regular due time, wherever it is set to', async () => {
    const day = 86_400_000
    const moments = fc.array(fc.integer({ min: -400 * day, max: 400 * day }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(moments, async (sets) => {
        const world = createFakeWorld('2026-11-21T12:00:00Z')
        await world.scheduler.start([nightly])
        for (const set of sets) await world.setClock(toIso(at('2026-11-21T12:00:00Z') + set))
        const before = world.began.length

        await world.advanceTo(toIso(world.now() + 1.1 * day))

        expect(world.began.length).toBeGreaterThan(before)
        expect(standingOf(world).ready).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  it('keeps nobody in the dark after it was ahead in a night of a change of the clocks', async () => {
    const world = createFakeWorld('2026-10-24T12:00:00Z')
    await world.scheduler.start([scheduled('acme', '30 2 * * *')])
    await world.setClock('2027-03-28T00:45:00Z')
    await world.setClock('2026-10-24T12:10:00Z')

    await world.advanceTo('2026-10-25T12:00:00Z')

    expect(world.began.at(-1)).toBe('00:30 acme')
    expect(standingOf(world).ready).toBe(true)
  })
})

describe('ten connections of which three fail', () => {
  it('are never green, and name those that fail', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `c${index}`)
    const world = createFakeWorld('2026-11-21T12:00:00Z')
    const ill = new Set(['c2', 'c5', 'c7'])
    world.endings = (name) =>
      !ill.has(name) ? 'ok' : name === 'c2' ? 'not-started' : { code: 'nmbrs-timeout' }
    await world.scheduler.start(names.map((name) => scheduled(name)))

    const levels = []
    for (const day of [22, 23, 24, 25]) {
      await world.advanceTo(`2026-11-${day}T12:00:00Z`)
      levels.push(levelOf(world))
    }

    expect(levels).toEqual(['WARNING', 'CRITICAL', 'CRITICAL', 'CRITICAL'])
    const { text } = judgeReadiness(
      { connections: world.scheduler.standings(), rejectedAt: null },
      world.now(),
    )
    expect(text.match(/c\d/g)).toEqual(['c2', 'c5', 'c7'])
    expect(world.scheduler.standings().filter(({ ready }) => ready)).toHaveLength(7)
  })
})

describe('a state file that is locked for minutes', () => {
  it('is told at each due time, is not green, and is worked with once it is free', async () => {
    const world = createFakeWorld('2026-11-21T12:00:30Z')
    await world.scheduler.start([scheduled('acme', '*/5 * * * *')])
    await world.advanceTo('2026-11-21T12:06:00Z')
    world.readable = false
    world.endings = () => 'not-started'

    await world.advanceTo('2026-11-21T12:17:00Z')
    const locked = levelOf(world)
    world.readable = true
    world.endings = () => 'ok'
    await world.advanceTo('2026-11-21T12:26:00Z')

    expect(locked).toBe('CRITICAL')
    expect(typesOf(world, 'run-not-started').length).toBeGreaterThanOrEqual(2)
    expect(levelOf(world)).toBe('OK')
  })
})
