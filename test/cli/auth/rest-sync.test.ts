import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../../src/domain/run/run.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { openRestWorld } from './rest-world.js'

describe('a connection over REST', () => {
  it('plans, syncs and has nothing left, with the fields named that REST has no place for', async () => {
    const world = await openRestWorld((nmbrs) => {
      nmbrs.api = 'rest'
    })
    try {
      world.sandbox.nmbrs.switches.restPersonalInfoOmits = 0
      world.useCompany(toGuid('company', world.sandbox.company.nmbrsId))

      const before = await world.run('plan --json')
      const login = await world.logIn()
      const plan = await world.run('plan --json')
      const sync = await world.run('sync --yes --json')
      const again = await world.run('plan --json')
      const doctor = await world.run('doctor')

      expect(before).toMatchObject({ code: 1 })
      expect(before.stdout + before.stderr).toContain('auth login')
      expect(login.code).toBe(0)
      const planned = JSON.parse(plan.stdout) as RunDocument
      expect(planned.notCarried).toEqual(['bankAccount.BIC'])
      expect(planned.changes.length).toBeGreaterThan(5)
      const synced = JSON.parse(sync.stdout) as RunDocument
      expect(synced.changes.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual(
        [],
      )
      expect(synced.changes.filter(({ outcome }) => outcome === 'applied').length).toBeGreaterThan(4)
      const left = JSON.parse(again.stdout) as RunDocument
      expect(left.changes.filter(({ outcome }) => outcome === 'planned')).toEqual([])
      expect(doctor.stdout + doctor.stderr).not.toMatch(/fail/i)
      expect(world.sandbox.nmbrs.violations).toEqual([])
    } finally {
      await world.close()
    }
  })
})
