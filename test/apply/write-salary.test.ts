import { describe, expect, it } from '@jest/globals'

import { lookAtSalary } from '../../src/apply/write-salary.js'
import type { UpdateChange } from '../../src/domain/change.js'
import type { SalaryRow } from '../../src/domain/employee.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Values } from '../../src/domain/values.js'
import { emptyValues } from '../../src/plan/sections/section-plan.js'
import { aTarget, companyId, plainPolicy } from '../support/builders.js'
import { InMemoryTarget } from '../support/in-memory-target.js'

const employee = toTargetEmployeeId('1')
const row = (Start: string, Value: string): SalaryRow => ({ Value, Type: 'Bruto_Uurloon', Start })
const old = row('2026-01-01', '20')
const raise = row('2026-11-01', '21')

const look = (before: Values, rows: readonly SalaryRow[]) => {
  const target = new InMemoryTarget(companyId, 'Tulp')
  target.add(aTarget({ salaries: rows }))
  const change: UpdateChange = {
    kind: 'update',
    section: 'salary',
    subject: toSourceEmployeeId('a1'),
    companyId,
    targetId: employee,
    before,
    after: { ...raise },
    fields: ['Start', 'Value'],
  }
  return lookAtSalary(change, employee, { target, policyOf: plainPolicy }).then((found) => ({
    found,
    calls: target.calls,
  }))
}

describe('looking at a salary just before it is written', () => {
  it.each<[string, string, Values, SalaryRow[]]>([
    ['what the plan saw', 'as-planned', { ...old }, [old]],
    ['nothing, as the plan saw', 'as-planned', emptyValues('salary'), []],
    ['only a later one, which stays', 'as-planned', { ...old }, [old, row('2026-12-01', '30')]],
    ['the salary itself', 'there', { ...old }, [old, raise]],
    ['another one on its very day', 'moved', { ...old }, [old, row('2026-11-01', '20.5')]],
    ['a correction since the plan', 'moved', { ...old }, [row('2026-01-01', '20.5')]],
    ['one that came in between', 'moved', { ...old }, [old, row('2026-06-01', '20')]],
    ['one where there was none', 'moved', emptyValues('salary'), [old]],
    ['nothing any more', 'moved', { ...old }, []],
  ])('finds %s: %s', async (_, expected, before, rows) => {
    expect((await look(before, rows)).found).toBe(expected)
  })

  it('spares the call for somebody who was created a moment ago', async () => {
    expect(await look({}, [])).toEqual({ found: 'as-planned', calls: [] })
  })
})
