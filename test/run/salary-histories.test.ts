import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { parsePayrollPeriod, toFirstDay, toLastDay } from '../../src/domain/pay/payroll-period.js'
import type { RunEnd } from '../../src/run/run-connection.js'
import { prepareDrift, settleDrift } from '../../src/run/by-hand/drift.js'

import { aTarget, companyId, sourceCompanyId } from '../support/builders.js'
import { aCompensation, companyName, sourceValues, withWorld, type World } from '../support/world.js'

const type = 'Bruto_Salaris_Partime'
const today = '2026-11-22'
const employee = toTargetEmployeeId('1')
const days = ['2026-10-05', '2026-11-02', '2026-11-09', '2026-11-16', today, '2026-11-25', '2026-12-01']
const first = '2026-01-01'
const company = { sourceId: sourceCompanyId, targetId: companyId, targetName: companyName }

type History = Map<string, string>

/** What is paid on a day by the rows of a side; `undefined` before the first. */
const paidOn = (history: History, day: string): string | undefined =>
  [...history.keys()]
    .filter((start) => start <= day)
    .sort()
    .map((start) => history.get(start))
    .at(-1)

const enter = ({ source }: World, history: History): void => {
  const starts = [...history.keys()].sort()
  const current = starts.filter((start) => start <= today).at(-1) ?? starts[0] ?? first
  const others = starts
    .filter((start) => start !== current)
    .map((start) => aCompensation(start, history.get(start) ?? ''))
  source.set(
    'a1',
    sourceValues({
      'employee.hireDate': first,
      'compensation.effectiveDate': current,
      'compensation.amount': history.get(current) ?? '',
    }),
    others,
  )
}

const heldBy = ({ target }: World): History => {
  const rows = target.employees.get(employee)?.salaries ?? []
  return new Map(rows.map(({ Start, Value }) => [Start, Value]))
}

/** Whether a run says of the person that something of the salary is open. */
const isNamed = ({ document }: RunEnd): boolean =>
  document.changes.some(
    ({ section, outcome }) => section === 'salary' && outcome !== 'applied' && outcome !== 'unchanged',
  ) || document.findings.some(({ section, code }) => section === 'salary' && code !== 'salary-in-future')

const wrongDays = (world: World, said: History): string[] => {
  const period = parsePayrollPeriod(world.target.period)!
  // An AlexisHR that gives current salaries only says a later one on the day it starts.
  const until = world.source.compensationsComplete ? toLastDay(period) : today
  const from = toFirstDay(period)
  const paid = heldBy(world)
  return [from, ...said.keys(), ...paid.keys()]
    .filter((day) => day >= from && day <= until)
    .filter((day) => paidOn(said, day) !== undefined && paidOn(said, day) !== paidOn(paid, day))
}

/** What a run of either kind says, whatever was said once already. */
const sayings = ({ document }: RunEnd): string[] =>
  [
    ...document.changes.map(({ section, outcome, reason }) => `${section} ${outcome} ${reason ?? ''}`),
    ...document.findings.map(({ code, section, field }) => `${code} ${section ?? ''} ${field ?? ''}`),
  ].sort()

const day = fc.constantFrom(...days)
const amount = fc.constantFrom('2900', '3000', '3100')
/**
 * A period that is closed, one that is opened again, and a company that goes over to another kind of period.
 */
