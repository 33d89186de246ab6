import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import type { RehearsalJson } from '../../../src/report/cutover/rehearsal-text.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { openCutoverWorld, type CutoverWorld } from './cutover-world.js'

const file = 'nmbrs-rest-known.json'

const useKnown = (world: CutoverWorld): void => {
  world.configure((connection) => {
    Object.assign(connection.nmbrs.rest as object, { known: file })
  })
}

/** A connection over REST that a rehearsal of before is known to. */
const openKnownWorld = async (rows: readonly object[], switches: Partial<NmbrsSwitches> = {}) => {
  const world = await openCutoverWorld({ count: 4, mix: 'all-linked' }, switches)
  await world.sync()
  await world.prepare()
  world.goOver('rest')
  writeFileSync(join(world.folder, file), JSON.stringify({ version: 1, host: world.nmbrs.host, rows }))
  useKnown(world)
  const [person] = world.sandbox.alexis.data.employees
  const move = (street: string): void => {
    Object.assign(person!, { homeAddress: { ...person!.homeAddress, street } })
  }
  return { ...world, move }
}

describe('nmbrs.rest.known', () => {
  it('takes the file that a rehearsal wrote', async () => {
    const world = await openCutoverWorld({ count: 4, mix: 'all-linked' }, { restSecondAddress: 'refuse409' })
    world.nmbrs.store.changeCompany(1234, { name: 'extdev-Proef' })
    world.configure((connection) => {
      Object.assign(connection.companies[0]!, { nmbrsCompanyName: 'extdev-Proef' })
    })
    const tried = await world.run(`cutover rehearse --yes --json --out ${file}`)
    const { rows } = JSON.parse(readFileSync(join(world.folder, file), 'utf8')) as RehearsalJson
    useKnown(world)
    const checked = await world.run('config check')

    expect(tried.code).toBe(0)
    expect(rows.filter(({ row }) => [6, 14, 24, 33].includes(row)).map(({ value }) => value)).toEqual([
      'refuse409',
      'ignored',
      'cut',
      '0',
    ])
    expect(checked.code).toBe(0)
  })

  it('holds a second address of one period before anything is sent, and sends it in the next', async () => {
    const world = await openKnownWorld([{ row: 6, value: 'refuse400' }], { restSecondAddress: 'refuse400' })
    world.move('Eerste Bedachtstraat 1')
    const first = await world.sync()
    world.move('Tweede Bedachtstraat 2')
    const plan = await world.run('plan --json')
    const second = await world.sync()
    const worklist = await world.run('worklist')
    world.nmbrs.store.changeCompany(1234, { period: '2026-12-M' })
    const next = await world.sync()

    expect(first).toMatchObject({ code: 0, writes: ['createAddress'] })
    expect(plan.stdout).toContain('address-next-period')
    expect(second).toMatchObject({ code: 3, writes: [] })
    expect(second.document.changes).toMatchObject([
      { section: 'address', outcome: 'held', reason: 'address-next-period' },
    ])
    expect(worklist.stdout).toContain('Change the address in Nmbrs, or wait')
    expect(next).toMatchObject({ code: 0, writes: ['createAddress'] })
  })

  it('says when Nmbrs refuses what it is known to take, and is as careful as without it', async () => {
    const world = await openKnownWorld([{ row: 6, value: 'add' }], { restSecondAddress: 'refuse400' })
    world.move('Eerste Bedachtstraat 1')
    await world.sync()
    world.move('Tweede Bedachtstraat 2')
    const second = await world.sync()
    const again = await world.sync()

    expect(second.writes).toEqual(['createAddress'])
    expect(second.document.changes).toMatchObject([{ section: 'address', outcome: 'failed' }])
    expect(second.stderr).toContain('cutover rehearse')
    expect(again).toMatchObject({ code: 3, writes: [] })
  })
})
