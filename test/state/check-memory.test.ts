import { describe, expect, it } from '@jest/globals'

import type { CheckKey } from '../../src/daemon/checks/check-memory.js'
import type { RememberedCheck } from '../../src/daemon/checks/compare-check.js'
import { aFolder, openState } from './temp-state.js'

const key: CheckKey = { connection: 'acme', companyId: '1234', profiles: ['asr-per-debtor', 'shiftbase'] }
const found: RememberedCheck = {
  checkedAt: '2026-11-22T06:00:00.000Z',
  calls: { 'CompanyService:List_GetAll': 'open', 'EmployeeService:Partner_Get': 'lost' },
}

describe('the memory of onboarding checks', () => {
  it('knows nothing at first', async () => {
    expect(await (await openState()).checkMemory().read(key)).toBeUndefined()
  })

  it('gives back what was last found, also after the file was closed', async () => {
    const folder = aFolder()
    const first = await openState(folder)
    await first.checkMemory().write(key, { checkedAt: '2026-11-15T06:00:00.000Z', calls: {} })
    await first.checkMemory().write(key, found)
    await first.close()

    expect(await (await openState(folder)).checkMemory().read(key)).toEqual(found)
  })

  it('keeps connections, companies and profiles apart', async () => {
    const memory = (await openState()).checkMemory()

    await memory.write(key, found)

    for (const other of [
      { ...key, connection: 'other' },
      { ...key, companyId: '1235' },
      { ...key, profiles: ['asr-per-debtor'] },
    ])
      expect(await memory.read(other)).toBeUndefined()
  })
})
