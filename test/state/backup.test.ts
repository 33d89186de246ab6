import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { AbortError, ConfigError } from '../../src/domain/errors.js'
import { toRunId } from '../../src/domain/ids.js'
import { openStateDatabase, type StateOptions } from '../../src/state/open-state-database.js'
import { restoreState, type RestoreEnd } from '../../src/state/sqlite/file/restore.js'
import { readAudit } from './audit-record.js'
import { aLink, anIntent, ann, bob, company, otherTarget, runId, startRun } from './records.js'
import { aFolder, openState, stateOptions } from './temp-state.js'
import { asTester } from '../support/builders.js'

/** A folder whose state knows one link. */
const aLinkedFolder = async (): Promise<string> => {
  const folder = aFolder()
  const state = await openStateDatabase(stateOptions(folder))
  await state.store('acme', asTester).links.writeLink(aLink())
  await state.close()
  return folder
}

const linksIn = async (folder: string): Promise<string[]> => {
  const state = await openStateDatabase(stateOptions(folder))
  const links = await state.store('acme', asTester).links.readLinks()
  await state.close()
  return links.map(({ sourceId }) => sourceId)
}

const errorOf = async (work: Promise<unknown>): Promise<Error> => {
  try {
    await work
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

const backUp = async (folder: string, name = 'copy.db'): Promise<string> => {
  const state = await openStateDatabase(stateOptions(folder))
  const { file } = await state.backup(join(folder, name))
  await state.close()
  return file
}

describe('a backup', () => {
  it('is one sound file, for the owner only, with everything that was stored', async () => {
    const folder = await aLinkedFolder()
    const state = await openState(folder)
    await state.store('acme', asTester).links.writeLink(aLink({ sourceId: bob, targetId: otherTarget }))

    const end = await state.backup(join(folder, 'copy.db'))

    expect(end).toEqual({ file: join(folder, 'copy.db'), sizeBytes: statSync(join(folder, 'copy.db')).size })
    expect(statSync(end.file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db'])
    const copy = new Database(end.file, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT count(*) FROM link').pluck().get()).toBe(2)
    copy.close()
  })

  it('is made while another process writes, and holds one moment of it', async () => {
    const folder = aFolder()
    const [writing, copying] = [await openState(folder), await openState(folder)]
    const store = writing.store('acme', asTester)
    await startRun(store)
    const copied = new AbortController()
    const writes = (async (): Promise<void> => {
      while (!copied.signal.aborted) {
        const id = await store.journal.openIntent(anIntent())
        await store.journal.closeIntent(id, { outcome: 'applied', reason: null })
      }
    })()

    const { file } = await copying.backup(join(folder, 'copy.db'))
    copied.abort()
    await writes

    // What belongs together is there together: an ended write has its outcome and both entries.
    const copy = new Database(file, { readonly: true })
    const count = (from: string): unknown => copy.prepare(`SELECT count(*) FROM ${from}`).pluck().get()
    expect(count('outcome')).toBe(count('intent WHERE settled IS NOT NULL'))
    expect(count(`audit WHERE kind = 'write-begun'`)).toBe(count('intent'))
    expect(count(`audit WHERE kind = 'write-ended'`)).toBe(count('outcome'))
    copy.close()
  })

  it('never takes the place of a file', async () => {
    const folder = await aLinkedFolder()
    writeFileSync(join(folder, 'copy.db'), 'mine')

    const error = await errorOf(backUp(folder))

    expect(error).toBeInstanceOf(ConfigError)
    expect(readFileSync(join(folder, 'copy.db'), 'utf8')).toBe('mine')
  })

  it('says that its folder is missing', async () => {
    const folder = await aLinkedFolder()

    expect((await errorOf(backUp(folder, 'nowhere/copy.db'))).message).toContain('There is no folder')
  })

  it('is not given its name when the file it was made of is damaged', async () => {
    const folder = aFolder()
    const state = await openStateDatabase(stateOptions(folder))
    await state
      .store('acme', asTester)
      .record.noteAllowed(Array.from({ length: 3000 }, (_, index) => `code-${index}`))
    await state.close()
    const bytes = readFileSync(join(folder, 'state.db'))
    bytes.fill(0xff, bytes.length - 8 * 4096)
    writeFileSync(join(folder, 'state.db'), bytes)

    const error = await errorOf(backUp(folder))

    expect(error).toMatchObject({ name: 'AbortError', code: 'state-unusable' })
    expect(error.message).toContain('is damaged')
    expect(readdirSync(folder).filter((name) => name.startsWith('copy.db'))).toEqual([])
  })
})

const restore = (folder: string, file: string, differs: Partial<StateOptions> = {}): Promise<RestoreEnd> =>
  restoreState(stateOptions(folder, differs), {
    file,
    act: asTester,
    runId: toRunId('restore'),
    moment: '20260105-080000',
  })

describe('restoring a backup', () => {
  it('puts it in the place of the state file and keeps the former one aside', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)
    const later = await openStateDatabase(stateOptions(folder))
    await later.store('acme', asTester).links.writeLink(aLink({ sourceId: bob, targetId: otherTarget }))
    const former = await later.audit.head()
    await later.close()

    const end = await restore(folder, file)

    const aside = `${join(folder, 'state.db')}.before-restore-20260105-080000`
    expect(end).toEqual({
      path: join(folder, 'state.db'),
      aside,
      schemaVersion: expect.any(Number),
      loginsInDoubt: 0,
      forgottenSince: 0,
    })
    expect(await linksIn(folder)).toEqual([ann])
    const kept = new Database(aside, { readonly: true })
    expect(kept.prepare('SELECT count(*) FROM link').pluck().get()).toBe(2)
    kept.close()
    expect(readdirSync(folder).sort()).toEqual(
      ['copy.db', 'state.db', 'state.db.before-restore-20260105-080000', 'state.key'].sort(),
    )
    expect(readAudit(folder).at(-1)).toMatchObject({
      kind: 'state-restored',
      actor: 'tester',
      code: 'former-known',
      detail: `${former?.number} ${former?.at} ${former?.hash}`,
    })
  })

  it('continues the chain of the backup, and shows the gap to whoever kept a later line', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)
    const later = await openStateDatabase(stateOptions(folder))
    await later.store('acme', asTester).record.noteAllowed(['a', 'b', 'c'])
    const kept = await later.audit.head()
    await later.close()

    await restore(folder, file)

    const state = await openState(folder)
    expect((await state.audit.verify()).flaw).toBeUndefined()
    expect((await state.audit.verify(kept)).flaw?.problem).toBe('cut-off')
  })

  it('never overwrites a file that was kept aside before', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)

    const ends = [await restore(folder, file), await restore(folder, file)]

    expect(ends.map(({ aside }) => existsSync(aside ?? ''))).toEqual([true, true])
    expect(ends[1]?.aside).not.toBe(ends[0]?.aside)
  })

  it('takes the last writes along from the log of a file that was copied by hand', async () => {
    const folder = await aLinkedFolder()
    const state = await openState(folder)
    await state.store('acme', asTester).links.writeLink(aLink({ sourceId: bob, targetId: otherTarget }))
    const elsewhere = aFolder()
    for (const name of ['state.db', 'state.db-wal', 'state.key'])
      copyFileSync(join(folder, name), join(elsewhere, name.replace('state.db', 'copy.db')))

    await restore(elsewhere, join(elsewhere, 'copy.db'))

    expect(await linksIn(elsewhere)).toEqual([ann, bob])
  })

  it('needs no state file to be there, nor a usable one', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)

    rmSync(join(folder, 'state.db'))
    const absent = await restore(folder, file)
    writeFileSync(join(folder, 'state.db'), 'no database at all')
    const unusable = await restore(folder, file)

    expect(absent.aside).toBeNull()
    expect(readFileSync(unusable.aside ?? '', 'utf8')).toBe('no database at all')
    expect(readAudit(folder).map(({ code }) => code)).toContain('former-unusable')
    expect(await linksIn(folder)).toEqual([ann])
  })

  it('leaves behind the lease of the run during which the backup was made', async () => {
    const folder = await aLinkedFolder()
    const running = await openStateDatabase(stateOptions(folder))
    await running.acquireLease('whole-file', runId)
    const { file } = await running.backup(join(folder, 'copy.db'))
    await running.close()

    await restore(folder, file)

    const state = await openState(folder)
    expect((await state.info()).holder).toBeNull()
  })

  it('refuses while a run goes on', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)
    const running = await openState(folder)
    await running.acquireLease('whole-file', runId)

    const error = await errorOf(restore(folder, file))

    expect(error).toMatchObject({ code: 'lease-held' })
  })

  it('refuses while a process that does not run just now has the file open', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)
    const waiting = await openState(folder)

    const error = await errorOf(restore(folder, file))

    expect(error.message).toContain('open in another process')
    await waiting.store('acme', asTester).links.writeLink(aLink({ sourceId: bob, targetId: otherTarget }))
    expect(await waiting.store('acme', asTester).links.readLinks()).toHaveLength(2)
  })
})

