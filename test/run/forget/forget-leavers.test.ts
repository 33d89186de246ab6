import { describe, expect, it } from '@jest/globals'

import { RemoteError } from '../../../src/domain/errors.js'
import { toSourceEmployeeId } from '../../../src/domain/ids.js'
import type { SourceServiceFacts } from '../../../src/domain/service.js'
import { linkByHand } from '../../../src/run/by-hand/link-by-hand.js'
import { findLeavers } from '../../../src/run/forget/find-leavers.js'
import { readAndPlan } from '../../../src/run/plan/read-and-plan.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../../support/world.js'

const away = {
  remote: 'alexis',
  operation: 'GET /v1/employee',
  code: 'away',
  retryable: true,
  carried: 'no',
  remedy: '',
} as const
// The day of these worlds is 2026-11-22.
const settings = { forgetAfterDays: 30 }
const longAgo = '2026-01-01/2026-09-30'
const lately = '2026-01-01/2026-11-15'

const people = [
  ['s1', 'Noor', 'Testveld'],
  ['s2', 'Bas', 'Voorbeeld'],
  ['s3', 'Ilse', 'Proefstra'],
] as const
const s1 = toSourceEmployeeId('s1')

/** Three people in step; the employments of payroll by their employee numbers. */
const inStep = async (world: World): Promise<Map<string, string>> => {
  const spans = new Map<string, string>()
  world.source.activeOnly = true
  world.target.show = (employee) => ({
    ...employee,
    spans: spans.get(employee.personalInfo?.EmployeeNumber ?? '') ?? '2026-01-01/',
  })
  people.forEach(([id, first, last], index) => {
    world.source.set(
      id,
      sourceValues({
        ...apart(index),
        'employee.firstName': first,
        'employee.lastName': last,
        'employee.employeeNumber': `${501 + index}`,
        'employee.workEmail': `${id}@tulp.example`,
        'employee.bankAccount.iban': anIban(index + 1),
      }),
    )
  })
  await world.run()
  return spans
}

const stands = (world: World, id: string, facts: Partial<SourceServiceFacts>): void => {
  const active = facts.active ?? true
  world.source.differ(id, { active, service: { active, ...facts } })
}

const linked = async ({ deps }: World): Promise<string[]> =>
  (await deps.store.links.readLinks()).map(({ sourceId }) => sourceId)

const entriesOf = async ({ state }: World, kind: string) =>
  (await state.audit.read({ limit: 200 })).filter((entry) => entry.kind === kind)

