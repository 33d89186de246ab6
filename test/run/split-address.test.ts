import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import { readShippedMapping, readSplitMapping } from '../mapping/shipped-mapping.js'
import { openWorld, sourceValues, type World } from '../support/world.js'

const mapping = readSplitMapping()
const parts = [
  'Street',
  'HouseNumber',
  'HouseNumberAddition',
  'PostalCode',
  'City',
  'CountryISOCode',
] as const

let world: World
beforeEach(async () => {
  world = await openWorld()
  Object.assign(world.deps, { mapping })
})
afterEach(() => world.close())

const home = (text: string): Record<string, string> => {
  const [street = '', postalCode = '', city = '', country = ''] = text.split(', ')
  return {
    'employee.homeAddress.street': street,
    'employee.homeAddress.postalCode': postalCode,
    'employee.homeAddress.city': city,
    'employee.homeAddress.country': country,
  }
}
const one = () => {
  const [held] = [...world.target.employees.values()]
  if (held === undefined) throw new Error('nobody in the target')
  return held
}
const held = (): string => parts.map((part) => one().address[part] ?? '').join('|')
const saidOf = ({ document }: RunEnd): string[] => [
  ...document.changes.map(({ outcome, reason }) => `${outcome}${reason === null ? '' : ` ${reason}`}`),
  ...document.findings.map(({ code, field }) => `${code} ${field ?? ''}`.trim()),
]

const inStep = async (address: string): Promise<void> => {
  world.source.set('a1', sourceValues(home(address)))
  await world.run()
  expect(saidOf(await world.run())).toEqual([])
}

describe('an address that the shipped rows split', () => {
  it('is written in parts, and is in step then', async () => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')

    expect(held()).toBe('Oude weg|12|A|1002 AB|Amsterdam|NL')
  })

  it.each([
    ['Oude weg 14, 1002 AB, Amsterdam, NL', 'Oude weg|14||1002 AB|Amsterdam|NL'],
    ['Oude weg 12, 1002 AB, Amsterdam, NL', 'Oude weg|12||1002 AB|Amsterdam|NL'],
    ['Oude weg 12 B, 1002 AB, Amsterdam, NL', 'Oude weg|12|B|1002 AB|Amsterdam|NL'],
    ['Oude weg 12-3, 1002 AB, Amsterdam, NL', 'Oude weg|12|3|1002 AB|Amsterdam|NL'],
    ['Nieuwe weg 9, 3512 AA, Utrecht, NL', 'Nieuwe weg|9||3512 AA|Utrecht|NL'],
    ['Nieuwe weg 9, 3512 AA, Utrecht, ', 'Nieuwe weg|9||3512 AA|Utrecht|NL'],
    ['Oude weg 12 A, 1002 AC, Amsterdam, NL', 'Oude weg|12|A|1002 AC|Amsterdam|NL'],
    ['Oude weg 12 A, 1000, Brussel, BE', 'Oude weg|12|A|1000|Brussel|BE'],
  ])('from 12 A to %s is whole and new afterwards', async (address, expected) => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    one().address = { ...one().address, StateProvince: 'Noord-Holland' }
    await world.run()
    world.source.edit('a1', home(address))

    expect(saidOf(await world.run())).toEqual(['applied'])

    expect(held()).toBe(expected)
    expect(one().address.StateProvince).toBe('')
    expect(saidOf(await world.run())).toEqual([])
  })

  it.each([
    ['Nieuwe weg 9, , Utrecht, NL', ['held address-incomplete', 'address-incomplete PostalCode']],
    [', 3512 AA, Utrecht, NL', ['held address-incomplete', 'address-incomplete Street']],
    ['Nieuwe weg 9, 3512 AA, , NL', ['held address-incomplete', 'address-incomplete City']],
    [
      'Nieuwe weg 9, 1000, Brussel, ',
      ['held address-country-unclear', 'address-country-unclear CountryISOCode'],
    ],
    ['Nieuwe weg 9, 1000, Brussel, NL', ['held postal-code-invalid', 'postal-code-invalid PostalCode']],
  ])('to %s is held whole', async (address, said) => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    world.source.edit('a1', home(address))

    expect(saidOf(await world.run())).toEqual(said)
    expect(held()).toBe('Oude weg|12|A|1002 AB|Amsterdam|NL')
  })

  it.each(['Kerkstraat 12 2', 'De Hoeve', 'Postbus'])(
    'to a line that cannot be split (%s) is held whole',
    async (street) => {
      await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
      world.source.edit('a1', home(`${street}, 3512 AA, Utrecht, NL`))

      const said = saidOf(await world.run())

      expect(new Set(said.map((text) => text.split(' ')[0]))).toEqual(new Set(['street-not-splittable']))
      expect(held()).toBe('Oude weg|12|A|1002 AB|Amsterdam|NL')
    },
  )

  it.each([
    ['country', 'Oude weg 12 A, 1002 AB, Amsterdam, '],
    ['postal code', 'Oude weg 12 A, , Amsterdam, NL'],
    ['town', 'Oude weg 12 A, 1002 AB, , NL'],
    ['street', ', 1002 AB, Amsterdam, NL'],
  ])('is left alone where only the %s is emptied', async (_part, address) => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    world.source.edit('a1', home(address))

    expect(saidOf(await world.run())).toEqual([])
    expect(held()).toBe('Oude weg|12|A|1002 AB|Amsterdam|NL')
  })

  it.each([
    ['HouseNumber', '14', 'drift HouseNumber'],
    ['HouseNumberAddition', 'B', 'drift HouseNumberAddition'],
    ['HouseNumberAddition', '', 'drift HouseNumberAddition'],
    ['Street', 'Oude Weg 12', 'drift Street'],
  ])('is drift where payroll changes %s to %j', async (part, value, said) => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    one().address = { ...one().address, [part]: value }

    expect(saidOf(await world.run())).toEqual([said])
    expect(saidOf(await world.run({ verifyAll: true }))).toEqual([said])
  })

  it('is a conflict where payroll changed the number and AlexisHR the town', async () => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    one().address = { ...one().address, HouseNumber: '14' }
    world.source.edit('a1', home('Oude weg 12 A, 1002 AB, Diemen, NL'))

    expect(saidOf(await world.run())[0]).toBe('held conflict')
    expect(held()).toBe('Oude weg|14|A|1002 AB|Amsterdam|NL')
  })

  it('number 12 with addition 3 becomes number 123, and the other way round', async () => {
    await inStep('Oude weg 12-3, 1002 AB, Amsterdam, NL')
    world.source.edit('a1', home('Oude weg 123, 1002 AB, Amsterdam, NL'))
    await world.run()
    expect(held()).toBe('Oude weg|123||1002 AB|Amsterdam|NL')

    world.source.edit('a1', home('Oude weg 12-3, 1002 AB, Amsterdam, NL'))
    await world.run()

    expect(held()).toBe('Oude weg|12|3|1002 AB|Amsterdam|NL')
  })
})

