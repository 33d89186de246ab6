import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import type { AuditHead, AuditVerdict } from '../../src/domain/audit/audit.js'
import { createDigest } from '../../src/state/sqlite/digest.js'
import { openStateDatabase, type StateDatabase } from '../../src/state/open-state-database.js'
import { aLink, anIntent, ann, bob, otherTarget, runId, startRun } from './records.js'
import { aFolder, openState, stateOptions } from './temp-state.js'
import { asTester } from '../support/builders.js'
import { anyText } from '../support/any-text.js'

/** A folder whose state file has `writes` writes and two links on record, two entries a write. */
const aRecordedFolder = async (writes = 3): Promise<string> => {
  const folder = aFolder()
  const state = await openStateDatabase(stateOptions(folder))
  const store = state.store('acme', asTester)
  await startRun(store)
  const run = store.during(runId)
  await run.links.writeLinks([aLink(), aLink({ sourceId: bob, targetId: otherTarget })])
  for (let count = 0; count < writes; count += 1) {
    const id = await run.journal.openIntent(anIntent())
    await run.journal.closeIntent(id, { outcome: 'applied', reason: null })
  }
  await state.close()
  return folder
}

const unguard = 'DROP TRIGGER audit_next; DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept;'

const tamper = (folder: string, statements: string): void => {
  const sqlite = new Database(join(folder, 'state.db'))
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(unguard + statements)
  sqlite.close()
}

const withState = async <Result>(
  folder: string,
  work: (state: StateDatabase) => Promise<Result>,
): Promise<Result> => {
  const state = await openStateDatabase(stateOptions(folder))
  try {
    return await work(state)
  } finally {
    await state.close()
  }
}

const verify = (folder: string, kept?: AuditHead): Promise<AuditVerdict> =>
  withState(folder, (state) => state.audit.verify(kept))

const headOf = async (folder: string): Promise<AuditHead> => {
  const head = await withState(folder, (state) => state.audit.head())
  if (head === undefined) throw new Error('the record is empty')
  return head
}

