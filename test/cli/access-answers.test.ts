import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { toRunId } from '../../src/domain/ids.js'
import { silentLog } from '../../src/domain/log.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { openCliWorld, type CliWorld } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

let world: CliWorld
let synced: RememberedWorld
let id: string
beforeAll(async () => {
  world = await openCliWorld({ newHire: 1, left: 0 }, 4)
  await world.run('sync --yes')
  id = world.sandbox.story.linkedEqual[0] ?? ''
  synced = rememberWorld(world)
})
beforeEach(() => {
  synced.putBack()
})
afterAll(() => synced.close())

const changeAddress = (address: string): void => {
  const person = world.sandbox.alexis.data.employees.find((one) => one.id === id)
  if (person === undefined) throw new Error('nobody there')
  Object.assign(person, { workEmail: address, privateEmail: address })
}

interface PlanJson {
  portals: { actions: { subject: string; kind: string; because: string[]; holds: string[] }[] }[]
}

const actionOf = async (laterMs = 0) => {
  const { stdout } = await world.run('access plan --json', { laterMs })
  return (JSON.parse(stdout) as PlanJson).portals[0]?.actions.find(({ subject }) => subject === id)
}

/** Somebody has a login, and it waits for a word because the address changed. */
const holdReplacement = async (): Promise<void> => {
  await world.run('access sync')
  await world.run(`access confirm ${id}`)
  changeAddress('another@tulpwerk.example')
  await world.run('access sync')
}

const monthMs = 31 * 24 * 3_600_000

describe('a word while a run goes on', () => {
  it.each([
    ['is not taken back, because it may be going out', 'access withdraw ID', 75],
    ['is not taken back by a refusal', 'access refuse ID --reason abroad', 75],
  ])('%s: %s', async (_what, command, code) => {
    await holdReplacement()
    await world.run(`access confirm ${id} --no-open-requests`)
    const state = await openStateDatabase({
      path: join(world.folder, 'data', 'nmbrs-sync.db'),
      keyFile: join(world.folder, 'data', 'state.key'),
      now: () => Date.UTC(2026, 10, 22, 9),
      ...{ pid: process.pid, host: 'another-host', isProcessAlive, log: silentLog },
    })
    await state.acquireLease('whole-file', toRunId('other'))

    const end = await world.run(command.replace('ID', id))
    const meanwhile = await actionOf()
    await state.close()
    const after = await world.run(command.replace('ID', id))

    expect([end.code, after.code]).toEqual([code, 0])
    expect(end.stderr).toContain('another run is active')
    expect(meanwhile).toMatchObject({ kind: 'replace', holds: [] })
    const then = await actionOf()
    expect(then?.kind === 'none' || then?.holds.includes('open-change-requests')).toBe(true)
  })
})

describe('a word about work that nobody answered', () => {
  it.each([
    ['is done', 'access confirm ID', { because: ['as-wanted'] }],
    ['will not be done', 'access refuse ID --reason abroad', { because: ['refused'] }],
    ['is asked for again', 'access request ID', { kind: 'create' }],
  ])('asks first what became of it, and says how: it %s', async (_what, command, then) => {
    await world.run('access sync')

    const word = await world.run(`access confirm ${id} --no-open-requests`, { laterMs: monthMs })
    const wordless = await world.run(`access confirm ${id} --accept-loss`, { laterMs: monthMs })

    const named = command.replace('ID', id).replace('abroad', 'TEXT')
    expect([word.code, wordless.code]).toEqual([2, 2])
    expect(word.stderr).toContain(`Earlier work about ${id} may have been done`)
    expect(word.stderr).toContain(`nmbrs-sync ${named}`)

    expect((await world.run(command.replace('ID', id), { laterMs: monthMs })).code).toBe(0)
    expect(await actionOf(monthMs)).toMatchObject(then)
  })
})

describe('a second refusal', () => {
  it('takes back that refused work was asked for again', async () => {
    await world.run('access sync')
    await world.run(`access refuse ${id} --reason abroad`)
    await world.run(`access request ${id}`)
    expect(await actionOf()).toMatchObject({ kind: 'create' })

    const end = await world.run(`access refuse ${id} --reason still`)

    expect(end.code).toBe(0)
    expect(await actionOf()).toMatchObject({ kind: 'none', because: ['refused'] })
  })
})
