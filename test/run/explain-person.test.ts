import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { explainPerson } from '../../src/run/by-hand/explain-person.js'
import { linkByHand } from '../../src/run/by-hand/link-by-hand.js'
import { readStatus } from '../../src/run/by-hand/read-status.js'
import { aTarget, companyId } from '../support/builders.js'
import { toTargetEmployeeId } from '../../src/domain/ids.js'
import { sourceValues, withWorld } from '../support/world.js'

const id = toSourceEmployeeId('a1')
const today = '2026-11-22'
const lookalike = { LastName: 'Anders', EmployeeNumber: '9', EmailWork: '' }

describe('explaining a person', () => {
  it('shows both sides and the verdict of every field, also where nothing moved since it was settled', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      await world.run()
      world.source.edit('a1', { 'employee.homeAddress.city': 'Zeist' })

      const { fields, link } = await explainPerson(world.deps, id)

      expect(link).toMatchObject({ status: 'connected', origin: 'created' })
      expect(fields.find(({ field }) => field === 'City')).toMatchObject({
        desired: 'Zeist',
        actual: 'Utrecht',
        verdict: 'source-changed',
      })
      expect(fields.find(({ field }) => field === 'IBAN')).toMatchObject({
        actual: 'NL91ABNA0417164300',
        verdict: 'in-sync',
      })
      expect(fields.find(({ field }) => field === 'Value')).toMatchObject({
        actual: '3000',
        verdict: 'in-sync',
      })
      expect(world.target.writes()).toHaveLength(5)
    })
  })
})

describe('the status', () => {
  it('names the candidates of somebody who is not connected and what is missing of somebody who is blocked', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.source.set(
        'a2',
        sourceValues({
          'employee.lastName': 'Blokland',
          'employee.birthDate': '',
          'employee.workEmail': '',
          'employee.employeeNumber': '',
        }),
      )
      world.target.add(aTarget({ id: '7', personalInfo: lookalike }))

      const { people, counts } = await readStatus(world.deps)

      expect(counts).toMatchObject({ notConnected: 2, blocked: 1 })
      expect(people).toMatchObject([
        { subject: 'a1', tab: 'not-connected', pairing: 'lookalike', candidates: [{ targetId: '7' }] },
        {
          subject: 'a2',
          tab: 'not-connected',
          pairing: 'blocked',
          missing: [{ path: 'employee.birthDate' }],
        },
      ])
    })
  })
})

describe('orders about links', () => {
  it('connect to an employee of the company and to nobody else', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.add(aTarget({ id: '7', personalInfo: lookalike }))
      const match = (target: string) =>
        linkByHand(world.deps, { order: 'match', sourceId: id, targetId: toTargetEmployeeId(target) }, today)

      await expect(match('8')).rejects.toThrow(`Nmbrs company ${companyId} has no employee 8`)
      expect(await match('7')).toMatchObject({ status: 'connected', targetId: '7', origin: 'manual' })
      await expect(match('7')).rejects.toThrow('is connected to Nmbrs employee 7')
    })
  })

  it('disconnect for good: the next run neither connects nor creates', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()

      await linkByHand(world.deps, { order: 'disconnect', sourceId: id }, today)
      const { document } = await world.run()

      expect(document.findings).toMatchObject([{ code: 'link-disconnected' }])
      expect(document.changes).toEqual([])
      expect(world.target.employees.size).toBe(1)
    })
  })

  it('create somebody who looks like another one', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.add(aTarget({ id: '7', personalInfo: lookalike }))
      await world.run()

      await linkByHand(world.deps, { order: 'create', sourceId: id }, today)
      await world.run()

      expect(world.target.employees.size).toBe(2)
    })
  })

  it('leave somebody out until he is taken in again', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())

      await linkByHand(world.deps, { order: 'ignore', sourceId: id, reason: 'test' }, today)
      const left = await world.run()
      await linkByHand(world.deps, { order: 'take-in-again', sourceId: id }, today)
      const taken = await world.run()

      expect(left.document.people).toMatchObject({ ignored: 1, linked: 0 })
      expect(taken.document.people).toMatchObject({ ignored: 0, linked: 1 })
    })
  })

  it.each(['disconnect', 'take-in-again'] as const)(
    '%s says when there is nothing to do it to',
    async (order) => {
      await withWorld(async (world) => {
        world.source.set('a1', sourceValues())

        await expect(linkByHand(world.deps, { order, sourceId: id }, today)).rejects.toThrow(
          /is not (connected|ignored)/,
        )
      })
    },
  )
})
