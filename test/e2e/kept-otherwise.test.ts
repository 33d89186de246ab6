import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import type { AlexisEmployeeRecord } from '../../src/sandbox/alexis/records.js'
import type { NmbrsSwitches } from '../../src/sandbox/nmbrs/switches.js'
import { readSplitMapping } from '../mapping/shipped-mapping.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { withSandboxWorld, type SandboxWorld } from './sandbox-world.js'

const settings = { holds: { ...defaultHoldSettings, bankAccountChange: 'never' as const } }

const firstOf = ({ alexis }: SandboxWorld): AlexisEmployeeRecord => {
  const [first] = alexis.data.employees
  if (first === undefined) throw new Error('nobody is there')
  return first
}
const outcomesOf = ({ document }: RunEnd, subject: string): string[] =>
  document.changes
    .filter((change) => change.subject === subject)
    .map(({ section, outcome, reason }) => `${section} ${outcome}${reason === null ? '' : ` (${reason})`}`)

const saidOf = ({ document }: RunEnd): string[] =>
  document.findings.map(({ code, field }) => `${code} ${field ?? ''}`)

/** Somebody in step whose data HR changes, before Nmbrs begins to keep things its own way. */
const changed = async (
  change: (person: AlexisEmployeeRecord, world: SandboxWorld) => void,
  switches: Partial<NmbrsSwitches>,
  look: (ends: readonly string[][], world: SandboxWorld) => void,
): Promise<void> => {
  await withSandboxWorld({ people: 2, settings }, async (world) => {
    await world.run()
    await world.run()
    const person = firstOf(world)
    Object.assign(world.nmbrs.switches, switches)
    change(person, world)
    const ends = [await world.run(), await world.run(), await world.run({ verifyAll: true })]
    look(
      ends.map((end) => outcomesOf(end, person.id)),
      world,
    )
  })
}

const raise = (person: AlexisEmployeeRecord, { alexis }: SandboxWorld): void => {
  for (const one of alexis.data.compensations) {
    const amount = Math.round(one.amount * 1.1) + 0.55
    if (one.employeeId === person.id) Object.assign(one, { amount, baseAmount: amount })
  }
}

describe('Nmbrs keeps something else than was sent', () => {
  it.each([
    [
      'a shortened street',
      { maxTextLength: 12 },
      (person: AlexisEmployeeRecord) =>
        Object.assign(person.homeAddress ?? {}, { street: 'Een Hele Lange Laan 123' }),
      'address',
    ],
    [
      'a shortened e-mail address',
      { maxTextLength: 12 },
      (person: AlexisEmployeeRecord) =>
        Object.assign(person, { workEmail: 'een.lange.naam@bedrijf.example' }),
      'personalInfo',
    ],
    ['an amount without its cents', { amounts: 'whole' as const }, raise, 'salary'],
  ] as [
    string,
    Partial<NmbrsSwitches>,
    (person: AlexisEmployeeRecord, world: SandboxWorld) => void,
    string,
  ][])('is never taken for done: %s', async (_what, switches, change, section) => {
    await changed(change, switches, (ends) => {
      expect(ends[0]).toEqual([`${section} failed (write-not-confirmed)`])
      for (const outcomes of ends) {
        expect(outcomes).not.toEqual([])
        expect(outcomes.filter((one) => /applied|unchanged/.test(one))).toEqual([])
      }
    })
  })

  it('is never taken for done: the shortened name of somebody who is created', async () => {
    await withSandboxWorld({ people: 1, settings, nmbrs: { maxTextLength: 6 } }, async (world) => {
      Object.assign(firstOf(world), { firstName: 'Wendelmoet', lastName: 'Testveldkamp' })
      const { id } = firstOf(world)

      const [first, second] = [await world.run(), await world.run()]

      expect(outcomesOf(first, id)).toContain('personalInfo failed (write-not-confirmed)')
      expect(second.document.findings.filter(({ section }) => section === 'personalInfo')).not.toEqual([])
      expect(world.nmbrs.store.allEmployees()).toHaveLength(1)
    })
  })

  it('is done where only cents that nobody has are rounded', async () => {
    await changed(raise, { amounts: 'cents' }, (ends) => {
      expect(ends).toEqual([['salary applied'], [], []])
    })
  })
})

