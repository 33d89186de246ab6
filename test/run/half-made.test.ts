import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import { toSourceEmployeeId, type TargetEmployeeId } from '../../src/domain/ids.js'
import { emptyValues } from '../../src/plan/sections/section-plan.js'
import { prepareDrift, settleDrift } from '../../src/run/by-hand/drift.js'
import { sourceValues, withWorld, type World } from '../support/world.js'

const outcomes = ({ document }: RunEnd): string[] =>
  document.changes.map(({ section, fields, outcome }) => `${section} ${fields.join('+')} ${outcome}`)

const codes = ({ document }: RunEnd): string[] =>
  document.findings.map(({ code, severity, field }) => [code, severity, field].filter(Boolean).join(' '))

const only = (world: World): TargetEmployeeId => {
  const [id, ...others] = world.target.employees.keys()
  if (id === undefined || others.length > 0) throw new Error('there is not exactly one employee')
  return id
}

const held = (world: World) => {
  const employee = world.target.employees.get(only(world))
  if (employee === undefined) throw new Error('no employee')
  return employee
}

const phone = '+31202222222'

/** Somebody new; whatever follows the creation is refused. */
const begun = async (world: World): Promise<void> => {
  world.source.set(
    'a1',
    sourceValues({ 'employee.workPhone': phone, 'employee.homeAddress.postalCode': '3512 AA' }),
  )
  world.target.faults = ['updatePersonalInfo', 'writeAddress', 'insertBankAccount', 'updateSalary'].map(
    (operation) => ({ operation, nth: 1, carried: 'no' }),
  )
  await world.run()
  expect(held(world)).toMatchObject({ personalInfo: { FirstName: 'Noor', TelephoneWork: '' }, salaries: [] })
  world.target.faults = []
}

const correct = (world: World, personalInfo: Record<string, string>): void => {
  const employee = held(world)
  employee.personalInfo = { ...employee.personalInfo, ...personalInfo }
}

describe('a creation', () => {
  it('settles its names, so that the correction of payroll before the next run is drift', async () => {
    await withWorld(async (world) => {
      await begun(world)
      correct(world, { LastName: 'Testvelt' })

      const end = await world.run()
      const next = await world.run()

      expect(held(world).personalInfo).toMatchObject({
        FirstName: 'Noor',
        LastName: 'Testvelt',
        TelephoneWork: phone,
      })
      expect(codes(end)).toEqual(['drift warning LastName'])
      expect(codes(next)).toEqual(['drift warning LastName'])
      expect(end.document.run.result).toBe('ok')
    })
  })

  it('settles its names also where the rest of the record follows in the same run', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      correct(world, { FirstName: 'Eleonora' })

      const end = await world.run()

      expect(held(world).personalInfo.FirstName).toBe('Eleonora')
      expect(codes(end)).toEqual(['drift warning FirstName'])
    })
  })

  it('settles its start date', async () => {
    await withWorld(
      async (world) => {
        await begun(world)
        held(world).employment = { InitialStartDate: '2026-11-09' }

        const end = await world.run()

        expect(held(world).employment.InitialStartDate).toBe('2026-11-09')
        // Nmbrs would pay from before its own first day: that is a question, and nothing of the start date's.
        expect(codes(end)).toEqual(['drift warning InitialStartDate', 'salary-before-employment error'])
      },
      { updateStartDate: true },
    )
  })

  it('lets a correction of the source through, because the name was ours', async () => {
    await withWorld(async (world) => {
      await begun(world)
      world.source.edit('a1', { 'employee.lastName': 'Testvelt' })

      const end = await world.run()

      expect(held(world).personalInfo.LastName).toBe('Testvelt')
      expect(codes(end)).toEqual([])
    })
  })

  it.each([
    ['before', { 'employee.lastName': 'Testvéld' }, 'TESTVELD', 'TESTVELD', ['conflict error LastName']],
    ['after', {}, 'TESTVELD', 'TESTVELD', ['drift warning LastName']],
    ['without', { 'employee.lastName': 'Testvéld' }, 'Testveld', 'Testvéld', []],
  ] as const)(
    'whose answer was lost settles what it sent, %s a correction of the source',
    async (_when, source, corrected, expected, findings) => {
      await withWorld(async (world) => {
        world.source.set('a1', sourceValues())
        world.target.faults = [{ operation: 'createEmployee', nth: 1, carried: 'unknown' }]
        await world.run()
        correct(world, { LastName: corrected })
        world.source.edit('a1', source)

        const found = await world.run()
        await world.run()

        expect(codes(found)).toEqual(expect.arrayContaining(['create-recovered info', ...findings]))
        expect(held(world).personalInfo.LastName).toBe(expected)
      })
    },
  )
})

