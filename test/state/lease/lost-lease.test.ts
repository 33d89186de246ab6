import { describe, expect, it } from '@jest/globals'
import { toRunId } from '../../../src/domain/ids.js'
import type { LeaseScope } from '../../../src/run/store/lease.js'
import type { Store } from '../../../src/run/store/store.js'
import { usualLeaseTimes } from '../../../src/state/sqlite/lease/lease-keeper.js'
import {
  aBaseline,
  aFinding,
  anIntent,
  ann,
  aReport,
  company,
  runId,
  someCalls,
  somePeople,
  startRun,
} from '../records.js'
import { aFolder, openState } from '../temp-state.js'
import { aClock } from './clock.js'
import { asTester } from '../../support/builders.js'

const { leaseMs } = usualLeaseTimes
const runTwo = toRunId('run-2')

describe('who lost the lease', () => {
  const sameConnection: LeaseScope = { connection: 'acme', accounts: ['soap user two'] }
  const sameAccount: LeaseScope = { connection: 'birch', accounts: ['soap user one'] }

  const overtaken = async (by: LeaseScope = sameConnection) => {
    const folder = aFolder()
    const clock = aClock()
    const first = await openState(folder, { pid: 11, host: 'payroll-1', now: clock.now })
    await first.acquireLease({ connection: 'acme', accounts: ['soap user one'] }, runId)
    const store = first.store('acme', asTester)
    await startRun(store)
    const intent = await store.journal.openIntent(anIntent())
    const second = await openState(folder, { pid: 12, host: 'payroll-2', now: clock.now })
    clock.advance(leaseMs)
    await second.acquireLease(by, runTwo)
    return { store, intent, second: second.store('acme', asTester) }
  }

  const link = { status: 'ignored', sourceId: ann, companyId: company, reason: 'left' } as const
  const changes: Record<string, (store: Store) => Promise<unknown>> = {
    'opens no intent': (store) => store.journal.openIntent(anIntent()),
    'resolves no intent': (store) => store.journal.resolveIntents([1], 'superseded'),
    'links nobody': (store) => store.links.writeLinks([link]),
    'takes no link away': (store) => store.links.deleteLink(ann, company),
    'settles nothing': (store) =>
      store.baselines.writeBaselines([
        { subject: ann, companyId: company, section: 'address', baseline: aBaseline() },
      ]),
    'seals nobody': (store) =>
      store.baselines.writePersonSeals(company, new Map([[ann, { seal: 's', hasAccount: false }]])),
    'opens no hold': (store) => store.holds.openHolds([]),
    'closes no hold': (store) => store.holds.closeHolds([]),
    'notes no look at an account': (store) =>
      store.accounts.writeBankLooks(company, [ann], '2026-01-05T08:00:00.000Z'),
    'notes no settings': (store) => store.record.noteSettings(new Map([['a', 'digest']])),
  }

  it.each(Object.entries(changes))('%s', async (_, change) => {
    const { store, second } = await overtaken()

    await expect(change(store)).rejects.toMatchObject({ code: 'lease-held' })

    expect(await second.links.readLinks()).toEqual([])
    expect(await second.journal.readOpenIntents()).toHaveLength(1)
  })

  it.each(['found-applied', 'found-not-applied', 'superseded'] as const)(
    'finds no bug in a write that the other run settled as %s',
    async (how) => {
      const { store, intent, second } = await overtaken()
      await second.journal.resolveIntents([intent], how)

      const closing = store.journal.closeIntent(intent, { outcome: 'applied', reason: null })

      await expect(closing).rejects.toMatchObject({ name: 'AbortError', code: 'lease-held' })
    },
  )

  it('writes nothing either when a connection with the same account overtook it', async () => {
    const { store, second } = await overtaken(sameAccount)

    await expect(store.links.deleteLink(ann, company)).rejects.toMatchObject({ code: 'lease-held' })

    expect(await second.journal.readOpenIntents()).toHaveLength(1)
  })

  it('still puts on record how its own run ended', async () => {
    const { store, second } = await overtaken()

    await store.runs.writeReports(runId, [aReport()], [aFinding()])
    await store.runs.finishRun(runId, {
      result: 'aborted',
      finishedAt: '2026-01-05T08:10:00.000Z',
      people: somePeople,
      calls: someCalls,
    })

    expect(await second.runs.readRun(runId)).toMatchObject({ run: { ended: true, result: 'aborted' } })
  })
})
