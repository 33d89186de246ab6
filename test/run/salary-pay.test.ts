import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import type { SalaryRow } from '../../src/domain/employee.js'
import { toTargetEmployeeId } from '../../src/domain/ids.js'
import type { MonthlyAmount } from '../../src/domain/pay/pay.js'
import type { Mapping } from '../../src/mapping/mapping.js'
import { parseMapping } from '../../src/mapping/file/parse-mapping.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import type { RunSettings } from '../../src/run/settings.js'
import { readWorklist } from '../../src/run/by-hand/read-worklist.js'
import { aTarget, companyId, sourceCompanyId } from '../support/builders.js'
import { aCompensation, companyName, sourceValues, withWorld, type World } from '../support/world.js'

const employee = toTargetEmployeeId('1')
const type = 'Bruto_Salaris_Partime'
const row = (Start: string, Value: string, differs: Partial<SalaryRow> = {}): SalaryRow => ({
  Value,
  Type: type,
  Start,
  ...differs,
})

const paidAs = (monthlyAmount?: MonthlyAmount): Partial<RunSettings> => ({
  companies: [
    {
      sourceId: sourceCompanyId,
      targetId: companyId,
      targetName: companyName,
      ...(monthlyAmount === undefined ? {} : { monthlyAmount }),
    },
  ],
})

const says = (world: World, start: string, amount: string, differs: Record<string, string> = {}): void => {
  world.source.set(
    'a1',
    sourceValues({ 'compensation.effectiveDate': start, 'compensation.amount': amount, ...differs }),
  )
}

/** The shipped mapping, for an AlexisHR that holds full-time amounts. */
const withFullTimeAmounts = (): Mapping => {
  const text = readFileSync('mappings/alexis-nmbrs.yaml', 'utf8')
  const changed = text.replace(
    'transform: salaryType }',
    'transform: salaryType, monthly: Bruto_Salaris_Fulltime }',
  )
  const result = parseMapping(changed, 'mapping.yaml')
  if ('problems' in result) throw new Error('the mapping is wrong')
  return result.mapping
}

