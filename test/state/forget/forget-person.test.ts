import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'

import type { AuditEntry, AuditVerdict } from '../../../src/domain/audit/audit.js'
import {
  openStateDatabase,
  type StateDatabase,
  type StateOptions,
} from '../../../src/state/open-state-database.js'
import type { Store } from '../../../src/run/store/store.js'
import { asTester } from '../../support/builders.js'
import {
  aBaseline,
  aFinding,
  aLink,
  ann,
  anIntent,
  aReport,
  bob,
  company,
  finishRun,
  otherTarget,
  runId,
  startRun,
  target,
} from '../records.js'
import { aFolder, stateOptions } from '../temp-state.js'

const withState = async <Result>(
  folder: string,
  work: (state: StateDatabase, store: Store) => Promise<Result>,
): Promise<Result> => {
  const state = await openStateDatabase(stateOptions(folder))
  try {
    return await work(state, state.store('acme', asTester))
  } finally {
    await state.close()
  }
}

const secret = 'her new account, she phoned on Monday'

/** Writes, holds, decisions, findings and links of two people. */
const aLivedInFolder = async (options: Partial<StateOptions> = {}): Promise<string> => {
  const folder = aFolder()
  const write = async (acme: Store): Promise<void> => {
    await startRun(acme)
    const run = acme.during(runId)
    for (const [subject, targetId] of [
      [ann, target],
      [bob, otherTarget],
    ] as const) {
      await run.links.writeLink(aLink({ sourceId: subject, targetId }))
      await run.baselines.writeBaselines([
        { subject, companyId: company, section: 'address', baseline: aBaseline() },
      ])
      const id = await run.journal.openIntent(anIntent({ subject, targetId }))
      await run.journal.closeIntent(id, { outcome: 'applied', reason: null })
      await run.runs.writeReports(runId, [aReport({ subject, targetId })], [aFinding({ subject })])
    }
    const shared = `The same employee number is on ${ann} in this company; nothing is sent`
    await run.runs.writeReports(
      runId,
      [],
      [aFinding({ subject: bob, code: 'employee-number-duplicate', message: shared })],
    )
    await run.links.writeLink(
      { status: 'ignored', sourceId: ann, companyId: company, reason: secret },
      secret,
    )
    await finishRun(acme)
  }
  const state = await openStateDatabase(stateOptions(folder, options))
  await write(state.store('acme', asTester))
  await state.close()
  return folder
}

const verify = (folder: string): Promise<AuditVerdict> => withState(folder, (state) => state.audit.verify())

