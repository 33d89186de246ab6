import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import Database from 'better-sqlite3'
import type { Store } from '../../src/run/store/store.js'
import { aBaseline, anIntent, ann, company, finishRun, runId, startRun } from './records.js'
import { aFolder, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

/** What the next version of this program does when it opens the file. */
const migrateFurther = (folder: string): void => {
  const sqlite = new Database(join(folder, 'state.db'))
  sqlite.exec(`
    CREATE TABLE of_the_next_version (id INTEGER) STRICT;
    INSERT INTO ledger SELECT max(number) + 1, 'next', 'checksum', 'now' FROM ledger;`)
  sqlite.close()
}

const writes: Record<string, (store: Store) => Promise<unknown>> = {
  'an intent': (store) => store.journal.openIntent(anIntent()),
  'a link': (store) =>
    store.links.writeLinks([{ status: 'ignored', sourceId: ann, companyId: company, reason: 'on leave' }]),
  'what is settled': (store) =>
    store.baselines.writeBaselines([
      { subject: ann, companyId: company, section: 'address', baseline: aBaseline() },
    ]),
  'the end of its run': (store) => finishRun(store),
}

describe('a program whose state file a newer one brought up to date', () => {
  const overtaken = async () => {
    const folder = aFolder()
    const state = await openState(folder)
    const store = state.store('acme', asTester)
    await state.acquireLease('whole-file', runId)
    await startRun(store)
    migrateFurther(folder)
    return { folder, state, store }
  }

  it.each(Object.entries(writes))('stores %s no more', async (_, write) => {
    const { folder, store } = await overtaken()

    await expect(write(store)).rejects.toMatchObject({
      code: 'state-unusable',
      message: expect.stringContaining('a newer program'),
    })

    const sqlite = new Database(join(folder, 'state.db'))
    const rows = ['intent', 'link', 'baseline'].map((table) =>
      sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    sqlite.close()
    expect(rows).toEqual([0, 0, 0])
  })

  it('lets no write leave', async () => {
    const { state } = await overtaken()
    const send = jest.fn()

    expect(() => {
      state.whileHeld('acme', send)
    }).toThrow('a newer program')
    expect(send).not.toHaveBeenCalled()
  })

  it('takes no lease', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    migrateFurther(folder)

    await expect(state.acquireLease('whole-file', runId)).rejects.toMatchObject({ code: 'state-unusable' })
  })
})