/** Somebody who was in Nmbrs before, with these salaries. */
const pays = (world: World, salaries: readonly SalaryRow[], start = '2020-01-01'): void => {
  world.target.add(
    aTarget({
      personalInfo: {
        FirstName: 'Noor',
        LastName: 'Testveld',
        Birthday: '1990-05-17',
        EmployeeNumber: '501',
      },
      employment: { InitialStartDate: start },
      salaries,
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
}

const held = ({ target }: World): SalaryRow[] => target.employees.get(employee)?.salaries ?? []
const paid = (world: World): string[] =>
  [...world.target.employees.values()].flatMap(({ salaries }) =>
    salaries.map(({ Value, Start }) => `${Value} from ${Start}`),
  )
const reasonsOf = ({ document }: RunEnd): (string | null)[] =>
  document.changes.flatMap(({ section, outcome, reason }) =>
    section === 'salary' && outcome === 'held' ? [reason] : [],
  )
const codesOf = ({ document }: RunEnd): string[] =>
  document.findings.filter(({ section }) => section === 'salary').map(({ code }) => code)

const old = { 'employee.hireDate': '2020-01-01' }

describe('an amount per month in a company that pays by four weeks', () => {
  // Period 12 of 2026 began on 2 November.
  const open = (world: World): void => {
    world.target.period = '2026-12-4W'
  }

  it('waits where it would be written, for a first salary and for a raise, and goes as it is when released', async () => {
    await withWorld(async (world) => {
      open(world)
      says(world, '2026-11-02', '3000')

      expect(reasonsOf(await world.run())).toEqual(['salary-period-differs'])
      await world.release()
      await world.run()
      expect(paid(world)).toEqual(['3000 from 2026-11-02'])
      expect(codesOf(await world.run())).toEqual([])

      world.source.set(
        'a1',
        sourceValues({ 'compensation.effectiveDate': '2026-11-16', 'compensation.amount': '3100' }),
        [aCompensation('2026-11-02', '3000')],
      )
      expect(reasonsOf(await world.run())).toEqual(['salary-period-differs'])
      expect(paid(world)).toEqual(['3000 from 2026-11-02'])
    }, paidAs())
  })

  it('brings nothing where both sides agree', async () => {
    await withWorld(async (world) => {
      open(world)
      pays(world, [row('2026-01-01', '3000')])
      says(world, '2026-01-01', '3000', old)

      const first = await world.run()
      const second = await world.run()

      expect([...codesOf(first), ...codesOf(second)]).toEqual([])
      expect(second.document.run.result).toBe('ok')
    }, paidAs())
  })

  it('is sent as it is where that was said', async () => {
    await withWorld(async (world) => {
      open(world)
      says(world, '2026-11-02', '3000')

      expect(reasonsOf(await world.run())).toEqual([])
      expect(paid(world)).toEqual(['3000 from 2026-11-02'])
    }, paidAs('perPeriod'))
  })

  it.each([
    ['3000', '2769.23'],
    ['3250', '3000'],
    ['100.05', '92.35'],
    ['2600.0108', '2400.01'],
    ['2600.0054', '2400'],
  ])('of %s is sent as twelve thirteenths where that was said: %s', async (amount, expected) => {
    await withWorld(async (world) => {
      open(world)
      says(world, '2026-11-02', amount)

      await world.run()
      expect(paid(world)).toEqual([`${expected} from 2026-11-02`])
      const again = await world.run()
      expect(codesOf(again)).toEqual([])
      expect(again.document.changes.filter(({ section }) => section === 'salary')).toEqual([])
    }, paidAs('yearOver13'))
  })

  it('is compared as it is paid: earlier and later ones too', async () => {
    await withWorld(
      async (world) => {
        open(world)
        pays(world, [row('2026-01-01', '2769.23')])
        says(world, '2026-01-01', '3000', old)
        expect(codesOf(await world.run())).toEqual([])

        world.source.set(
          'a1',
          sourceValues({ ...old, 'compensation.effectiveDate': '2026-11-16', 'compensation.amount': '3250' }),
          [aCompensation('2026-01-01', '3000'), aCompensation('2026-11-25', '3380')],
        )
        await world.run()

        expect(paid(world)).toEqual([
          '2769.23 from 2026-01-01',
          '3000 from 2026-11-16',
          '3120 from 2026-11-25',
        ])
        const again = await world.run({ verifyAll: true })
        expect(codesOf(again)).toEqual([])
        expect(again.document.run.result).toBe('ok')
      },
      { ...paidAs('yearOver13'), lookAheadDays: 30 },
    )
  })

  it('is looked at again when it is to be taken another way', async () => {
    await withWorld(async (world) => {
      open(world)
      says(world, '2026-11-02', '3000')
      await world.run()
      await world.run()
      await world.run()

      Object.assign(world.deps.settings, paidAs('yearOver13'))
      await world.run()

      expect(paid(world)).toEqual(['2769.23 from 2026-11-02'])
    }, paidAs('perPeriod'))
  })

  it('is not what an amount per hour is', async () => {
    await withWorld(async (world) => {
      open(world)
      says(world, '2026-11-02', '21.5', { 'compensation.payoutPeriod': 'HOURLY' })

      await world.run()

      expect(paid(world)).toEqual(['21.5 from 2026-11-02'])
    }, paidAs('yearOver13'))
  })
})

describe('an amount per month in a company that pays by weeks', () => {
  it.each<[MonthlyAmount | undefined, string[]]>([
    [undefined, []],
    ['yearOver13', []],
    ['perPeriod', ['800 from 2026-11-16']],
  ])('with %s is sent only when somebody said that it is a week', async (monthlyAmount, expected) => {
    await withWorld(async (world) => {
      world.target.period = '2026-47-W'
      says(world, '2026-11-16', '800', { 'employee.hireDate': '2026-11-16' })

      const end = await world.run()

      expect(paid(world)).toEqual(expected)
      expect(reasonsOf(end)).toEqual(expected.length === 0 ? ['salary-period-differs'] : [])
    }, paidAs(monthlyAmount))
  })
})

describe('a salary from before the employment', () => {
  const hired = { 'employee.hireDate': '2026-11-16' }

  it('waits, and goes from its own day when it was released', async () => {
    await withWorld(async (world) => {
      says(world, '2026-11-01', '3000', hired)

      expect(reasonsOf(await world.run())).toEqual(['salary-before-employment'])
      await world.release()
      await world.run()

      expect(paid(world)).toEqual(['3000 from 2026-11-01'])
      expect(codesOf(await world.run())).toEqual([])
    })
  })

  it('is asked anew when the first day is another one', async () => {
    await withWorld(async (world) => {
      says(world, '2026-11-01', '3000', hired)
      await world.run()
      await world.release()
      says(world, '2026-11-01', '3000', { 'employee.hireDate': '2026-11-20' })

      expect(reasonsOf(await world.run())).toEqual(['salary-before-employment'])
    })
  })

  it('goes from the first day where that was said, and stays in step', async () => {
    await withWorld(
      async (world) => {
        says(world, '2026-10-01', '3000', hired)

        expect(reasonsOf(await world.run())).toEqual([])
        expect(paid(world)).toEqual(['3000 from 2026-11-16'])
        for (const end of [await world.run(), await world.run({ verifyAll: true })]) {
          expect(codesOf(end)).toEqual([])
          expect(end.document.changes).toEqual([])
        }

        world.target.period = '2026-12-M'
        expect(codesOf(await world.run())).toEqual([])
      },
      { beforeEmployment: 'firstDay' },
    )
  })

  it('goes once from the first day when there are several, with the last of them', async () => {
    await withWorld(
      async (world) => {
        world.source.set(
          'a1',
          sourceValues({
            ...hired,
            'compensation.effectiveDate': '2026-11-10',
            'compensation.amount': '3100',
          }),
          [aCompensation('2026-11-01', '3000')],
        )

        await world.run()

        expect(paid(world)).toEqual(['3100 from 2026-11-16'])
        expect(codesOf(await world.run())).toEqual([])
      },
      { beforeEmployment: 'firstDay' },
    )
  })

  it.each(['hold', 'firstDay'] as const)(
    'brings nothing where both sides agree (%s)',
    async (beforeEmployment) => {
      await withWorld(
        async (world) => {
          pays(world, [row('2026-01-01', '3000')], '2026-03-01')
          says(world, '2026-01-01', '3000', { 'employee.hireDate': '2026-03-01' })

          const first = await world.run()
          const second = await world.run()

          expect([...codesOf(first), ...codesOf(second)]).toEqual([])
        },
        { beforeEmployment },
      )
    },
  )
})

describe('a salary that Nmbrs sets by a table and step', () => {
  const byTable = { byTable: true } as const

  it('brings nothing while both sides agree', async () => {
    await withWorld(async (world) => {
      pays(world, [row('2026-01-01', '3000', byTable)])
      says(world, '2026-01-01', '3000', old)

      const ends = [await world.run(), await world.run(), await world.run()]

      expect(ends.flatMap(codesOf)).toEqual([])
      expect(ends.map(({ document }) => document.run.result)).toEqual(['ok', 'ok', 'ok'])
    })
  })

  it('waits for a person when AlexisHR says another amount, and goes when released', async () => {
    await withWorld(async (world) => {
      pays(world, [row('2026-01-01', '3000', byTable)])
      says(world, '2026-01-01', '3000', old)
      await world.run()
      says(world, '2026-11-16', '3050', old)

      const end = await world.run()
      expect(reasonsOf(end)).toEqual(['salary-by-table'])
      expect(end.document.run.result).toBe('held')
      expect((await readWorklist(world.deps)).items).toMatchObject([
        {
          subject: 'a1',
          targetId: '1',
          reason: 'salary-by-table',
          hold: (await world.deps.store.holds.readHolds())[0]?.id,
          fields: [
            { field: 'Start', wanted: '2026-11-16', held: '2026-01-01' },
            { field: 'Value', wanted: '3050', held: '3000' },
            { field: 'Type' },
          ],
        },
      ])
      await world.release()
      await world.run()

      expect(held(world)).toEqual([row('2026-01-01', '3000', byTable), row('2026-11-16', '3050')])
      expect(codesOf(await world.run())).toEqual([])
    })
  })

  it('from a later day on waits too', async () => {
    await withWorld(async (world) => {
      pays(world, [row('2026-01-01', '3000')])
      says(world, '2026-01-01', '3000', old)
      await world.run()
      pays(world, [row('2026-01-01', '3000'), row('2026-12-01', '3200', byTable)])
      says(world, '2026-11-16', '3050', old)

      expect(reasonsOf(await world.run())).toEqual(['salary-by-table'])
    })
  })

  it('since a salary was agreed on is seen by the next change', async () => {
    await withWorld(async (world) => {
      pays(world, [row('2026-01-01', '3000')])
      says(world, '2026-01-01', '3000', old)
      await world.run()
      await world.run()
      pays(world, [row('2026-01-01', '3000', byTable)])
      expect(codesOf(await world.run())).toEqual([])
      says(world, '2026-11-16', '3050', old)

      expect(reasonsOf(await world.run())).toEqual(['salary-by-table'])
    })
  })
})

describe('a first salary out of bounds', () => {
  it('waits, says so, and is sent when released for exactly that value', async () => {
    await withWorld(async (world) => {
      says(world, '2026-11-02', '300000')
      const end = await world.run()
      expect(reasonsOf(end)).toEqual(['salary-implausible'])
      expect(codesOf(end)).toEqual(['salary-implausible'])
      await world.release()

      says(world, '2026-11-02', '400000')
      expect(reasonsOf(await world.run())).toEqual(['salary-implausible'])
      says(world, '2026-11-02', '300000')
      await world.run()
      await world.release()
      await world.run()

      expect(paid(world)).toEqual(['300000 from 2026-11-02'])
      expect(codesOf(await world.run())).toEqual([])
    })
  })
})

describe('a full-time amount', () => {
  const fullTime = withFullTimeAmounts()

  it.each([
    ['100', []],
    ['1', []],
    ['80', ['salary-full-time-rate']],
    ['0.8', ['salary-full-time-rate']],
    ['0', ['salary-full-time-rate']],
    ['', []],
  ])('of somebody whose rate is %j waits as a first salary: %j', async (rate, expected) => {
    await withWorld(async (world) => {
      Object.assign(world.deps, { mapping: fullTime })
      says(world, '2026-11-02', '3000', { 'employment.rate': rate })

      expect(reasonsOf(await world.run())).toEqual(expected)
      const { items } = await readWorklist(world.deps)
      expect(items.filter(({ section }) => section === 'salary').map(({ reason }) => reason)).toEqual(
        expected,
      )
      await world.release()
      await world.run()

      expect(paid(world)).toEqual(['3000 from 2026-11-02'])
      expect(codesOf(await world.run())).toEqual([])
    })
  })

  it('of somebody who works less is said when it is a raise, which is sent', async () => {
    await withWorld(async (world) => {
      Object.assign(world.deps, { mapping: fullTime })
      const part = { ...old, 'employment.rate': '60' }
      pays(world, [row('2026-01-01', '3000', { Type: 'Bruto_Salaris_Fulltime' })])
      says(world, '2026-01-01', '3000', part)
      expect(codesOf(await world.run())).toEqual([])
      says(world, '2026-11-16', '3050', part)

      expect(codesOf(await world.run())).toEqual(['salary-full-time-rate'])
      expect(paid(world)).toEqual(['3000 from 2026-01-01', '3050 from 2026-11-16'])
      const next = await world.run()
      expect(codesOf(next)).toEqual([])
      expect(next.document).toMatchObject({ run: { result: 'ok' }, worklist: { open: 1 } })
      // Payroll looks at the percentage, which no reading shows.
      expect((await readWorklist(world.deps)).items).toMatchObject([
        { subject: 'a1', reason: 'salary-full-time-rate', fields: [{ field: 'PartTimePercentage' }] },
      ])
      await world.deps.store.work.settlePayrollTasks(await world.deps.store.work.readPayrollTasks(), 'done')
      expect((await readWorklist(world.deps)).items).toEqual([])
    })
  })

  it('is what is asked about, not the amount as paid', async () => {
    await withWorld(async (world) => {
      says(world, '2026-11-02', '3000', { 'employment.rate': '60' })

      expect(codesOf(await world.run())).toEqual([])
      expect(paid(world)).toEqual(['3000 from 2026-11-02'])
    })
  })
})
