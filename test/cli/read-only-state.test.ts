import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli, type CliEnd } from '../e2e/child-cli.js'
import { openCliWorld, type CliWorld } from './cli-world.js'

describe('where there is no state file', () => {
  let world: CliWorld
  beforeAll(async () => {
    world = await openCliWorld('all-linked', 3)
  })
  afterAll(() => world.close())

  it.each([
    'holds',
    'runs',
    'audit list',
    'audit verify',
    'state info',
    'probe --state',
    'state backup b.db',
  ])('%s says so instead of telling that nothing waits, and makes none', async (commandLine) => {
    const { code, stdout, stderr } = await world.run(commandLine)

    expect(code).not.toBe(0)
    expect(stdout + stderr).toContain('There is no state file at ')
    expect(existsSync(join(world.folder, 'data'))).toBe(false)
  })

  it.each(['status', 'explain 65f101000000010000000001', 'drift', 'worklist', 'doctor', 'access status'])(
    '%s reads both sides, and makes none',
    async (commandLine) => {
      const { stderr } = await world.run(commandLine)

      expect(stderr).not.toContain('state file was made')
      expect(existsSync(join(world.folder, 'data'))).toBe(false)
    },
  )

  it('runs says so of a file that holds nothing yet, and leaves it as it is', async () => {
    const data = join(world.folder, 'data')
    mkdirSync(data)
    writeFileSync(join(data, 'nmbrs-sync.db'), '', { mode: 0o644 })

    const { code, stderr } = await world.run('runs')

    expect({ code, names: readdirSync(data) }).toEqual({ code: 1, names: ['nmbrs-sync.db'] })
    expect(stderr).toContain('There is no state file at ')
    expect(statSync(join(data, 'nmbrs-sync.db')).size).toBe(0)
    rmSync(data, { recursive: true })
  })

  it('plan makes it, and says so', async () => {
    const { stderr } = await world.run('plan --log-level warn')

    expect(stderr).toContain('a new state file was made')
    expect(existsSync(join(world.folder, 'data'))).toBe(true)
  })
})

/** Only a superuser can become somebody else. */
const isRoot = process.getuid?.() === 0
const nobody = 65_534

describe('an account that may read the state and not write it', () => {
  const commands = [
    'holds',
    'runs',
    'audit list',
    'audit verify',
    'state info',
    'status',
    'explain',
    'worklist',
    'drift',
  ]
  const toArgs = (words: string): string[] =>
    words === 'explain' ? ['explain', sandbox.alexis.data.employees[0]?.id ?? ''] : words.split(' ')

  let sandbox: Sandbox
  let cli: Cli
  const asOwner = new Map<string, CliEnd>()
  beforeAll(async () => {
    sandbox = await startSandbox({ people: 3, seed: 5, today: realToday(), mix: 'all-linked' })
    cli = openCli(sandbox)
    await cli.run(['sync', '--yes'])
    for (const words of commands) asOwner.set(words, await cli.run(toArgs(words)))
    // Whenever its owner opens the state, its rights are narrowed again.
    const open = (path: string): void => {
      chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644)
      if (statSync(path).isDirectory()) for (const name of readdirSync(path)) open(join(path, name))
    }
    open(cli.folder)
  })
  afterAll(async () => {
    cli.remove()
    await sandbox.close()
  })

  const everyone = isRoot ? it : it.skip

  everyone.each(commands)('runs %s', async (words) => {
    const before = readdirSync(join(cli.folder, 'data'))

    const { code, stdout, stderr } = await cli.run(toArgs(words), { uid: nobody })

    expect(stderr).not.toContain('cannot be')
    expect(code).toBe(asOwner.get(words)?.code)
    expect(stdout).toBe(asOwner.get(words)?.stdout)
    expect(readdirSync(join(cli.folder, 'data'))).toEqual(before)
  })

  everyone('is refused what writes there', async () => {
    const { code, stderr } = await cli.run(['sync', '--yes'], { uid: nobody })

    expect(code).toBe(1)
    expect(stderr).toContain('cannot be opened for writing')
  })
})
