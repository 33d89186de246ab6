import { describe, expect, it } from '@jest/globals'
import { ConfigError, InternalError } from '../../src/domain/errors.js'
import { toRunId, toTargetEmployeeId, toTargetRecordId } from '../../src/domain/ids.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
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
import { aFolder, openState, stateOptions } from './temp-state.js'
import { asTester } from '../support/builders.js'

const aStartedStore = async (folder = aFolder()) => {
  const store = (await openState(folder)).store('acme', asTester)
  await startRun(store)
  return store
}

const creation = anIntent({ kind: 'create', section: 'employee', targetId: null, fields: ['FirstName'] })

describe('intents', () => {
  it('are open until their end is stored', async () => {
    const store = await aStartedStore()

    const id = await store.journal.openIntent(anIntent())
    const during = await store.journal.readOpenIntents()
    await store.journal.closeIntent(id, { outcome: 'applied', reason: null })

    expect(during).toEqual([
      {
        id,
        subject: ann,
        companyId: company,
        targetId: target,
        kind: 'update',
        section: 'address',
        replaces: [],
      },
    ])
    expect(await store.journal.readOpenIntents()).toEqual([])
  })

  it('survive a process that stopped before the answer came', async () => {
    const folder = aFolder()
    const killed = await openStateDatabase(stateOptions(folder))
    await startRun(killed.store('acme', asTester))
    const id = await killed.store('acme', asTester).journal.openIntent(creation)
    await killed.close()

    const store = (await openState(folder)).store('acme', asTester)

    expect(await store.journal.readOpenIntents()).toEqual([
      expect.objectContaining({ id, subject: ann, targetId: null, kind: 'create', section: 'employee' }),
    ])
  })

  it('stay open when the answer was lost', async () => {
    const store = await aStartedStore()
    const id = await store.journal.openIntent(creation)

    await store.journal.closeIntent(id, { outcome: 'unknown', reason: 'write-unknown' })

    expect((await store.journal.readOpenIntents()).map((intent) => intent.id)).toEqual([id])
  })

  it('are closed by what a later run found out', async () => {
    const store = await aStartedStore()
    const ids = [
      await store.journal.openIntent(creation),
      await store.journal.openIntent(anIntent()),
      await store.journal.openIntent(anIntent({ subject: bob })),
    ]

    await store.journal.resolveIntents(ids.slice(0, 2), 'found-applied')

    expect((await store.journal.readOpenIntents()).map(({ id }) => id)).toEqual([ids[2]])
  })

  it('remember the bank accounts they replace, those noted later included', async () => {
    const store = await aStartedStore()
    const [first, second, third] = ['1', '2', '3'].map(toTargetRecordId)
    const id = await store.journal.openIntent(
      anIntent({ section: 'bankAccount', replaces: [first!, second!] }),
    )

    await store.journal.noteReplaced(id, [second!, third!])

    expect((await store.journal.readOpenIntents())[0]?.replaces).toEqual(['1', '2', '3'])
  })

  it('stay open when a replacement failed, because the new account may stand beside the old one', async () => {
    const store = await aStartedStore()
    const id = await store.journal.openIntent(anIntent({ section: 'bankAccount' }))
    await store.journal.noteReplaced(id, [toTargetRecordId('1')])

    await store.journal.closeIntent(id, { outcome: 'failed', reason: 'write-failed' })

    expect(await store.journal.readOpenIntents()).toEqual([expect.objectContaining({ id, replaces: ['1'] })])
    await store.journal.resolveIntents([id], 'superseded')
    expect(await store.journal.readOpenIntents()).toEqual([])
  })

  it('are over when a replacement was carried out or held', async () => {
    const store = await aStartedStore()
    const replaces = [toTargetRecordId('1')]
    const applied = await store.journal.openIntent(anIntent({ section: 'bankAccount', replaces }))
    const held = await store.journal.openIntent(anIntent({ section: 'bankAccount', replaces, subject: bob }))

    await store.journal.closeIntent(applied, { outcome: 'applied', reason: null })
    await store.journal.closeIntent(held, { outcome: 'held', reason: 'target-moved' })

    expect(await store.journal.readOpenIntents()).toEqual([])
  })

  it('belong to one connection', async () => {
    const state = await openState()
    await startRun(state.store('acme', asTester))
    const id = await state.store('acme', asTester).journal.openIntent(anIntent())
    const other = state.store('other', asTester)

    await other.journal.resolveIntents([id], 'superseded')

    expect(await other.journal.readOpenIntents()).toEqual([])
    await expect(other.journal.closeIntent(id, { outcome: 'applied', reason: null })).rejects.toThrow(
      'never opened',
    )
    expect(await state.store('acme', asTester).journal.readOpenIntents()).toHaveLength(1)
  })

  it('cannot be opened for a run that was not started', async () => {
    const store = await aStartedStore()

    const opening = store.journal.openIntent(anIntent({ runId: toRunId('nobody-started-this') }))

    await expect(opening).rejects.toBeInstanceOf(InternalError)
  })

  it.each(['applied', 'unknown', 'failed'] as const)('end once: %s', async (outcome) => {
    const store = await aStartedStore()
    const id = await store.journal.openIntent(anIntent())
    await store.journal.closeIntent(id, { outcome, reason: null })

    const again = store.journal.closeIntent(id, { outcome: 'applied', reason: null })

    await expect(again).rejects.toThrow('has ended before')
    await expect(store.journal.noteReplaced(id, [])).rejects.toThrow('has ended before')
  })
})

