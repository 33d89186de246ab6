import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Values } from '../../src/domain/values.js'
import { prepareDrift, settleDrift } from '../../src/run/by-hand/drift.js'
import { aLink, aTarget } from '../support/builders.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const outcomes = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ section }) => section === 'personalInfo')
    .map(({ fields, outcome, reason }) =>
      [fields.join('+'), outcome, reason].filter((part) => part !== null).join(' '),
    )

const codes = ({ document }: RunEnd): string[] =>
  document.findings.map(({ code, severity }) => `${code} ${severity}`)

const held = (world: World, id = '1'): Values => {
  const employee = world.target.employees.get(toTargetEmployeeId(id))
  if (employee === undefined) throw new Error(`no employee ${id}`)
  return employee.personalInfo
}

const edit = (world: World, values: Values, id = '1'): void => {
  const employee = world.target.employees.get(toTargetEmployeeId(id))
  if (employee === undefined) throw new Error(`no employee ${id}`)
  employee.personalInfo = { ...employee.personalInfo, ...values }
}

const {
  'employee.firstName': firstName,
  'employee.lastName': lastName,
  'employee.birthDate': birthDate,
} = sourceValues()
const sourceNames = {
  'employee.firstName': firstName ?? '',
  'employee.lastName': lastName ?? '',
  'employee.birthDate': birthDate ?? '',
}

const oldPhone = { TelephoneWork: '+31201111111' }
const newPhone = { 'employee.workPhone': '+31202222222' }

/** Somebody whom a rule connects: one number and one birth date on both sides. */
const met = (world: World, personalInfo: Values, source: Record<string, string> = {}): void => {
  world.source.set('a1', sourceValues({ ...newPhone, 'employee.bankAccount.iban': anIban(1), ...source }))
  world.target.add(
    aTarget({
      personalInfo: { TelephonePrivate: '', ...oldPhone, ...personalInfo },
      employment: { InitialStartDate: '2026-11-02' },
      salaries: [{ Value: '3000', Type: 'Bruto_Salaris_Partime', Start: '2026-11-02' }],
    }),
    [{ IBAN: anIban(1), Type: 'Standaard' }],
  )
}

const inStep = async (
  world: World,
  origin: 'manual' | 'rule' = 'rule',
  source: Record<string, string> = {},
) => {
  met(world, { TelephoneWork: '+31202222222' }, source)
  if (origin === 'manual') await world.deps.store.links.writeLink(aLink({ origin: 'manual' }))
  const end = await world.run()
  expect(end.document.run.result).toBe('ok')
}

const reject = (world: World): Promise<void> => world.say('reject')