describe('the audit chain', () => {
  it('is whole when nobody touched it, whatever was written in between', async () => {
    const folder = await aRecordedFolder()
    const kept = await headOf(folder)
    await withState(folder, (state) => state.store('beta', asTester).record.noteAllowed(['past-periods']))

    const verdict = await verify(folder, kept)

    expect(kept).toMatchObject({ number: 8, at: '2026-01-05T08:00:00.000Z' })
    expect(verdict).toEqual({ entries: 9, head: await headOf(folder), flaw: undefined })
  })

  it('is whole and has no head while it is empty', async () => {
    const state = await openState()

    expect(await state.audit.head()).toBeUndefined()
    expect(await state.audit.verify()).toEqual({ entries: 0, head: undefined, flaw: undefined })
  })

  it('is walked to its end when it has many thousand entries', async () => {
    const folder = aFolder()
    const codes = Array.from({ length: 4001 }, (_, index) => `code-${index}`)
    await withState(folder, (state) => state.store('acme', asTester).record.noteAllowed(codes))

    expect(await verify(folder)).toMatchObject({ entries: 4001, flaw: undefined })
    tamper(folder, `UPDATE audit SET code = 'other' WHERE number = 3999`)
    expect(await verify(folder)).toMatchObject({ entries: 3998, flaw: { number: 3999, problem: 'changed' } })
  })

  it.each([
    [`UPDATE audit SET actor = 'Bob' WHERE number = 4`, { number: 4, problem: 'changed' }],
    ['UPDATE audit SET reason = NULL, code = NULL WHERE number = 4', { number: 4, problem: 'changed' }],
    [`UPDATE audit SET reason = '' WHERE number = 4`, { number: 4, problem: 'changed' }],
    [`UPDATE phrase SET text = '["IBAN"]'`, { number: 3, problem: 'changed' }],
    ['DELETE FROM phrase', { number: 3, problem: 'changed' }],
    ['UPDATE audit SET fields = NULL WHERE number = 5', { number: 5, problem: 'changed' }],
    ['DELETE FROM audit WHERE number = 4', { number: 4, problem: 'missing' }],
    ['DELETE FROM audit WHERE number = 1', { number: 1, problem: 'missing' }],
    [
      'DELETE FROM audit WHERE number = 4; UPDATE audit SET number = number - 1 WHERE number > 4',
      { number: 4, problem: 'changed' },
    ],
    [
      `UPDATE audit SET number = number + 1000 WHERE number > 4;
       INSERT INTO audit SELECT 5, at, actor, connection, run_id, kind, company_id, subject, target_id, section, operation,
         fields, code, detail, reason, reference, hash, salt, seal FROM audit WHERE number = 4;
       UPDATE audit SET number = number - 999 WHERE number > 1000`,
      { number: 5, problem: 'changed' },
    ],
    [
      `INSERT INTO audit SELECT 0, at, actor, connection, run_id, kind, company_id, subject, target_id, section, operation,
         fields, code, detail, reason, reference, hash, salt, seal FROM audit WHERE number = 1`,
      { number: 0, problem: 'changed' },
    ],
    [
      `UPDATE audit SET number = -1 WHERE number = 4; UPDATE audit SET number = 4 WHERE number = 5;
       UPDATE audit SET number = 5 WHERE number = -1`,
      { number: 4, problem: 'changed' },
    ],
    [
      `UPDATE audit SET subject = target_id, target_id = subject WHERE number = 6`,
      { number: 6, problem: 'changed' },
    ],
  ])('shows where it was tampered with: %s', async (statements, flaw) => {
    const folder = await aRecordedFolder()

    tamper(folder, statements)

    expect((await verify(folder)).flaw).toEqual(flaw)
  })

  it('shows that its end was cut off, and by a line kept elsewhere which entry is gone', async () => {
    const folder = await aRecordedFolder()
    const kept = await headOf(folder)

    tamper(folder, 'DELETE FROM audit WHERE number > 5')

    expect((await verify(folder)).flaw).toEqual({ number: 6, problem: 'shortened' })
    expect(await verify(folder, kept)).toMatchObject({ entries: 5, flaw: { number: 8, problem: 'cut-off' } })
  })

  it('shows that it went on from an old copy, with the key too, to whoever kept a line of it', async () => {
    const folder = await aRecordedFolder(1)
    await withState(folder, (state) => state.backup(join(folder, 'early.db')))
    await withState(folder, (state) => state.store('acme', asTester).record.noteAllowed(['x', 'y', 'z', 'u']))
    const kept = await headOf(folder)

    copyFileSync(join(folder, 'early.db'), join(folder, 'state.db'))
    await withState(folder, (state) =>
      state.store('acme', asTester).record.noteAllowed(['a', 'b', 'c', 'd', 'e']),
    )

    expect((await verify(folder)).flaw).toBeUndefined()
    expect((await verify(folder, kept)).flaw).toEqual({ number: 8, problem: 'other-chain' })
    expect((await verify(folder, { ...kept, number: 4 })).flaw).toEqual({ number: 4, problem: 'other-chain' })
  })

  it('cannot be made anew without the key', async () => {
    const [ours, theirs] = [await aRecordedFolder(), await aRecordedFolder()]

    copyFileSync(join(theirs, 'state.db'), join(ours, 'theirs.db'))
    tamper(
      ours,
      `ATTACH '${join(ours, 'theirs.db')}' AS theirs; DELETE FROM audit; INSERT INTO audit SELECT * FROM theirs.audit`,
    )

    expect((await verify(ours)).flaw).toEqual({ number: 1, problem: 'changed' })
  })

  it('shows any change of any text of any entry', async () => {
    const folder = await aRecordedFolder()
    const columns = [
      'at',
      'actor',
      'connection',
      'run_id',
      'kind',
      'company_id',
      'subject',
      'target_id',
      'section',
    ].concat(['operation', 'code', 'detail', 'reason', 'reference', 'hash', 'salt', 'seal'])

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...columns),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        async (number, column, text) => {
          const copy = aFolder()
          for (const name of ['state.db', 'state.key']) copyFileSync(join(folder, name), join(copy, name))
          const sqlite = new Database(join(copy, 'state.db'))
          const was = sqlite.prepare(`SELECT ${column} FROM audit WHERE number = ?`).pluck().get(number)
          sqlite.exec(unguard)
          sqlite.prepare(`UPDATE audit SET ${column} = ? WHERE number = ?`).run(text, number)
          sqlite.close()

          const { flaw } = await verify(copy)

          // A hash that was changed shows at its entry, and everything before it is as it was.
          expect(flaw).toEqual(was === text ? undefined : { number, problem: 'changed' })
        },
      ),
      { numRuns: 30 },
    )
  })

  it('holds together whatever texts it is given', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    const store = state.store('acme', asTester)
    await startRun(store)

    await fc.assert(
      fc.asyncProperty(fc.array(anyText(), { minLength: 1 }), async (texts) => {
        await store.record.noteAllowed([...texts, '\ud800', 'a\u0000b'])
        await store.record.noteSettings(
          new Map(texts.map((text) => [text, createDigest(Buffer.alloc(32))(ann, 'x', text)])),
        )
      }),
      { numRuns: 30 },
    )

    expect((await state.audit.verify()).flaw).toBeUndefined()
  })
})

describe('reading the audit record', () => {
  const all = { limit: 100 }

  it('gives the newest entries in the order in which they were written', async () => {
    const state = await openState(await aRecordedFolder())

    const entries = await state.audit.read({ limit: 2 })

    expect(entries.map(({ number, kind }) => [number, kind])).toEqual([
      [7, 'write-begun'],
      [8, 'write-ended'],
    ])
    expect(entries[1]).toEqual({
      number: 8,
      at: '2026-01-05T08:00:00.000Z',
      actor: 'tester',
      connection: 'acme',
      runId,
      kind: 'write-ended',
      companyId: '1234',
      subject: ann,
      targetId: '501',
      section: 'address',
      operation: 'update',
      fields: ['City', 'Street'],
      code: 'applied',
      detail: null,
      reason: null,
      reference: '3',
      hash: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('gives those about one person, of one connection, or from one moment on', async () => {
    const folder = await aRecordedFolder()
    let time = Date.UTC(2026, 0, 6)
    const state = await openState(folder, { now: () => (time += 1) })
    await state.store('beta', asTester).record.noteAllowed(['past-periods'])
    const numbers = async (filter: object): Promise<number[]> =>
      (await state.audit.read({ ...all, ...filter })).map(({ number }) => number)

    expect(await numbers({ subject: bob })).toEqual([2])
    expect(await numbers({ connection: 'beta' })).toEqual([9])
    expect(await numbers({ since: '2026-01-06T00:00:00.000Z' })).toEqual([9])
    expect(await numbers({ subject: bob, connection: 'beta' })).toEqual([])
  })
})
