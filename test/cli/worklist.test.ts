import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { editByPayroll } from '../../src/sandbox/nmbrs/world/payroll-edits.js'
import { openCliWorld, writesOf, type CliWorld } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

let world: CliWorld
let raised: RememberedWorld
let id: string

/** Somebody in step, for whom HR then enters a raise from before the current payroll period, November. */
beforeAll(async () => {
  world = await openCliWorld('all-linked', 2)
  await world.run('sync --yes')
  await world.run('sync --yes')
  id = world.sandbox.alexis.data.employees[0]?.id ?? ''
  const { compensations } = world.sandbox.alexis.data
  const last = compensations.filter(({ employeeId }) => employeeId === id).at(-1)
  if (last === undefined) throw new Error('nobody is paid')
  compensations.push({ ...last, id: 'raise', amount: 4321.5, effectiveDate: '2026-10-01' })
  const person = world.sandbox.alexis.data.employees[0]
  if (person !== undefined) person.compensationId = 'raise'
  raised = rememberWorld(world)
})
beforeEach(() => {
  raised.putBack()
})
afterAll(() => raised.close())

/** What payroll does with the list. */
const enterRaise = async (startDate: string): Promise<void> => {
  const { store } = world.sandbox.nmbrs
  const explained = JSON.parse((await world.run(`explain ${id} --json`)).stdout) as { targetId: string }
  editByPayroll(store, Number(explained.targetId), {
    salary: { value: '4321.5', type: 'Bruto_Salaris_Partime', startDate },
  })
}

describe('worklist', () => {
  it('lists a raise from before the period, by id and without values, and writes nothing', async () => {
    const writes = writesOf(world.sandbox).length

    const text = await world.run('worklist')
    const json = await world.run('worklist --json')

    expect([text.code, json.code]).toEqual([0, 0])
    expect(text.stdout).toContain(id)
    expect(JSON.parse(json.stdout)).toMatchObject({
      items: [{ subject: id, section: 'salary', reason: 'before-current-period' }],
    })
    expect(text.stdout + json.stdout).not.toContain('4321')
    expect(writesOf(world.sandbox)).toHaveLength(writes)
  })

  it('shows values whole on a terminal, masked in a pipe', async () => {
    const terminal = await world.run('worklist --show-values', { isTerminal: true })
    const pipe = await world.run('worklist --show-values')

    expect(terminal.stdout).toContain('€4,321.50')
    expect(pipe.stdout).not.toMatch(/4,?321/)
  })

  it('writes files that only their owner may read, with values when they were asked for', async () => {
    const end = await world.run('worklist --show-values --csv list.csv --html list.html')
    const without = await world.run('worklist --csv bare.csv')

    expect([end.code, without.code]).toEqual([0, 0])
    for (const [name, amount] of [
      ['list.csv', '4321.5'],
      ['list.html', '€4,321.50'],
    ] as const) {
      expect(readFileSync(join(world.folder, name), 'utf8')).toContain(amount)
      expect(statSync(join(world.folder, name)).mode & 0o777).toBe(0o600)
    }
    const bare = readFileSync(join(world.folder, 'bare.csv'), 'utf8')
    expect(bare).toContain(id)
    expect(bare).not.toContain('4321')
  })

  it('has nothing to list once payroll entered the raise as it is', async () => {
    await enterRaise('2026-10-01')

    const end = await world.run('sync --yes')
    const after = await world.run('worklist --json')

    expect(end.code).toBe(0)
    expect(JSON.parse(after.stdout)).toMatchObject({ items: [] })
  })

  it('has nothing to list once payroll entered it from another day and that was accepted', async () => {
    await enterRaise('2026-11-01')

    const before = await world.run('sync --yes')
    const accepted = await world.run(`drift --accept-target ${id} --section salary --yes`)
    const after = await world.run('worklist --json')
    const later = await world.run('sync --yes')

    expect([before.code, accepted.code, later.code]).toEqual([3, 0, 0])
    expect(JSON.parse(after.stdout)).toMatchObject({ items: [] })
  })

  it('says which file cannot be written', async () => {
    const end = await world.run('worklist --csv config/nmbrs-sync.yaml/list.csv')

    expect(end.code).not.toBe(0)
    expect(end.stderr).toContain('config/nmbrs-sync.yaml')
  })
})
