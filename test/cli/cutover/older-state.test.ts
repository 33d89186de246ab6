import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { writeOldCopy } from '../../state/old-copy.js'
import { openCutoverWorld, type CutoverWorld } from './cutover-world.js'

/** Puts a state file in the place of the one that is there, as a program with fewer migrations left it. */
const makeOlder = ({ folder }: CutoverWorld, version: number): void => {
  const data = join(folder, 'data')
  const file = join(data, 'nmbrs-sync.db')
  writeOldCopy({ from: file, to: join(folder, 'older.db'), version, keyFile: join(data, 'state.key') })
  for (const name of readdirSync(data).filter((one) => one.startsWith('nmbrs-sync.db')))
    rmSync(join(data, name))
  renameSync(join(folder, 'older.db'), file)
}

describe('a state file of a program that knew only SOAP', () => {
  // 22: the last before links had an id over each transport. 18: an older one.
  it.each([22, 18])('with %d migrations goes to REST and back without a write', async (version) => {
    const world = await openCutoverWorld({ mix: { bankDiffers: 1 }, count: 6 })
    await world.sync()
    await world.sync()
    const held = await world.run('holds --json')
    makeOlder(world, version)
    await world.logIn()

    const here = await world.sync()
    const prepared = await world.prepare()
    world.goOver('rest')
    const there = await world.sync()
    world.goOver('soap')
    const back = await world.sync()

    expect(here).toMatchObject({ code: 3, writes: [] })
    expect(prepared).toMatchObject({
      code: 0,
      document: {
        companies: [{ links: { total: 6, converted: 6, verified: 6, unmatched: [] } }],
        ready: true,
      },
    })
    const idsOf = (text: string): unknown =>
      (JSON.parse(text) as { holds: { id: string }[] }).holds.map(({ id }) => id)
    for (const run of [there, back]) {
      expect(run).toMatchObject({ code: 3, writes: [] })
      expect(run.document.changes.map(({ section, outcome }) => [section, outcome])).toEqual([
        ['bankAccount', 'held'],
      ])
      expect(run.document.people).toMatchObject({ linked: 6 })
    }
    expect(idsOf((await world.run('holds --json')).stdout)).toEqual(idsOf(held.stdout))
    expect(world.nmbrs.store.allEmployees()).toHaveLength(6)
  })
})
