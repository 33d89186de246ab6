import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, type CliWorld } from './cli-world.js'

let world: CliWorld

beforeAll(async () => {
  world = await openCliWorld()
})
afterAll(() => world.close())

const subjectOf = (): string => {
  const [id] = world.sandbox.story.cases.bankDiffers
  if (id === undefined) throw new Error('nobody has another bank account')
  return id
}

interface HoldDocument {
  id: string
  subject: string
  section: string
  state: string
  words: { actor: string; reason: string }[]
}

const listed = async (more = ''): Promise<HoldDocument[]> => {
  const { stdout } = await world.run(`holds --json ${more}`)
  return (JSON.parse(stdout) as { holds: HoldDocument[] }).holds
}

const holdOf = async (): Promise<HoldDocument> => {
  const hold = (await listed('--all')).find(
    ({ subject, section }) => subject === subjectOf() && section === 'bankAccount',
  )
  if (hold === undefined) throw new Error('the bank account is not held')
  return hold
}

describe('holds', () => {
  it('lists what a plan noted, by ids, and says what to do', async () => {
    await world.run('plan')

    const { code, stdout } = await world.run('holds')

    const { id, state } = await holdOf()
    expect(code).toBe(0)
    expect(state).toBe('waiting')
    expect(stdout).toContain(subjectOf())
    expect(stdout).toContain(`nmbrs-sync holds release ${id} --reason TEXT`)
  })

  it('lets exactly the released change go, by a person with a name and a reason', async () => {
    await world.run('sync --yes')
    const { id } = await holdOf()

    const released = await world.run(`holds release ${id.toLowerCase()} --reason asked --as fatma`)
    const writes = await world.run(`sync --yes --json --employee ${subjectOf()}`)

    expect(released.code).toBe(0)
    expect(released.stdout).toContain(`Next: nmbrs-sync sync --employee ${subjectOf()}`)
    const { changes } = JSON.parse(writes.stdout) as { changes: object[] }
    expect(changes).toMatchObject([{ section: 'bankAccount', outcome: 'applied' }])
    expect(await holdOf()).toMatchObject({ state: 'used', words: [{ actor: 'fatma', reason: 'asked' }] })
    const { stdout } = await world.run('audit list --limit 100 --json')
    for (const kind of ['hold-opened', 'hold-released', 'hold-used']) expect(stdout).toContain(`"${kind}"`)
  })

  it.each([
    ['holds release ZZZZZZ --reason asked', 'There is no hold ZZZZZZ'],
    ['holds release ZZZZZZ', 'Say why: nmbrs-sync holds release ZZZZZZ --reason TEXT'],
    ['holds reject ZZZZZZ', 'Say why: nmbrs-sync holds reject ZZZZZZ --reason TEXT'],
  ])('is a usage error: %s', async (command, message) => {
    const { code, stderr } = await world.run(command)

    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('is a usage error to say a word about one that is over', async () => {
    const { id } = await holdOf()

    const { code, stderr } = await world.run(`holds reject ${id} --reason late`)

    expect(code).toBe(2)
    expect(stderr).toContain('its change was sent')
  })
})