describe('an employee who is half made', () => {
  it('keeps the personal details that payroll entered meanwhile, and gets the others', async () => {
    await withWorld(async (world) => {
      await begun(world)
      correct(world, { Birthday: '1990-05-18', EmailWork: 'noor.t@tulp.example' })

      const end = await world.run()

      expect(held(world).personalInfo).toMatchObject({
        Birthday: '1990-05-18',
        EmailWork: 'noor.t@tulp.example',
        TelephoneWork: phone,
        EmployeeNumber: '501',
      })
      expect(codes(end)).toEqual(['drift warning Birthday', 'drift warning EmailWork'])
      expect(end.document.run.result).toBe('ok')
    })
  })

  it('keeps the address that payroll entered meanwhile', async () => {
    await withWorld(async (world) => {
      await begun(world)
      held(world).address = {
        ...emptyValues('address'),
        Street: 'Oudeweg 3',
        City: 'Zeist',
        CountryISOCode: 'NL',
      }

      const end = await world.run()

      expect(held(world).address).toMatchObject({ Street: 'Oudeweg 3', City: 'Zeist', PostalCode: '' })
      expect(codes(end)).toEqual(expect.arrayContaining(['drift warning Street', 'drift warning City']))
    })
  })

  it('keeps the salary and the account that payroll entered meanwhile, and holds those of AlexisHR', async () => {
    await withWorld(async (world) => {
      await begun(world)
      held(world).salaries = [{ Value: '2900', Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' }]
      await world.target.insertBankAccount(only(world), { IBAN: 'NL20INGB0001234567', Type: 'Standaard' })

      const end = await world.run()

      expect(held(world).salaries).toEqual([
        { Value: '2900', Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' },
      ])
      expect(held(world).bankAccounts.map(({ values }) => values.IBAN)).toEqual(['NL20INGB0001234567'])
      expect(outcomes(end)).toEqual(expect.arrayContaining([expect.stringMatching(/^salary .* held$/)]))
    })
  })

  it('keeps what payroll enters between the creation and its first section', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.workPhone': phone }))
      let isEdited = false
      world.target.beforeWrite = () => {
        if (isEdited) return
        isEdited = true
        correct(world, { Birthday: '1990-05-18' })
      }

      const first = await world.run()
      const next = await world.run()

      expect(outcomes(first)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^personalInfo .* held$/)]),
      )
      expect(codes(next)).toEqual(['drift warning Birthday'])
      expect(held(world).personalInfo).toMatchObject({ Birthday: '1990-05-18', TelephoneWork: phone })
    })
  })

  it('lets the word of a person send the value of AlexisHR all the same', async () => {
    await withWorld(async (world) => {
      await begun(world)
      correct(world, { EmailWork: 'noor.t@tulp.example' })
      await world.run()
      const order = { order: 'restore-source', subject: toSourceEmployeeId('a1') } as const
      await settleDrift(world.deps, order, await prepareDrift(world.deps, order))

      const end = await world.run()

      expect(outcomes(end)).toEqual(['personalInfo EmailWork applied'])
      expect(held(world).personalInfo.EmailWork).toBe('noor@tulp.example')
    })
  })
})
