import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { SalaryRow } from '../../src/domain/employee.js'
import { toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { readWorklist } from '../../src/run/by-hand/read-worklist.js'
import { aTarget } from '../support/builders.js'
import { aCompensation, openWorld, sourceValues, type World } from '../support/world.js'

const employee = toTargetEmployeeId('1')
const type = 'Bruto_Salaris_Partime'
const row = (Start: string, Value: string): SalaryRow => ({ Value, Type: type, Start })
const old = { 'employee.hireDate': '2020-01-01' }

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** What AlexisHR says: the current salary, and those before it. */
const says = ([start, amount]: [string, string], ...earlier: [string, string][]): void => {
  const values = { ...old, 'compensation.effectiveDate': start, 'compensation.amount': amount }
  world.source.set(
    'a1',
    sourceValues(values),
    earlier.map(([day, value]) => aCompensation(day, value)),
  )
}
const pays = (...salaries: SalaryRow[]): void => {
  const held = world.target.employees.get(employee)
  if (held !== undefined) held.salaries = salaries
}
const paid = (): string[] =>
  (world.target.employees.get(employee)?.salaries ?? []).map(({ Value, Start }) => `${Value} from ${Start}`)
const salaryOf = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ section }) => section === 'salary')
    .map(({ outcome, reason }) => `${outcome}: ${reason ?? ''}`)

/** Somebody in step with a salary from January. */
const settle = async (): Promise<void> => {
  says(['2026-01-01', '3000'])
  world.target.add(
    aTarget({
      personalInfo: {
        FirstName: 'Noor',
        LastName: 'Testveld',
        Birthday: '1990-05-17',
        EmployeeNumber: '501',
      },
      employment: { InitialStartDate: '2020-01-01' },
      salaries: [row('2026-01-01', '3000')],
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
  await world.run()
  await world.run()
}

describe('a salary that was sent and is gone from AlexisHR', () => {
  it('is on the worklist of payroll when AlexisHR says nothing for its day, until payroll took it out', async () => {
    world.source.set('a1', sourceValues({ 'compensation.effectiveDate': '2026-11-02' }))
    await world.run()
    world.source.set('a1', sourceValues({ 'compensation.effectiveDate': '2026-11-16' }))
    await world.run()

    const { items } = await readWorklist(world.deps)
    expect(items.filter(({ section }) => section === 'salary')).toMatchObject([
      {
        subject: 'a1',
        reason: 'salary-withdrawn',
        fields: [
          { field: 'Start', wanted: '', held: '2026-11-02' },
          { field: 'Value', wanted: '', held: '3000' },
          { field: 'Type', wanted: '', held: type },
        ],
      },
    ])

    const [made] = world.target.employees.values()
    if (made !== undefined) made.salaries = [row('2026-11-16', '3000')]
    await world.run()
    expect((await readWorklist(world.deps)).items.filter(({ section }) => section === 'salary')).toEqual([])
  })

  it('is for a person to release, not for the worklist, when AlexisHR says what is paid instead', async () => {
    await settle()
    says(['2026-11-16', '3100'], ['2026-01-01', '3000'])
    await world.run()
    says(['2026-01-01', '3000'])

    expect(salaryOf(await world.run())).toEqual(['held: salary-withdrawn'])
    expect((await readWorklist(world.deps)).items).toEqual([])
  })
})

describe('a salary that Nmbrs does not keep as it was sent', () => {
  it.each([
    ['rounds', ({ value }: { value: string }) => String(Math.round(Number(value)))],
    ['shortens', ({ value }: { value: string }) => value.slice(0, 3)],
  ])('is not confirmed where Nmbrs %s the amount, in this run and the next', async (_what, keep) => {
    await settle()
    world.target.keepAmount = keep
    says(['2026-11-16', '3100.55'], ['2026-01-01', '3000'])

    const end = await world.run()
    const next = await world.run()

    expect(end.document.findings.map(({ code }) => code)).toContain('write-not-confirmed')
    expect(salaryOf(end).some((text) => text.startsWith('applied'))).toBe(false)
    expect(next.document.findings.filter(({ section }) => section === 'salary')).not.toEqual([])
    expect(paid()).not.toContain('3100.55 from 2026-11-16')
  })
})

describe('two conflicts over a salary that differ only in what payroll holds', () => {
  const conflict = async (held: string): Promise<RunEnd> => {
    pays(row('2026-01-01', held))
    says(['2026-11-16', '3100'], ['2026-01-01', '3000'])
    return world.run()
  }
  const holdIds = ({ document }: RunEnd): (string | undefined)[] =>
    document.findings.flatMap(({ section, hold }) => (section === 'salary' ? [hold] : []))

  it('are two holds, and the release of the one does not let the other through', async () => {
    await settle()
    const first = await conflict('2950')
    await world.release()

    const second = await conflict('2960')

    expect(salaryOf(first)).toEqual(['held: conflict'])
    expect(salaryOf(second)).toEqual(['held: conflict'])
    expect(new Set([...holdIds(first), ...holdIds(second)]).size).toBe(2)
    expect(paid()).toEqual(['2960 from 2026-01-01'])
  })

  it('are two also where they differ only in a later row', async () => {
    await settle()
    const withLater = async (value: string): Promise<RunEnd> => {
      pays(row('2026-01-01', '3000'), row('2026-11-20', value))
      says(['2026-11-16', '3100'], ['2026-01-01', '3000'])
      return world.run()
    }
    const first = await withLater('3200')
    await world.release()

    const second = await withLater('3300')

    expect(salaryOf(first)).toEqual(salaryOf(second))
    expect(salaryOf(second).every((text) => text.startsWith('held'))).toBe(true)
    expect(new Set([...holdIds(first), ...holdIds(second)]).size).toBe(2)
    expect(paid()).toEqual(['3000 from 2026-01-01', '3300 from 2026-11-20'])
  })
})
