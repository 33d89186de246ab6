import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { linkByHand } from '../../src/run/by-hand/link-by-hand.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { apart, sourceValues, withWorld, type World } from '../support/world.js'

const leftOpen = ({ document }: RunEnd): string[] =>
  document.findings
    .filter(({ code }) => code.endsWith('-left-open'))
    .map(({ subject, code, section }) => `${subject} ${code} ${section ?? ''}`)

/** Two people in step; the answer to a change of the first one's address is lost. */
const loseAnswer = async (world: World): Promise<void> => {
  world.source.set('a1', sourceValues())
  world.source.set(
    'a2',
    sourceValues({
      'employee.employeeNumber': '502',
      'employee.firstName': 'Bo',
      'employee.bankAccount.iban': '',
      ...apart(2),
    }),
  )
  await world.run()
  world.source.edit('a1', { 'employee.homeAddress.street': 'Proefweg 2' })
  world.target.faults = [{ operation: 'writeAddress', nth: 3, carried: 'unknown' }]
  await world.run()
}

describe('a write whose answer was lost', () => {
  it('is told of in each whole run once its person has left the scope', async () => {
    await withWorld(async (world) => {
      await loseAnswer(world)
      world.source.employees.delete('a1')

      const whole = [await world.run(), await world.run()]
      const some = await world.run({ employees: [toSourceEmployeeId('a2')] })

      expect(whole.map(leftOpen)).toEqual([['a1 write-left-open address'], ['a1 write-left-open address']])
      expect(leftOpen(some)).toEqual([])
    })
  })

  it('is not told of while its person is in scope, because the run itself looks', async () => {
    await withWorld(async (world) => {
      await loseAnswer(world)

      const end = await world.run()

      expect(leftOpen(end)).toEqual([])
      expect(await world.deps.store.journal.readOpenIntents()).toEqual([])
    })
  })

  it('is told of no more after somebody looked and ended the link', async () => {
    await withWorld(async (world) => {
      await loseAnswer(world)
      world.source.employees.delete('a1')
      await world.run()

      await linkByHand(world.deps, { order: 'disconnect', sourceId: toSourceEmployeeId('a1') }, '2026-11-22')
      const end = await world.run()

      expect(leftOpen(end)).toEqual([])
    })
  })

  it('stays open when it was a creation, so that the employee is looked for if the person comes back', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.source.set(
        'a2',
        sourceValues({ 'employee.employeeNumber': '502', 'employee.firstName': 'Bo', ...apart(2) }),
      )
      world.target.faults = [{ operation: 'createEmployee', nth: 1, carried: 'unknown' }]
      await world.run()
      const [lost] = await world.deps.store.journal.readOpenIntents()
      const kept = world.source.employees.get(lost?.subject ?? '')
      world.source.employees.delete(lost?.subject ?? '')

      const gone = await world.run()
      if (kept !== undefined) world.source.employees.set(kept.id, kept)
      const back = await world.run()

      expect(leftOpen(gone)).toEqual([`${lost?.subject ?? ''} creation-left-open employee`])
      expect(leftOpen(back)).toEqual([])
      expect(world.target.employees.size).toBe(2)
    })
  })
})