describe('people whose employment ended long ago on both sides', () => {
  it.each<[string, (world: World) => void]>([
    ['were erased in the source', (world) => void world.source.employees.delete('s1')],
    [
      'are inactive in the source since then',
      (world) => {
        stands(world, 's1', { active: false, endDay: '2026-09-30' })
      },
    ],
  ])('are forgotten after a sync, when they %s', async (_what, leave) => {
    await withWorld(async (world) => {
      const spans = await inStep(world)
      leave(world)
      spans.set('501', longAgo)

      const { document } = await world.run()

      expect(document.forgotten).toEqual({ afterDays: 30, people: ['s1'] })
      expect(document.run.result).toBe('ok')
      expect(await linked(world)).toEqual(['s2', 's3'])
      const [entry] = await entriesOf(world, 'person-forgotten')
      expect(entry).toMatchObject({ subject: null, reference: 'forgetAfterDays=30' })
      expect(entry?.detail).toMatch(/^forgotten-/)
      expect((await world.state.audit.verify()).flaw).toBeUndefined()
      expect((await world.run()).document.forgotten).toBeUndefined()
    }, settings)
  })

  it('are kept without the setting', async () => {
    await withWorld(async (world) => {
      const spans = await inStep(world)
      world.source.employees.delete('s1')
      spans.set('501', longAgo)

      expect((await world.run()).document.forgotten).toBeUndefined()
      expect(await linked(world)).toContain('s1')
    })
  })

  const leaveLongAgo = (world: World, spans: Map<string, string>): void => {
    world.source.employees.delete('s1')
    spans.set('501', longAgo)
  }

  it.each<[string, (world: World, spans: Map<string, string>) => unknown]>([
    ['payroll ended it lately', (_world, spans) => spans.set('501', lately)],
    ['payroll goes on', (_world, spans) => spans.set('501', '2026-01-01/')],
    [
      'the source ended it lately',
      (world) => {
        world.source.set('s1', sourceValues())
        stands(world, 's1', { active: false, endDay: '2026-11-15' })
      },
    ],
    [
      'a record could not be read',
      (world) => (world.source.unreadable = [{ id: undefined, problems: ['torn'] }]),
    ],
    [
      'the second reading of the source fails',
      (world) => {
        const read = world.source.readSnapshot.bind(world.source)
        world.source.readSnapshot = (query, keep) =>
          query.activeOnly ? read(query, keep) : Promise.reject(new RemoteError('away', away))
      },
    ],
    [
      'the second reading of the source lacks someone',
      (world) => {
        const read = world.source.readSnapshot.bind(world.source)
        world.source.readSnapshot = (query, keep) => {
          if (!query.activeOnly) world.source.employees.delete('s3')
          return read(query, keep)
        }
      },
    ],
    [
      'the run fails',
      (world) => {
        world.source.edit('s2', { 'employee.homeAddress.city': 'Zwolle' })
        world.target.faults = [{ operation: 'writeAddress', nth: 'each', carried: 'no' }]
      },
    ],
  ])('are kept when %s', async (_what, differ) => {
    await withWorld(async (world) => {
      const spans = await inStep(world)
      leaveLongAgo(world, spans)
      differ(world, spans)

      expect((await world.run()).document.forgotten).toBeUndefined()
      expect(await linked(world)).toContain('s1')
    }, settings)
  })

  it('are kept by a sync of some people', async () => {
    await withWorld(async (world) => {
      leaveLongAgo(world, await inStep(world))

      await world.run({ employees: [toSourceEmployeeId('s2')] })

      expect(await linked(world)).toContain('s1')
    }, settings)
  })

  it('are kept while something waits, and while a person left them out and the source can bring them back', async () => {
    await withWorld(async (world) => {
      const spans = await inStep(world)
      world.source.edit('s1', { 'employee.lastName': 'Anders' })
      await world.run()
      leaveLongAgo(world, spans)
      await linkByHand(world.deps, { order: 'disconnect', sourceId: toSourceEmployeeId('s2') }, '2026-11-22')
      await linkByHand(
        world.deps,
        { order: 'ignore', sourceId: toSourceEmployeeId('s2'), reason: 'asked' },
        '2026-11-22',
      )
      stands(world, 's2', { active: false, endDay: '2026-09-30' })
      spans.set('502', longAgo)

      expect((await world.run()).document.forgotten).toBeUndefined()

      const read = await readAndPlan(world.deps, { employees: [], allowPastPeriods: false })
      const leavers = await findLeavers(world.deps, read, 30)
      expect(leavers.map(({ subject, reasons }) => [subject, reasons])).toEqual([
        ['s1', ['hold-open']],
        ['s2', ['left-out']],
      ])
      await world.say('reject')
      expect((await world.run()).document.forgotten?.people).toEqual(['s1'])
    }, settings)
  })

  it('come back as a new installation would find them: nobody is doubled, and nothing of payroll is overwritten', async () => {
    await withWorld(async (world) => {
      const spans = await inStep(world)
      stands(world, 's1', { active: false, endDay: '2026-09-30' })
      spans.set('501', longAgo)
      await world.run()
      const count = world.target.employees.size
      world.source.edit('s1', { 'employee.homeAddress.city': 'Zwolle', 'employee.hireDate': '2026-11-16' })
      stands(world, 's1', { active: true, hireDay: '2026-11-16' })
      world.target.calls.length = 0

      const { document } = await world.run()

      expect(world.target.employees.size).toBe(count)
      expect(world.target.writes()).toEqual([])
      expect(await linked(world)).toContain('s1')
      expect(document.findings.filter(({ subject }) => subject === s1).map(({ code }) => code)).toContain(
        'rehired',
      )
    }, settings)
  })

  it('come back with another id, name and number, and wait for a person', async () => {
    await withWorld(async (world) => {
      leaveLongAgo(world, await inStep(world))
      await world.run()
      world.source.set('s9', {
        ...sourceValues({ ...apart(0), 'employee.employeeNumber': '777' }),
        'employee.workEmail': 'n@tulp.example',
        'employee.hireDate': '2026-11-16',
      })
      const count = world.target.employees.size

      await world.run()

      expect(world.target.employees.size).toBe(count)
    }, settings)
  })

  it('do not make the next sync believe that fewer people left than did', async () => {
    await withWorld(async (world) => {
      const spans = await inStep(world)
      stands(world, 's1', { active: false, endDay: '2026-09-30' })
      spans.set('501', longAgo)

      await world.run()

      expect(await world.deps.store.runs.findLastScope()).toMatchObject({ people: 2, outOfScope: 0 })
    }, settings)
  })
})