describe('a file that cannot be restored', () => {
  const expectRefusal = async (folder: string, file: string, words: string): Promise<void> => {
    const before = readFileSync(join(folder, 'state.db'))

    const error = await errorOf(restore(folder, file))

    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({
      code: 'state-unusable',
      remedy: expect.stringContaining('Nothing was replaced'),
    })
    expect(error.message).toContain(words)
    expect(error.message).not.toContain('.tmp')
    expect(readFileSync(join(folder, 'state.db'))).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.includes('.tmp') || name.includes('before'))).toEqual([])
  }

  it('is missing', async () => {
    const folder = await aLinkedFolder()

    expect(await errorOf(restore(folder, join(folder, 'none.db')))).toBeInstanceOf(ConfigError)
  })

  it('is no database', async () => {
    const folder = await aLinkedFolder()
    writeFileSync(join(folder, 'copy.db'), 'name;date\n'.repeat(500))

    await expectRefusal(folder, join(folder, 'copy.db'), 'is not a database')
  })

  it('belongs to another program', async () => {
    const folder = await aLinkedFolder()
    const other = new Database(join(folder, 'copy.db'))
    other.exec('CREATE TABLE customers (id INTEGER)')
    other.close()

    await expectRefusal(folder, join(folder, 'copy.db'), 'another program')
  })

  it('is damaged', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)
    const bytes = readFileSync(file)
    bytes.fill(0xff, 4096, 3 * 4096)
    writeFileSync(file, bytes)

    await expectRefusal(folder, file, 'is damaged')
  })

  it('is of a newer program', async () => {
    const folder = await aLinkedFolder()
    const file = await backUp(folder)
    const newer = new Database(file)
    newer.exec(`INSERT INTO ledger VALUES (99, 'later', 'x', '2030-01-01T00:00:00.000Z')`)
    newer.close()

    await expectRefusal(folder, file, 'database too new')
  })

  it('was made with another key', async () => {
    const folder = await aLinkedFolder()
    const other = await aLinkedFolder()
    const file = await backUp(other)

    await expectRefusal(folder, file, 'is not the one that made the digests')
  })
})

