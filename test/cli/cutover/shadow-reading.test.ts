import { describe, expect, it } from '@jest/globals'

import { openCutoverWorld, type CutoverWorld } from './cutover-world.js'

interface Shadow {
  since: string | null
  days: number
  people: number
  differences: { subject: string; section: string; field: string }[]
  notCompared: number
  problem: string | null
}

const later = (days: number): { laterMs: number } => ({ laterMs: days * 24 * 3_600_000 })

const readShadow = async (world: CutoverWorld): Promise<Shadow | undefined> => {
  const { stdout } = await world.run('cutover status --json')
  return (JSON.parse(stdout) as { shadow?: Shadow }).shadow
}

const readAlong = (world: CutoverWorld): void => {
  world.configure((connection) => {
    connection.nmbrs.shadow = 'rest'
  })
}

const openShadowWorld = async (count = 5): Promise<CutoverWorld> => {
  const world = await openCutoverWorld({ mix: 'all-linked', count })
  await world.sync()
  await world.prepare()
  readAlong(world)
  return world
}

describe('a sync over SOAP that reads along over REST', () => {
  it('makes the SOAP calls that it makes without, writes over SOAP alone, and counts the days without a difference', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 5 })
    await world.sync()
    await world.prepare()
    const without = await world.sync()
    const never = await readShadow(world)
    readAlong(world)
    const wanted = await readShadow(world)
    const first = await world.sync()
    const seen = await readShadow(world)
    await world.sync('', later(0.01))
    const sameDay = await readShadow(world)
    await world.sync('', later(1))
    const [person] = world.sandbox.alexis.data.employees
    Object.assign(person!, { privateEmail: 'nieuw@privepost.example' })
    const edited = await world.sync('', later(4))
    const afterEdit = await readShadow(world)
    const text = await world.run('cutover status')

    expect(never).toBeUndefined()
    expect(wanted).toMatchObject({ since: null, days: 0, problem: null })
    expect(first.document.calls).toEqual(without.document.calls)
    expect(first).toMatchObject({ code: 0, writes: [] })
    expect(seen).toMatchObject({ days: 1, people: 5, differences: [], notCompared: 0, problem: null })
    expect(sameDay).toMatchObject({ days: 1, since: seen?.since })
    expect(edited.document.changes).toMatchObject([{ outcome: 'applied' }])
    expect(edited.writes.map((name) => name.includes('_'))).toEqual([true])
    // Days on which nobody read are no days without a difference.
    expect(afterEdit).toMatchObject({ days: 3, differences: [], since: seen?.since })
    expect(text.stdout).toContain('3 days without a difference')
  })

  it('names what a sync over REST would not do, and begins to count again', async () => {
    const world = await openShadowWorld()
    await world.sync()
    world.nmbrs.switches.salaryUpdateBeforePeriod = 'allow'
    const [raised] = world.sandbox.alexis.data.compensations
    // Over REST a salary cannot be changed from a day on which one starts.
    Object.assign(raised!, { amount: raised!.amount + 10 })
    const end = await world.sync('--allow-past-periods', later(1))
    const differing = await readShadow(world)
    const text = await world.run('cutover status')
    await world.sync('', later(2))
    const again = await readShadow(world)

    expect(end.code).toBe(0)
    expect(end.document.changes).toMatchObject([{ section: 'salary', outcome: 'applied' }])
    expect(differing).toMatchObject({
      days: 0,
      differences: [{ subject: raised!.employeeId, section: 'salary', field: 'Value' }],
    })
    expect(text.stdout).toContain(`${raised!.employeeId}: salary.Value`)
    expect(again).toMatchObject({ days: 1, differences: [] })
  })

  it('says of how many it could not be compared, until their ids are found', async () => {
    const world = await openCutoverWorld({ mix: 'all-linked', count: 5 })
    readAlong(world)
    const early = await world.sync()
    const before = await readShadow(world)
    world.nmbrs.switches.restPersonalInfoOmits = 1
    await world.prepare()
    const first = await world.sync()
    const some = await readShadow(world)
    world.nmbrs.switches.restPersonalInfoOmits = 0
    await world.prepare()
    await world.sync()

    expect([early.code, first.code]).toEqual([0, 0])
    expect(before).toMatchObject({ days: 0, problem: 'not-prepared' })
    expect(some).toMatchObject({ people: 4, notCompared: 1, differences: [] })
    expect(await readShadow(world)).toMatchObject({ people: 5, notCompared: 0, problem: null })
  })

  it.each([
    [
      'REST answers nobody',
      (world: CutoverWorld): Promise<void> => {
        world.nmbrs.faults.add({ service: 'RestApi', kind: 'status', status: 403, times: 1000 })
        return Promise.resolve()
      },
    ],
    [
      'the consent is gone',
      async (world: CutoverWorld): Promise<void> => {
        await world.run('auth logout')
      },
    ],
  ])('does the same when %s, and says why it did not read', async (_what, breakIt) => {
    const world = await openShadowWorld()
    await world.sync()
    await breakIt(world)
    const [person] = world.sandbox.alexis.data.employees
    Object.assign(person!, { privateEmail: 'nieuw@privepost.example' })
    const end = await world.sync('', later(1))
    const shadow = await readShadow(world)
    const status = await world.run('cutover status')

    expect(end.code).toBe(0)
    expect(end.document.changes).toMatchObject([{ outcome: 'applied' }])
    expect(shadow).toMatchObject({ days: 1, people: 5 })
    expect(shadow?.problem).not.toBeNull()
    expect(status.stdout).toContain('could not read along')
  })
})
