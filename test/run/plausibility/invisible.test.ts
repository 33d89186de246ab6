import { describe, expect, it } from '@jest/globals'

import { toTargetEmployeeId } from '../../../src/domain/ids.js'
import { aLink, aTarget } from '../../support/builders.js'
import { sourceValues, withWorld, type World } from '../../support/world.js'

const employee = toTargetEmployeeId('1')
const pays = async (world: World, personalInfo: Record<string, string>, street: string): Promise<void> => {
  world.target.add(
    aTarget({
      personalInfo: {
        FirstName: 'Noor',
        LastName: 'Testveld',
        Birthday: '1990-05-17',
        EmployeeNumber: '501',
        ...personalInfo,
      },
      address: { Street: street, City: 'Utrecht', PostalCode: '', CountryISOCode: 'NL' },
      employment: { InitialStartDate: '2026-11-02' },
      salaries: [{ Value: '3000', Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' }],
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
  await world.deps.store.links.writeLink(aLink())
}

describe('a value that payroll holds with characters that nobody sees', () => {
  it.each([
    ['a zero-width blank', 'No\u200Bor'],
    ['a mark of direction', '\u2067Noor\u2069'],
    ['a soft hyphen', 'No\u00ADor'],
    ['a byte order mark', '\uFEFFNoor'],
    ['a stray joiner', 'Noor\u200D'],
    ['a tag', 'Noor\u{E0041}'],
  ])('is sent without them, once and without a question: %s', async (_, FirstName) => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await pays(world, { FirstName }, `Proef\u200Bweg 1`)

      const end = await world.run()

      expect(end.document.run.result).toBe('ok')
      expect(end.document.changes.map(({ section, outcome }) => `${section} ${outcome}`)).toEqual([
        'personalInfo applied',
        'address applied',
      ])
      const held = world.target.employees.get(employee)
      expect([held?.personalInfo.FirstName, held?.address.Street]).toEqual(['Noor', 'Proefweg 1'])
      expect((await world.run()).document.changes).toEqual([])
    })
  })

  it('is no drift when it came after both sides agreed', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await pays(world, {}, 'Proefweg 1')
      await world.run()
      const known = world.target.employees.get(employee)
      if (known !== undefined) known.personalInfo = { ...known.personalInfo, FirstName: 'Noor\u200B' }

      const end = await world.run()

      expect(end.document.findings).toEqual([])
      expect(world.target.employees.get(employee)?.personalInfo.FirstName).toBe('Noor')
    })
  })

  it('is left alone where they belong to the script', async () => {
    await withWorld(async (world) => {
      const name = 'می\u200Cخواهم'
      world.source.set('a1', sourceValues({ 'employee.firstName': name }))
      await pays(world, { FirstName: name }, 'Proefweg 1')

      expect((await world.run()).document.changes).toEqual([])
    })
  })
})
