import { describe, expect, it } from '@jest/globals'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import { companyId } from '../small-world.js'
import { call } from './soap-call.js'
import type { Reply } from './soap-call.js'
import { withSandbox } from '../with-sandbox.js'

const address = (id: number, street: string): string =>
  `<EmployeeId>501</EmployeeId><Address><Id>${id}</Id><Default>true</Default><Street>${street}</Street>` +
  '<City>Almere</City><CountryISOCode>NL</CountryISOCode><Type>HomeAddress</Type></Address>'

const insert = (sandbox: NmbrsSandbox, street: string): Promise<Reply> =>
  call(sandbox, 'Address_InsertCurrent', address(0, street))

const update = (sandbox: NmbrsSandbox, id: number, street: string): Promise<Reply> =>
  call(sandbox, 'Address_Update', address(id, street))

const currentOf = (sandbox: NmbrsSandbox): unknown[] =>
  sandbox.store.employee(501).addresses.map(({ id, fields, isDefault }) => [id, fields.Street, isDefault])

const historyOf = (sandbox: NmbrsSandbox): unknown[] =>
  (sandbox.store.findEmployee(501)?.addresses ?? []).map(({ id, fields, startPeriod, end }) => [
    id,
    fields.Street,
    startPeriod,
    end?.period,
  ])

const after = <Result>(
  switches: Partial<NmbrsSwitches>,
  act: (sandbox: NmbrsSandbox) => Promise<Result>,
): Promise<Result> => withSandbox({ switches }, act)

describe('inserting an address', () => {
  it('ends the old home address in the period before, where the switch says so', async () => {
    await after({ addressInsertCurrent: 'endsOld' }, async (sandbox) => {
      const reply = await insert(sandbox, 'Nieuweweg')

      expect(reply.response.Address_InsertCurrentResult).toBe('9006')
      expect(currentOf(sandbox)).toEqual([[9006, 'Nieuweweg', true]])
      expect(historyOf(sandbox)).toEqual([
        [9002, 'Dorpsweg', 1, 10],
        [9006, 'Nieuweweg', 11, undefined],
      ])
    })
  })

  it('leaves two home addresses, where the switch says so', async () => {
    await after({ addressInsertCurrent: 'keepsOld' }, async (sandbox) => {
      await insert(sandbox, 'Nieuweweg')

      expect(currentOf(sandbox)).toEqual([
        [9002, 'Dorpsweg', false],
        [9006, 'Nieuweweg', true],
      ])
    })
  })
})

describe('updating an address', () => {
  it('keeps the id for what is current and dates the change from the current period', async () => {
    await after({ addressUpdateId: 'keep' }, async (sandbox) => {
      const reply = await update(sandbox, 9002, 'Nieuweweg')

      expect(reply.response.Address_UpdateResult).toBe('true')
      expect(currentOf(sandbox)).toEqual([[9002, 'Nieuweweg', true]])
      expect(historyOf(sandbox)).toEqual([
        [9006, 'Dorpsweg', 1, 10],
        [9002, 'Nieuweweg', 11, undefined],
      ])
    })
  })

  it('gives what is current another id, where the switch says so', async () => {
    await after({ addressUpdateId: 'renew' }, async (sandbox) => {
      await update(sandbox, 9002, 'Nieuweweg')

      expect(currentOf(sandbox)).toEqual([[9006, 'Nieuweweg', true]])
    })
  })

  it('empties what is absent', async () => {
    await after({}, async (sandbox) => {
      await update(sandbox, 9002, 'Nieuweweg')

      expect(sandbox.store.employee(501).addresses[0]?.fields).toEqual({
        Street: 'Nieuweweg',
        City: 'Almere',
        CountryISOCode: 'NL',
      })
    })
  })

  it('says no when there is no current address with that id', async () => {
    await after({}, async (sandbox) => {
      const reply = await update(sandbox, 1, 'Nieuweweg')

      expect(reply.response.Address_UpdateResult).toBe('false')
      expect(currentOf(sandbox)).toEqual([[9002, 'Dorpsweg', true]])
    })
  })

  it.each([
    ['overwrite', 2],
    ['add', 3],
  ] as const)('a second time in a period will %s', async (samePeriodSecondWrite, rows) => {
    await after({ samePeriodSecondWrite }, async (sandbox) => {
      await update(sandbox, 9002, 'Nieuweweg')
      await update(sandbox, 9002, 'Nieuwerweg')

      expect(currentOf(sandbox)).toEqual([[9002, 'Nieuwerweg', true]])
      expect(historyOf(sandbox)).toHaveLength(rows)
    })
  })
})

describe('reading addresses', () => {
  it('gives the current ones with their default, and the whole history without', async () => {
    await after({}, async (sandbox) => {
      await insert(sandbox, 'Nieuweweg')

      const current = await call(sandbox, 'Address_GetListCurrent', '<EmployeeId>501</EmployeeId>')
      const all = await call(
        sandbox,
        'Address_GetAll_AllEmployeesByCompany',
        `<CompanyID>${companyId}</CompanyID>`,
      )

      expect(current.response.Address_GetListCurrentResult).toEqual({
        EmployeeAddress: {
          Id: '9006',
          Default: 'true',
          Street: 'Nieuweweg',
          City: 'Almere',
          CountryISOCode: 'NL',
          Type: 'HomeAddress',
        },
      })
      expect(all.text).toContain('<EndPeriod>10</EndPeriod><EndYear>2026</EndYear>')
      expect(all.text).toContain('<EndPeriod xsi:nil="true" /><EndYear xsi:nil="true" />')
      expect(all.text).not.toContain('Default')
    })
  })

  it('ends an address of the first period of a year in the last of the year before', async () => {
    await after({}, async (sandbox) => {
      sandbox.store.changeCompany(companyId, { period: '2027-1-M' })

      await insert(sandbox, 'Nieuweweg')

      expect(sandbox.store.findEmployee(501)?.addresses[0]?.end).toEqual({ year: 2026, period: 12 })
    })
  })
})
