import { describe, expect, it } from '@jest/globals'

import { sourceValues, withWorld } from '../support/world.js'
import { withSandboxWorld } from './sandbox-world.js'

const said = 'period 14 of 2023 (2023 has 13 periods of four weeks, and no day is left after them)'
const answer = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
<Company_GetCurrentPeriodResponse xmlns="https://api.nmbrs.nl/soap/v3/CompanyService">
<Company_GetCurrentPeriodResult>2023-14-4W</Company_GetCurrentPeriodResult>
</Company_GetCurrentPeriodResponse></soap:Body></soap:Envelope>`

describe('a current payroll period that its year does not have', () => {
  it('ends a run over SOAP before anything is written, and is named with what to do', async () => {
    await withSandboxWorld({ people: 3 }, async (world) => {
      world.nmbrs.faults.add({
        kind: 'body',
        operation: 'Company_GetCurrentPeriod',
        when: 'before',
        body: answer,
        times: 50,
      })

      const { document, error } = await world.run()

      expect(document.run.result).toBe('failed')
      expect(document.run.failure).toMatchObject({
        code: 'nmbrs-period-unreadable',
        message: expect.stringContaining(said) as unknown,
        remedy: expect.stringContaining('nmbrs-sync doctor') as unknown,
      })
      expect(error).toBeDefined()
      expect(world.nmbrs.store.allEmployees()).toHaveLength(0)
    })
  })

  it('holds what has a start date where the rest can be read, and each finding names it', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      world.target.period = '2023-14-4W'

      const { document } = await world.run()

      expect(document.run.result).toBe('held')
      expect(document.findings.filter(({ code }) => code === 'period-unreadable')).not.toEqual([])
      for (const { message } of document.findings.filter(({ code }) => code === 'period-unreadable'))
        expect(message).toContain(said)
      expect(world.target.employees.size).toBe(0)
    })
  })
})
