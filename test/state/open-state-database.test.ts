import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { AbortError } from '../../src/domain/errors.js'
import { silentLog } from '../../src/domain/log.js'
import { toSourceEmployeeId, toTargetCompanyId } from '../../src/domain/ids.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'
import { openFile } from '../../src/state/sqlite/file/open-file.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { aFolder, aLog, openState, stateOptions } from './temp-state.js'
import { asTester } from '../support/builders.js'

const ann = toSourceEmployeeId('65f1c0ffee00000000000001')
const company = toTargetCompanyId('1234')

const baselineOf = (digest: string) => ({
  subject: ann,
  companyId: company,
  section: 'address' as const,
  baseline: { fields: { City: { sent: digest, seen: digest } } },
})

/** A closed state file that holds digests. */
const aUsedFolder = async (people = 1): Promise<string> => {
  const folder = aFolder()
  const state = await openStateDatabase(stateOptions(folder))
  const store = state.store('acme', asTester)
  await store.baselines.writeBaselines(
    Array.from({ length: people }, (_, index) => ({
      ...baselineOf(store.digest(ann, 'City', 'x')),
      subject: toSourceEmployeeId(`person-${index}`),
    })),
  )
  await state.close()
  return folder
}

const openingError = async (folder: string, overrides = {}): Promise<AbortError> => {
  try {
    const state = await openStateDatabase(stateOptions(folder, overrides))
    await state.close()
  } catch (error) {
    if (error instanceof AbortError) return error
    throw error
  }
  throw new Error('it opened')
}

const expectUnusable = (error: AbortError, words: string): void => {
  expect(error.code).toBe('state-unusable')
  expect(error.message).toContain(words)
  expect(error.remedy).not.toBe('')
}

describe('openStateDatabase', () => {
  it('makes the folder, the file and the key on the first run, for the owner only', async () => {
    const folder = join(aFolder(), 'data', 'deeper')

    await openState(folder)

    expect(statSync(join(folder, 'state.db')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'state.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'state.key')).size).toBe(32)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('gives the same digests after it was closed and opened', async () => {
    const folder = aFolder()
    const first = await openStateDatabase(stateOptions(folder))
    const before = first.store('acme', asTester).digest(ann, 'City', 'Utrecht')
    await first.close()

    const second = await openState(folder)

    expect(second.store('acme', asTester).digest(ann, 'City', 'Utrecht')).toBe(before)
  })

  it('waits for the disk at each commit, and checks references', () => {
    const sqlite = openFile(join(aFolder(), 'state.db'), silentLog)

    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
      sqlite.pragma(name, { simple: true }),
    )
    sqlite.close()

    const full = 2
    expect(settings).toEqual(['wal', full, 1])
  })

  it('tells what the file is like', async () => {
    const folder = await aUsedFolder(3)
    const state = await openState(folder)

    const info = await state.info()

    expect(info).toEqual({
      path: join(folder, 'state.db'),
      keyFile: join(folder, 'state.key'),
      schemaVersion: allMigrations.length,
      sizeBytes: expect.any(Number),
      rows: {
        link: 0,
        baseline: 3,
        bank_look: 0,
        run: 0,
        intent: 0,
        outcome: 0,
        finding: 0,
        audit: 0,
        access_login: 0,
        access_order: 0,
      },
      forgotten: 0,
      damage: [],
      holder: null,
      holders: [],
    })
    expect(info.sizeBytes).toBeGreaterThan(4096)
  })
})

describe('openStateDatabase, when the file cannot be used', () => {
  it('says that the path is a folder', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'state.db'))

    expectUnusable(await openingError(folder), 'is a folder')
  })

  it('says that a file stands where the folder should be', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'data'), '')

    expectUnusable(await openingError(join(folder, 'data')), 'has a file where its folder should be')
  })

  it('says that the file is no database, and leaves it as it is', async () => {
    const folder = aFolder()
    const text = 'name;date\n'.repeat(500)
    writeFileSync(join(folder, 'state.db'), text)

    expectUnusable(await openingError(folder), 'is not a database')
    expect(readFileSync(join(folder, 'state.db'), 'utf8')).toBe(text)
  })

  it('says that the file is damaged', async () => {
    const folder = await aUsedFolder()
    const bytes = readFileSync(join(folder, 'state.db'))
    bytes.fill(0xff, 100, 4096)
    writeFileSync(join(folder, 'state.db'), bytes)

    expectUnusable(await openingError(folder), 'is damaged')
  })

  it('finds damage in rows that no run has read yet', async () => {
    const folder = await aUsedFolder(2000)
    const bytes = readFileSync(join(folder, 'state.db'))
    bytes.fill(0xff, bytes.length - 8 * 4096)
    writeFileSync(join(folder, 'state.db'), bytes)
    const state = await openState(folder)

    const { damage, rows } = await state.info()

    expect(damage.length).toBeGreaterThan(0)
    expect(rows).toEqual({})
  })

  it('says that the file is of a newer program', async () => {
    const folder = await aUsedFolder()
    const newer = new Database(join(folder, 'state.db'))
    newer.exec(`INSERT INTO ledger VALUES (99, 'later', 'x', '2030-01-01T00:00:00.000Z')`)
    newer.close()

    expectUnusable(await openingError(folder), 'database too new')
  })

  it('says that another program has it locked', async () => {
    const folder = await aUsedFolder()
    const other = new Database(join(folder, 'state.db'))
    other.exec('BEGIN EXCLUSIVE')

    const error = await openingError(folder)
    other.close()

    expectUnusable(error, 'locked by another program')
  })

  it('says that a file cannot be written', async () => {
    // The superuser may write anything, so for him there is nothing to see.
    if (process.getuid?.() === 0) return
    const folder = await aUsedFolder()
    chmodSync(join(folder, 'state.db'), 0o400)

    expectUnusable(await openingError(folder), 'cannot be opened for writing')
  })
})

