import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { ChangeReport } from '../../src/domain/change.js'
import type { Values } from '../../src/domain/values.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aTarget } from '../support/builders.js'
import { sourceValues, withWorld, type World } from '../support/world.js'

const ibans = ['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL02ABNA0123456789', 'NL00WRONG', '']

/** Mostly the first value, now and then one of the others. */
const mostly = (usual: string, ...others: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  )

/** Source values, good, odd and bad ones, few enough that people collide. */
const fields = {
  'employee.firstName': fc.constantFrom('Noor', 'Saar', 'Bram & Co', "D'Arcy"),
  'employee.lastName': fc.constantFrom('Testveld', "van 't Schip", 'Öström <x>', 'Anders'),
  'employee.birthDate': mostly('1990-05-17', '1990-05-16T22:00:00.000Z', '1971-01-01', ''),
  'employee.employeeNumber': fc.constantFrom('1', '2', '3', 'SE-1', ''),
  'employee.workEmail': fc.constantFrom('a@tulp.example', 'b@tulp.example', 'nonsense', ''),
  'employee.privatePhone': fc.constantFrom('06 - 12 34 56 78', '+31612345678', ''),
  'employee.homeAddress.street': fc.constantFrom('Proefweg 1', 'Proefweg 2', ''),
  'employee.homeAddress.country': fc.constantFrom('NL', 'Nederland', 'Atlantis', ''),
  'employee.bankAccount.iban': fc.constantFrom(...ibans),
  'employee.hireDate': mostly('2026-11-02', '2020-01-01', '2026-12-01'),
  'compensation.amount': mostly('3000', '3000.5', '-1'),
  'compensation.payoutPeriod': mostly('MONTHLY', 'HOURLY', 'WEEKLY'),
  'compensation.currency': mostly('EUR', 'SEK'),
  'compensation.effectiveDate': mostly('2026-11-02', '2020-01-01'),
}
const person = fc.record(fields)
const edit = fc.record(
  {
    'employee.privatePhone': fields['employee.privatePhone'],
    'employee.homeAddress.street': fields['employee.homeAddress.street'],
    'employee.bankAccount.iban': fields['employee.bankAccount.iban'],
    'compensation.amount': fields['compensation.amount'],
  },
  { requiredKeys: ['employee.bankAccount.iban'] },
)

const employee = fc.record({
  personalInfo: fc.record({
    FirstName: fc.constantFrom('Noor', 'Saar'),
    LastName: fc.constantFrom('Testveld', 'Schip'),
    Prefix: fc.constantFrom('', "van 't"),
    Birthday: fc.constantFrom('1990-05-17', '1971-01-01', ''),
    EmployeeNumber: fc.constantFrom('1', '2', '3', '4'),
    EmailWork: fc.constantFrom('a@tulp.example', ''),
    TelephonePrivate: fc.constantFrom('+31612345678', '0612345678', ''),
  }),
  address: fc.record({
    Street: fc.constantFrom('Proefweg', 'Proefweg 1'),
    HouseNumber: fc.constantFrom('', '1'),
  }),
  iban: fc.constantFrom(...ibans.slice(0, 3), ''),
})

const population = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 6 }),
  employees: fc.array(employee, { maxLength: 2 }),
  /** Whether somebody releases all that waits after the edits. */
  releases: fc.boolean(),
  edits: fc.array(fc.record({ who: fc.nat({ max: 5 }), values: edit }), { maxLength: 6 }),
  faults: fc.array(
    fc.record({
      operation: fc.constantFrom(
        'createEmployee',
        'updatePersonalInfo',
        'writeAddress',
        'insertBankAccount',
        'endBankAccount',
        'updateSalary',
      ),
      nth: fc.integer({ min: 1, max: 2 }),
      carried: fc.constantFrom('no' as const, 'unknown' as const),
    }),
    { maxLength: 4 },
  ),
})

type Population = Parameters<
  Parameters<typeof fc.property<[typeof population extends fc.Arbitrary<infer T> ? T : never]>>[1]
>[0]

const fill = (world: World, { people, employees }: Population): void => {
  people.forEach((values, index) => {
    world.source.set(`a${index}`, sourceValues(values))
  })
  employees.forEach(({ personalInfo, address, iban }, index) => {
    const accounts: Values[] = iban === '' ? [] : [{ IBAN: iban, Type: 'Standaard' }]
    world.target.add(aTarget({ id: `t${index}`, personalInfo, address }), accounts)
  })
}

/**
 * Without the numbers that waited for somebody who gave them up in the run before: sent with that write, they
 * stood twice if it failed.
 */
const unsettled = ({ document }: RunEnd, waiting: ReadonlySet<string> = new Set()): readonly ChangeReport[] =>
  document.changes.filter(
    ({ outcome, subject, fields }) =>
      outcome !== 'held' && !(waiting.has(subject) && fields.join() === 'EmployeeNumber'),
  )

/** Whose employee number was on somebody else in the target. */
const numbersTaken = ({ document }: RunEnd): ReadonlySet<string> =>
  new Set(
    document.changes.filter(({ reason }) => reason === 'employee-number-taken').map(({ subject }) => subject),
  )

