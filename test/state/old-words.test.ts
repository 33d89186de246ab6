import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { HoldWord } from '../../src/domain/hold/hold.js'
import { hashEntry, noHash, toAuditKey } from '../../src/state/audit/hash.js'
import { toKeyCheck } from '../../src/state/sqlite/digest.js'
import { migrate } from '../../src/state/sqlite/migrate.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'
import { tester, asTester } from '../support/builders.js'
import { aFolder, openState } from './temp-state.js'

const at = '2026-01-05T08:00:00.000Z'
const aWord: HoldWord = { word: 'release', actor: tester, reason: 'asked', at: '2026-01-05T08:00:00.002Z' }

interface Said {
  row: HoldWord
  /** What the audit record tells of it; `undefined`: nothing. */
  entry?: Partial<Pick<HoldWord, 'word' | 'actor' | 'reason' | 'at'>> & {
    reference?: string
    forged?: boolean
  }
}

/** A folder as the program before left it: with one hold, and words that have no seal. */
const anOldFolder = (said: readonly Said[]): string => {
  const folder = aFolder()
  const key = randomBytes(32)
  writeFileSync(join(folder, 'state.key'), key, { mode: 0o600 })
  const old = new Database(join(folder, 'state.db'))
  migrate(old, allMigrations.slice(0, 9), () => at)
  old.prepare("INSERT INTO meta VALUES ('key-check', ?)").run(toKeyCheck(key))
  old.exec(`
    INSERT INTO connection (id, name) VALUES (1, 'acme');
    INSERT INTO phrase (id, text) VALUES (1, '["IBAN"]');
    INSERT INTO hold (id, connection_id, company_id, subject, section, fields, reason, digest, opened_at)
      VALUES ('abc', 1, '1234', 'a1', 'bankAccount', 1, 'bank-account-changed', 'd1', '${at}')`)
  let previous = { number: 0, hash: noHash }
  for (const { row, entry } of said) {
    old
      .prepare('INSERT INTO hold_word (hold_id, word, actor, reason, at) VALUES (?, ?, ?, ?, ?)')
      .run('abc', row.word, row.actor, row.reason, row.at)
    if (entry === undefined) continue
    const { word, actor, reason, reference = 'abc', forged = false } = { ...row, ...entry }
    const kind = word === 'release' ? 'hold-released' : 'hold-rejected'
    const number = previous.number + 1
    const texts = [
      entry.at ?? at,
      actor,
      'acme',
      null,
      kind,
      '1234',
      'a1',
      null,
      'bankAccount',
      'update',
      '["IBAN"]',
      'bank-account-changed',
      null,
      reason,
      reference,
    ]
    const hash = forged ? 'forged' : hashEntry(toAuditKey(key), previous.hash, number, texts)
    old
      .prepare(
        `INSERT INTO audit (number, at, actor, connection, kind, company_id, subject, section, operation, fields, code, reason, reference, hash)
           VALUES (?, ?, ?, 'acme', ?, '1234', 'a1', 'bankAccount', 'update', 1, 'bank-account-changed', ?, ?, ?)`,
      )
      .run(number, entry.at ?? at, actor, kind, reason, reference, hash)
    previous = { number, hash }
  }
  old.close()
  return folder
}

const wordsIn = async (folder: string): Promise<readonly HoldWord[] | undefined> => {
  const state = await openState(folder)
  const [hold] = await state.store('acme', asTester).holds.readHolds()
  return hold?.words
}

describe('words about holds that were said before words were sealed', () => {
  it('stay good where the audit record tells of them', async () => {
    const second: HoldWord = { ...aWord, word: 'reject', reason: 'wrong' }

    const words = await wordsIn(
      anOldFolder([
        { row: aWord, entry: {} },
        { row: second, entry: {} },
      ]),
    )

    expect(words).toEqual([aWord, second])
  })

  it.each<[string, Said]>([
    ['nothing', { row: aWord }],
    ['another value', { row: aWord, entry: { word: 'reject' } }],
    ['another person', { row: aWord, entry: { actor: 'joost' } }],
    ['another reason', { row: aWord, entry: { reason: 'by mistake' } }],
    ['another hold', { row: aWord, entry: { reference: 'xyz' } }],
    ['another day', { row: { ...aWord, at: '2026-06-05T08:00:00.000Z' }, entry: {} }],
    ['it with an entry that was not made with the key', { row: aWord, entry: { forged: true } }],
  ])('are void where the audit record tells of %s', async (_what, said) => {
    expect(await wordsIn(anOldFolder([said]))).toEqual([])
  })

  it('count once for each entry', async () => {
    const words = await wordsIn(anOldFolder([{ row: aWord, entry: {} }, { row: aWord }]))

    expect(words).toEqual([aWord])
  })

  it('are sealed once: a row that loses its seal later gets none again', async () => {
    const folder = anOldFolder([{ row: aWord, entry: {} }])
    await (await openState(folder)).close()
    const hand = new Database(join(folder, 'state.db'))
    hand.exec("UPDATE hold_word SET seal = NULL, entry = NULL; UPDATE hold SET digest = 'd2'")
    hand.close()

    expect(await wordsIn(folder)).toEqual([])
  })

  it('that the program sealed itself are never taken for old ones', async () => {
    const folder = anOldFolder([])
    const state = await openState(folder)
    for (const { id } of await state.store('acme', asTester).holds.readHolds())
      await state.store('acme', asTester).holds.addHoldWord(id, aWord)
    await state.close()
    const hand = new Database(join(folder, 'state.db'))
    hand.exec(
      "UPDATE hold_word SET seal = NULL, entry = NULL; UPDATE hold SET digest = 'd2'; DELETE FROM meta WHERE name = 'audit-end'",
    )
    hand.close()

    expect(await wordsIn(folder)).toEqual([])
  })
})
