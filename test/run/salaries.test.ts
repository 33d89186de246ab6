import { describe, expect, it } from '@jest/globals'

import { toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import type { SourceCompensation } from '../../src/source/port.js'
import { aTarget } from '../support/builders.js'
import { aCompensation, apart, sourceValues, withWorld, type World } from '../support/world.js'

const type = 'Bruto_Salaris_Partime'
const employee = toTargetEmployeeId('1')
const october = aCompensation('2026-10-01', '3000')
const second = aCompensation('2026-11-02', '3100')
const ninth = aCompensation('2026-11-09', '3200')

const current = (day: string, amount: string): Record<string, string> =>
  sourceValues({ 'compensation.effectiveDate': day, 'compensation.amount': amount })

/** Somebody who is connected and settled with the salary of January. */
const settle = async (world: World): Promise<void> => {
  world.source.set('a1', current('2026-01-01', '2900'))
  world.target.add(
    aTarget({
      personalInfo: { LastName: 'Testveld', EmployeeNumber: '501' },
      employment: { InitialStartDate: '2026-11-02' },
      salaries: [{ Value: '2900', Type: type, Start: '2026-01-01' }],
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
  await world.run()
}

const raiseTo = (
  world: World,
  day: string,
  amount: string,
  ...others: ReturnType<typeof aCompensation>[]
) => {
  world.source.set('a1', current(day, amount), [aCompensation('2026-01-01', '2900'), ...others])
}

const salaryOutcomes = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ section }) => section === 'salary')
    .map(({ outcome, reason }) => (reason === null ? outcome : `${outcome}: ${reason}`))
const startsIn = ({ target }: World): string[] =>
  (target.employees.get(employee)?.salaries ?? []).map(({ Start, Value }) => `${Start} ${Value}`).sort()
const codesOf = ({ document }: RunEnd): string[] => document.findings.map(({ code }) => code)

describe('a salary that is gone from AlexisHR', () => {
  const withoutSalary = Object.fromEntries(
    Object.entries(current('2026-11-16', '3200')).filter(([path]) => !path.startsWith('compensation.')),
  )

  it.each([true, false])(
    'is on the list while payroll pays it, all compensations coming along: %s',
    async (whole) => {
      await withWorld(async (world) => {
        await settle(world)
        raiseTo(world, '2026-11-16', '3200')
        await world.run()
        world.source.compensationsComplete = whole
        world.source.set('a1', withoutSalary)

        const ends = [await world.run(), await world.run(), await world.run({ verifyAll: true })]

        for (const end of ends) {
          // What was in force when the period began, and what was sent since.
          expect(salaryOutcomes(end)).toEqual(['held: salary-withdrawn', 'held: salary-withdrawn'])
          expect(new Set(codesOf(end))).toEqual(new Set(['salary-withdrawn']))
          expect(end.document.run.result).toBe('held')
        }
        expect(startsIn(world)).toEqual(['2026-01-01 2900', '2026-11-16 3200'])
      })
    },
  )

  it('is one question where the person of our making is to be paid from a later day', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', current('2026-11-02', '2900'))
      await world.run()
      world.source.set('a1', current('2026-11-16', '2900'))

      const end = await world.run()

      expect(salaryOutcomes(end)).toEqual(['held: salary-withdrawn'])
      expect(new Set(codesOf(end))).toEqual(new Set(['salary-withdrawn']))
    })
  })
})

