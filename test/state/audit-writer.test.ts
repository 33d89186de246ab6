import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { byHand } from '../../src/domain/audit/act.js'
import type { Actor } from '../../src/domain/audit/actor.js'
import { toTargetRecordId } from '../../src/domain/ids.js'
import type { Store } from '../../src/run/store/store.js'
import { readAudit, readAuditKinds } from './audit-record.js'
import {
  aBaseline,
  aLink,
  anIntent,
  ann,
  bob,
  company,
  otherTarget,
  runId,
  startRun,
  target,
} from './records.js'
import { aFolder, openState } from './temp-state.js'

const byAnn = byHand('Ann' as Actor)

const aStore = async (): Promise<{ folder: string; store: Store }> => {
  const folder = aFolder()
  const store = (await openState(folder)).store('acme', byAnn)
  return { folder, store }
}

const aRunningStore = async () => {
  const { folder, store } = await aStore()
  await startRun(store)
  return { folder, store: store.during(runId) }
}

const usual = { at: '2026-01-05T08:00:00.000Z', actor: 'Ann', connection: 'acme' }
const about = { company_id: '1234', subject: ann, section: 'address', operation: 'update' }

describe('the audit record of a write', () => {
  it('says before the call that it is about to go out, and after it how it ended', async () => {
    const { folder, store } = await aRunningStore()

    const id = await store.journal.openIntent(anIntent())
    const during = readAudit(folder)
    await store.journal.closeIntent(id, {
      outcome: 'applied',
      reason: null,
      baseline: { section: 'address', value: aBaseline() },
    })

    const common = { ...usual, ...about, run_id: runId, target_id: target, fields: ['City', 'Street'] }
    const begun = { number: 1, kind: 'write-begun', ...common, reference: String(id) }
    expect(during).toEqual([begun])
    expect(readAudit(folder)).toEqual([
      begun,
      { number: 2, kind: 'write-ended', ...common, code: 'applied', reference: String(id) },
    ])
  })

  it('names the employee that was created, and his new link', async () => {
    const { folder, store } = await aRunningStore()
    const creation = anIntent({ kind: 'create', section: 'employee', targetId: null, fields: ['FirstName'] })

    const id = await store.journal.openIntent(creation)
    await store.journal.closeIntent(id, {
      outcome: 'applied',
      reason: null,
      link: { targetId: otherTarget, origin: 'created' },
    })

    expect(
      readAudit(folder).map(({ kind, target_id, code, detail }) => [kind, target_id, code, detail]),
    ).toEqual([
      ['write-begun', undefined, undefined, undefined],
      ['write-ended', otherTarget, 'applied', undefined],
      ['link-changed', otherTarget, 'connected', 'created'],
    ])
  })

  it('says why a write failed or was held', async () => {
    const { folder, store } = await aRunningStore()

    const id = await store.journal.openIntent(anIntent())
    await store.journal.closeIntent(id, { outcome: 'unknown', reason: 'write-unknown' })

    expect(readAudit(folder).at(-1)).toMatchObject({
      kind: 'write-ended',
      code: 'unknown',
      detail: 'write-unknown',
    })
  })

  it('says of each replaced bank account that it is about to be ended, and that it was', async () => {
    const { folder, store } = await aRunningStore()
    const ids = ['71', '72'].map(toTargetRecordId)

    const id = await store.journal.openIntent(anIntent({ section: 'bankAccount' }))
    await store.journal.noteReplaced(id, ids)
    await store.journal.closeIntent(id, { outcome: 'applied', reason: null })

    expect(readAudit(folder).map(({ kind, detail, target_id }) => [kind, detail, target_id])).toEqual([
      ['write-begun', undefined, target],
      ['bank-account-ending', '71', target],
      ['bank-account-ending', '72', target],
      ['write-ended', undefined, target],
      ['bank-account-ended', '71', target],
      ['bank-account-ended', '72', target],
    ])
  })

  it('claims the end of no bank account when the replacement failed', async () => {
    const { folder, store } = await aRunningStore()

    const id = await store.journal.openIntent(anIntent({ section: 'bankAccount' }))
    await store.journal.noteReplaced(id, [toTargetRecordId('71')])
    await store.journal.closeIntent(id, { outcome: 'failed', reason: 'write-failed' })

    expect(readAuditKinds(folder)).toEqual(['write-begun', 'bank-account-ending', 'write-ended failed'])
  })

  it('says once what a later run found out about a write without an end', async () => {
    const { folder, store } = await aRunningStore()
    const id = await store.journal.openIntent(anIntent())

    await store.journal.resolveIntents([id], 'found-applied')
    await store.journal.resolveIntents([id], 'superseded')

    expect(readAudit(folder).slice(1)).toEqual([
      expect.objectContaining({
        kind: 'write-settled',
        code: 'found-applied',
        subject: ann,
        reference: String(id),
      }),
    ])
  })

  it('is undone with the write that it is about', async () => {
    const { folder, store } = await aRunningStore()
    await store.links.writeLink(aLink({ sourceId: bob }))
    const id = await store.journal.openIntent(
      anIntent({ kind: 'create', section: 'employee', targetId: null }),
    )

    // Somebody else is connected to that employee already, so nothing of the closing is stored.
    const closing = store.journal.closeIntent(id, {
      outcome: 'applied',
      reason: null,
      link: { targetId: target, origin: 'created' },
    })

    await expect(closing).rejects.toThrow('is already connected')
    expect(readAuditKinds(folder)).toEqual(['link-changed connected', 'write-begun'])
  })
})

