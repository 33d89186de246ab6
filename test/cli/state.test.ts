import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { toRunId } from '../../src/domain/ids.js'
import { silentLog } from '../../src/domain/log.js'
import { takeDaemonLock } from '../../src/state/daemon/daemon-lock.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { asTester } from '../support/builders.js'
import { makeState, openCliWorld, writesOf, type CliWorld } from './cli-world.js'

let world: CliWorld
beforeEach(async () => {
  world = await openCliWorld()
})
afterEach(() => world.close())

const dayMs = 24 * 3_600_000

interface RunsJson {
  id: string
}

const readRuns = async (): Promise<RunsJson[]> =>
  JSON.parse((await world.run('runs --json --limit 1000')).stdout) as RunsJson[]

/** The audit record without its layout. */
const readAuditText = async (): Promise<string> =>
  (await world.run('audit list')).stdout.replaceAll(/\s+/g, ' ')

describe('state backup and restore', () => {
  it('give back who is connected to whom, so that the next sync has nothing to write', async () => {
    await world.run('sync --yes')
    const backup = await world.run('state backup copy.db')
    const [subject = ''] = world.sandbox.story.cases.contactDiffers
    await world.run(`disconnect ${subject} --yes`)

    const restore = await world.run('state restore copy.db --as Ann')
    const before = writesOf(world.sandbox).length
    const sync = await world.run('sync --yes')

    expect([backup.code, restore.code, sync.code]).toEqual([0, 0, 3])
    expect(backup.stdout).toContain('of no use without the key file data/state.key')
    expect(restore.stdout).toContain('The former file is kept as data/nmbrs-sync.db.before-restore-20261122-')
    expect(restore.stdout).toContain('Next: nmbrs-sync plan')
    expect(writesOf(world.sandbox)).toHaveLength(before)
    const status = await world.run('status --connected')
    expect(status.stdout).toContain(subject)
    expect(await readAuditText()).toMatch(/Ann .*the state file was restored from a backup/)
  })

  it('refuse to overwrite, and a backup that is not there', async () => {
    await world.run(makeState)
    await world.run('state backup copy.db')

    const [again, none] = [await world.run('state backup copy.db'), await world.run('state restore none.db')]

    expect([again.code, none.code]).toEqual([2, 2])
    expect(again.stderr).toContain('is there already')
    expect(none.stderr).toContain('There is no backup')
  })

  it('replace nothing while a daemon is there, also one that waits for its next run', async () => {
    await world.run(makeState)
    await world.run('state backup copy.db')
    const path = join(world.folder, 'data', 'nmbrs-sync.db')
    const before = statSync(path).ino
    const daemon = takeDaemonLock(`${path}.daemon.lock`)

    const refused = await world.run('state restore copy.db')
    const kept = statSync(path).ino
    daemon?.release()
    const restored = await world.run('state restore copy.db')

    expect([refused.code, kept, restored.code]).toEqual([75, before, 0])
    expect(refused.stderr).toMatch(/a\s+daemon\s+works\s+with\s+the\s+state\s+file/)
    expect(refused.stderr.replaceAll(/\s+/g, ' ')).toContain('Stop the daemon, then restore again')
  })

  it('are not kept from it by what a daemon left behind that was killed', async () => {
    await world.run(makeState)
    await world.run('state backup copy.db')
    const path = join(world.folder, 'data', 'nmbrs-sync.db')
    writeFileSync(`${path}.daemon.lock`, '')
    const control = { pid: process.pid, url: 'http://127.0.0.1:1', token: 't', since: '2026-11-22T00:00:00Z' }
    writeFileSync(`${path}.daemon.json`, JSON.stringify(control))

    expect((await world.run('state restore copy.db')).code).toBe(0)
  })

  it('print documents', async () => {
    await world.run(makeState)
    const backup = await world.run('state backup copy.db --json')
    const restore = await world.run('state restore copy.db --json')

    expect(JSON.parse(backup.stdout)).toMatchObject({
      file: join(world.folder, 'copy.db'),
      sizeBytes: statSync(join(world.folder, 'copy.db')).size,
      keyFile: join(world.folder, 'data', 'state.key'),
    })
    const { aside } = JSON.parse(restore.stdout) as { aside: string }
    expect(existsSync(aside)).toBe(true)
  })
})

describe('state info', () => {
  it('tells what the file holds and that it is sound', async () => {
    await world.run('sync --yes')

    const [text, json] = [await world.run('state info'), await world.run('state info --json')]

    expect([text.code, json.code]).toEqual([0, 0])
    expect(text.stdout).toMatch(/active run +none/)
    expect(text.stdout).toMatch(/checked +sound/)
    expect(JSON.parse(json.stdout)).toMatchObject({
      damage: [],
      holder: null,
      auditHead: { number: expect.any(Number) },
    })
  })
})

describe('old runs', () => {
  /** As many as `count` plans leave. */
  const makeRuns = async (count: number): Promise<void> => {
    await world.run('plan')
    const state = await openStateDatabase({
      path: join(world.folder, 'data', 'nmbrs-sync.db'),
      keyFile: join(world.folder, 'data', 'state.key'),
      now: () => Date.UTC(2026, 10, 22, 9),
      ...{ pid: process.pid, host: 'this-host', isProcessAlive, log: silentLog },
    })
    const { runs } = state.store('sandbox', asTester)
    const [first] = await runs.readRuns(1)
    const { mode = 'plan', trigger = 'cli', startedAt = '' } = first ?? {}
    const none = { read: 0, inScope: 0, linked: 0, notConnected: 0, ignored: 0, blocked: 0 }
    const calls = { alexis: 0, nmbrs: { total: 0, byOperation: {} } }
    for (let number = 1; number < count; number += 1) {
      const id = toRunId(`copy-${number}`)
      await runs.startRun({ id, mode, trigger, startedAt, whole: true })
      await runs.finishRun(id, { result: 'ok', finishedAt: startedAt, people: none, calls })
    }
    await state.close()
  }

  it('are removed by order, but not the newest fifty', async () => {
    await makeRuns(52)

    const early = await world.run('state purge --older-than 3', { laterMs: 2 * dayMs })
    const late = await world.run('state purge --older-than 3 --json', { laterMs: 4 * dayMs })

    expect(early.stdout).toContain('sandbox: 0 runs removed')
    expect(JSON.parse(late.stdout)).toEqual({
      formatVersion: 1,
      removed: [{ connection: 'sandbox', runs: 2 }],
    })
    expect(await readRuns()).toHaveLength(50)
  })

  it('are let go by a sync after the days of the configuration', async () => {
    await makeRuns(51)

    await world.run('sync --yes', { laterMs: 399 * dayMs })
    const kept = await readRuns()
    await world.run('sync --yes', { laterMs: 401 * dayMs })

    expect(kept).toHaveLength(52)
    expect(await readRuns()).toHaveLength(52)
    expect(await readAuditText()).toContain('old runs were purged: runs=1')
  })

  it('need a number of days', async () => {
    const ends = [await world.run('state purge'), await world.run('state purge --older-than 0')]

    expect(ends.map(({ code }) => code)).toEqual([2, 2])
  })
})