describe('closeIntent', () => {
  it('stores the new link with the outcome of a creation', async () => {
    const store = await aStartedStore()
    const id = await store.journal.openIntent(creation)

    await store.journal.closeIntent(id, {
      outcome: 'applied',
      reason: null,
      link: { targetId: target, origin: 'created' },
    })

    expect(await store.links.readLinks()).toEqual([aLink({ origin: 'created' })])
    expect((await store.runs.readRun(runId))?.changes).toEqual([
      {
        subject: ann,
        targetId: target,
        kind: 'create',
        section: 'employee',
        fields: ['FirstName'],
        outcome: 'applied',
        reason: null,
      },
    ])
  })

  it('stores what an update settled with its outcome', async () => {
    const store = await aStartedStore()
    const id = await store.journal.openIntent(anIntent())

    await store.journal.closeIntent(id, {
      outcome: 'applied',
      reason: null,
      baseline: { section: 'address', value: aBaseline() },
    })

    expect(await store.baselines.readBaselines(company, [ann, bob])).toEqual(
      new Map([[ann, { address: aBaseline() }]]),
    )
  })

  it('stores all of it or nothing', async () => {
    const store = await aStartedStore()
    await store.links.writeLink(aLink({ sourceId: bob }))
    const id = await store.journal.openIntent(creation)

    const closing = store.journal.closeIntent(id, {
      outcome: 'applied',
      reason: null,
      link: { targetId: target, origin: 'created' },
      baseline: { section: 'address', value: aBaseline() },
    })

    await expect(closing).rejects.toBeInstanceOf(ConfigError)
    expect(await store.links.readLinks()).toEqual([aLink({ sourceId: bob })])
    expect(await store.baselines.readBaselines(company, [ann, bob])).toEqual(new Map())
    expect((await store.journal.readOpenIntents()).map((intent) => intent.id)).toEqual([id])
  })

  it('keeps the ends of many people apart when they come together', async () => {
    const store = await aStartedStore()
    await store.links.writeLink(aLink({ sourceId: bob, targetId: otherTarget }))
    const targets = [otherTarget, toTargetEmployeeId('601'), toTargetEmployeeId('602')]
    const ids = await Promise.all(
      targets.map((_, index) => store.journal.openIntent({ ...creation, subject: [ann, bob, ann][index]! })),
    )

    const ends = await Promise.allSettled(
      ids.map((id, index) =>
        store.journal.closeIntent(id, {
          outcome: 'applied',
          reason: null,
          link: { targetId: targets[index]!, origin: 'created' },
        }),
      ),
    )

    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect((await store.journal.readOpenIntents()).map(({ id }) => id)).toEqual([ids[0]])
  })
})
