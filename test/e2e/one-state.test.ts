import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli } from './child-cli.js'

let sandbox: Sandbox
let cli: Cli
let file: string
let elsewhere: string
let state: string

beforeEach(async () => {
  sandbox = await startSandbox({ people: 3, seed: 5, today: realToday(), mix: { newHire: 1 } })
  cli = openCli(sandbox)
  file = join(cli.folder, 'config/nmbrs-sync.yaml')
  state = join(cli.folder, 'data/nmbrs-sync.db')
  elsewhere = join(cli.folder, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(join(cli.folder, 'data'), './data'))
})

afterEach(async () => {
  cli.remove()
  await sandbox.close()
})

const creations = (): number =>
  sandbox.nmbrs.calls.records.filter(({ operation }) => operation === 'Employee_Insert').length

const fromElsewhere = (...args: string[]) => cli.run([...args, '--config', file], { cwd: elsewhere })

describe('a run from another folder', () => {
  it('goes on with the same state, and creates nobody again', async () => {
    const first = await cli.run(['sync', '--yes', '--json'])
    const second = await fromElsewhere('sync', '--yes', '--json')
    const info = await fromElsewhere('state', 'info', '--json')

    expect([first.code, second.code]).toEqual([0, 0])
    expect(creations()).toBe(1)
    expect((JSON.parse(info.stdout) as { path: string }).path).toBe(state)
    expect(second.stderr).not.toContain('new state file')
  })

  it('keeps what was ignored', async () => {
    const [person = ''] = sandbox.story.cases.newHire
    await cli.run(['ignore', person, '--reason', 'paid elsewhere'])

    const end = await fromElsewhere('sync', '--yes')

    expect(end.code).toBe(0)
    expect(creations()).toBe(0)
  })

  it('stops when that folder has a state of before, and touches no remote', async () => {
    await cli.run(['sync', '--yes'])
    renameSync(join(cli.folder, 'data'), join(elsewhere, 'data'))
    const calls = sandbox.nmbrs.calls.records.length

    const end = await fromElsewhere('sync', '--yes')

    expect(end.code).toBe(2)
    expect(end.stderr).toContain(state)
    expect(end.stderr).toContain(join(elsewhere, 'data/nmbrs-sync.db'))
    expect(sandbox.nmbrs.calls.records).toHaveLength(calls)
  })
})

describe('a run that made a new state file', () => {
  it('says so before anything else, with its place', async () => {
    const [first, second] = [await cli.run(['plan']), await cli.run(['plan'])]

    const [line = ''] = first.stderr.split('\n')
    expect(line).toContain('a new state file was made')
    expect(line).toContain(state)
    expect(second.stderr).not.toContain('a new state file was made')
  })
})
