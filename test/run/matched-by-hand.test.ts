import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Values } from '../../src/domain/values.js'
import { linkByHand } from '../../src/run/by-hand/link-by-hand.js'
import { weighMatch } from '../../src/run/by-hand/weigh-match.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aLink, aTarget } from '../support/builders.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const pair = { sourceId: toSourceEmployeeId('a1'), targetId: toTargetEmployeeId('1') }
const today = '2026-11-22'

/** Somebody who stands in payroll under another first name and birth date. */
const meet = (world: World, source: Record<string, string> = {}): void => {
  world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1), ...source }))
  world.target.add(
    aTarget({
      personalInfo: { FirstName: 'Eleonora', Birthday: '1990-05-07' },
      employment: { InitialStartDate: '2026-11-02' },
      salaries: [{ Value: '3000', Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' }],
    }),
    [{ IBAN: anIban(1), Type: 'Standaard' }],
  )
}

const connect = async (world: World): Promise<void> => {
  const { companyId, identity } = await weighMatch(world.deps, pair, today)
  await linkByHand(world.deps, { order: 'match', ...pair, companyId, identity }, today)
}

const outcomes = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ section }) => section === 'personalInfo')
    .map(({ fields, outcome, reason }) => `${fields.join('+')} ${outcome} ${reason ?? ''}`.trim())

const held = (world: World): Values => world.target.employees.get(pair.targetId)?.personalInfo ?? {}
const asHeld = { FirstName: 'Eleonora', Birthday: '1990-05-07' }
const asSource = { FirstName: 'Noor', Birthday: '1990-05-17' }

describe('the first contact of a pair that was connected by hand', () => {
  it('sends what was seen, unasked', async () => {
    await withWorld(async (world) => {
      meet(world)
      await connect(world)

      const end = await world.run()

      expect(end.document.run.result).toBe('ok')
      expect(held(world)).toMatchObject(asSource)
    })
  })

  it.each<[string, Record<string, string>, string]>([
    ['the birth date', { 'employee.birthDate': '1971-01-30T00:00:00.000Z' }, 'Birthday+FirstName'],
    ['the first name', { 'employee.firstName': 'Willemijn' }, 'Birthday+FirstName'],
    ['the last name', { 'employee.lastName': 'Kroonenburg' }, 'Birthday+FirstName+LastName'],
  ])('asks when HR changed %s since, and sends it on a word', async (_what, changed, fields) => {
    await withWorld(async (world) => {
      meet(world)
      await connect(world)
      world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1), ...changed }))

      const end = await world.run()

      expect(outcomes(end)).toContain(`${fields} held identity-first-contact`)
      expect(held(world)).toMatchObject(asHeld)

      const [hold] = await world.deps.store.holds.readHolds()
      if (hold === undefined) throw new Error('nothing is held')
      await world.deps.store.holds.addHoldWord(hold.id, { word: 'release', reason: 'seen' })
      expect((await world.run()).document.run.result).toBe('ok')
      expect(held(world).FirstName).not.toBe('Eleonora')
    })
  })

  it('asks once: the pair said again is looked at again', async () => {
    await withWorld(async (world) => {
      meet(world)
      await connect(world)
      world.source.set(
        'a1',
        sourceValues({ 'employee.bankAccount.iban': anIban(1), 'employee.firstName': 'Willemijn' }),
      )
      expect((await world.run()).document.run.result).toBe('held')
      await linkByHand(world.deps, { order: 'disconnect', sourceId: pair.sourceId }, today)
      await connect(world)

      expect((await world.run()).document.run.result).toBe('ok')
      expect(held(world).FirstName).toBe('Willemijn')
    })
  })

  it('asks nothing about other fields that HR changed since', async () => {
    await withWorld(async (world) => {
      meet(world)
      await connect(world)
      const changed = { 'employee.workPhone': '+31202222222', 'employee.workEmail': 'other@tulp.example' }
      world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1), ...changed }))

      expect((await world.run()).document.run.result).toBe('ok')
      expect(held(world)).toMatchObject(asSource)
    })
  })

  it('asks nothing of a pair that an older program noted without what was seen', async () => {
    await withWorld(async (world) => {
      meet(world)
      await world.deps.store.links.writeLink(aLink({ origin: 'manual' }))

      expect((await world.run()).document.run.result).toBe('ok')
      expect(held(world)).toMatchObject(asSource)
    })
  })

  it('keeps digests of what was seen, and no name', async () => {
    await withWorld(async (world) => {
      meet(world)
      await connect(world)

      const [link] = await world.deps.store.links.readLinks()
      const text = JSON.stringify(link)

      expect(link).toMatchObject({ status: 'connected', origin: 'manual' })
      const seen = link?.status === 'connected' ? link.seenIdentity : undefined
      expect(Object.keys(seen ?? {}).sort()).toEqual(['Birthday', 'FirstName', 'LastName', 'Prefix'])
      expect(text).not.toMatch(/Noor|Testveld|1990/)
    })
  })
})
