import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import Database from 'better-sqlite3'
import { describe, expect, it } from '@jest/globals'

import type { RunDocument } from '../../src/domain/run/run.js'
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli, type CliEnd } from './child-cli.js'
import { expectRightValues } from './expect-right-values.js'

const sync = ['sync', '--yes', '--json']
const isWriting = (operation: string): boolean => /_(?:Insert|Update|Delete)/.test(operation)

interface PausedWorld {
  sandbox: Sandbox
  cli: Cli
  /**
   * Starts a sync in a process of its own and stops it when write number `nth` has come in; the call itself
   * goes on.
   */
  startAndPause: (nth: number) => Promise<{ paused: ChildProcess; end: Promise<CliEnd> }>
  /** Writes that have come in so far. */
  writes: () => number
}

const withPausedWorld = async (
  people: number,
  test: (world: PausedWorld) => Promise<void>,
): Promise<void> => {
  let writes = 0
  let onWrite: (nth: number) => void = () => undefined
  const sandbox = await startSandbox({
    people,
    seed: 23,
    today: realToday(),
    mix: 'all-new',
    onCall: ({ operation, phase }) => {
      if (phase !== 'received' || !isWriting(operation)) return
      writes += 1
      onWrite(writes)
    },
  })
  const cli = openCli(sandbox)
  const children: ChildProcess[] = []
  const startAndPause: PausedWorld['startAndPause'] = (nth) =>
    new Promise((resolve) => {
      const end = cli.run(sync, { onStart: (child) => children.push(child) })
      onWrite = (now) => {
        const [paused] = children
        if (now !== nth || paused === undefined) return
        paused.kill('SIGSTOP')
        resolve({ paused, end })
      }
    })
  try {
    await test({ sandbox, cli, startAndPause, writes: () => writes })
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await sandbox.close()
    cli.remove()
  }
}

/** Lets a paused process go on until it is not within a transaction, in which nobody else could write. */
const leaveTransaction = async (paused: ChildProcess, sqlite: Database.Database): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      sqlite.exec('BEGIN IMMEDIATE; ROLLBACK')
      return
    } catch {
      paused.kill('SIGCONT')
      await untilWaiting(paused)
      paused.kill('SIGSTOP')
    }
  }
}

/**
 * Until a process waits for something, such as the answer of the fakes here, which give none before this one
 * goes on: stopped between its look at the lease and the bytes of a write it would send them when it wakes,
 * and nobody could tell it better.
 */
const untilWaiting = async ({ pid }: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    await setTimeout(2)
    if (!existsSync(`/proc/${pid}/stat`)) return
    const [, state = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    if (state.startsWith('S')) return
  }
}

/** What a minute and more without a renewal leaves behind, without the minute. */
const age = async (cli: Cli, paused: ChildProcess, differs: { host?: string } = {}): Promise<void> => {
  const sqlite = new Database(join(cli.folder, 'data/nmbrs-sync.db'), { timeout: 200 })
  await leaveTransaction(paused, sqlite)
  sqlite.exec(`UPDATE lease SET expires_at = 0, expires_tick = 0`)
  if (differs.host !== undefined) sqlite.prepare('UPDATE lease SET host = ?').run(differs.host)
  sqlite.close()
}

describe('a sync that is paused while it writes', () => {
  it('keeps its place on its machine, however long: a second one is refused, and the first goes on and finishes', async () => {
    await withPausedWorld(4, async ({ sandbox, cli, startAndPause, writes }) => {
      const { paused, end } = await startAndPause(3)
      await age(cli, paused)

      const second = await cli.run(sync)
      // What the first had sent before it stopped has arrived by now.
      const before = writes()
      const again = await cli.run(sync)
      const written = writes() - before
      paused.kill('SIGCONT')
      const first = await end

      expect(second.code).toBe(75)
      expect(JSON.parse(second.stdout)).toMatchObject({ error: { code: 'lease-held', exitCode: 75 } })
      expect(second.stderr).toContain(`process ${paused.pid} on `)
      expect(again.code).toBe(75)
      expect(second.stderr).toContain(`kill -CONT ${paused.pid}`)
      expect(written).toBe(0)
      expect(first).toMatchObject({ code: 0, signal: null })
      expectRightValues(sandbox)
    })
  })

  it.each([1, 2, 4, 7])(
    'where nobody sees it: at write %d another run takes over, and the first sends nothing when it wakes',
    async (nth) => {
      await withPausedWorld(4, async ({ sandbox, cli, startAndPause, writes }) => {
        const { paused, end } = await startAndPause(nth)
        await age(cli, paused, { host: 'another-container' })

        const second = await cli.run(sync)
        const before = writes()
        paused.kill('SIGCONT')
        const first = await end
        const written = writes() - before
        const third = await cli.run(sync)

        expect(second.code).toBe(0)
        expect(first).toMatchObject({
          code: 75,
          signal: null,
          stderr: expect.stringContaining('another run'),
        })
        expect(written).toBe(0)
        expect(third.code).toBe(0)
        expect((JSON.parse(third.stdout) as RunDocument).changes).toEqual([])
        expectRightValues(sandbox)
      })
    },
  )
})
