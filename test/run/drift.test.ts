import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { listDrift, prepareDrift, settleDrift, type DriftOrder } from '../../src/run/by-hand/drift.js'
import { companyId } from '../support/builders.js'
import { anIban, apart, sourceValues, withWorld, type World } from '../support/world.js'

const a1 = toSourceEmployeeId('a1')

const one = (world: World) => {
  const [held] = [...world.target.employees.values()]
  if (held === undefined) throw new Error('nobody in the target')
  return held
}

const inStep = async (world: World): Promise<void> => {
  world.source.set('a1', sourceValues())
  await world.run()
  await world.run()
  world.target.calls.length = 0
}

/** Payroll changes a town and an e-mail address. */
const changeByPayroll = (world: World): void => {
  one(world).address = { ...one(world).address, City: 'Zeist' }
  one(world).personalInfo = { ...one(world).personalInfo, EmailWork: 'payroll@tulp.example' }
}

const changeAccount = (world: World, IBAN: string): void => {
  const held = one(world)
  held.bankAccounts = held.bankAccounts.map((account) => ({
    ...account,
    values: { ...account.values, IBAN },
  }))
}

const list = async (world: World, verifyAll = false): Promise<string[]> => {
  const { people } = await listDrift(world.deps, { employees: [], verifyAll })
  return people.flatMap(({ subject, fields }) =>
    fields.map(({ section, field, by }) => `${subject} ${section} ${field} by ${by}`),
  )
}

const decide = async (world: World, differs: Partial<DriftOrder> & Pick<DriftOrder, 'order'>) => {
  const order: DriftOrder = { subject: a1, ...differs }
  const prepared = await prepareDrift(world.deps, order)
  await settleDrift(world.deps, order, prepared)
  return prepared
}

const restore = async (world: World, differs: Partial<DriftOrder> = {}) => {
  const { settlements } = await decide(world, { order: 'restore-source', ...differs })
  return world.run({ employees: [a1], verifyAll: true, only: settlements })
}

describe('listing drift', () => {
  it('names each value that payroll changed, and conflicts as changed by both', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      world.source.edit('a1', { 'employee.homeAddress.city': 'Houten' })

      expect(await list(world)).toEqual(['a1 personalInfo EmailWork by target', 'a1 address City by both'])
      expect(world.target.writes()).toEqual([])
    })
  })

  it('finds nothing where only the source changed', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      world.source.edit('a1', { 'employee.homeAddress.city': 'Houten' })

      expect(await list(world)).toEqual([])
    })
  })

  it('looks at every bank account when it is asked to verify all', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeAccount(world, 'NL20INGB0001234567')

      expect(await list(world)).toEqual([])
      expect(await list(world, true)).toEqual(['a1 bankAccount IBAN by target'])
    })
  })
})

describe('a run that verifies all', () => {
  it('finds a changed bank account, which every run then reports until somebody decides', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeAccount(world, 'NL20INGB0001234567')

      const usual = await world.run()
      const verified = await world.run({ verifyAll: true })
      const later = await world.run()

      const codes = [usual, verified, later].map(({ document }) => document.findings.map(({ code }) => code))
      expect(codes).toEqual([[], ['drift'], ['drift']])
      expect(world.target.writes()).toEqual([])
    })
  })
})

describe('thirty runs', () => {
  it('look at each bank account once, and at those of newcomers too', async () => {
    await withWorld(async (world) => {
      for (let index = 0; index < 6; index += 1) {
        const values = {
          'employee.employeeNumber': `${500 + index}`,
          'employee.lastName': `Testveld${index}`,
          'employee.workEmail': '',
          'employee.bankAccount.iban': anIban(index),
          ...apart(index),
        }
        world.source.set(`a${index}`, sourceValues(values))
      }
      await world.run()
      await world.run()
      world.target.calls.length = 0

      for (let run = 0; run < 30; run += 1) await world.run()

      expect(world.target.calls.filter((name) => name === 'readBankAccounts')).toHaveLength(6)
    })
  })
})

describe('accepting what payroll changed', () => {
  it('lets the values stand, sends nothing, and puts on record who decided', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)

      await decide(world, { order: 'accept-target' })
      const next = await world.run()

      expect(await list(world, true)).toEqual([])
      expect(next.document.changes).toEqual([])
      expect(next.document.findings).toEqual([])
      expect(world.target.writes()).toEqual([])
    })
  })

  it('sends a later change of the source again', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      await decide(world, { order: 'accept-target' })
      world.source.edit('a1', { 'employee.homeAddress.city': 'Houten' })

      await world.run()

      expect(one(world).address.City).toBe('Houten')
      expect(one(world).personalInfo.EmailWork).toBe('payroll@tulp.example')
    })
  })

  it('is about one section or field when that is said', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)

      await decide(world, { order: 'accept-target', section: 'address' })

      expect(await list(world)).toEqual(['a1 personalInfo EmailWork by target'])
    })
  })

  it('settles a conflict in favour of payroll', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      world.source.edit('a1', { 'employee.homeAddress.city': 'Houten' })

      await decide(world, { order: 'accept-target', field: 'City' })
      const { document } = await world.run()

      expect(document.changes).toEqual([])
      expect(one(world).address.City).toBe('Zeist')
    })
  })

  it('accepts the very bank account that was read', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeAccount(world, 'NL20INGB0001234567')
      await decide(world, { order: 'accept-target' })
      changeAccount(world, 'NL02TEST0123456789')

      expect(await list(world, true)).toEqual(['a1 bankAccount IBAN by target'])
    })
  })
})