describe('an Nmbrs in which the parts of an address that are not sent stay', () => {
  const payrollAdds = ({ nmbrs }: SandboxWorld, field: string, value: string): number => {
    const id = nmbrs.store.allEmployees()[0]?.id ?? 0
    const fields = nmbrs.store.employee(id).addresses[0]?.fields ?? {}
    nmbrs.edit(id, { address: { ...fields, [field]: value } })
    return id
  }
  it.each([
    ['merge', 'address applied', undefined],
    ['mergeFilled', 'address failed (write-not-confirmed)', 'Utrecht'],
  ] as const)('never takes a mixture of two addresses for done (%s)', async (addressParts, outcome, left) => {
    await withSandboxWorld({ people: 1, settings, nmbrs: { addressParts } }, async (world) => {
      await world.run()
      const id = payrollAdds(world, 'StateProvince', 'Utrecht')
      await world.run()
      const person = firstOf(world)
      Object.assign(person.homeAddress ?? {}, {
        street: 'Nieuwe Weg 9',
        postalCode: '1012 AB',
        city: 'Amsterdam',
      })

      const end = await world.run()

      expect(outcomesOf(end, person.id)).toEqual([outcome])
      const keeps = left === undefined ? [] : ['write-not-confirmed StateProvince']
      for (const verifyAll of [false, false, true])
        expect(saidOf(await world.run({ verifyAll }))).toEqual(keeps)
      const [address] = world.nmbrs.store.employee(id).addresses
      expect(address?.fields.Street).toBe('Nieuwe Weg 9')
      expect(address?.fields.StateProvince).toBe(left)

      // Payroll takes it out, and may enter one of its own afterwards.
      const rest = Object.entries(address?.fields ?? {}).filter(([field]) => field !== 'StateProvince')
      world.nmbrs.edit(id, { address: Object.fromEntries(rest) })
      expect((await world.run()).document.run.result).toBe('ok')
      payrollAdds(world, 'StateProvince', 'Noord-Holland')
      expect(saidOf(await world.run())).toEqual([])
    })
  })

  it('is asked about after a lost answer too', async () => {
    await withSandboxWorld({ people: 1, settings, nmbrs: { addressParts: 'mergeFilled' } }, async (world) => {
      await world.run()
      payrollAdds(world, 'StateProvince', 'Utrecht')
      await world.run()
      Object.assign(firstOf(world).homeAddress ?? {}, { street: 'Nieuwe Weg 9' })
      world.nmbrs.faults.add({ kind: 'cut', when: 'after', operation: 'Address_Update' })
      await world.run()

      for (const verifyAll of [false, false, true])
        expect(saidOf(await world.run({ verifyAll }))).toEqual(['write-not-confirmed StateProvince'])
    })
  })

  it.each(['replace', 'merge'] as const)(
    'leaves no addition behind where lines are split (%s)',
    async (addressParts) => {
      const mapping = readSplitMapping()
      await withSandboxWorld({ people: 1, settings, mapping, nmbrs: { addressParts } }, async (world) => {
        const person = firstOf(world)
        Object.assign(person.homeAddress ?? {}, { street: 'Oude Weg 12 A' })
        await world.run()
        await world.run()
        Object.assign(person.homeAddress ?? {}, { street: 'Oude Weg 14' })

        expect(outcomesOf(await world.run(), person.id)).toEqual(['address applied'])

        const [employee] = world.nmbrs.store.allEmployees()
        const fields = world.nmbrs.store.employee(employee?.id ?? 0).addresses[0]?.fields
        expect(fields).toMatchObject({ Street: 'Oude Weg', HouseNumber: '14' })
        expect(fields?.HouseNumberAddition).toBeUndefined()
        expect(outcomesOf(await world.run(), person.id)).toEqual([])
      })
    },
  )
})
