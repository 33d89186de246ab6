import { describe, expect, it } from '@jest/globals'

import { toTargetEmployeeId } from '../../src/domain/ids.js'
import { aTarget, companyId, sourceCompanyId } from '../support/builders.js'
import { aCompensation, companyName, sourceValues, withWorld, type World } from '../support/world.js'

const type = 'Bruto_Salaris_Partime'

/** A period of the year 2026 of which only the number is known. */
const setUnsure = (world: World, period: number): void => {
  const [month, fourWeeks] = (['month', 'four-weeks'] as const).map((kind) => ({
    year: 2026,
    period,
    type: kind,
  }))
  const text = `2026-${period}`
  Object.assign(world.target, {
    readCurrentPeriod: () => Promise.resolve({ text, period: month, others: [fourWeeks] }),
  })
}

/** Somebody who is settled with the salary of January, and has one more now. */
const runWith = async (world: World, period: number, start: string) => {
  const values = (day: string, amount: string) =>
    sourceValues({ 'compensation.effectiveDate': day, 'compensation.amount': amount })
  world.source.set('a1', values('2026-01-01', '2900'))
  world.target.add(
    aTarget({
      personalInfo: { LastName: 'Testveld', EmployeeNumber: '501' },
      employment: { InitialStartDate: '2026-11-02' },
      salaries: [{ Value: '2900', Type: type, Start: '2026-01-01' }],
    }),
    [{ IBAN: 'NL91ABNA0417164300', Type: 'Standaard' }],
  )
  await world.run()
  setUnsure(world, period)
  const january = aCompensation('2026-01-01', '2900')
  const isLater = start > '2026-11-22'
  if (isLater) world.source.set('a1', values('2026-01-01', '2900'), [aCompensation(start, '3000')])
  else world.source.set('a1', values(start, '3000'), [january])
  const { document } = await world.run()
  const sent = world.target.employees.get(toTargetEmployeeId('1'))?.salaries.map(({ Start }) => Start) ?? []
  return { sent: sent.includes(start), codes: document.findings.map(({ code }) => code) }
}

// Period 11 may be November or 5 October to 1 November; period 12 December or 2 to 29 November.
describe('a run for a company of which it is not known what it pays by', () => {
  it.each<[number, string, boolean, readonly string[]]>([
    [11, '2026-10-20', false, ['before-current-period']],
    [11, '2026-11-02', true, []],
    [11, '2026-11-16', true, []],
    [11, '2026-11-28', false, ['salary-in-future']],
    [12, '2026-11-16', false, ['before-current-period']],
    [12, '2026-12-01', true, []],
    [12, '2026-12-15', false, ['salary-in-future']],
  ])(
    'treats a salary in period %d that starts %s right for both kinds',
    async (period, start, sent, codes) => {
      await withWorld(async (world) => {
        expect(await runWith(world, period, start)).toEqual({ sent, codes })
      })
    },
  )

  it('sends a year in thirteen parts where the configuration says so, which only four weeks can mean', async () => {
    await withWorld(
      async (world) => {
        setUnsure(world, 11)
        world.source.set(
          'a1',
          sourceValues({ 'compensation.effectiveDate': '2026-11-02', 'compensation.amount': '2900' }),
        )
        await world.run()

        const salaries = world.target.employees.get(toTargetEmployeeId('1'))?.salaries
        expect(salaries?.map(({ Value }) => Value)).toEqual(['2676.92'])
      },
      {
        companies: [
          {
            sourceId: sourceCompanyId,
            targetId: companyId,
            targetName: companyName,
            monthlyAmount: 'yearOver13',
          },
        ],
      },
    )
  })
})
