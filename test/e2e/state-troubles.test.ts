import { chmodSync, copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli, type CliEnd } from './child-cli.js'
import { expectRightValues } from './expect-right-values.js'

const people = 5

let sandbox: Sandbox
let cli: Cli
let file: string
beforeEach(async () => {
  sandbox = await startSandbox({ people, seed: 11, today: realToday(), mix: 'all-new' })
  cli = openCli(sandbox)
  file = join(cli.folder, 'data', 'nmbrs-sync.db')
})
afterEach(async () => {
  cli.remove()
  await sandbox.close()
})

const sync = ['sync', '--yes', '--log-level', 'error']

const writeCalls = (): string[] =>
  sandbox.nmbrs.calls.records
    .map(({ operation }) => operation)
    .filter((operation) => /Insert|Update|Delete/.test(operation))

/** A clear word, a next step, no trace of the program's inside, and nobody was called. */
const expectRefusal = ({ code, stderr }: CliEnd, words: string): void => {
  expect(stderr).toContain(words)
  expect(stderr).toContain('Next: ')
  expect(stderr).not.toMatch(/bug in nmbrs-sync|\n {4}at /)
  expect(code).toBe(1)
  expect(sandbox.alexis.requests).toEqual([])
  expect(sandbox.nmbrs.calls.records).toEqual([])
}

describe('a sync calls nobody', () => {
  it('while another program has the state file locked', async () => {
    await cli.makeState()
    const other = new Database(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')

    const end = await cli.run(sync)
    other.close()

    expectRefusal(end, 'locked by another program')
  })

  it('when there is no room for the state file', async () => {
    expectRefusal(await cli.run(sync, { fileLimitKb: 8 }), 'the state file')
  })

  it('when there is no room for a single row more', async () => {
    await cli.makeState()

    // The log of the state file begins empty; it has to grow with the first row.
    const end = await cli.run(sync, { fileLimitKb: 1 })

    expectRefusal(end, 'the state file')
  })

  const nobody = 65_534

  it.each(['the file', 'the folder'])('when %s may only be read', async (what) => {
    await cli.makeState()
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    const data = join(cli.folder, 'data')
    for (const path of [cli.folder, data]) chmodSync(path, 0o755)
    chmodSync(join(data, 'state.key'), 0o644)
    if (what === 'the folder') {
      chmodSync(file, 0o666)
      chmodSync(data, 0o555)
    } else {
      chmodSync(file, 0o444)
      chmodSync(data, 0o777)
    }

    // The superuser may write anything, so the command runs as somebody who may not.
    const end = await cli.run(sync, process.getuid?.() === 0 ? { uid: nobody } : {})
    chmodSync(data, 0o755)

    expectRefusal(end, 'cannot be opened for writing')
  })

  it('when the file is no database, damaged, of a newer program, or a folder', async () => {
    await cli.makeState()
    const sound = join(cli.folder, 'sound.db')
    copyFileSync(file, sound)
    const damages: [string, () => void][] = [
      [
        'is not a database',
        () => {
          writeFileSync(file, 'name;date\n'.repeat(500))
        },
      ],
      [
        'database too new',
        () => {
          const newer = new Database(file)
          newer.exec(`INSERT INTO ledger VALUES (99, 'later', 'x', '2030-01-01T00:00:00.000Z')`)
          newer.close()
        },
      ],
      [
        'is a folder',
        () => {
          rmSync(file)
          mkdirSync(file)
        },
      ],
    ]

    for (const [words, damage] of damages) {
      rmSync(file, { recursive: true, force: true })
      copyFileSync(sound, file)
      damage()
      expectRefusal(await cli.runHere(sync), words)
    }
  })
})

describe('the disk is full in the middle of a first export', () => {
  it.each([96, 160, 320])(
    'at %i kB of log: no call goes out that is not on record, and the next run leaves everybody right',
    async (roomKb) => {
      await cli.makeState()
      const fileLimitKb = Math.max(roomKb, Math.ceil(statSync(file).size / 1024))

      const full = await cli.run(sync, { fileLimitKb })
      const called = writeCalls()
      const state = new Database(file)
      const begun = state.prepare('SELECT count(*) FROM intent').pluck().get()
      const recorded = state.prepare(`SELECT count(*) FROM audit WHERE kind = 'write-begun'`).pluck().get()
      state.close()
      const next = await cli.runHere(['sync', '--yes', '--json'])

      expect(full.code).toBe(1)
      expect(full.stderr).toContain('the state file')
      expect(full.stderr).toContain('Next: ')
      expect(full.stderr).not.toContain('bug in nmbrs-sync')
      // A write is one call here, but for a bank account, which nobody has yet.
      expect(called.length).toBeLessThanOrEqual(Number(begun))
      if (roomKb === 320) expect(called.length).toBeGreaterThan(0)
      expect(recorded).toBe(begun)
      expect(next.code).toBe(0)
      expectRightValues(sandbox)
      expect((await cli.runHere(['audit', 'verify'])).code).toBe(0)
    },
  )
})