describe('an address that payroll keeps in parts while the whole line is mapped', () => {
  beforeEach(() => {
    Object.assign(world.deps, { mapping: readShippedMapping() })
  })

  it('keeps its parts where another part of the address changes', async () => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    one().address = { ...one().address, Street: 'Oude weg', HouseNumber: '12', HouseNumberAddition: 'A' }
    expect(saidOf(await world.run())).toEqual([])
    world.source.edit('a1', home('Oude weg 12 A, 1002 AC, Amsterdam, NL'))

    expect(saidOf(await world.run())).toEqual(['applied'])
    expect(held()).toBe('Oude weg|12|A|1002 AC|Amsterdam|NL')
    expect(saidOf(await world.run())).toEqual([])
    expect(saidOf(await world.run({ verifyAll: true }))).toEqual([])
  })

  it('is no conflict where the street changes in the run after that', async () => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    one().address = { ...one().address, Street: 'Oude weg', HouseNumber: '12', HouseNumberAddition: 'A' }
    await world.run()
    world.source.edit('a1', home('Oude weg 12 A, 1002 AC, Amsterdam, NL'))
    await world.run()
    world.source.edit('a1', home('Nieuwe weg 9, 3512 AA, Utrecht, NL'))
    one().address = { ...one().address, Street: 'Oude weg 12 A', HouseNumber: '', HouseNumberAddition: '' }

    expect(saidOf(await world.run())).toEqual(['applied'])
    expect(held()).toBe('Nieuwe weg 9|||3512 AA|Utrecht|NL')
  })

  it('waits whole where the street changes', async () => {
    await inStep('Oude weg 12 A, 1002 AB, Amsterdam, NL')
    one().address = { ...one().address, Street: 'Oude weg', HouseNumber: '12', HouseNumberAddition: 'A' }
    await world.run()
    world.source.edit('a1', home('Nieuwe weg 9, 3512 AA, Utrecht, NL'))

    expect(saidOf(await world.run())[0]).toBe('held house-number-separate')
    expect(held()).toBe('Oude weg|12|A|1002 AB|Amsterdam|NL')
  })
})
