import { describe, expect, it } from '@jest/globals'

import type { TargetEmployee } from '../../src/domain/employee.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const canary = { perKind: 1, transport: 'soap', looksMs: [] }

/** So many complete new people, clearly different ones. */
const fill = (world: World, count: number, from = 0): void => {
  for (let index = from; index < from + count; index += 1) world.source.set(`a${index}`, person(index))
}

const names = ['Noor', 'Wessel', 'Fatima', 'Joris', 'Anouk', 'Bram', 'Ilse', 'Gijs']

const person = (index: number): Record<string, string> =>
  sourceValues({
    ...apart(index),
    'employee.firstName': names[index] ?? '',
    'employee.lastName': `Testveld${'abcdefgh'[index] ?? ''}`,
    'employee.employeeNumber': `${600 + index}`,
    'employee.workEmail': `p${index}@tulp.example`,
    'employee.bankAccount.iban': anIban(index + 1),
  })

const toOutcomes = ({ document }: RunEnd): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { outcome, reason } of document.changes) {
    const key = reason === null ? outcome : `${outcome} ${reason}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const flawsOf = ({ document }: RunEnd): string[] =>
  document.findings
    .filter(({ code }) => code === 'canary-failed')
    .map(({ subject, section, field }) => [subject, section, field].filter(Boolean).join(' '))

/** Everything of a new person, as it is sent. */
const changesEach = 5

/** Wrong things that a read shows of an employee, though the write said that all was well. */
const wrongs: readonly [string, string, (employee: TargetEmployee) => Partial<TargetEmployee>][] = [
  [
    'a phone number',
    'personalInfo EmailWork',
    ({ personalInfo }) => ({ personalInfo: { ...personalInfo, EmailWork: 'x@tulp.example' } }),
  ],
  [
    'an emptied birth date',
    'personalInfo Birthday',
    ({ personalInfo }) => ({ personalInfo: { ...personalInfo, Birthday: '' } }),
  ],
  ['a town', 'address City', ({ address }) => ({ address: { ...address, City: 'Utrech' } })],
  ['a start date', 'employment InitialStartDate', () => ({ employment: { InitialStartDate: '2026-11-03' } })],
  ['an unread address', 'address', () => ({ address: undefined })],
]

describe('the first people of a run', () => {
  it('are read back, and everybody else follows', async () => {
    await withWorld(
      async (world) => {
        fill(world, 4)

        const end = await world.run()

        expect(end.document).toMatchObject({
          run: { result: 'ok' },
          canary: { perKind: 1, people: 1, result: 'right' },
        })
        expect(world.target.employees.size).toBe(4)
      },
      { canary },
    )
  })

  it.each(wrongs)('stop everybody else when %s reads back wrong', async (_what, place, wrong) => {
    await withWorld(
      async (world) => {
        fill(world, 4)
        world.target.show = (employee) => ({ ...employee, ...wrong(employee) })

        const end = await world.run()

        expect(world.target.employees.size).toBe(1)
        expect(end.document.run).toMatchObject({ result: 'aborted', failure: { code: 'canary-failed' } })
        expect(flawsOf(end)).toEqual([`a0 ${place}`])
        expect(toOutcomes(end)).toEqual({ applied: changesEach, 'skipped canary-failed': 3 * changesEach })
        expect(end.document.canary).toEqual({ perKind: 1, people: 1, result: 'failed' })
      },
      { canary },
    )
  })

  it('stop everybody else when an amount or an account is not taken over', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        world.target.keepAmount = () => '2999.00'

        const end = await world.run()

        expect(world.target.employees.size).toBe(1)
        expect(flawsOf(end)).toEqual(['a0 salary Value'])
      },
      { canary },
    )
  })

  it('are as many of each kind as were asked for, of those who are new and of those who are connected', async () => {
    await withWorld(
      async (world) => {
        fill(world, 4)
        await world.run()
        for (const index of [0, 1, 2, 3])
          world.source.edit(`a${index}`, { 'employee.homeAddress.city': 'Zwolle' })
        fill(world, 4, 4)
        world.target.calls.length = 0
        const isWritten = (): boolean => world.target.calls.includes('writeAddress')
        world.target.show = (employee) =>
          isWritten() ? { ...employee, address: { ...employee.address, City: 'Zwoll' } } : employee
        const before = world.target.employees.size

        const end = await world.run({ canary: 2 })

        expect(world.target.employees.size - before).toBe(2)
        expect(world.target.calls.filter((call) => call === 'writeAddress')).toHaveLength(4)
        expect(new Set(flawsOf(end))).toEqual(
          new Set(['a0 address City', 'a1 address City', 'a4 address City', 'a5 address City']),
        )
      },
      { canary },
    )
  })

  it('keep back the runs after it until somebody decides, and others go first then', async () => {
    await withWorld(
      async (world) => {
        fill(world, 4)
        world.target.show = (employee) => ({ ...employee, employment: { InitialStartDate: '2026-11-03' } })
        await world.run()
        world.target.show = (employee) => employee
        const writes = world.target.writes().length

        const blocked = await world.run()

        expect(world.target.writes()).toHaveLength(writes)
        expect(blocked.document.canary).toEqual({ perKind: 1, people: 0, result: 'blocked' })
        expect(flawsOf(blocked)).toEqual(['a0 employment InitialStartDate'])

        const again = await world.run({ canary: 1 })

        expect(again.document).toMatchObject({
          run: { result: 'ok' },
          canary: { people: 1, result: 'right' },
        })
        expect(world.target.employees.size).toBe(4)
      },
      { canary },
    )
  })

  it('are nobody when it is turned off, and what was wrong keeps nobody back any more', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        world.target.show = (employee) => ({ ...employee, employment: { InitialStartDate: '2026-11-03' } })
        await world.run()
        world.target.show = (employee) => employee

        const end = await world.run({ canary: 0 })

        expect(end.document.run.result).toBe('ok')
        expect(end.document.canary).toBeUndefined()
        expect(world.target.employees.size).toBe(3)
      },
      { canary },
    )
  })

  it('go ahead once for each kind of write, again after an upgrade or a change of transport', async () => {
    await withWorld(
      async (world) => {
        fill(world, 2)
        await world.run()
        const move = async (city: string): Promise<RunEnd> => {
          for (const id of ['a0', 'a1']) world.source.edit(id, { 'employee.homeAddress.city': city })
          return world.run()
        }

        const first = await move('Zwolle')
        const second = await move('Deventer')
        world.deps.settings = { ...world.deps.settings, version: 'next' }
        const upgraded = await move('Kampen')
        world.deps.settings = { ...world.deps.settings, canary: { ...canary, transport: 'rest' } }
        const cutOver = await move('Hattem')
        const last = await move('Elburg')

        const results = [first, second, upgraded, cutOver, last].map(
          ({ document }) => document.canary?.result,
        )
        expect(results).toEqual(['right', undefined, 'right', 'right', undefined])
      },
      { canary },
    )
  })

  it('cost a run without anything to write no call', async () => {
    await withWorld(
      async (world) => {
        fill(world, 2)
        await world.run({ canary: 0 })
        world.target.calls.length = 0
        await world.run({ canary: 0 })
        const calls = [...world.target.calls]
        world.target.calls.length = 0

        const end = await world.run({ canary: 2 })

        expect(world.target.calls).toEqual(calls)
        expect(end.document.canary).toBeUndefined()
      },
      { canary },
    )
  })

  it('that are refused for themselves stop nobody, and others take their place', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        world.target.faults = [{ operation: 'writeAddress', nth: 1, carried: 'no' }]

        const end = await world.run()

        expect(world.target.employees.size).toBe(3)
        expect(end.document).toMatchObject({
          run: { result: 'failed' },
          canary: { people: 2, result: 'right' },
        })
      },
      { canary },
    )
  })

  it('that are refused stop everybody else where they were asked for', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        world.target.faults = [{ operation: 'writeAddress', nth: 1, carried: 'no' }]

        const end = await world.run({ canary: 1 })

        expect(world.target.employees.size).toBe(1)
        expect(flawsOf(end)).toEqual(['a0 address'])
        expect((await world.run()).document.run.result).toBe('ok')
      },
      { canary },
    )
  })

  it('begin again after a run that was stopped among them', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        const stopped = await world.run({
          stopReason: () => (world.target.employees.size > 0 ? 'stopped by a test' : undefined),
        })
        expect(stopped.document.run.failure?.code).toBe('stopped')

        const end = await world.run()

        expect(end.document).toMatchObject({ run: { result: 'ok' }, canary: { people: 1, result: 'right' } })
        expect(world.target.employees.size).toBe(3)
      },
      { canary },
    )
  })

  it('say nothing of everybody else when there is nobody else', async () => {
    await withWorld(
      async (world) => {
        fill(world, 1)
        world.target.keepAmount = () => '2999.00'

        const end = await world.run()

        expect(end.document.run).toMatchObject({ result: 'failed', failure: null })
        expect(flawsOf(end)).toEqual([])
        fill(world, 2)
        world.target.keepAmount = ({ value }) => value
        await world.run()
        expect(world.target.employees.size).toBe(2)
      },
      { canary },
    )
  })
})
