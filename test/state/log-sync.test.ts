import { statSync } from 'node:fs'
import { open as openFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import Database from 'better-sqlite3'
import { takeOverSync } from '../../src/state/sqlite/file/log-sync.js'
import { aFolder } from './temp-state.js'

const open = (path: string): Database.Database => {
  const sqlite = new Database(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  return sqlite
}

const normal = 1

/** Counts what is asked of the disk; every open file shares the method. */
const watchDatasync = async (path: string) => {
  const file = await openFile(path)
  await file.close()
  return jest.spyOn(Object.getPrototypeOf(file) as FileHandle, 'datasync')
}

describe('the waiting for the disk', () => {
  it('is taken from SQLite, and done for the log that holds the commits', async () => {
    const path = join(aFolder(), 'state.db')
    const sqlite = open(path)
    const disk = takeOverSync(sqlite)
    const datasync = await watchDatasync(path)

    sqlite.exec('CREATE TABLE word (text TEXT) STRICT')
    await disk.sync()
    sqlite.exec("INSERT INTO word VALUES ('a')")
    await disk.sync()

    expect(datasync).toHaveBeenCalledTimes(2)
    datasync.mockRestore()
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(normal)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    await disk.close()
    sqlite.close()
  })

  it('fails when the log cannot be reached', async () => {
    const sqlite = new Database(join(aFolder(), 'state.db'))

    await expect(takeOverSync(sqlite).sync()).rejects.toMatchObject({ code: 'ENOENT' })
    sqlite.close()
  })

  it('leaves the locks of the state file alone, so that another program still finds it locked', async () => {
    const path = join(aFolder(), 'state.db')
    const sqlite = open(path)
    const disk = takeOverSync(sqlite)
    sqlite.exec('CREATE TABLE word (text TEXT) STRICT')
    await disk.sync()
    const other = new Database(path, { timeout: 1 })

    sqlite.exec('BEGIN IMMEDIATE')
    await disk.close()

    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('database is locked')
    sqlite.exec('COMMIT')
    other.close()
    sqlite.close()
  })
})
