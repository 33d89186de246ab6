import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { Log } from '../../src/domain/log.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { aFolder, stateOptions } from './temp-state.js'
import { asTester } from '../support/builders.js'

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

const aDatabase = (path: string, sql: string): void => {
  const sqlite = new Database(path)
  sqlite.exec(sql)
  sqlite.close()
}

const listening = () => {
  const said: string[] = []
  const note = (message: string): void => {
    said.push(message)
  }
  const log: Log = { error: note, warn: note, info: () => undefined, debug: () => undefined }
  return { said, log }
}

/** Opens the state with the mask that lets most through, as a careless service does. */
const withOpenState = async (
  folder: string,
  log: Log,
  look: (state: Awaited<ReturnType<typeof openStateDatabase>>) => Promise<void>,
): Promise<void> => {
  const mask = process.umask(0)
  try {
    const state = await openStateDatabase(stateOptions(folder, { log }))
    await state.store('acme', asTester).record.noteAllowed(['past-periods'])
    await look(state)
    await state.close()
  } finally {
    process.umask(mask)
  }
}

describe('the files of the state', () => {
  it('are for their owner only, those beside the database and a backup included', async () => {
    const folder = aFolder()
    const { said, log } = listening()

    await withOpenState(folder, log, async (state) => {
      await state.backup(join(folder, 'backup.db'))
      const files = readdirSync(folder)
      expect(files).toEqual(
        expect.arrayContaining(['state.db', 'state.db-wal', 'state.db-shm', 'state.key', 'backup.db']),
      )
      for (const name of files) expect(`${name} ${modeOf(join(folder, name))}`).toBe(`${name} 600`)
    })
    expect(said).toEqual([])
  })

  it.each([
    [
      'of text',
      (path: string) => {
        writeFileSync(path, 'a diary\n')
      },
    ],
    [
      'of tables',
      (path: string) => {
        aDatabase(path, 'CREATE TABLE note (text TEXT)')
      },
    ],
    [
      'of a ledger',
      (path: string) => {
        aDatabase(path, 'CREATE TABLE ledger (number INTEGER, amount TEXT)')
      },
    ],
  ])('leave a file of another program as it was: %s', async (_, make) => {
    const folder = aFolder()
    const path = join(folder, 'state.db')
    make(path)
    chmodSync(path, 0o644)
    const before = readFileSync(path)
    const { said, log } = listening()

    const opening = openStateDatabase(stateOptions(folder, { log }))

    await expect(opening).rejects.toMatchObject({ code: 'state-unusable' })
    expect(said).toEqual([])
    expect(modeOf(path)).toBe('644')
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['state.db'])
  })

  it.each([
    ['state.db', 0o666, 'the state file could be written by others; only its owner can now'],
    ['state.db', 0o644, 'the state file could be read by others; only its owner can now'],
    ['state.key', 0o620, 'the key file could be written by others; only its owner can now'],
    ['state.key', 0o644, 'the key file could be read by others; only its owner can now'],
  ])('are narrowed with a word: %s with %o', async (name, mode, word) => {
    const folder = aFolder()
    await withOpenState(folder, listening().log, () => Promise.resolve())
    chmodSync(join(folder, name), mode)
    const { said, log } = listening()

    await withOpenState(folder, log, () => {
      for (const end of ['', '-wal', '-shm'])
        if (existsSync(join(folder, `${name}${end}`)))
          expect(modeOf(join(folder, `${name}${end}`))).toBe('600')
      return Promise.resolve()
    })

    expect(said).toEqual([word])
  })

  it.each(['state.db', 'state.key'])(
    'are plain files: a folder named as %s keeps its rights',
    async (name) => {
      const folder = aFolder()
      mkdirSync(join(folder, name))
      chmodSync(join(folder, name), 0o1777)
      const { said, log } = listening()

      await expect(withOpenState(folder, log, () => Promise.resolve())).rejects.toThrow()

      expect(modeOf(join(folder, name))).toBe('777')
      expect(said).toEqual([])
    },
  )
})
