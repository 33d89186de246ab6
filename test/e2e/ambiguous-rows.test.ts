import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import type { NmbrsEmployee } from '../../src/sandbox/nmbrs/world/data.js'
import type { PayrollEdit } from '../../src/sandbox/nmbrs/world/payroll-edits.js'
import { editPeople } from '../../src/sandbox/people/edit-people.js'
import { today, withSandboxWorld, type SandboxWorld } from './sandbox-world.js'

const said = ({ document }: RunEnd): string[] =>
  document.findings
    .filter(({ code }) => code === 'current-row-ambiguous')
    .map(({ section, severity }) => `${section} ${severity}`)

const written = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ outcome }) => outcome === 'applied')
    .map(({ section, targetId }) => `${targetId} ${section}`)

const firstOf = ({ nmbrs }: SandboxWorld): NmbrsEmployee => {
  const [first] = nmbrs.store.allEmployees()
  if (first === undefined) throw new Error('no employee was created')
  return first
}

/** Everybody is in step; then payroll's record of one person gets another one beside it. */
const inDoubt = async (
  edit: (employee: NmbrsEmployee) => PayrollEdit,
  test: (world: SandboxWorld, before: NmbrsEmployee) => Promise<void>,
): Promise<void> => {
  await withSandboxWorld({ people: 4 }, async (world) => {
    await world.run()
    await world.run()
    const before = firstOf(world)
    world.nmbrs.edit(before.id, { ...edit(before), undated: true })
    await test(world, before)
  })
}

const salaryOf = ({ salaries }: NmbrsEmployee) => {
  const last = salaries.at(-1)
  if (last === undefined) throw new Error('nobody pays this person')
  return last
}

describe('a history with two records for the same time and no entry times', () => {
  it.each<[string, (employee: NmbrsEmployee) => PayrollEdit]>([
    ['personalInfo', () => ({ personalInfo: { EmailWork: 'elders@tulp.example' } })],
    ['address', () => ({ address: { Street: 'Zijweg 3', City: 'Tiel', PostalCode: '4001 AA' } })],
    [
      'salary',
      (employee) => ({
        salary: { value: '1234', type: 'Bruto_Uurloon', startDate: salaryOf(employee).startDate },
      }),
    ],
  ])('holds the %s in every run until payroll has removed one', async (section, edit) => {
    await inDoubt(edit, async (world, before) => {
      const plan = await world.run({ mode: 'plan' })
      const first = await world.run()
      const second = await world.run()

      for (const end of [plan, first, second]) {
        expect(said(end)).toEqual([`${section} error`])
        expect(written(end)).toEqual([])
        expect(end.document.run.result).toBe('held')
      }
      world.nmbrs.store.changeEmployee(before.id, before)
      expect((await world.run()).document.run.result).toBe('ok')
    })
  })

  it('lets everything else of the person and everybody else go on', async () => {
    await inDoubt(
      () => ({ address: { Street: 'Zijweg 3', City: 'Tiel' } }),
      async (world, { id }) => {
        const { data } = editPeople(world.alexis.data, 5, { count: 30, today })
        Object.assign(world.alexis.data, data)

        const end = await world.run()

        const sections = new Set(written(end))
        expect(sections.has(`${id} address`)).toBe(false)
        expect(sections.size).toBeGreaterThan(0)
      },
    )
  })

  it('says nothing where both records say the same', async () => {
    await inDoubt(
      (employee) => ({ personalInfo: employee.personalInfos.at(-1)?.fields ?? {} }),
      async (world) => {
        const end = await world.run()

        expect(said(end)).toEqual([])
        expect(end.document.run.result).toBe('ok')
      },
    )
  })

  it('says nothing where no record has an entry time and there is one for each time', async () => {
    await withSandboxWorld({ people: 4, nmbrs: { creationDates: 'none' } }, async (world) => {
      await world.run()

      const end = await world.run()

      expect(said(end)).toEqual([])
      expect(end.document.run.result).toBe('ok')
      expect(await world.findDifferences()).toEqual([])
    })
  })
})