describe('openStateDatabase, and the key file', () => {
  it('refuses to make a new key while the state holds digests of the old one', async () => {
    const folder = await aUsedFolder()
    rmSync(join(folder, 'state.key'))

    expectUnusable(await openingError(folder), 'is missing')
    expect(existsSync(join(folder, 'state.key'))).toBe(false)
  })

  it('makes a new key while nothing was digested yet', async () => {
    const folder = aFolder()
    await (await openStateDatabase(stateOptions(folder))).close()
    rmSync(join(folder, 'state.key'))

    await openState(folder)

    expect(statSync(join(folder, 'state.key')).size).toBe(32)
  })

  it('refuses a key that did not make the digests', async () => {
    const folder = await aUsedFolder()
    writeFileSync(join(folder, 'state.key'), Buffer.alloc(32, 1), { mode: 0o600 })

    expectUnusable(await openingError(folder), 'is not the one that made the digests')
  })

  it('refuses a key that was cut off', async () => {
    const folder = await aUsedFolder()
    writeFileSync(join(folder, 'state.key'), Buffer.alloc(5))

    expectUnusable(await openingError(folder), 'holds 5 bytes instead of 32')
  })

  it('refuses a folder in the place of the key', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'state.key'))

    expectUnusable(await openingError(folder), 'is a folder')
  })

  it('takes an existing key into a new state file', async () => {
    const folder = await aUsedFolder()
    const key = readFileSync(join(folder, 'state.key'))

    await openState(folder, { path: join(folder, 'second.db') })

    expect(readFileSync(join(folder, 'state.key'))).toEqual(key)
  })

  it('takes away the right of others to read the key, and says so', async () => {
    const folder = await aUsedFolder()
    chmodSync(join(folder, 'state.key'), 0o644)
    const { log, lines } = aLog()

    await openState(folder, { log })

    expect(statSync(join(folder, 'state.key')).mode & 0o777).toBe(0o600)
    expect(lines).toEqual([
      expect.objectContaining({ level: 'warn', fields: { path: join(folder, 'state.key'), was: '0644' } }),
    ])
  })
})
