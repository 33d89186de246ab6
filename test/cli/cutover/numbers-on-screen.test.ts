import { describe, expect, it } from '@jest/globals'

import { openCutoverWorld } from './cutover-world.js'

const guid = /Nmbrs [0-9a-f]{8}-[0-9a-f]{4}/

describe('employees over REST', () => {
  it('have their employee number on screens with names, and the GUID where there are none', async () => {
    const world = await openCutoverWorld({ mix: 'all-new', count: 2 })
    await world.prepare()
    world.goOver('rest')
    await world.sync()
    const [person] = world.sandbox.alexis.data.employees
    const screens = ['worklist', 'status --all', `explain ${person?.id ?? ''}`, 'plan --verify-all']

    for (const screen of screens) {
      const named = await world.run(`${screen} --names`)
      expect([screen, guid.exec(named.stdout)?.[0]]).toEqual([screen, undefined])
      if (screen !== 'plan --verify-all')
        expect(named.stdout).toContain(`Nmbrs employee number ${person?.employeeNumber ?? ''}`)
    }
    const bare = await world.run('worklist')
    expect(bare.stdout).toMatch(guid)
    expect(bare.stdout).not.toContain('employee number')
  })
})
