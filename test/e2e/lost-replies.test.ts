import { describe, expect, it } from '@jest/globals'

import { withSandboxWorld, writtenOutcomes, type SandboxWorld } from './sandbox-world.js'

/** What every employee should hold, from the source's own records. */
const expectRightValues = ({ alexis, nmbrs }: SandboxWorld): void => {
  const employees = nmbrs.store.allEmployees().map(({ id }) => nmbrs.store.employee(id))
  const byNumber = new Map(employees.map((employee) => [employee.personalInfo.EmployeeNumber, employee]))
  expect(employees).toHaveLength(alexis.data.employees.length)
  for (const person of alexis.data.employees) {
    const held = byNumber.get(person.employeeNumber)
    const pay = alexis.data.compensations.filter(({ employeeId }) => employeeId === person.id)
    expect(held?.personalInfo).toMatchObject({
      FirstName: person.firstName?.trim(),
      LastName: person.lastName?.trim(),
      Birthday: person.birthDate?.slice(0, 10),
    })
    expect(held?.addresses.map(({ type, fields }) => [type, fields.Street])).toEqual([
      ['HomeAddress', person.homeAddress?.street],
    ])
    expect(held?.bankAccounts.map(({ type, fields }) => [type, fields.IBAN])).toEqual([
      ['Standaard', person.bankAccount?.iban?.replaceAll(' ', '').toUpperCase()],
    ])
    expect(held?.salaries.map(({ value }) => Number(value))).toEqual(pay.map(({ amount }) => Number(amount)))
  }
}

describe('the answer of one call is lost after Nmbrs carried it out', () => {
  it('at any call of a first export of five people: the next run leaves exactly five, each with the right values', async () => {
    await withSandboxWorld({ people: 5, mix: 'all-new' }, async (world) => {
      const { error } = await world.startOver()()
      const calls = world.nmbrs.calls.records.length
      expect(error).toBeUndefined()
      expectRightValues(world)

      for (let nth = 1; nth <= calls; nth += 1) {
        const run = world.startOver()
        world.nmbrs.faults.add({ kind: 'cut', when: 'after', nth })
        const first = await run()
        const second = await run()
        const third = await run()

        expect(world.nmbrs.faults.waiting()).toBe(0)
        expect(second.document.run.result).toBe('ok')
        expect(writtenOutcomes(first).filter((text) => text.endsWith('failed'))).toEqual([])
        expect(writtenOutcomes(third)).toEqual([])
        expectRightValues(world)
      }
    })
  }, 240_000)
})
