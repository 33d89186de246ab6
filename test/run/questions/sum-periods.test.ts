import { describe, expect, it } from '@jest/globals'

import type { Change } from '../../../src/domain/change.js'
import { toSourceEmployeeId, toTargetCompanyId } from '../../../src/domain/ids.js'
import { toCurrentPeriod, type CurrentPeriod } from '../../../src/domain/pay/current-period.js'
import type { PersonPlan } from '../../../src/plan/plan-person.js'
import { sumPeriods } from '../../../src/run/questions/sum-periods.js'

const companyId = toTargetCompanyId('1234')
const subject = toSourceEmployeeId('a1')
const none = { before: 0, within: 0, later: 0, unsure: 0 }

const aSalary = (start: string): Change => ({
  ...{ kind: 'update', section: 'salary', subject, companyId, targetId: null, before: {} },
  after: { Start: start, Value: '3000' },
  fields: ['Value'],
})

const anAddress: Change = {
  ...{ kind: 'update', section: 'address', subject, companyId, targetId: null, before: {} },
  after: { City: 'Leiden' },
  fields: ['City'],
}

const aCreation = (startDate: string): Change => ({
  ...{ kind: 'create', section: 'employee', subject, companyId },
  ...{ firstName: 'Noor', lastName: 'Testveld', startDate },
})

const sumOf = (changes: readonly Change[], current: CurrentPeriod = toCurrentPeriod('2026-11-M')) => {
  const planned = changes.map((change) => ({ change, decision: 'send' as const }))
  // Only the changes of a plan are looked at.
  const plan = { changes: planned } as unknown as PersonPlan
  return sumPeriods([{ companyId, companyName: 'Tulpwerk B.V.', current }], [plan])[0]
}

describe('the payroll period that a change falls into', () => {
  it.each<[string, Change[], object]>([
    ['the first day of the period', [aSalary('2026-11-01')], { within: 1 }],
    ['its last day', [aSalary('2026-11-30')], { within: 1 }],
    ['the day after it', [aSalary('2026-12-01')], { later: 1 }],
    ['the day before it', [aSalary('2026-10-31')], { before: 1 }],
    ['no day of its own: from now on', [anAddress], { within: 1 }],
    ['someone who starts later, with all that is theirs', [aCreation('2027-01-01'), anAddress], { later: 2 }],
  ])('%s', (_, changes, counts) => {
    expect(sumOf(changes)?.send).toEqual({ ...none, ...counts })
  })

  it('is not known where no one can say which days it has', () => {
    const sum = sumOf([aSalary('2026-11-01'), anAddress], toCurrentPeriod('nonsense'))

    expect(sum?.days).toBeUndefined()
    expect(sum?.send).toEqual({ ...none, within: 1, unsure: 1 })
  })

  it('is in doubt only for days that one kind of period has and the other has not', () => {
    const month = toCurrentPeriod('2026-11-M')
    const weeks = toCurrentPeriod('2026-11-4W')
    if (month.period === undefined || weeks.period === undefined) throw new Error('no period')
    const both = { ...month, others: [weeks.period] }

    const { days, send } = sumOf([aSalary('2026-11-01'), aSalary('2027-01-01')], both) ?? {}

    expect(days).toEqual({ first: '2026-10-05', last: '2026-11-30' })
    expect(send).toEqual({ ...none, within: 1, later: 1 })
    expect(sumOf([aSalary('2026-10-06'), aSalary('2026-11-29')], both)?.send).toEqual({ ...none, unsure: 2 })
  })
})
