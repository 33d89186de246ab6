import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { linkByHand, type LinkOrder } from '../../src/run/by-hand/link-by-hand.js'
import { companyId } from '../support/builders.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const sourceId = toSourceEmployeeId('a1')
const order = (world: World, given: LinkOrder) => linkByHand(world.deps, given, '2026-11-22')

const history = async ({ deps }: World): Promise<string[]> =>
  (await deps.store.holds.readHoldHistory()).map(
    ({ section, closed }) => `${section} ${closed?.how ?? 'open'}`,
  )

/** Someone in step whose account then changes; the change is released or rejected. */
const withWord = async (world: World, word: 'release' | 'reject'): Promise<void> => {
  world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1) }))
  await world.run()
  world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
  await world.run()
  await world.say(word)
}

describe('a link that is ended by hand', () => {
  it.each(['release', 'reject'] as const)('closes its hold, the %s of it too', async (word) => {
    await withWorld(async (world) => {
      await withWord(world, word)

      await order(world, { order: 'disconnect', sourceId })

      expect(await history(world)).toEqual(['bankAccount superseded'])
    })
  })

  it('asks anew when the person is connected to the same employee again', async () => {
    await withWorld(async (world) => {
      await withWord(world, 'release')
      const [targetId = toTargetEmployeeId('')] = [...world.target.employees.keys()]
      await order(world, { order: 'disconnect', sourceId })
      await order(world, { order: 'match', sourceId, targetId })

      const end = await world.run()

      expect(end.document.changes.map(({ section, outcome }) => `${section} ${outcome}`)).toEqual([
        'bankAccount held',
      ])
      expect(await history(world)).toEqual(['bankAccount open', 'bankAccount superseded'])
    })
  })

  it('leaves the holds of other people alone', async () => {
    await withWorld(async (world) => {
      await withWord(world, 'release')
      world.source.set('a2', sourceValues({ 'employee.employeeNumber': '9', 'employee.firstName': 'Bo' }))

      await order(world, { order: 'ignore', sourceId: toSourceEmployeeId('a2'), reason: 'elsewhere' })

      expect(await history(world)).toEqual(['bankAccount open'])
    })
  })
})

describe('a hold of an employee to whom the person is not connected any more', () => {
  it('closes in the next run', async () => {
    await withWorld(async (world) => {
      await withWord(world, 'release')
      await world.deps.store.holds.openHolds(
        (await world.deps.store.holds.readHolds()).map((hold) => ({
          ...hold,
          companyId,
          targetId: toTargetEmployeeId('777'),
          section: 'salary' as const,
          digest: 'of another pair',
        })),
      )

      await world.run({ mode: 'sync' })

      expect(await history(world)).toContain('salary superseded')
    })
  })
})