const period = fc.constantFrom(
  '2026-10-M',
  '2026-11-M',
  '2026-12-M',
  '2026-11-4W',
  '2026-12-4W',
  '2026-46-W',
  '2026-48-W',
)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('hr-enters' as const), day, amount }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hr-takes-back' as const), day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hr-moves' as const), day, to: day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('payroll-enters' as const), day, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('payroll-removes' as const), day }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'next-write-is-refused' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'next-answer-is-lost' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'releases' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restores' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'a-run-is-cut-short' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('payroll-turns-to' as const), period }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const take = async (world: World, said: History, { kind, ...what }: Step): Promise<void> => {
  const { day: on = first, amount: value = '2900', to = first, period = '' } = what as Record<string, string>
  const rows = world.target.employees.get(employee)?.salaries ?? []
  const fail = (carried: 'no' | 'unknown'): void => {
    const nth = world.target.calls.filter((name) => name === 'updateSalary').length + 1
    world.target.faults = [{ operation: 'updateSalary', nth, carried }]
  }
  switch (kind) {
    case 'hr-enters':
      said.set(on, value)
      break
    case 'hr-takes-back':
      said.delete(on)
      break
    case 'hr-moves': {
      const moved = said.get(on)
      if (moved === undefined) break
      said.delete(on)
      said.set(to, moved)
      break
    }
    case 'payroll-enters':
    case 'payroll-removes': {
      const kept = rows.filter(({ Start }) => Start !== on)
      if (kind === 'payroll-enters') kept.push({ Value: value, Type: type, Start: on })
      const held = world.target.employees.get(employee)
      if (held !== undefined) held.salaries = kept
      break
    }
    case 'next-write-is-refused':
      fail('no')
      break
    case 'next-answer-is-lost':
      fail('unknown')
      break
    case 'releases':
      await world.release()
      break
    case 'restores':
      await restore(world)
      break
    case 'a-run-is-cut-short':
      await cutShort(world)
      break
    case 'payroll-turns-to':
      world.target.period = period
  }
  enter(world, said)
}

/** A run that may write nothing more once one salary is written. */
const cutShort = async (world: World): Promise<void> => {
  const written = (): number => world.target.calls.filter((name) => name === 'updateSalary').length
  const before = written()
  await world.run({ abortReason: () => (written() > before ? 'cut short' : undefined) })
}

const restore = async (world: World): Promise<void> => {
  const order = { order: 'restore-source' as const, subject: toSourceEmployeeId('a1') }
  const prepared = await prepareDrift(world.deps, order).catch(() => undefined)
  if (prepared !== undefined) await settleDrift(world.deps, order, prepared)
}

const begin = async (world: World, said: History, isKnown: boolean): Promise<void> => {
  enter(world, said)
  if (isKnown) {
    world.target.add(
      aTarget({
        personalInfo: { LastName: 'Testveld', EmployeeNumber: '501' },
        employment: { InitialStartDate: first },
        salaries: [{ Value: '2900', Type: type, Start: first }],
      }),
      [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
    )
  }
  await world.run({ allowPastPeriods: true })
  await world.run()
}

describe('any history of salaries', () => {
  it.each([
    ['monthly', '2026-11-M', 0, true],
    ['monthly, looking ahead', '2026-11-M', 40, true],
    ['weekly', '2026-47-W', 14, true],
    ['four-weekly', '2026-12-4W', 0, true],
    ['monthly, of which only the current salaries come along', '2026-11-M', 40, false],
  ])(
    'is paid as AlexisHR says on every day of the period, or the person is named, and a run over everything says the same (%s)',
    async (_, period, lookAheadDays, compensationsComplete) => {
      await fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 }),
          async (isKnown, rounds) => {
            await withWorld(
              async (world) => {
                world.target.period = period
                world.source.compensationsComplete = compensationsComplete
                const said: History = new Map([[first, '2900']])
                await begin(world, said, isKnown)
                for (const steps of rounds) {
                  for (const one of steps) await take(world, said, one)
                  const isReleased = steps.some(({ kind }) => kind === 'releases')

                  const end = await world.run()

                  expect(end.error).toBeUndefined()
                  if (!isNamed(end)) expect(wrongDays(world, said)).toEqual([])
                  world.target.faults = []
                  const normal = await world.run({ mode: 'plan' })
                  const whole = await world.run({ mode: 'plan', verifyAll: true })
                  expect(sayings(normal)).toEqual(sayings(whole))
                  // What a release lets go was held with all it stood beside, which is looked at once it is
                  // there.
                  if (!isNamed(end) && !isReleased)
                    expect(sayings(normal).filter((one) => !one.startsWith('salary-in-future'))).toEqual([])
                }
              },
              // In a company that does not pay by months the amounts are those of one period.
              { lookAheadDays, companies: [{ ...company, monthlyAmount: 'perPeriod' }] },
            )
          },
        ),
        { numRuns: 12 },
      )
    },
  )
})
