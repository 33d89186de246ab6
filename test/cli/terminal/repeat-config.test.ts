import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { withConfig } from '../../../src/cli/terminal/repeat-config.js'
import { openCliWorld, runCommand, type CliWorld } from '../cli-world.js'

describe('a text that proposes commands', () => {
  it.each([
    [
      'Next: nmbrs-sync sync --connection a',
      'a.yaml',
      'Next: nmbrs-sync --config a.yaml sync --connection a',
    ],
    ['then: nmbrs-sync sync', '/o p/a.yaml', "then: nmbrs-sync --config '/o p/a.yaml' sync"],
    ['nmbrs-sync sync', "it's $1 & `x`", "nmbrs-sync --config 'it'\\''s $1 & `x`' sync"],
    [
      'nmbrs-sync sync; or nmbrs-sync access plan',
      'a',
      'nmbrs-sync --config a sync; or nmbrs-sync --config a access plan',
    ],
    ['wrapped: nmbrs-sync\n      sync', 'a', 'wrapped: nmbrs-sync --config a\n      sync'],
    ['nmbrs-sync writes nothing, ./nmbrs-sync sync', 'a', 'nmbrs-sync writes nothing, ./nmbrs-sync sync'],
    ['nmbrs-sync sync --config b', 'a', 'nmbrs-sync sync --config b'],
    ['nmbrs-sync syncs', 'a', 'nmbrs-sync syncs'],
  ])('%j names the configuration %j', (text, file, expected) => {
    expect(withConfig(text, file, ['sync', 'access'])).toBe(expected)
  })
})

describe('a command that was given --config', () => {
  let world: CliWorld
  let file: string
  beforeAll(async () => {
    world = await openCliWorld()
    mkdirSync(join(world.folder, 'of acme'))
    file = join(world.folder, 'of acme', 'nmbrs-sync.yaml')
    renameSync(join(world.folder, 'config', 'nmbrs-sync.yaml'), file)
  })
  afterAll(() => world.close())

  const run = (...argv: readonly string[]) =>
    runCommand([...argv, '--config', file], { cwd: world.folder, env: world.sandbox.env })

  it('repeats it in every command that it proposes, and the proposal runs', async () => {
    const plan = await run('plan')
    const error = await run('explain', '65f100000000000000000000')
    const proposals = [...(plan.stdout + error.stderr).matchAll(/nmbrs-sync (\S+)/g)].map(([, word]) => word)
    const json = await run('plan', '--json')

    expect(plan.stdout).toContain(`Next: nmbrs-sync --config '${file}' sync --connection sandbox`)
    expect(new Set(proposals)).toEqual(new Set(['--config']))
    expect(JSON.parse(json.stdout)).toHaveProperty('findings')
    expect(json.stdout).not.toContain(file)
    const proposed = await runCommand(['--config', file, 'status'], {
      cwd: world.folder,
      env: world.sandbox.env,
    })
    expect(proposed.code).toBe(0)
  })

  it('proposes commands as they are where nothing was given', async () => {
    const env = { ...world.sandbox.env, NMBRS_SYNC_CONFIG: file }
    const plan = await runCommand(['plan'], { cwd: world.folder, env })

    expect(plan.stdout).toContain('Next: nmbrs-sync sync --connection sandbox')
  })
})
