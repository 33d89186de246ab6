import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { openCliWorld, writesOf, type CliWorld } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

let world: CliWorld
let synced: RememberedWorld
let id: string

/** Two people whom a sync created. */
beforeAll(async () => {
  world = await openCliWorld('all-new', 2)
  await world.run('sync --yes')
  id = world.sandbox.alexis.data.employees[0]?.id ?? ''
  synced = rememberWorld(world)
})
beforeEach(() => {
  synced.putBack()
})
afterAll(() => synced.close())

const parse = (text: string): unknown => JSON.parse(text)

describe('worklist done', () => {
  it('takes a completed employee off the list, and --undo puts them back', async () => {
    const before = await world.run('worklist --json')
    const done = await world.run(`worklist done ${id} --json`)
    const after = await world.run('worklist --json')
    const undone = await world.run(`worklist done ${id} --undo`)

    expect(parse(before.stdout)).toMatchObject({
      items: [{ reason: 'employee-to-complete' }, { reason: 'employee-to-complete' }],
    })
    expect([done.code, undone.code]).toEqual([0, 0])
    expect(parse(done.stdout)).toMatchObject({
      connection: 'sandbox',
      answered: [{ subject: id, reason: 'employee-to-complete', state: 'done' }],
      open: 1,
    })
    expect((parse(after.stdout) as { items: unknown[] }).items).toHaveLength(1)
    expect(undone.stdout).toContain('open again')
    expect(undone.stdout).toContain('Still open: 2')
  })

  it('knows people by name, by employee number and by Nmbrs id, and names them where names are wanted', async () => {
    const [first, second] = world.sandbox.alexis.data.employees
    const named = await world.run(`worklist done ${first?.lastName?.split(' ').at(-1) ?? ''} --names --yes`)
    const numbered = await world.run(`worklist done ${second?.employeeNumber ?? ''} --json`)

    expect([named.code, numbered.code]).toEqual([0, 0])
    expect(named.stdout).toContain(`${first?.firstName} ${first?.lastName}, ${first?.id}, Nmbrs `)
    expect(parse(numbered.stdout)).toMatchObject({ answered: [{ subject: second?.id }], open: 0 })
  })

  it('takes everyone off the list at once, and says when nobody is left', async () => {
    const all = await world.run('worklist done --all')
    const again = await world.run('worklist done --all')
    const list = await world.run('worklist')

    expect([all.code, again.code, list.code]).toEqual([0, 0, 0])
    expect(all.stdout).toContain('Still open: 0')
    expect(again.stdout).toBe('Nothing on the worklist waits for an answer.\n')
    expect(list.stdout).toBe('Nothing has to be entered by hand.\n')
  })

  it('refuses a slip and changes nothing', async () => {
    for (const line of [
      'worklist done',
      'worklist done nobody',
      'worklist done --all --undo',
      'worklist retry nobody',
      'worklist done x --all',
    ]) {
      const end = await world.run(line)
      expect([line, end.code]).toEqual([line, 2])
      expect(end.stderr).toContain('nmbrs-sync worklist')
    }

    expect((parse((await world.run('worklist --json')).stdout) as { items: unknown[] }).items).toHaveLength(2)
  })

  it('is said at the end of each sync and in status, and leaves the exit code alone', async () => {
    const sync = await world.run('sync --yes')
    const status = await world.run('status --connected')

    expect(sync.code).toBe(0)
    expect(sync.stdout).toContain(
      'To complete or check in Nmbrs by hand: 2 people. See them: nmbrs-sync worklist',
    )
    expect(status.stdout).toContain('in step; by hand in Nmbrs: a new employee')
  })
})

describe('worklist retry', () => {
  it('has a refused address sent once more, which is not called before', async () => {
    const { nmbrs, alexis } = world.sandbox
    const moved = alexis.data.employees[0]
    if (moved?.homeAddress == null) throw new Error('nobody lives anywhere')
    Object.assign(moved.homeAddress, { street: 'Nieuweweg 2' })
    nmbrs.faults.add({
      kind: 'soap-fault',
      service: 'EmployeeService',
      operation: 'Address_Update',
      code: 2012,
    })

    const first = await world.run('sync --yes')
    const calls = writesOf(world.sandbox).length
    const second = await world.run('sync --yes --json')
    const list = await world.run('worklist')

    expect([first.code, second.code]).toEqual([1, 3])
    expect(writesOf(world.sandbox)).toHaveLength(calls)
    expect(parse(second.stdout)).toMatchObject({
      changes: [{ subject: id, section: 'address', outcome: 'held', reason: 'write-refused' }],
    })
    expect(list.stdout).toContain('the wage tax declaration of the period was already sent')

    const retried = await world.run(`worklist retry ${id}`)
    const third = await world.run('sync --yes')

    expect([retried.code, third.code]).toEqual([0, 0])
    expect(retried.stdout).toContain(`Next: nmbrs-sync sync --employee ${id}`)
    expect(writesOf(world.sandbox)).toHaveLength(calls + 1)
  })
})