describe('the audit record of links', () => {
  it('says who connected whom, how, and in which run', async () => {
    const { folder, store } = await aRunningStore()

    await store.links.writeLinks([aLink()])

    expect(readAudit(folder)).toEqual([
      {
        ...usual,
        number: 1,
        kind: 'link-changed',
        run_id: runId,
        company_id: '1234',
        subject: ann,
        target_id: target,
        code: 'connected',
        detail: 'rule:employeeNumber+birthDate',
      },
    ])
  })

  it('says nothing of a link that stays as it is', async () => {
    const { folder, store } = await aStore()

    await store.links.writeLink(aLink())
    await store.links.writeLink(aLink())

    expect(readAudit(folder)).toHaveLength(1)
  })

  it('belongs to no run when a person ends a link, leaves somebody out or takes him in again', async () => {
    const { folder, store } = await aStore()

    await store.links.writeLink({
      status: 'disconnected',
      sourceId: ann,
      companyId: company,
      formerTargetId: target,
    })
    await store.links.writeLink({
      status: 'ignored',
      sourceId: bob,
      companyId: company,
      reason: 'paid elsewhere',
      until: '2026-12-31',
    })
    await store.links.deleteLink(bob, company)

    const link = { ...usual, company_id: '1234' }
    expect(readAudit(folder)).toEqual([
      { ...link, number: 1, kind: 'link-changed', subject: ann, target_id: target, code: 'disconnected' },
      {
        ...link,
        number: 2,
        kind: 'link-changed',
        subject: bob,
        code: 'ignored',
        detail: '2026-12-31',
        reason: 'paid elsewhere',
      },
      { ...link, number: 3, kind: 'link-forgotten', subject: bob, code: 'ignored' },
    ])
  })
})

describe('the audit record of settings', () => {
  const settings = (values: Record<string, string>): ReadonlyMap<string, string> =>
    new Map(Object.entries(values))

  it('names the paths that differ from the sync before, and no more', async () => {
    const { folder, store } = await aRunningStore()

    await store.record.noteSettings(settings({ b: '1', a: '1', c: '1' }))
    await store.record.noteSettings(settings({ b: '1', a: '1', c: '1' }))
    await store.record.noteSettings(settings({ b: '2', a: '1', d: '1' }))

    expect(readAudit(folder).map(({ kind, code, fields, run_id }) => [kind, code, fields, run_id])).toEqual([
      ['setting-changed', 'first', ['a', 'b', 'c'], runId],
      ['setting-changed', 'added', ['d'], runId],
      ['setting-changed', 'changed', ['b'], runId],
      ['setting-changed', 'removed', ['c'], runId],
    ])
  })

  it('keeps the connections apart', async () => {
    const folder = aFolder()
    const state = await openState(folder)

    await state.store('acme', byAnn).record.noteSettings(settings({ a: '1' }))
    await state.store('beta', byAnn).record.noteSettings(settings({ a: '2' }))
    await state.store('acme', byAnn).record.noteSettings(settings({ a: '1' }))

    expect(readAudit(folder).map(({ connection, code }) => [connection, code])).toEqual([
      ['acme', 'first'],
      ['beta', 'first'],
    ])
  })

  it('says what was allowed for one run', async () => {
    const { folder, store } = await aRunningStore()

    await store.record.noteAllowed(['past-periods', 'create=25'])

    expect(readAuditKinds(folder)).toEqual(['allowed-once past-periods', 'allowed-once create=25'])
  })
})

describe('the audit table', () => {
  const withTable = async (work: (sqlite: Database.Database) => void): Promise<void> => {
    const { folder, store } = await aStore()
    await store.record.noteAllowed(['one', 'two'])
    const sqlite = new Database(join(folder, 'state.db'))
    try {
      work(sqlite)
    } finally {
      sqlite.close()
    }
  }

  it.each([
    [`UPDATE audit SET actor = 'Bob' WHERE number = 1`, 'cannot be changed'],
    ['DELETE FROM audit WHERE number = 2', 'cannot be removed'],
    ['INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE number = 1', 'only be added at the end'],
    [
      `INSERT INTO audit (number, at, actor, kind, hash) VALUES (4, '', '', '', '')`,
      'only be added at the end',
    ],
    [`INSERT INTO audit (at, actor, kind, hash) VALUES ('', '', '', '')`, 'only be added at the end'],
  ])('refuses: %s', async (statement, why) => {
    await withTable((sqlite) => {
      expect(() => sqlite.exec(statement)).toThrow(why)
      expect(sqlite.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(2)
    })
  })
})
