import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { SalaryRow } from '../../src/domain/employee.js'
import { toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { aTarget } from '../support/builders.js'
import { aCompensation, openWorld, sourceValues, type World } from '../support/world.js'

const employee = toTargetEmployeeId('1')
const row = (text: string): SalaryRow => {
  const [Value = '', Start = ''] = text.split(' from ')
  return { Value, Type: 'Bruto_Salaris_Partime', Start }
}

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** What AlexisHR says, oldest first; the last that began by today is the current one. */
const says = (...all: string[]): void => {
  const rows = all.map(row)
  const current = rows.findLast(({ Start }) => Start <= '2026-11-22') ?? rows[0]
  const others = rows.filter((one) => one !== current)
  world.source.set(
    'a1',
    sourceValues({
      'employee.hireDate': '2020-01-01',
      'compensation.effectiveDate': current?.Start ?? '',
      'compensation.amount': current?.Value ?? '',
    }),
    others.map(({ Start, Value }) => aCompensation(Start, Value)),
  )
}
const pays = (...all: string[]): void => {
  const held = world.target.employees.get(employee)
  if (held !== undefined) held.salaries = all.map(row)
}
const paid = (): string[] =>
  (world.target.employees.get(employee)?.salaries ?? []).map(({ Value, Start }) => `${Value} from ${Start}`)
const salaryOf = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ section }) => section === 'salary')
    .map(({ outcome, reason, fields }) => `${outcome}: ${reason ?? ''} (${fields.join(' ')})`)
const rowsOf = ({ people }: RunEnd): string[] =>
  people
    .flatMap(({ changes }) => changes)
    .flatMap(({ change }) => (change.kind === 'update' && change.section === 'salary' ? [change] : []))
    .map(
      ({ before, after }) =>
        `${before.Value ?? ''} from ${before.Start ?? ''} -> ${after.Value ?? ''} from ${after.Start ?? ''}`,
    )

const known = (...salaries: string[]): void => {
  world.target.add(
    aTarget({
      personalInfo: {
        FirstName: 'Noor',
        LastName: 'Testveld',
        Birthday: '1990-05-17',
        EmployeeNumber: '501',
      },
      employment: { InitialStartDate: '2020-01-01' },
      salaries: salaries.map(row),
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
}

/** In step, then a raise is sent and seen there. */
const raise = async (start: string): Promise<void> => {
  says('2800 from 2024-01-01')
  known('2800 from 2024-01-01')
  await world.run()
  says('2800 from 2024-01-01', `3000 from ${start}`)
  await world.run()
  await world.run()
}

describe('a raise that AlexisHR takes back', () => {
  const corrected = (start: string) => [
    'and payroll corrected',
    start,
    ['2800 from 2024-01-01', `3150 from ${start}`],
    [`3150 from ${start} -> 2800 from ${start}`],
    ['held: conflict (Value)'],
  ]
  it.each([
    corrected('2026-11-05'),
    corrected('2026-11-01'),
    corrected('2026-11-22'),
    corrected('2026-11-27'),
    [
      'and payroll followed by a later one',
      '2026-11-05',
      ['2800 from 2024-01-01', '3000 from 2026-11-05', '3150 from 2026-11-12'],
      ['3000 from 2026-11-05 -> 2800 from 2026-11-05', '3150 from 2026-11-12 -> 2800 from 2026-11-12'],
      ['held: salary-withdrawn (Value)', 'held: depends-on-failed (Value)'],
    ],
    [
      'and payroll moved to a later day',
      '2026-11-05',
      ['2800 from 2024-01-01', '3000 from 2026-11-12'],
      ['3000 from 2026-11-12 -> 2800 from 2026-11-12'],
      ['held: conflict (Value)'],
    ],
  ] as [string, string, string[], string[], string[]][])(
    '%s (%s) waits on the day of payroll’s own row, with both rows, and a release pays what AlexisHR says',
    async (_what, start, held, rows, changes) => {
      await raise(start)
      pays(...held)
      says('2800 from 2024-01-01')

      const end = await world.run()
      const whole = await world.run({ mode: 'plan', verifyAll: true })

      expect(salaryOf(end)).toEqual(changes)
      expect(rowsOf(end)).toEqual(rows)
      expect(salaryOf(whole)).toEqual(changes)
      expect(end.document.run.result).toBe('held')

      // What waits for another one is asked about once that one is written.
      for (let open = changes.length; open > 0; open -= 1) {
        await world.release()
        await world.run()
        await world.run()
      }

      expect(paid().filter((one) => !one.startsWith('2800'))).toEqual([])
      expect(salaryOf(await world.run())).toEqual([])
    },
  )

  it('is a question for payroll where AlexisHR has no salary left and payroll corrected the one that was sent', async () => {
    await raise('2026-11-05')
    pays('3150 from 2026-11-05')
    const { values = {} } = world.source.employees.get('a1') ?? {}
    const kept = Object.entries(values).filter(([path]) => !path.startsWith('compensation.'))
    world.source.set('a1', Object.fromEntries(kept))

    expect(salaryOf(await world.run())).toEqual(['held: salary-withdrawn (Value Type Start)'])
  })

  const addsOnly = (): void => {
    const kept = [...world.target.capabilities].filter((one) => one !== 'salary.update')
    Object.assign(world.target, { capabilities: new Set([...kept, 'salary.add']) })
  }
  it.each([
    ['is gone', ['2800 from 2024-01-01'], ['2800 from 2024-01-01', '3000 from 2026-11-05']],
    [
      'begins later',
      ['2800 from 2024-01-01', '3000 from 2026-11-12'],
      ['2800 from 2024-01-01', '3000 from 2026-11-05', '3000 from 2026-11-12'],
    ],
  ])('is for payroll to take out where salaries can only be added (it %s)', async (_what, said, held) => {
    addsOnly()
    await raise('2026-11-05')
    says(...said)

    await world.run()
    await world.release()
    const released = await world.run()
    const task = await world.deps.store.holds.readHolds()

    expect(salaryOf(released)).toEqual(['held: salary-withdrawn (Value)'])
    expect(released.document.run.result).toBe('held')
    expect(task.map(({ reason }) => reason)).toEqual(['salary-withdrawn'])
    expect(paid().sort()).toEqual(held)

    pays(...said)
    expect(salaryOf(await world.run())).toEqual([])
  })
})

describe('a later row of payroll beside the salary that AlexisHR has', () => {
  it.each([
    ['2024-01-01', '2026-11-12'],
    ['2026-11-02', '2026-11-12'],
  ])('is what waits on first contact (%s, then payroll from %s)', async (start, later) => {
    says(`2800 from ${start}`)
    known(`2800 from ${start}`, `3150 from ${later}`)

    const end = await world.run()

    expect(salaryOf(end)).toEqual(['held: first-contact (Value)'])
    expect(rowsOf(end)).toEqual([`3150 from ${later} -> 2800 from ${later}`])
  })
})