/** Every byte that is kept, the files beside the database included. */
const allBytes = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith('state.db'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')

const tamper = (folder: string, statements: string): void => {
  const sqlite = new Database(join(folder, 'state.db'))
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(`DROP TRIGGER audit_unchanged; ${statements}`)
  sqlite.close()
}

describe('a person who is forgotten', () => {
  it('is in no byte of the state file any more, and the others are as they were', async () => {
    const folder = await aLivedInFolder()
    expect(allBytes(folder)).toContain(ann)

    await withState(folder, async (_state, store) => {
      await store.forgetting.forget(ann)

      expect(allBytes(folder)).not.toContain(ann)
      expect(allBytes(folder)).not.toContain(secret)
      expect(await store.links.readLinks()).toEqual([expect.objectContaining({ sourceId: bob })])
      const baselines = await store.baselines.readBaselines(company, [ann, bob])
      expect([...baselines.keys()]).toEqual([bob])
      const shown = await store.runs.readRun(runId)
      expect(shown?.changes.map(({ subject }) => subject)).toEqual([bob, bob])
      expect(new Set(shown?.findings.map(({ subject }) => subject))).toEqual(new Set([bob]))
      const kept = await store.forgetting.readKept(ann)
      expect(new Set(Object.values(kept.counts))).toEqual(new Set([0]))
    })
    expect(allBytes(folder)).not.toContain(ann)
  })

  it('stays one person in the record under a pseudonym, which is another one each time', async () => {
    const folders = [await aLivedInFolder(), await aLivedInFolder()]
    const pseudonyms: string[] = []
    for (const folder of folders) {
      const { pseudonym } = await withState(folder, (_state, store) => store.forgetting.forget(ann))
      pseudonyms.push(pseudonym)
      const entries = await withState(folder, (state) => state.audit.read({ limit: 100 }))
      const hers = entries.filter(({ subject }) => subject === pseudonym)
      expect(hers.map(({ kind, code, targetId, reason }) => [kind, code, targetId, reason])).toEqual([
        ['link-changed', 'connected', null, null],
        ['write-begun', null, null, null],
        ['write-ended', 'applied', null, null],
        ['link-changed', 'ignored', null, null],
      ])
      expect(entries.at(-1)).toMatchObject({ kind: 'person-forgotten', code: 'entries=4', subject: null })
    }
    expect(new Set(pseudonyms).size).toBe(2)
  })

  it('leaves a record that is whole, with the head that was kept before', async () => {
    const folder = await aLivedInFolder()
    const head = await withState(folder, (state) => state.audit.head())

    await withState(folder, (_state, store) => store.forgetting.forget(ann))

    const verdict = await withState(folder, (state) => state.audit.verify(head))
    expect(verdict.flaw).toBeUndefined()
    await withState(folder, async (_state, store) => {
      await store.record.ensureRecordWhole()
      await store.record.noteAllowed(['past-periods'])
    })
    expect((await verify(folder)).flaw).toBeUndefined()
  })

  it('can be forgotten in a record of an earlier program, which had no salt', async () => {
    const folder = await aLivedInFolder({ newSalt: () => null })
    const before = (await verify(folder)).head

    await withState(folder, (_state, store) => store.forgetting.forget(ann))

    expect((await withState(folder, (state) => state.audit.verify(before))).flaw).toBeUndefined()
    expect(allBytes(folder)).not.toContain(ann)
  })

  it('can be forgotten after somebody else', async () => {
    const folder = await aLivedInFolder()
    const before = (await verify(folder)).head

    await withState(folder, (_state, store) => store.forgetting.forget(bob))
    await withState(folder, (_state, store) => store.forgetting.forget(ann))

    expect((await withState(folder, (state) => state.audit.verify(before))).flaw).toBeUndefined()
    expect(allBytes(folder)).not.toContain(bob)
  })

  it.each([
    ['whose remaining texts are changed', "UPDATE audit SET code = 'failed' WHERE number = 3"],
    ['whose pseudonym is put in another place', "UPDATE audit SET subject = 'forgotten-x' WHERE number = 1"],
    ['whose seal is taken away', 'UPDATE audit SET seal = NULL WHERE number = 1'],
    [
      'that was emptied by other hands',
      "UPDATE audit SET subject = NULL, salt = NULL, seal = 'x' WHERE number = 5",
    ],
  ])('does not hide an entry %s', async (_what, statements) => {
    const folder = await aLivedInFolder()
    await withState(folder, (_state, store) => store.forgetting.forget(ann))
    tamper(folder, statements)

    expect((await verify(folder)).flaw).toMatchObject({ problem: 'changed' })
  })

  it('is not forgotten over an entry that somebody changed', async () => {
    const folder = await aLivedInFolder()
    tamper(folder, "UPDATE audit SET code = 'failed' WHERE number = 3")

    await withState(folder, async (_state, store) => {
      await expect(store.forgetting.forget(ann)).rejects.toMatchObject({ code: 'record-broken' })
      expect((await store.forgetting.readKept(ann)).counts.links).toBe(1)
    })
  })
})

describe('a typed reason', () => {
  it('is taken out of the record and of the link, and the record stays whole', async () => {
    const folder = await aLivedInFolder()
    const entry = await withState(folder, async (state) =>
      (await state.audit.read({ limit: 100 })).find(({ reason }) => reason === secret),
    )

    await withState(folder, async (_state, store) => {
      await store.forgetting.forgetReason(entry?.number ?? 0)
      expect(allBytes(folder)).not.toContain(secret)
      const links = await store.links.readLinks()
      expect(links).toContainEqual(expect.objectContaining({ sourceId: ann, status: 'ignored', reason: '' }))
      await expect(store.forgetting.forgetReason(1)).rejects.toThrow('has no typed reason')
    })

    expect((await verify(folder)).flaw).toBeUndefined()
    await withState(folder, (_state, store) => store.forgetting.forget(ann))
    expect((await verify(folder)).flaw).toBeUndefined()
  })

  it('stands beside the record: the entry stays as it was written when the text goes', async () => {
    const folder = await aLivedInFolder()
    const entries = (): Promise<readonly AuditEntry[]> =>
      withState(folder, (state) => state.audit.read({ limit: 100 }))
    const before = await entries()
    const number = before.find(({ reason }) => reason === secret)?.number ?? 0

    await withState(folder, (_state, store) => store.forgetting.forgetReason(number))

    const after = await entries()
    expect(after.slice(0, before.length)).toEqual(
      before.map((entry) => (entry.number === number ? { ...entry, reason: null } : entry)),
    )
    const sqlite = new Database(join(folder, 'state.db'), { readonly: true })
    expect(sqlite.prepare('SELECT seal FROM audit WHERE number = ?').pluck().get(number)).toBeNull()
    sqlite.close()
  })

  it('of a record of before is moved beside it, and can be taken away as well', async () => {
    const folder = await aLivedInFolder({ newSalt: () => null })
    const head = (await verify(folder)).head
    const entries = await withState(folder, (state) => state.audit.read({ limit: 100 }))
    const number = entries.find(({ reason }) => reason === secret)?.number ?? 0

    await withState(folder, (_state, store) => store.forgetting.forgetReason(number))

    expect(allBytes(folder)).not.toContain(secret)
    expect((await withState(folder, (state) => state.audit.verify(head))).flaw).toBeUndefined()
  })

  it('of a file of before is moved by the upgrade, and the record stays whole', async () => {
    const folder = await aLivedInFolder({ newSalt: () => null })
    const head = (await verify(folder)).head
    tamper(
      folder,
      `UPDATE audit SET reason = (SELECT text FROM audit_reason WHERE entry = number);
       DROP TABLE audit_reason;
       DELETE FROM ledger WHERE number = 28;
       CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )

    const { flaw } = await withState(folder, (state) => state.audit.verify(head))

    expect(flaw).toBeUndefined()
    const entries = await withState(folder, (state) => state.audit.read({ limit: 100 }))
    expect(entries.filter(({ reason }) => reason !== null).map(({ reason }) => reason)).toEqual([secret])
  })

  it.each([
    ['is changed', `DROP TRIGGER audit_reason_unchanged; UPDATE audit_reason SET text = 'x'`],
    ['is removed', 'DELETE FROM audit_reason'],
    [
      'is emptied',
      `DROP TRIGGER audit_reason_unchanged; UPDATE audit_reason SET text = NULL, salt = NULL, gone = 'x'`,
    ],
    ['is added', `INSERT INTO audit_reason (entry, text) VALUES (1, 'x')`],
  ])('does not go unseen when it %s by other hands', async (_what, statements) => {
    for (const newSalt of [undefined, () => null]) {
      const folder = await aLivedInFolder(newSalt === undefined ? {} : { newSalt })
      tamper(folder, statements)

      expect((await verify(folder)).flaw).toMatchObject({ problem: 'changed' })
    }
  })
})