describe('removing old runs', () => {
  const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}T02:00:00.000Z`

  const runDays = async (folder: string, days: readonly number[]) => {
    const state = await openState(folder)
    const store = state.store('acme', asTester)
    for (const number of days) {
      const id = toRunId(`run-${number}`)
      await store.runs.startRun({
        id,
        mode: 'sync',
        trigger: 'schedule',
        startedAt: day(number),
        whole: true,
      })
      const intent = await store.journal.openIntent(anIntent({ runId: id }))
      await store.journal.closeIntent(intent, { outcome: 'applied', reason: null })
      await store.runs.writeReports(id, [], [])
      await store.runs.finishRun(id, {
        result: 'ok',
        finishedAt: day(number),
        people: { read: 1, inScope: 1, linked: 1, notConnected: 0, ignored: 0, blocked: 0 },
        calls: { alexis: 1, nmbrs: { total: 1, byOperation: {} } },
      })
    }
    return { state, store }
  }

  it('lets those go that are old and not among the newest, with everything that hangs on them', async () => {
    const folder = aFolder()
    const { state, store } = await runDays(folder, [1, 2, 3, 4, 5])
    await store.links.writeLink(aLink())

    const removed = await store.runs.purgeRuns({ before: day(4), keep: 1 })

    expect(removed).toBe(3)
    expect((await store.runs.readRuns(10)).map(({ id }) => id)).toEqual(['run-5', 'run-4'])
    expect((await state.info()).rows).toMatchObject({ run: 2, intent: 2, outcome: 2, link: 1 })
    expect(readAudit(folder).at(-1)).toMatchObject({
      kind: 'state-purged',
      connection: 'acme',
      code: 'runs=3',
      detail: `started before ${day(4)}`,
    })
    expect(readAudit(folder).filter(({ kind }) => kind === 'write-ended')).toHaveLength(5)
  })

  it('keeps the newest however old they are, plans and syncs each for themselves', async () => {
    const { store } = await runDays(aFolder(), [1, 2, 3])
    await startRun(store, toRunId('plan-1'), 'plan')
    await startRun(store, toRunId('plan-2'), 'plan')

    await store.runs.purgeRuns({ before: day(28), keep: 2 })

    expect((await store.runs.readRuns(10)).map(({ id }) => id)).toEqual([
      'plan-2',
      'plan-1',
      'run-3',
      'run-2',
    ])
  })

  it('goes on counting the syncs that are gone', async () => {
    const { store } = await runDays(aFolder(), [1, 2, 3, 4])

    await store.runs.purgeRuns({ before: day(28), keep: 1 })

    expect(await store.runs.countSyncs()).toBe(4)
  })

  it('keeps a run with a write whose end is not known, and the run that goes on', async () => {
    const { state, store } = await runDays(aFolder(), [1, 2, 3])
    await startRun(store, toRunId('killed'))
    await store.journal.openIntent(anIntent({ runId: toRunId('killed') }))
    await startRun(store, toRunId('going-on'))
    await state.acquireLease('whole-file', toRunId('going-on'))

    await store.runs.purgeRuns({ before: day(28), keep: 0 })

    expect((await store.runs.readRuns(10)).map(({ id }) => id)).toEqual(['going-on', 'killed'])
    expect(await store.journal.readOpenIntents()).toHaveLength(1)
  })

  it('leaves the runs of other connections alone', async () => {
    const { state, store } = await runDays(aFolder(), [1, 2])

    expect(await state.store('beta', asTester).runs.purgeRuns({ before: day(28), keep: 0 })).toBe(0)
    expect(await store.runs.readRuns(10)).toHaveLength(2)
    expect(await store.accounts.readBankLooks(company)).toEqual(new Map())
  })

  it('needs several transactions for many', async () => {
    const folder = aFolder()
    const { store } = await runDays(folder, [1])
    for (let number = 0; number < 120; number += 1) await startRun(store, toRunId(`more-${number}`))

    expect(await store.runs.purgeRuns({ before: day(28), keep: 1 })).toBe(120)
    expect(readAudit(folder).filter(({ kind }) => kind === 'state-purged')).toHaveLength(3)
  })
})
