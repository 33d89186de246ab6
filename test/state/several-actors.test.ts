import { describe, expect, it } from '@jest/globals'
import { byHand } from '../../src/domain/audit/act.js'
import type { Actor } from '../../src/domain/audit/actor.js'
import { toRunId } from '../../src/domain/ids.js'
import { readAudit } from './audit-record.js'
import { aLink, anIntent, ann, bob, company, otherTarget, startRun } from './records.js'
import { aFolder, openState } from './temp-state.js'

const [byAnn, byBram] = [byHand('Ann' as Actor), byHand('Bram' as Actor)]

describe('one opened state', () => {
  it('puts what several people and runs do at the same time on record as theirs, in one whole chain', async () => {
    const folder = aFolder()
    const state = await openState(folder)
    const [run1, run2] = [toRunId('run-1'), toRunId('run-2')]
    const [first, second] = [state.store('acme', byAnn), state.store('beta', byBram)]
    await Promise.all([startRun(first, run1), startRun(second, run2)])
    const [inFirst, inSecond] = [first.during(run1), second.during(run2)]

    const [one, other] = await Promise.all([
      inFirst.journal.openIntent(anIntent({ runId: run1 })),
      inSecond.journal.openIntent(anIntent({ runId: run2, subject: bob })),
      state.store('acme', byBram).links.writeLinks([aLink({ sourceId: bob, targetId: otherTarget })]),
    ])
    await Promise.all([
      inSecond.journal.closeIntent(other, { outcome: 'failed', reason: 'nmbrs-1' }),
      state
        .store('beta', byAnn)
        .links.writeLinks([{ status: 'ignored', sourceId: ann, companyId: company, reason: 'on leave' }]),
      inFirst.journal.closeIntent(one, { outcome: 'applied', reason: null }),
    ])

    const record = readAudit(folder).map(({ actor, connection, run_id, kind }) => [
      actor,
      connection,
      run_id,
      kind,
    ])
    expect(record).toEqual([
      ['Ann', 'acme', 'run-1', 'write-begun'],
      ['Bram', 'beta', 'run-2', 'write-begun'],
      ['Bram', 'acme', undefined, 'link-changed'],
      ['Bram', 'beta', 'run-2', 'write-ended'],
      ['Ann', 'beta', undefined, 'link-changed'],
      ['Ann', 'acme', 'run-1', 'write-ended'],
    ])
    expect(await state.audit.verify()).toMatchObject({ entries: 6, flaw: undefined })
  })

  it('gives everybody the same digests and the same rows', async () => {
    const state = await openState(aFolder())
    const [one, other] = [state.store('acme', byAnn), state.store('acme', byBram)]

    await one.links.writeLinks([aLink()])

    expect(await other.links.readLinks()).toEqual([aLink()])
    expect(other.digest(ann, 'City', 'Delft')).toBe(one.digest(ann, 'City', 'Delft'))
  })
})