describe('several salaries between two runs', () => {
  it('are sent in order, and the next run sends nothing', async () => {
    await withWorld(async (world) => {
      await settle(world)
      raiseTo(world, '2026-11-16', '3300', second, ninth)

      const end = await world.run()
      const again = await world.run()

      expect(salaryOutcomes(end)).toEqual(['applied', 'applied', 'applied'])
      expect(startsIn(world)).toEqual([
        '2026-01-01 2900',
        '2026-11-02 3100',
        '2026-11-09 3200',
        '2026-11-16 3300',
      ])
      expect(again.document.changes).toEqual([])
      expect(world.source.askedFor).toEqual([])
    })
  })

  it('are asked for only by somebody whose salary changed in this period, when only current ones come along', async () => {
    await withWorld(async (world) => {
      world.source.compensationsComplete = false
      await settle(world)
      await world.run()
      expect(world.source.askedFor).toEqual([])
      raiseTo(world, '2026-11-16', '3300', second)

      const end = await world.run()
      await world.run()

      // The days of the period before the raise are paid by an earlier one, which may change as well.
      expect(new Set(world.source.askedFor)).toEqual(new Set(['a1']))
      expect(salaryOutcomes(end)).toEqual(['applied', 'applied'])
      expect(startsIn(world)).toHaveLength(3)
    })
  })

  it('are held when asking does not give the current one back', async () => {
    await withWorld(async (world) => {
      world.source.compensationsComplete = false
      await settle(world)
      raiseTo(world, '2026-11-16', '3300', second)
      world.source.answer = new Map()

      const end = await world.run()

      expect(salaryOutcomes(end)).toEqual([])
      expect(codesOf(end)).toContain('source-record-unreadable')
      expect(startsIn(world)).toHaveLength(1)
    })
  })

  it.each(['no', 'unknown'] as const)(
    'skip the rest after one that failed (carried out: %s), and the next run sends what is missing',
    async (carried) => {
      await withWorld(async (world) => {
        await settle(world)
        raiseTo(world, '2026-11-16', '3300', second, ninth)
        world.target.faults = [{ operation: 'updateSalary', nth: 2, carried }]

        const end = await world.run()
        const next = await world.run()
        const last = await world.run()

        expect(salaryOutcomes(end).slice(0, 1)).toEqual(['applied'])
        expect(salaryOutcomes(end).slice(2)).toEqual(['skipped: depends-on-failed'])
        expect(salaryOutcomes(next)).toEqual(carried === 'no' ? ['applied', 'applied'] : ['applied'])
        expect(startsIn(world)).toHaveLength(4)
        expect(last.document.changes).toEqual([])
      })
    },
  )

  it('go without the one before the period, which stays on the list until payroll entered it', async () => {
    await withWorld(async (world) => {
      await settle(world)
      raiseTo(world, '2026-11-16', '3300', october)

      const end = await world.run()
      const again = await world.run()
      world.target.employees.get(employee)?.salaries.push({ Value: '3000', Type: type, Start: '2026-10-01' })
      const entered = await world.run()

      expect(salaryOutcomes(end)).toEqual(['held: before-current-period', 'applied'])
      expect(salaryOutcomes(again)).toEqual(['held: before-current-period'])
      expect(again.document.run.result).toBe('held')
      expect(entered.document.changes).toEqual([])
      expect(entered.document.run.result).toBe('ok')
    })
  })

  it('never go over a correction that payroll made after the plan', async () => {
    await withWorld(async (world) => {
      await settle(world)
      raiseTo(world, '2026-11-16', '3300', second)
      world.target.beforeWrite = (id) => {
        const held = world.target.employees.get(id)
        if (held !== undefined) held.salaries = [{ Value: '2950', Type: type, Start: '2026-01-01' }]
      }

      const end = await world.run()

      expect(salaryOutcomes(end)).toEqual(['held: target-moved', 'skipped: depends-on-failed'])
      expect(startsIn(world)).toEqual(['2026-01-01 2950'])
    })
  })
})

describe('a salary that starts later', () => {
  const january = aCompensation('2027-01-01', '3500')

  it('waits, which every run says, and holds nothing', async () => {
    await withWorld(async (world) => {
      await settle(world)
      raiseTo(world, '2026-01-01', '2900', january)

      const ends = [await world.run(), await world.run(), await world.run({ verifyAll: true })]
      // Something else of the person is looked at, and the salary is as it was.
      world.source.edit('a1', { 'employee.workEmail': 'noor.t@tulp.example' })
      world.source.set('a1', world.source.employees.get('a1')?.values ?? {}, [january])
      ends.push(await world.run(), await world.run({ verifyAll: true }))

      expect(ends.map(codesOf)).toEqual(ends.map(() => ['salary-in-future']))
      expect(ends.map(({ document }) => document.run.result)).toEqual(ends.map(() => 'ok'))
    })
  })

  it('goes when its payroll period is there', async () => {
    await withWorld(async (world) => {
      await settle(world)
      raiseTo(world, '2026-01-01', '2900', january)
      await world.run()
      world.target.period = '2027-1-M'

      const end = await world.run()
      const again = await world.run()

      expect(salaryOutcomes(end)).toEqual(['applied'])
      expect(again.document.changes).toEqual([])
    })
  })

  it('goes as many days ahead as were asked for, and stays settled when it becomes the current one', async () => {
    await withWorld(
      async (world) => {
        await settle(world)
        raiseTo(world, '2026-01-01', '2900', january)

        const end = await world.run()
        const again = await world.run()
        world.source.set('a1', current('2027-01-01', '3500'), [aCompensation('2026-01-01', '2900')])
        const later = await world.run()

        expect(salaryOutcomes(end)).toEqual(['applied'])
        expect(again.document.changes).toEqual([])
        expect(later.document.changes).toEqual([])
      },
      { lookAheadDays: 60 },
    )
  })
})