/**
 * Who was not connected to an employee with their number, while a write of that run gave a number up: the
 * next run may take them up whole.
 */
const contradicted = ({ document }: RunEnd): ReadonlySet<string> => {
  const movedNumber = document.changes.some(
    ({ fields, outcome }) => outcome === 'applied' && fields.includes('EmployeeNumber'),
  )
  const found = document.findings.filter(({ code }) => movedNumber && code === 'match-contradicts')
  return new Set(found.map(({ subject }) => subject))
}

/** What must hold after any run, whatever failed in it. */
const expectSound = (world: World): void => {
  const bankAccounts = [...world.target.employees.values()].map(
    (held) => held.bankAccounts.filter(({ values }) => values.Type === 'Standaard').length,
  )
  expect(Math.max(0, ...bankAccounts)).toBeLessThanOrEqual(1)
}

describe('any population', () => {
  it('has nothing left to send right after it was synced', async () => {
    await fc.assert(
      fc.asyncProperty(population, async (given) => {
        await withWorld(async (world) => {
          fill(world, given)

          const first = await world.run()
          const [waiting, anew] = [numbersTaken(first), contradicted(first)]
          const writes = world.target.writes().length
          const plan = await world.run({ mode: 'plan' })
          const again = await world.run()

          for (const run of [plan, again])
            expect(unsettled(run, waiting).filter(({ subject }) => !anew.has(subject))).toEqual([])
          if (waiting.size + anew.size === 0) expect(world.target.writes()).toHaveLength(writes)
          expectSound(world)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('takes up in the next run a number that somebody gave up in this one', async () => {
    await withWorld(async (world) => {
      const email = 'noor@tulp.example'
      const noor = { FirstName: 'Noor', LastName: 'Testveld', Birthday: '1990-05-17', EmailWork: email }
      world.target.add(aTarget({ id: 't0', personalInfo: { ...noor, EmployeeNumber: '1' } }))
      const saar = {
        'employee.firstName': 'Saar',
        'employee.lastName': 'Anders',
        'employee.birthDate': '1971-03-09',
        'employee.workEmail': 'saar@tulp.example',
        'employee.bankAccount.iban': '',
        'employee.employeeNumber': '1',
      }
      world.source.set('a0', sourceValues(saar))
      world.source.set('a1', sourceValues({ 'employee.employeeNumber': '2' }))

      const first = await world.run()
      const second = await world.run()
      const third = await world.run()

      expect([...numbersTaken(first)]).toEqual(['a0'])
      expect(unsettled(second)).toMatchObject([
        { subject: 'a0', fields: ['EmployeeNumber'], outcome: 'applied' },
      ])
      expect(unsettled(third)).toEqual([])
    })
  })

  it('settles again after edits, also when writes fail or lose their answers on the way', async () => {
    await fc.assert(
      fc.asyncProperty(population, async (given) => {
        await withWorld(async (world) => {
          fill(world, given)
          world.target.faults = [...given.faults]

          await world.run()
          for (const { who, values } of given.edits) {
            if (who < given.people.length) world.source.edit(`a${who}`, values)
          }
          await world.run()
          if (given.releases) await world.release()
          await world.run()
          world.target.faults = []
          await world.run()
          const settled = await world.run()

          expect(unsettled(settled)).toEqual([])
          expectSound(world)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('never gets a second employee for one person, whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(population, async (given) => {
        await withWorld(async (world) => {
          fill(world, given)
          world.target.faults = [...given.faults]

          for (let round = 0; round < 3; round += 1) await world.run()

          const creations = world.target.employees.size - given.employees.length
          const links = await world.deps.store.links.readLinks()
          const created = links.filter(
            (link) =>
              link.status === 'connected' && (link.origin === 'created' || link.origin === 'recovered'),
          )
          const waiting = await world.deps.store.journal.readOpenIntents()
          expect(creations).toBeLessThanOrEqual(
            created.length + waiting.filter(({ kind }) => kind === 'create').length,
          )
        })
      }),
      { numRuns: 40 },
    )
  })

  it('changes an account only once it was released, and then has the released one', async () => {
    await fc.assert(
      fc.asyncProperty(population, async (given) => {
        await withWorld(async (world) => {
          fill(world, given)
          await world.run()
          const before = accounts(world)
          for (const { who, values } of given.edits) {
            if (who < given.people.length) world.source.edit(`a${who}`, values)
          }

          await world.run()
          await world.run()
          const waiting = accounts(world)
          await world.release()
          await world.run()
          const rest = await world.run()

          for (const [id, iban] of before) if (iban !== undefined) expect(waiting.get(id)).toBe(iban)
          expect(held(rest)).not.toContain('bank-account-changed')
          expectSound(world)
        })
      }),
      { numRuns: 40 },
    )
  })
})

const held = ({ document }: RunEnd): (string | null)[] =>
  document.changes.filter(({ outcome }) => outcome === 'held').map(({ reason }) => reason)

/** The synced account of every employee of payroll. */
const accounts = (world: World): Map<string, string | undefined> =>
  new Map(
    [...world.target.employees].map(([id, employee]) => [
      id,
      employee.bankAccounts.find(({ values }) => values.Type === 'Standaard')?.values.IBAN,
    ]),
  )
