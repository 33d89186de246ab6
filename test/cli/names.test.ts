import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, type CliWorld, type CommandOptions } from './cli-world.js'

let world: CliWorld
let runId: string
/** Someone of whom a change is held. */
let held: { id: string; name: string }

beforeAll(async () => {
  world = await openCliWorld()
  const { stdout } = await world.run('sync --yes --json')
  const { run, changes } = JSON.parse(stdout) as {
    run: { id: string }
    changes: { subject: string; outcome: string }[]
  }
  runId = run.id
  const id = changes.find(({ outcome }) => outcome === 'held')?.subject ?? ''
  const person = world.sandbox.alexis.data.employees.find((one) => one.id === id)
  held = { id, name: `${person?.firstName ?? ''} ${person?.lastName ?? ''}` }
})
afterAll(() => world.close())

const lists = (): string[] => ['holds', `runs show ${runId}`, 'audit list', 'plan', 'status --all']
const printed = async (line: string, options: CommandOptions = {}): Promise<string> => {
  const end = await world.run(line, options)
  return end.stdout.replaceAll(/\s+/g, ' ')
}

describe('names of people', () => {
  it.each<[when: string, options: string, commandOptions: CommandOptions, areShown: boolean]>([
    ['on a terminal', '', { isTerminal: true }, true],
    ['in a pipe', '', {}, false],
    ['in a pipe with --names', ' --names', {}, true],
    ['with another configuration file', ' --names --config config/nmbrs-sync.yaml', {}, true],
    ['in a pager', '', { env: { NMBRS_SYNC_NAMES: 'always' } }, true],
    ['on a terminal with --no-names', ' --no-names', { isTerminal: true }, false],
    [
      'on a terminal that never shows them',
      '',
      { isTerminal: true, env: { NMBRS_SYNC_NAMES: 'never' } },
      false,
    ],
    ['in a document', ' --json', { isTerminal: true }, false],
    ['in a document with --names', ' --json --names', {}, true],
    ['in a document of someone who uses a pager', ' --json', { env: { NMBRS_SYNC_NAMES: 'always' } }, false],
  ])('%s', async (_when, options, commandOptions, areShown) => {
    for (const line of lists()) {
      const text = await printed(`${line}${options}`, commandOptions)

      expect([line, text.includes(held.name)]).toEqual([line, areShown])
      expect([line, text.includes(held.id)]).toEqual([line, true])
    }
  })

  it('are not asked for where they are not shown', async () => {
    const before = world.sandbox.alexis.requests.length

    for (const line of ['holds', `runs show ${runId}`, 'audit list']) await world.run(line)

    expect(world.sandbox.alexis.requests).toHaveLength(before)
  })

  it('are left out with a remark when AlexisHR does not give them', async () => {
    const { code, stdout, stderr } = await world.run('holds --names', {
      env: { ALEXIS_TOKEN: 'another-token-that-is-not-right' },
    })

    expect(stderr).toContain('Names are left out')
    expect(stdout).toContain(held.id)
    expect(code).toBe(0)
  })

  it('refuse a variable that says neither', async () => {
    const { code, stderr } = await world.run('holds', { env: { NMBRS_SYNC_NAMES: 'often' } })

    expect(stderr).toContain('NMBRS_SYNC_NAMES must be always, never or auto, and is often')
    expect(code).toBe(2)
  })
})