describe('a salary that was sent ahead, where only current ones come along', () => {
  it('does not count as gone', async () => {
    await withWorld(
      async (world) => {
        // The current one starts on the first day of the period, so that no other one is asked for.
        const pay = (day: string, amount: string, ...others: SourceCompensation[]): void => {
          world.source.set('a1', { ...current(day, amount), 'employee.hireDate': '2026-01-01' }, others)
        }
        world.source.compensationsComplete = false
        pay('2026-01-01', '2900')
        await world.run({ allowPastPeriods: true })
        pay('2026-11-01', '3000', aCompensation('2026-01-01', '2900'), aCompensation('2026-12-01', '3200'))
        await world.run()
        const after = [await world.run(), await world.run({ verifyAll: true })]

        expect(startsIn(world)).toContain('2026-12-01 3200')
        expect(after.map(salaryOutcomes)).toEqual([[], []])
        expect(after.flatMap(codesOf)).not.toContain('salary-withdrawn')
        expect(after.flatMap(codesOf)).not.toContain('drift')
      },
      { lookAheadDays: 40 },
    )
  })
})

describe('somebody who works and has only a later salary in AlexisHR', () => {
  it('is said to have one in every run, and a person is asked once it is due', async () => {
    await withWorld(async (world) => {
      const values = Object.entries(current('2026-01-01', '2900')).filter(
        ([path]) => !path.startsWith('compensation.'),
      )
      world.source.set('a1', Object.fromEntries(values), [aCompensation('2026-12-04', '3500')])
      world.target.add(
        aTarget({
          personalInfo: { LastName: 'Testveld', EmployeeNumber: '501' },
          employment: { InitialStartDate: '2026-11-02' },
          salaries: [{ Value: '3000', Type: type, Start: '2026-01-01' }],
        }),
        [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
      )

      const ends = [await world.run(), await world.run(), await world.run()]
      world.target.period = '2026-12-M'
      const due = await world.run()

      expect(ends.map(codesOf)).toEqual(ends.map(() => ['salary-in-future']))
      expect(salaryOutcomes(due)).toEqual(['held: first-contact'])
      expect(startsIn(world)).toEqual(['2026-01-01 3000'])
    })
  })
})

describe('a salary of a later period that AlexisHR marks as current', () => {
  const agreed = [aCompensation('2026-01-01', '2900')]

  it.each<[string, boolean, ReturnType<typeof aCompensation>[]]>([
    ['with the one of today', true, agreed],
    ['with the one of today, which has to be asked for', false, agreed],
    ['alone', true, []],
    ['alone, also when asked for all', false, []],
  ])('waits %s, which every run says, and goes when its period is there', async (_, whole, others) => {
    await withWorld(async (world) => {
      await settle(world)
      await world.run()
      world.source.compensationsComplete = whole
      world.source.set('a1', current('2027-01-01', '3500'), others)

      const ends = [
        await world.run(),
        await world.run(),
        await world.run({ verifyAll: true }),
        await world.run(),
      ]
      const waiting = startsIn(world)
      world.target.period = '2027-1-M'
      const due = await world.run()
      const again = await world.run()

      expect(ends.map(codesOf)).toEqual(ends.map(() => ['salary-in-future']))
      expect(ends.map(({ document }) => document.run.result)).toEqual(ends.map(() => 'ok'))
      expect(waiting).toEqual(['2026-01-01 2900'])
      expect(salaryOutcomes(due)).toEqual(['applied'])
      expect(again.document).toMatchObject({ changes: [], findings: [] })
      expect(startsIn(world)).toEqual(['2026-01-01 2900', '2027-01-01 3500'])
    })
  })
})

describe('a payroll period that moves on during a run', () => {
  it('holds whatever is not written yet, for everybody, and the next sync will pick this up', async () => {
    await withWorld(async (world) => {
      for (const id of ['1', '2', '3']) {
        const values = {
          'employee.employeeNumber': id,
          'employee.lastName': `Nummer${id}`,
          'employee.bankAccount.iban': '',
          'employee.workEmail': '',
          ...apart(Number(id)),
        }
        world.source.set(`a${id}`, sourceValues(values))
      }
      world.target.beforeWrite = () => {
        world.target.period = '2026-12-M'
      }

      const end = await world.run()
      world.target.beforeWrite = () => undefined
      const next = await world.run({ allowPastPeriods: true })

      const outcomes = new Set(end.document.changes.map(({ outcome }) => outcome))
      const held = end.document.changes.filter(({ reason }) => reason === 'period-moved')
      expect(outcomes).toEqual(new Set(['applied', 'held']))
      expect(held.length).toBeGreaterThan(0)
      expect(codesOf(end).filter((code) => code === 'period-moved')).toHaveLength(
        new Set(held.map(({ subject }) => subject)).size,
      )
      expect(end.document.run.result).toBe('held')
      expect(next.document.run.result).toBe('ok')
      expect(world.target.employees.size).toBe(3)
    })
  })
})
