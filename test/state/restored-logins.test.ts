import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { AccessBook } from '../../src/access/access-book.js'
import type { AccessSubject } from '../../src/domain/ids.js'
import { toRunId } from '../../src/domain/ids.js'
import { migrate } from '../../src/state/sqlite/migrate.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'
import { restoreState } from '../../src/state/sqlite/file/restore.js'
import { daan, facts, femke, noor } from '../access/records.js'
import { aFolder, openState, stateOptions } from './temp-state.js'
import { asTester } from '../support/builders.js'

const openBook = async (folder: string) => {
  const state = await openState(folder)
  return { state, book: await state.store('acme', asTester).openAccessBook('nmbrs-ess') }
}

const want = (book: AccessBook, ...subjects: AccessSubject[]): Promise<void> =>
  book.noteWanted(
    subjects.map((subject) => ({
      ...{ subject, kind: 'create' as const, work: `work of ${subject}`, result: facts },
    })),
  )

const begin = (book: AccessBook, ...subjects: AccessSubject[]) =>
  book.beginHandOver(
    subjects.map((subject) => ({ subject, work: `work of ${subject}`, batch: 1, deletion: null })),
    ['webhook'],
  )

const statesIn = async (folder: string): Promise<Record<string, string>> => {
  const { state, book } = await openBook(folder)
  const known = await book.readKnown()
  await state.close()
  return Object.fromEntries(known.map(({ subject, order }) => [subject, order?.state ?? 'none']))
}

describe('a backup that is put back', () => {
  it('asks about what was being handed over then, and about what was handed over since', async () => {
    const folder = aFolder()
    const { state, book } = await openBook(folder)
    await want(book, noor, daan, femke)
    const { key } = await begin(book, noor)
    await book.beginDelivery(key, 'webhook')
    await book.endDelivery(key, 'webhook', 'not-arrived')
    const { file } = await state.backup(join(folder, 'copy.db'))
    await book.beginDelivery(key, 'webhook')
    await book.endDelivery(key, 'webhook', 'arrived')
    await want(book, daan, femke)
    const second = await begin(book, daan)
    await book.beginDelivery(second.key, 'webhook')
    await book.endDelivery(second.key, 'webhook', 'arrived')
    await book.answer({ subjects: [daan] }, 'confirmed', null)
    await state.close()

    const end = await restoreState(stateOptions(folder), {
      ...{ file, act: asTester, runId: toRunId('restore'), moment: '20260105-080000' },
    })

    expect(end.loginsInDoubt).toBe(2)
    expect(await statesIn(folder)).toEqual({ [noor]: 'expired', [daan]: 'expired', [femke]: 'wanted' })
    const again = await openBook(folder)
    expect(await again.book.readOpenHandOvers()).toEqual([])
    await again.state.close()
  })

  it('asks about a list of the former file that may have arrived, were it all that file knows', async () => {
    const folder = aFolder()
    const { state, book } = await openBook(folder)
    const { file } = await state.backup(join(folder, 'copy.db'))
    await want(book, noor)
    const { key } = await begin(book, noor)
    await book.beginDelivery(key, 'webhook')
    await book.endDelivery(key, 'webhook', 'unknown')
    await state.close()

    const end = await restoreState(stateOptions(folder), {
      ...{ file, act: asTester, runId: toRunId('restore'), moment: '20260105-080000' },
    })

    expect(end.loginsInDoubt).toBe(1)
    expect(await statesIn(folder)).toEqual({ [noor]: 'expired' })
  })

  it('asks about nobody when nothing was handed over since', async () => {
    const folder = aFolder()
    const { state, book } = await openBook(folder)
    await want(book, noor, daan)
    const { key } = await begin(book, noor)
    await book.beginDelivery(key, 'webhook')
    await book.endDelivery(key, 'webhook', 'arrived')
    const { file } = await state.backup(join(folder, 'copy.db'))
    await state.close()

    const end = await restoreState(stateOptions(folder), {
      ...{ file, act: asTester, runId: toRunId('restore'), moment: '20260105-080000' },
    })

    expect(end.loginsInDoubt).toBe(0)
    expect(await statesIn(folder)).toEqual({ [noor]: 'handed-over', [daan]: 'wanted' })
  })
})

describe('a state file of before doubt was kept', () => {
  it('opens with its open hand-overs in doubt, and with nobody on a list that was taken out of it', () => {
    const sqlite = new Database(':memory:')
    const at = '2025-01-05T08:00:00.000Z'
    migrate(sqlite, allMigrations.slice(0, 17), () => at)
    sqlite.exec(`
      INSERT INTO connection (id, name) VALUES (1, 'acme');
      INSERT INTO access_portal (id, connection_id, portal) VALUES (1, 1, 'nmbrs-ess');
      INSERT INTO access_hand_over (id, portal_id, key, begun_at, ended_at) VALUES
        (1, 1, 'AAAAAA', '${at}', NULL), (2, 1, 'BBBBBB', '${at}', '${at}');
      INSERT INTO access_delivery VALUES (1, 'webhook', 'not-arrived', '${at}'), (2, 'webhook', 'not-arrived', '${at}');
      INSERT INTO access_order (portal_id, subject, kind, state, work, ends_login, hand_over_id, batch, wanted_at, handed_over_at, answered_at)
        VALUES (1, 'gone', 'create', 'expired', 'w', 0, 1, 'AAAAAA-1', '${at}', '${at}', '${at}'),
               (1, 'late', 'create', 'expired', 'w', 0, 2, 'BBBBBB-1', '${at}', '2025-01-05T08:00:01.000Z', '${at}'),
               (1, 'open', 'create', 'wanted', 'w', 0, 1, 'AAAAAA-1', '${at}', NULL, NULL);`)

    migrate(sqlite, allMigrations, () => at)

    const pairs = (query: string) => sqlite.prepare<[], [unknown, unknown]>(query).raw().all()
    expect(pairs('SELECT hand_over_id, state FROM access_delivery ORDER BY 1')).toEqual([
      [1, 'unknown'],
      [2, 'not-arrived'],
    ])
    expect(pairs('SELECT subject, batch FROM access_order ORDER BY 1')).toEqual([
      ['gone', null],
      ['late', 'BBBBBB-1'],
      ['open', 'AAAAAA-1'],
    ])
    sqlite.close()
  })
})