describe('the first contact of a person whom a rule connected', () => {
  it('holds a first name that differs, and sends the rest with the name of payroll in place', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })

      const end = await world.run()

      expect(outcomes(end)).toEqual([
        'TelephoneWork applied first-contact',
        'FirstName held identity-first-contact',
      ])
      expect(codes(end)).toContain('identity-first-contact error')
      expect(end.document.run.result).toBe('held')
      expect(held(world)).toMatchObject({ FirstName: 'Eleonora', TelephoneWork: '+31202222222' })
    })
  })

  it('makes one hold of all that says who somebody is, on a link that a rule made when it looked less closely', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora', LastName: 'Testveld-Bakker' })
      await world.deps.store.links.writeLink(aLink({ origin: 'rule:workEmail+birthDate' }))

      const end = await world.run()

      expect(outcomes(end).at(-1)).toBe('FirstName+LastName held identity-first-contact')
      expect(await world.deps.store.holds.readHolds()).toHaveLength(1)
    })
  })

  it('holds a birth date that differs on such a link', async () => {
    await withWorld(async (world) => {
      met(world, { Birthday: '1970-07-07' })
      await world.deps.store.links.writeLink(aLink({ origin: 'rule:employeeNumber+lastName' }))

      const end = await world.run()

      expect(outcomes(end).at(-1)).toBe('Birthday held identity-first-contact')
      expect(held(world).Birthday).toBe('1970-07-07')
    })
  })

  it.each<[string, Values, Record<string, string>]>([
    ['accents and letter case', { LastName: 'TESTVELD' }, {}],
    ['initials', { FirstName: 'N.' }, {}],
    ['a birth date that payroll lacks', { Birthday: '' }, {}],
  ])('sends %s as before', async (_what, personalInfo, source) => {
    await withWorld(
      async (world) => {
        met(world, personalInfo, source)

        const end = await world.run()

        expect(end.document.run.result).toBe('ok')
        expect(held(world)).toMatchObject({
          FirstName: 'Noor',
          LastName: 'Testveld',
          Birthday: '1990-05-17',
        })
      },
      {
        rules: [
          { name: 'employeeNumber+birthDate', attributes: ['employeeNumber', 'birthDate'] },
          { name: 'employeeNumber+lastName', attributes: ['employeeNumber', 'lastName'] },
        ],
      },
    )
  })

  it('sends what AlexisHR says once it was released', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })
      await world.run()
      await world.release()

      const sent = await world.run()
      const after = await world.run()

      expect(outcomes(sent)).toEqual(['FirstName applied'])
      expect(held(world).FirstName).toBe('Noor')
      expect(outcomes(after)).toEqual([])
      expect(after.document.run.result).toBe('ok')
      expect(await world.deps.store.holds.readHolds()).toEqual([])
    })
  })

  it('agrees on what payroll has once it was rejected, and asks again when AlexisHR changes', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })
      await world.run()
      await reject(world)

      const settling = await world.run()
      const settled = await world.run()
      await world.run()
      world.source.edit('a1', { 'employee.firstName': 'Nora' })
      const asked = await world.run()

      expect(settling.document.run.result).toBe('ok')
      expect(codes(settling)).toEqual(['hold-rejected info'])
      expect([outcomes(settled), codes(settled)]).toEqual([[], []])
      expect(outcomes(asked)).toEqual(['FirstName held identity-first-contact'])
      expect(held(world).FirstName).toBe('Eleonora')
    })
  })

  it('closes the hold that a rejection settled', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })
      await world.run()
      await reject(world)
      await world.run()

      expect(await world.deps.store.holds.readHolds()).toEqual([])
      expect((await world.deps.store.holds.readHoldHistory()).map(({ closed }) => closed?.how)).toEqual([
        'superseded',
      ])
    })
  })

  it('settles nothing by a rejection that only a plan saw', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })
      await world.run()
      await reject(world)

      await world.run({ mode: 'plan' })

      expect(await world.deps.store.holds.readHolds()).toHaveLength(1)
    })
  })

  it('is void for a release when payroll corrects the name meanwhile', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })
      await world.run()
      await world.release()
      edit(world, { FirstName: 'Leonora' })

      const end = await world.run()

      expect(outcomes(end)).toEqual(['FirstName held identity-first-contact'])
      expect(held(world).FirstName).toBe('Leonora')
    })
  })

  it('keeps the names of payroll where the configuration says so, and says it once', async () => {
    await withWorld(
      async (world) => {
        met(world, { FirstName: 'Eleonora' })

        const first = await world.run()
        const next = await world.run()

        expect(first.document.run.result).toBe('ok')
        expect(codes(first)).toEqual(['identity-first-contact info'])
        expect(outcomes(first)).toEqual(['TelephoneWork applied first-contact'])
        expect([outcomes(next), codes(next)]).toEqual([[], []])
        expect(held(world).FirstName).toBe('Eleonora')
        expect(await world.deps.store.holds.readHoldHistory()).toEqual([])
      },
      { holds: { ...defaultHoldSettings, identityFirstContact: 'keep' } },
    )
  })

  it('sends what somebody connected by hand', async () => {
    await withWorld(async (world) => {
      met(world, { FirstName: 'Eleonora' })
      await world.deps.store.links.writeLink(aLink({ origin: 'manual' }))

      const end = await world.run()

      expect(outcomes(end)).toEqual(['FirstName+TelephoneWork applied first-contact'])
    })
  })

  it('needs the days and the people that a release takes', async () => {
    await withWorld(
      async (world) => {
        met(world, { FirstName: 'Eleonora' })
        await world.run()
        await world.release('fatma')
        const one = await world.run()
        await world.release('bram')
        const two = await world.run()

        expect(outcomes(one)).toEqual(['FirstName held identity-first-contact'])
        expect(outcomes(two)).toEqual(['FirstName applied'])
      },
      { holds: { ...defaultHoldSettings, releasers: 2 } },
    )
  })
})

