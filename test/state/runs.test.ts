import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { InternalError } from '../../src/domain/errors.js'
import { toRunId } from '../../src/domain/ids.js'
import type { RunResult } from '../../src/domain/run/run.js'
import type { Store } from '../../src/run/store/store.js'
import {
  aFinding,
  anIntent,
  ann,
  aReport,
  bob,
  finishRun,
  runId,
  someCalls,
  somePeople,
  startRun,
  target,
} from './records.js'
import { aFolder, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

describe('runs', () => {
  it('are read with their end, the newest first, as many as asked for', async () => {
    const store = (await openState()).store('acme', asTester)
    for (const name of ['run-1', 'run-2', 'run-3']) {
      await startRun(store, toRunId(name))
      await finishRun(store, toRunId(name))
    }

    const runs = await store.runs.readRuns(2)

    expect(runs.map(({ id }) => id)).toEqual(['run-3', 'run-2'])
    expect(runs[0]).toEqual({
      id: 'run-3',
      connection: 'acme',
      mode: 'sync',
      trigger: 'cli',
      result: 'ok',
      startedAt: '2026-01-05T08:00:00.000Z',
      finishedAt: '2026-01-05T08:05:00.000Z',
      ended: true,
      people: somePeople,
      calls: someCalls,
      whole: true,
      failureCode: null,
    })
  })

  it('that never ended read as aborted', async () => {
    const store = (await openState()).store('acme', asTester)

    await startRun(store)

    expect(await store.runs.readRuns(1)).toEqual([
      expect.objectContaining({
        ended: false,
        finishedAt: null,
        result: 'aborted',
        people: null,
        calls: null,
      }),
    ])
  })

  it('end once, and only after they were started', async () => {
    const store = (await openState()).store('acme', asTester)
    await startRun(store)
    await finishRun(store)

    await expect(finishRun(store)).rejects.toBeInstanceOf(InternalError)
    await expect(finishRun(store, toRunId('other'))).rejects.toBeInstanceOf(InternalError)
  })

  it('belong to one connection', async () => {
    const state = await openState()
    await startRun(state.store('acme', asTester))

    expect(await state.store('other', asTester).runs.readRuns(10)).toEqual([])
    expect(await state.store('other', asTester).runs.readRun(runId)).toBeUndefined()
    await expect(finishRun(state.store('other', asTester))).rejects.toBeInstanceOf(InternalError)
  })

  it('keep why they failed', async () => {
    const store = (await openState()).store('acme', asTester)
    await startRun(store)

    await store.runs.finishRun(runId, {
      result: 'failed',
      finishedAt: '2026-01-05T08:05:00.000Z',
      people: somePeople,
      calls: someCalls,
      failure: { code: 'nmbrs-timeout', message: 'Nmbrs did not answer', remedy: 'Run again later' },
    })

    expect(await store.runs.readRun(runId)).toMatchObject({
      run: { result: 'failed', failureCode: 'nmbrs-timeout' },
      error: 'Nmbrs did not answer',
    })
  })
})

describe('readSyncs', () => {
  it('leaves out the plans, however many came after', async () => {
    const store = (await openState()).store('acme', asTester)
    await startRun(store, toRunId('a'), 'sync')
    for (const name of ['b', 'c', 'd']) await startRun(store, toRunId(name), 'plan')
    await store.runs.startRun({
      id: toRunId('e'),
      mode: 'sync',
      trigger: 'schedule',
      startedAt: '2026-01-05T09:00:00.000Z',
      whole: false,
    })

    expect(await store.runs.readSyncs(2)).toMatchObject([
      { id: 'e', whole: false, ended: false, failureCode: null },
      { id: 'a', whole: true },
    ])
    expect(await store.runs.readSyncs(1)).toHaveLength(1)
  })
})

describe('findLastScope', () => {
  const read = async (
    store: Store,
    name: string,
    result: RunResult,
    people: number,
    inScope = people,
  ): Promise<void> => {
    await startRun(store, toRunId(name), name.startsWith('plan') ? 'plan' : 'sync')
    await store.runs.finishRun(toRunId(name), {
      result,
      finishedAt: '2026-01-05T08:05:00.000Z',
      people: { ...somePeople, read: people, inScope },
      calls: someCalls,
    })
  }

  it('knows nothing before the first sync', async () => {
    expect(await (await openState()).store('acme', asTester).runs.findLastScope()).toBeUndefined()
  })

  it('gives whom the last sync had in scope that was not stopped, whatever plans and stopped syncs came after', async () => {
    const state = await openState()
    const store = state.store('acme', asTester)
    await read(store, 'one', 'ok', 90)
    await read(store, 'two', 'held', 100, 80)
    await read(store, 'plan', 'ok', 7)
    await read(store, 'stopped', 'aborted', 50)
    await read(store, 'unread', 'failed', 0)
    await startRun(store, toRunId('killed'), 'sync')
    await read(state.store('other', asTester), 'else', 'ok', 3)

    expect(await store.runs.findLastScope()).toMatchObject({ people: 80 })
  })
})

describe('countSyncs', () => {
  it('counts the syncs of this connection that have ended, and no plans', async () => {
    const state = await openState()
    const store = state.store('acme', asTester)
    for (const [name, mode] of [
      ['a', 'sync'],
      ['b', 'sync'],
      ['c', 'plan'],
    ] as const) {
      await startRun(store, toRunId(name), mode)
      await finishRun(store, toRunId(name))
    }
    await startRun(store, toRunId('still-going'))
    await startRun(state.store('other', asTester), toRunId('elsewhere'))
    await finishRun(state.store('other', asTester), toRunId('elsewhere'))

    expect(await store.runs.countSyncs()).toBe(2)
  })
})

describe('reports', () => {
  it('are read as they were written', async () => {
    const store = (await openState()).store('acme', asTester)
    await startRun(store)
    const changes = [aReport(), aReport({ subject: bob, targetId: null, outcome: 'planned', reason: null })]
    const findings = [
      aFinding(),
      { ...aFinding({ subject: bob, code: 'link-dangling', severity: 'warning' }) },
    ]

    await store.runs.writeReports(runId, changes, findings)

    expect(await store.runs.readRun(runId)).toEqual({
      run: expect.objectContaining({ id: runId }),
      changes,
      findings,
      error: null,
    })
  })

  it('keep a finding that is about no section and no field', async () => {
    const store = (await openState()).store('acme', asTester)
    await startRun(store)
    const finding = {
      code: 'link-dangling',
      severity: 'warning',
      subject: ann,
      message: 'The employee is gone from Nmbrs',
      remedy: 'Run "nmbrs-sync status"',
    } as const

    await store.runs.writeReports(runId, [], [finding])

    expect((await store.runs.readRun(runId))?.findings).toEqual([finding])
  })

  it('show a write whose end was never recorded as unknown', async () => {
    const store = (await openState()).store('acme', asTester)
    await startRun(store)
    await store.journal.openIntent(anIntent())

    const run = await store.runs.readRun(runId)

    expect(run?.changes).toEqual([
      {
        subject: ann,
        targetId: target,
        kind: 'update',
        section: 'address',
        fields: ['City', 'Street'],
        outcome: 'unknown',
        reason: 'write-unknown',
      },
    ])
  })

  it('store a message once, however many people it is about', async () => {
    const folder = aFolder()
    const store = (await openState(folder)).store('acme', asTester)
    await startRun(store)

    await store.runs.writeReports(
      runId,
      [],
      Array.from({ length: 300 }, () => aFinding()),
    )

    const sqlite = new Database(join(folder, 'state.db'), { readonly: true })
    const phrases = sqlite.prepare('SELECT count(*) FROM phrase').pluck().get()
    sqlite.close()
    expect(phrases).toBe(2)
    expect((await store.runs.readRun(runId))?.findings).toHaveLength(300)
  })

  it('tell the right message after a write that was undone', async () => {
    const state = await openState()
    const store = state.store('acme', asTester)
    await startRun(store)
    const undone = store.journal.openIntent(anIntent({ fields: ['Undone'], kind: 'nonsense' as 'update' }))
    await expect(undone).rejects.toBeInstanceOf(InternalError)

    await store.runs.writeReports(
      runId,
      [aReport({ fields: ['Value'] }), aReport({ fields: ['Undone'] })],
      [],
    )

    expect((await store.runs.readRun(runId))?.changes.map(({ fields }) => fields)).toEqual([
      ['Value'],
      ['Undone'],
    ])
  })

  it('cannot be written for a run that was not started', async () => {
    const store = (await openState()).store('acme', asTester)

    await expect(store.runs.writeReports(runId, [aReport()], [])).rejects.toBeInstanceOf(InternalError)
  })
})
