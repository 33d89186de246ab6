import { describe, expect, it } from '@jest/globals'

import type { ChangeReport } from '../../src/domain/change.js'
import { createPacedQueue } from '../../src/http/paced-queue.js'
import { finishWithinMs } from '../../src/run/stops.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const fill = (world: World, count: number): void => {
  for (let index = 0; index < count; index += 1)
    world.source.set(
      `a${index}`,
      sourceValues({
        'employee.firstName': `Saar${index}`,
        'employee.lastName': `Testveld${index}`,
        'employee.birthDate': `19${60 + (index % 40)}-0${1 + (index % 9)}-11T00:00:00.000Z`,
        'employee.employeeNumber': `${500 + index}`,
        'employee.workEmail': `p${index}@tulp.example`,
        'employee.bankAccount.iban': anIban(index),
      }),
    )
}

/** What is reported as it happens. */
const follow = (world: World): ChangeReport[] => {
  const reports: ChangeReport[] = []
  world.deps.onProgress = (event) => {
    if (event.type === 'change-finished') reports.push(event.change)
  }
  return reports
}

const isWritten = ({ outcome }: ChangeReport): boolean => outcome === 'applied'

describe('a run that is asked to stop', () => {
  it('completes everybody whom it began, begins nobody new, and counts what it did', async () => {
    await withWorld(async (world) => {
      world.deps.now = () => Date.UTC(2026, 10, 22, 8)
      fill(world, 30)
      const reports = follow(world)

      const end = await world.run({
        stopReason: () => (reports.filter(isWritten).length >= 40 ? 'interrupted' : undefined),
      })

      const created = world.target.employees.size
      expect(created).toBeGreaterThanOrEqual(8)
      expect(created).toBeLessThan(30)
      for (const { personalInfo, address, salaries, bankAccounts } of world.target.employees.values()) {
        expect(personalInfo.Birthday).not.toBe('')
        expect(address.City).toBe('Utrecht')
        expect([salaries.length, bankAccounts.length]).toEqual([1, 1])
      }
      expect(end.document.run.result).toBe('aborted')
      expect(end.document.people).toMatchObject({ linked: created, notConnected: 30 - created })
      expect(end.document.changes.filter(({ reason }) => reason === 'stopped')).toHaveLength(
        (30 - created) * 1,
      )
      expect((await world.run()).document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(30)
    })
  })

  it('has come to its end when nothing was left to begin', async () => {
    await withWorld(async (world) => {
      fill(world, 1)
      const reports = follow(world)

      const end = await world.run({
        stopReason: () => (reports.length >= 1 ? 'interrupted' : undefined),
      })

      expect(end.error).toBeUndefined()
      expect(end.document.run.result).toBe('ok')
      expect((await world.run()).document.changes).toEqual([])
    })
  })

  it('writes nothing more at all where that is asked, and says who is not complete', async () => {
    await withWorld(async (world) => {
      fill(world, 1)
      const reports = follow(world)

      const end = await world.run({
        abortReason: () => (reports.length >= 2 ? 'the lease was lost' : undefined),
      })

      expect(end.document.run.result).toBe('aborted')
      expect(end.document.people).toMatchObject({ linked: 1 })
      expect(end.document.changes.slice(2).map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual(
        Array(3).fill('skipped stopped'),
      )
      expect(end.document.findings).toMatchObject([
        { code: 'stopped', subject: 'a0', message: expect.stringContaining('is not complete') },
      ])
      const next = await world.run()
      expect(next.document.changes.map(({ section, outcome }) => `${section} ${outcome}`)).toEqual([
        'address applied',
        'bankAccount applied',
        'salary applied',
      ])
    })
  })

  it('gives those who are begun no more than their time', async () => {
    await withWorld(async (world) => {
      fill(world, 1)
      const reports = follow(world)
      let lateBy = 0
      world.deps.now = () => Date.UTC(2026, 10, 22, 8) + lateBy
      const follows = world.deps.onProgress
      world.deps.onProgress = (event) => {
        follows(event)
        if (reports.length === 3) lateBy = finishWithinMs + 1
      }

      const end = await world.run({ stopReason: () => (reports.length >= 1 ? 'interrupted' : undefined) })

      expect(end.document.changes.map(({ outcome }) => outcome)).toEqual([
        'applied',
        'applied',
        'applied',
        'skipped',
        'skipped',
      ])
    })
  })
})

describe('a run that was cut short', () => {
  it('is followed by one that completes first whom it left half made', async () => {
    await withWorld(async (world) => {
      fill(world, 12)
      world.source.employees.delete('a9')
      await world.run()
      fill(world, 12)
      const reports = follow(world)
      await world.run({ abortReason: () => (reports.length >= 1 ? 'killed' : undefined) })
      world.source.edit('a0', { 'employee.homeAddress.city': 'Zeist' })
      for (let index = 12; index < 16; index += 1)
        world.source.set(
          `a${index}`,
          sourceValues({
            'employee.lastName': `Nieuwveld${index}`,
            'employee.birthDate': `1971-03-${index}T00:00:00.000Z`,
            'employee.employeeNumber': `${500 + index}`,
            'employee.workEmail': `p${index}@tulp.example`,
            'employee.bankAccount.iban': anIban(index),
          }),
        )

      const { document } = await world.run()

      expect(document.changes.slice(0, 4).map(({ subject, kind }) => `${subject} ${kind}`)).not.toContain(
        'a12 create',
      )
      expect(document.changes[0]).toMatchObject({ subject: 'a9', section: 'personalInfo' })
      expect(document.run.result).toBe('ok')
    })
  })
})

describe('payroll closes the period while somebody is being created', () => {
  it('says that the employee is not complete', async () => {
    await withWorld(async (world) => {
      fill(world, 1)
      const reports = follow(world)
      const follows = world.deps.onProgress
      // The last write asks for the period anew.
      world.deps.onProgress = (event) => {
        follows(event)
        if (reports.length === 2) world.target.period = '2026-12-M'
      }

      const end = await world.run()

      const held = end.document.changes.filter(({ reason }) => reason === 'period-moved')
      expect(held.length).toBeGreaterThan(0)
      expect(end.document.findings).toMatchObject([
        { code: 'period-moved', severity: 'error', message: expect.stringContaining('is not complete') },
      ])
      expect(end.document.run.result).toBe('held')
    })
  })
})

describe('people who are open at once', () => {
  it('are about as many as calls are under way at the set rate', async () => {
    await withWorld(async (world) => {
      const [callsPerSecond, latencyMs] = [250, 20]
      const lane = createPacedQueue({ callsPerSecond }).openLane()
      let [calls, mostCalls] = [0, 0]
      const far = new Proxy(world.target, {
        get: (target, name) => {
          if (name === 'traffic') return lane.traffic
          const value: unknown = Reflect.get(target, name)
          if (typeof value !== 'function' || ['callCounts', 'close'].includes(String(name))) return value
          return (...args: unknown[]) =>
            lane.run(async () => {
              mostCalls = Math.max(mostCalls, ++calls)
              await new Promise((resolve) => setTimeout(resolve, latencyMs))
              calls -= 1
              return (value as (...given: unknown[]) => unknown).apply(target, args)
            })
        },
      })
      fill(world, 60)
      let [open, most] = [0, 0]
      world.deps.onProgress = (event) => {
        if (event.type !== 'change-finished') return
        if (event.change.section === 'employee') open += 1
        if (event.change.section === 'salary') open -= 1
        most = Math.max(most, open)
      }
      world.deps.target = far

      const end = await world.run()

      expect(end.document.run.result).toBe('ok')
      // Five calls are under way at this rate and distance, more where the timers of a busy machine are late;
      // a few people more write to the disk.
      expect(most).toBeLessThanOrEqual(Math.max(20, 2 * mostCalls))
      expect(most).toBeLessThan(40)
    })
  })
})