describe('a connected person who would become another one', () => {
  const another = {
    'employee.firstName': 'Piet',
    'employee.lastName': 'Bakker',
    'employee.birthDate': '1999-01-01T00:00:00.000Z',
  }

  it.each<[string, 'manual' | 'rule', Record<string, string>, string]>([
    ['a record used for somebody else', 'rule', another, 'Birthday+FirstName+LastName'],
    ['a record used for somebody else', 'manual', another, 'Birthday+FirstName+LastName'],
    ['a birth date', 'rule', { 'employee.birthDate': '1990-05-18T00:00:00.000Z' }, 'Birthday'],
    ['another last name', 'manual', { 'employee.lastName': 'Bakker' }, 'LastName'],
  ])('waits for %s, connected by %s', async (_what, origin, source, fields) => {
    await withWorld(async (world) => {
      await inStep(world, origin)
      world.source.edit('a1', { ...source, 'employee.workPhone': '+31203333333' })

      const end = await world.run()

      expect(outcomes(end)).toEqual(['TelephoneWork applied', `${fields} held identity-changed`])
      expect(codes(end)).toEqual(['identity-changed error'])
      expect(end.document.run.result).toBe('held')
      expect(held(world)).toMatchObject({
        FirstName: 'Noor',
        LastName: 'Testveld',
        Birthday: '1990-05-17',
        TelephoneWork: '+31203333333',
      })
    })
  })

  it.each<[string, Record<string, string>]>([
    ['a corrected spelling', { 'employee.lastName': 'Testvelt' }],
    ['a name added by marriage', { 'employee.lastName': 'Bakker-Testveld' }],
    ['a call name', { 'employee.firstName': 'Eleonora' }],
  ])('is not seen in %s', async (_what, source) => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', source)

      const end = await world.run()

      expect(end.document.run.result).toBe('ok')
      expect(outcomes(end)).toHaveLength(1)
      expect(await world.deps.store.holds.readHoldHistory()).toEqual([])
    })
  })

  it('is sent once it was released, for that very change', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', another)
      await world.run()
      await world.release()

      const sent = await world.run()
      const after = await world.run()

      expect(outcomes(sent)).toEqual(['Birthday+FirstName+LastName applied'])
      expect(held(world)).toMatchObject({ FirstName: 'Piet', LastName: 'Bakker', Birthday: '1999-01-01' })
      expect([outcomes(after), codes(after)]).toEqual([[], []])
    })
  })

  it('waits anew for another value, and when payroll changed the employee meanwhile', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', another)
      await world.run()
      await world.release()
      edit(world, { LastName: 'Testveldt' })

      const end = await world.run()

      expect(end.document.run.result).toBe('held')
      expect(outcomes(end)).toEqual(['Birthday+FirstName+LastName held identity-changed'])
      expect(held(world)).toMatchObject({ FirstName: 'Noor', LastName: 'Testveldt' })
    })
  })

  it('stays rejected without being settled, and goes when AlexisHR goes back', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', another)
      await world.run()
      await reject(world)
      const rejected = await world.run()
      world.source.edit('a1', { ...sourceNames })
      const back = await world.run()

      expect(outcomes(rejected)).toEqual(['Birthday+FirstName+LastName skipped hold-rejected'])
      expect(rejected.document.run.result).toBe('ok')
      expect(outcomes(back)).toEqual([])
      expect(await world.deps.store.holds.readHolds()).toEqual([])
    })
  })

  it('is one hold where payroll changed one of the names too', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', another)
      edit(world, { LastName: 'Testveld-Smit' })

      const end = await world.run()

      expect(outcomes(end)).toEqual(['Birthday+FirstName+LastName held identity-changed'])
      expect(codes(end)).toEqual(['identity-changed error'])
    })
  })

  it('is seen where the last name cannot be sent for its prefix', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      edit(world, { Prefix: 'de', LastName: 'Testveld' })
      world.source.edit('a1', { 'employee.firstName': 'Piet', 'employee.lastName': 'Bakker' })

      const end = await world.run()

      expect(outcomes(end).sort()).toEqual([
        'FirstName held identity-changed',
        'LastName held name-prefix-separate',
      ])
      expect(held(world)).toMatchObject({ FirstName: 'Noor', Prefix: 'de', LastName: 'Testveld' })
    })
  })

  it('waits too when somebody orders the values of AlexisHR back', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      edit(world, { FirstName: 'Piet', LastName: 'Bakker' })
      await world.run()
      const order = { order: 'restore-source', subject: toSourceEmployeeId('a1') } as const
      await settleDrift(world.deps, order, await prepareDrift(world.deps, order))

      const end = await world.run({ only: [{ section: 'personalInfo', fields: ['FirstName', 'LastName'] }] })

      expect(outcomes(end)).toEqual(['FirstName+LastName held identity-changed'])
      expect(held(world)).toMatchObject({ FirstName: 'Piet', LastName: 'Bakker' })
    })
  })

  it('lets one name go back that payroll changed, by the word that says so', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      edit(world, { FirstName: 'Eleonora' })
      await world.run()
      const order = { order: 'restore-source', subject: toSourceEmployeeId('a1') } as const
      await settleDrift(world.deps, order, await prepareDrift(world.deps, order))

      const end = await world.run({ only: [{ section: 'personalInfo', fields: ['FirstName'] }] })

      expect(outcomes(end)).toEqual(['FirstName applied'])
    })
  })

  it('is seen by a run that looks at every field', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', another)

      expect(outcomes(await world.run({ verifyAll: true }))).toEqual([
        'Birthday+FirstName+LastName held identity-changed',
      ])
    })
  })
})