describe('restoring what the source says', () => {
  it('sends the drifted values and nothing else of that person', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      world.source.edit('a1', { 'employee.firstName': 'Nora', 'compensation.amount': '3100' })

      const { document } = await restore(world, { field: 'City' })

      expect(document.changes.map(({ section, fields, outcome }) => [section, fields, outcome])).toEqual([
        ['address', ['City'], 'applied'],
      ])
      expect(one(world).address).toMatchObject({ City: 'Utrecht', Street: 'Proefweg 1' })
      expect(one(world).personalInfo.EmailWork).toBe('payroll@tulp.example')
      const next = await world.run()
      expect(next.document.changes.map(({ section, fields }) => [section, fields])).toEqual([
        ['personalInfo', ['FirstName']],
        ['salary', ['Value']],
      ])
    })
  })

  it('is a matter of a hold once the source changed another part of the address', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      world.source.edit('a1', { 'employee.homeAddress.street': 'Nieuweweg 2' })

      await expect(restore(world, { section: 'address' })).rejects.toThrow(/which is a conflict/)
      await world.run()
      await world.release()
      await world.run()

      expect(one(world).address).toMatchObject({ City: 'Utrecht', Street: 'Nieuweweg 2' })
    })
  })

  it('is carried out by the next sync when the first one could not', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      world.target.faults = [{ operation: 'writeAddress', nth: 1, carried: 'no' }]

      const failed = await restore(world, { section: 'address' })
      const next = await world.run()

      expect(failed.document.run.result).toBe('failed')
      expect(next.document.changes.map(({ section, outcome }) => [section, outcome])).toEqual([
        ['address', 'applied'],
      ])
      expect(one(world).address.City).toBe('Utrecht')
    })
  })

  it('does not overwrite what payroll changes once more', async () => {
    await withWorld(async (world) => {
      await inStep(world)
      changeByPayroll(world)
      await decide(world, { order: 'restore-source', section: 'address' })
      one(world).address = { ...one(world).address, City: 'Houten' }

      const { document } = await world.run()

      expect(document.changes).toMatchObject([{ section: 'address', outcome: 'held', reason: 'conflict' }])
      expect(one(world).address.City).toBe('Houten')
    })
  })
})

describe('an order about drift', () => {
  const refused = async (prepare: (world: World) => void, order: Partial<DriftOrder>): Promise<string> => {
    let message = ''
    await withWorld(async (world) => {
      await inStep(world)
      world.source.set('a2', sourceValues({ 'employee.birthDate': '', 'employee.employeeNumber': '502' }))
      prepare(world)
      const before = await world.deps.store.baselines.readBaselines(companyId, [a1])
      const whole: DriftOrder = { order: 'accept-target', subject: a1, ...order }
      message = await prepareDrift(world.deps, whole).then(
        () => '',
        (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : ''),
      )
      expect(await world.deps.store.baselines.readBaselines(companyId, [a1])).toEqual(before)
    })
    return message
  }

  it.each<[string, (world: World) => void, Partial<DriftOrder>, string]>([
    [
      'a person who is not there',
      () => undefined,
      { subject: toSourceEmployeeId('a9') },
      'nmbrs-sync status --all',
    ],
    [
      'a person who is blocked',
      () => undefined,
      { subject: toSourceEmployeeId('a2') },
      'nmbrs-sync explain a2',
    ],
    ['no drift', () => undefined, {}, 'nmbrs-sync drift --verify-all'],
    [
      'no drift in that field',
      changeByPayroll,
      { field: 'Street' },
      'Payroll changed nothing for employee a1 in Street',
    ],
    [
      'half of a bank account',
      (world) => {
        const [account] = one(world).bankAccounts
        if (account === undefined) throw new Error('no account')
        one(world).bankAccounts = [{ ...account, values: { ...account.values, IBAN: '', Number: '123' } }]
        world.source.edit('a1', {
          'employee.bankAccount.iban': 'NL20INGB0001234567',
          'employee.bankAccount.bic': 'INGBNL2A',
        })
      },
      { field: 'IBAN' },
      'is written whole',
    ],
    [
      'a conflict that is to be overwritten',
      (world) => {
        changeByPayroll(world)
        world.source.edit('a1', { 'employee.homeAddress.city': 'Houten' })
      },
      { order: 'restore-source', section: 'address' },
      'nmbrs-sync holds',
    ],
    [
      'a start date that is only reported',
      (world) => {
        one(world).employment = { InitialStartDate: '2026-11-09' }
      },
      { order: 'restore-source' },
      'employment.updateStartDate',
    ],
  ])('is refused for %s, and changes nothing', async (_what, prepare, order, message) => {
    const said = await refused(prepare, order)

    expect(said).toContain('ConfigError')
    expect(said).toContain(message)
  })
})
