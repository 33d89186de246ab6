import { describe, expect, it } from '@jest/globals'

import { sourceValues, withWorld, type World } from '../support/world.js'

const oldHome = {
  'employee.homeAddress.street': 'Oude weg 1',
  'employee.homeAddress.postalCode': '1002 AB',
  'employee.homeAddress.city': 'Amsterdam',
  'employee.homeAddress.country': 'NL',
}
const newHome = {
  'employee.homeAddress.street': 'Nieuwe weg 9',
  'employee.homeAddress.postalCode': '3512 AA',
  'employee.homeAddress.city': 'Utrecht',
  'employee.homeAddress.country': 'NL',
}
const filled = (address: object): object =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value !== ''))

const one = ({ target }: World) => {
  const [held] = [...target.employees.values()]
  if (held === undefined) throw new Error('nobody in the target')
  return held
}

const inStep = async (world: World): Promise<void> => {
  world.source.set('a1', sourceValues(oldHome))
  await world.run()
  await world.run()
}

describe('a person who moves', () => {
  it('gets the whole new address, and nothing of the old one stays', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      one(world).address = { ...one(world).address, StateProvince: 'Noord-Holland' }
      await world.run()
      world.source.edit('a1', newHome)

      await world.run()
      const again = await world.run()

      expect(filled(one(world).address)).toEqual({
        Street: 'Nieuwe weg 9',
        PostalCode: '3512 AA',
        City: 'Utrecht',
        CountryISOCode: 'NL',
      })
      expect(again.document.changes).toEqual([])
    })
  })

  it.each([
    ['employee.homeAddress.postalCode', '', 'address-incomplete'],
    ['employee.homeAddress.country', 'Atlantis', 'country-unknown'],
  ])('keeps the whole old address while %s is %j', async (path, value, code) => {
    await withWorld(async (world) => {
      await inStep(world)
      const before = one(world).address
      world.source.edit('a1', { ...newHome, [path]: value })

      const { document } = await world.run()

      expect(one(world).address).toEqual(before)
      expect(document.run.result).toBe('held')
      expect(document.findings.map((finding) => finding.code)).toEqual([code])
    })
  })

  it('waits whole for a decision when payroll changed a part meanwhile, which a release then overwrites', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      one(world).address = { ...one(world).address, City: 'Diemen', StateProvince: 'NH' }
      world.source.edit('a1', newHome)

      const held = await world.run()
      await world.release()
      const sent = await world.run()

      expect(held.document.changes).toMatchObject([{ outcome: 'held', reason: 'conflict' }])
      expect(sent.document.changes).toMatchObject([{ section: 'address', outcome: 'applied' }])
      expect(filled(one(world).address)).toMatchObject({ Street: 'Nieuwe weg 9', City: 'Utrecht' })
      expect(one(world).address.StateProvince).toBe('')
    })
  })

  it('waits in the plan while payroll has two current home addresses', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.target.otherHomes = [{ Street: 'Derde weg 3' }]
      world.source.edit('a1', newHome)
      world.target.calls.length = 0

      const { document } = await world.run({ mode: 'plan' })

      expect(document.changes).toMatchObject([{ outcome: 'held', reason: 'address-ambiguous' }])
      expect(world.target.writes()).toEqual([])
      expect(world.target.calls.filter((call) => call === 'readHomeAddresses')).toHaveLength(1)
    })
  })

  it('is not asked about a second address while nothing changes', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.target.otherHomes = [{ Street: 'Derde weg 3' }]
      world.target.calls.length = 0

      const { document } = await world.run()

      expect(document.run.result).toBe('ok')
      expect(world.target.calls).not.toContain('readHomeAddresses')
    })
  })
})
