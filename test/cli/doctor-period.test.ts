import { describe, expect, it } from '@jest/globals'

import { checkNmbrs } from '../../src/app/doctor/check-nmbrs.js'
import type { CurrentPeriod } from '../../src/domain/pay/current-period.js'
import { toSourceCompanyId, toTargetCompanyId } from '../../src/domain/ids.js'
import type { Target } from '../../src/target/port.js'

const company = {
  sourceId: toSourceCompanyId('65f1c0ffee0000000000000a'),
  targetId: toTargetCompanyId('1234'),
  targetName: 'Tulp',
  monthlyAmount: 'hold' as const,
}
const november = { year: 2026, period: 11, type: 'month' as const }
const fourWeeks = { ...november, type: 'four-weeks' as const }

const look = async (period: CurrentPeriod) => {
  const target: Partial<Target> = {
    readCompanies: () => Promise.resolve([{ id: company.targetId, name: company.targetName, number: '1' }]),
    readCurrentPeriod: () => Promise.resolve(period),
    checkRights: () => Promise.resolve([]),
  }
  const connection = { companies: [company], nmbrs: { host: 'https://nmbrs.example' } }
  const found = await checkNmbrs(connection, target as Target, 'connections[0]')
  return found.find(({ check }) => check === 'Nmbrs period')
}

describe('the look of doctor at the payroll period', () => {
  it('warns where it is not known what the company pays by, and names the setting', async () => {
    expect(await look({ text: '2026-11', period: november, others: [fourWeeks] })).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining('does not say what it pays by: taken is 2026-11-M'),
      remedy: expect.stringContaining('payrollPeriod'),
    })
  })

  it('is content where it is known', async () => {
    expect(await look({ text: '2026-11', period: november })).toMatchObject({ status: 'ok' })
  })
})
