import { describe, expect, it } from '@jest/globals'

import type { NmbrsSwitches } from '../../src/sandbox/nmbrs/switches.js'
import { withSandboxWorld, type SandboxWorld } from './sandbox-world.js'

const companyId = 1234

const settings: Partial<NmbrsSwitches>[] = [
  {},
  { salaryUpdateBeforePeriod: 'allow' },
  { salaryUpdateBeforePeriod: 'refuse', samePeriodSecondWrite: 'add' },
  { currentWriteInLockedRun: 'refuse' },
  { personalInfoUpdate: 'replace', addressInsertCurrent: 'keepsOld' },
]

const isWrite = (operation: string): boolean => /_(Insert|Update|Delete)/.test(operation)

const writesIn = ({ nmbrs }: SandboxWorld): string[] =>
  nmbrs.calls.records.map(({ operation }) => operation).filter(isWrite)

describe('payroll closes the period while a run is writing', () => {
  it.each(settings)('and the run holds the rest, with Nmbrs behaving as %j', async (switches) => {
    const moveAt = 4
    let writes = 0
    const moveOn = (world: SandboxWorld | undefined): void => {
      world?.nmbrs.store.changeCompany(companyId, { period: '2026-12-M' })
    }
    let open: SandboxWorld | undefined
    const onCall = ({ operation }: { operation: string }): undefined => {
      if (!isWrite(operation)) return undefined
      writes += 1
      if (writes === moveAt) moveOn(open)
      return undefined
    }
    await withSandboxWorld({ people: 12, nmbrs: switches, onCall }, async (world) => {
      open = world

      const end = await world.run()
      const written = writesIn(world).length
      const again = await world.run()

      const held = end.document.changes.filter(({ reason }) => reason === 'period-moved')
      expect(held.length).toBeGreaterThan(0)
      expect(held.every(({ outcome }) => outcome === 'held')).toBe(true)
      expect(end.document.findings.map(({ code }) => code)).toContain('period-moved')
      expect(end.document.run.result).not.toBe('ok')
      // Whoever started before the new period waits for a word now; nobody is doubled.
      expect(writesIn(world).length).toBeGreaterThanOrEqual(written)
      expect(again.document.changes.map(({ reason }) => reason)).not.toContain('period-moved')
      expect(world.nmbrs.store.allEmployees().length).toBeLessThanOrEqual(12)
      // Between two readings of the period lie 25 writes, and each of the twelve people may have one under
      // way.
      expect(written - moveAt).toBeLessThanOrEqual(25 + 12)
    })
  })
})
