import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { usualLimits } from '../support/limits.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const canary = { perKind: 1, transport: 'soap', looksMs: [] }

const names = [
  'Noor',
  'Wessel',
  'Fatima',
  'Joris',
  'Anouk',
  'Bram',
  'Ilse',
  'Gijs',
  'Tess',
  'Olaf',
  'Vera',
  'Daan',
]

/** So many complete new people, clearly different ones. */
const fill = (world: World, count: number): void => {
  for (let index = 0; index < count; index += 1)
    world.source.set(
      `a${index}`,
      sourceValues({
        ...apart(index),
        'employee.firstName': names[index] ?? '',
        'employee.lastName': `Testveld${'abcdefghijkl'[index] ?? ''}`,
        'employee.employeeNumber': `${600 + index}`,
        'employee.workEmail': `p${index}@tulp.example`,
        'employee.bankAccount.iban': anIban(index + 1),
      }),
    )
}

const move = (world: World, ids: readonly string[], city: string): void => {
  for (const id of ids) world.source.edit(id, { 'employee.homeAddress.city': city })
}

const wrongTown = (world: World): void => {
  world.target.show = (employee) => ({ ...employee, address: { ...employee.address, City: 'Utrech' } })
}

const employees = ['a1', 'a2'].map(toSourceEmployeeId)

describe('the first people of a run', () => {
  it('are of those whom the run is about, when it is about some', async () => {
    await withWorld(
      async (world) => {
        fill(world, 4)
        wrongTown(world)

        const end = await world.run({ employees })

        expect(world.target.employees.size).toBe(1)
        expect(end.document).toMatchObject({
          run: { result: 'aborted', failure: { code: 'canary-failed' } },
          canary: { people: 1, result: 'failed' },
        })
        expect(new Set(end.document.changes.map(({ subject }) => subject))).toEqual(new Set(employees))
      },
      { canary },
    )
  })

  it('prove by a run about some what a run about everyone does not try again', async () => {
    await withWorld(
      async (world) => {
        fill(world, 4)

        const some = await world.run({ employees })
        const everyone = await world.run()

        expect(some.document.canary).toEqual({ perKind: 1, people: 1, result: 'right' })
        expect(everyone.document.canary).toBeUndefined()
        expect(world.target.employees.size).toBe(4)
      },
      { canary },
    )
  })

  it('are all there are when fewer are written than were asked for, and no one is kept back', async () => {
    await withWorld(
      async (world) => {
        fill(world, 2)

        const end = await world.run({ canary: 5 })

        expect(end.document).toMatchObject({
          run: { result: 'ok' },
          canary: { perKind: 5, people: 2, result: 'right' },
        })
        expect(world.target.employees.size).toBe(2)
      },
      { canary },
    )
  })

  it('are nobody when a limit holds everything, and the kinds are tried once it is lifted', async () => {
    await withWorld(
      async (world) => {
        fill(world, 12)

        const held = await world.run()

        expect(held.document.canary).toBeUndefined()
        expect(world.target.writes()).toEqual([])

        const lifted = await world.run({ allow: { create: 12 } })

        expect(lifted.document.canary).toMatchObject({ people: 1, result: 'right' })
        expect(world.target.employees.size).toBe(12)
      },
      { canary, thresholds: usualLimits },
    )
  })

  it('are of the kinds that are not held, and a kind that is held is tried when it is released', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        await world.run()
        world.source.edit('a0', { 'employee.bankAccount.iban': anIban(31) })
        world.source.edit('a1', { 'employee.bankAccount.iban': anIban(32) })
        world.target.calls.length = 0

        const held = await world.run()

        expect(held.document.run.result).toBe('held')
        expect(held.document.canary).toBeUndefined()
        expect(world.target.writes()).toEqual([])

        await world.release()
        const released = await world.run()

        expect(released.document.canary).toEqual({ perKind: 1, people: 1, result: 'right' })
      },
      { canary },
    )
  })

  it('show nothing when payroll works on them at the same moment, and others take their place', async () => {
    await withWorld(
      async (world) => {
        fill(world, 3)
        await world.run()
        move(world, ['a0', 'a1', 'a2'], 'Zwolle')
        const first = [...world.target.employees.keys()][0]
        world.target.beforeWrite = (id) => {
          const held = world.target.employees.get(id)
          if (id === first && held !== undefined) held.address = { ...held.address, City: 'Zwolle' }
        }

        const end = await world.run()

        expect(end.document.changes.map(({ subject, outcome }) => `${subject} ${outcome}`)).toEqual([
          'a0 held',
          'a1 applied',
          'a2 applied',
        ])
        expect(end.document.canary).toEqual({ perKind: 1, people: 2, result: 'right' })
      },
      { canary },
    )
  })
})
