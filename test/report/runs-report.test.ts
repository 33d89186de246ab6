import { describe, expect, it } from '@jest/globals'

import { buildRunsText, toRunsJson } from '../../src/report/sync/runs-list.js'
import { buildKeptRunText, toKeptRunJson } from '../../src/report/sync/runs-report.js'
import { buildKeptRunView } from '../../src/report/sync/view/kept-run-view.js'
import { buildRunsView } from '../../src/report/sync/view/runs-view.js'
import type { StoredRun } from '../../src/run/store/runs.js'
import { aChange, aDocument, aFinding, plainLook } from './run-builders.js'

const aStoredRun = (differs: Partial<StoredRun> = {}): StoredRun => ({
  ...aDocument({ run: { mode: 'sync', result: 'held' } }).run,
  ended: true,
  people: aDocument().people,
  calls: aDocument().calls,
  whole: true,
  failureCode: null,
  ...differs,
})
const viewOf = (runs: readonly StoredRun[]) => buildRunsView('acme', runs)
const killed = aStoredRun({ ended: false, finishedAt: null, result: 'aborted', people: null, calls: null })

describe('the runs so far', () => {
  it('are one line each', () => {
    expect(buildRunsText(viewOf([aStoredRun(), killed]), 'Europe/Amsterdam', plainLook).split('\n')).toEqual([
      'run    started           mode  by   people  Nmbrs calls  result',
      'run-1  2026-11-22 09:00  sync  cli  3       3            done, with something held',
      'run-1  2026-11-22 09:00  sync  cli                       going on, or killed',
      '',
    ])
  })

  it('name the first step when there are none', () => {
    expect(buildRunsText(viewOf([]), 'UTC', plainLook)).toBe('No runs yet. Next: nmbrs-sync plan\n')
  })

  it('are a document of summaries', () => {
    expect(toRunsJson(viewOf([aStoredRun(), killed]))).toMatchObject([
      { id: 'run-1', result: 'held', ended: true, people: { inScope: 3 }, calls: { nmbrs: { total: 3 } } },
      { ended: false, finishedAt: null, people: null, calls: null },
    ])
  })
})

describe('one run', () => {
  it('shows its changes, findings, times and what stopped it', () => {
    const kept = {
      run: aStoredRun({ result: 'failed' }),
      changes: [aChange({ outcome: 'failed' })],
      findings: [aFinding()],
      error: 'Nmbrs is away',
    }

    const text = buildKeptRunText(buildKeptRunView(kept), 'Europe/Amsterdam', plainLook)

    expect(text).toContain('change  address  failed  street, city')
    expect(text).toContain('Street was changed in Nmbrs')
    expect(text).toContain('From 2026-11-22 09:00 to 2026-11-22 09:00.\nStopped by: Nmbrs is away\n')
  })

  it('says of a run without an end that it goes on or was killed', () => {
    const view = buildKeptRunView({ run: killed, changes: [], findings: [], error: null })

    const text = buildKeptRunText(view, 'UTC', plainLook)

    expect(text).toContain('it is still running, or was killed')
    // Neither how it ended nor whom it read is known, so no number and no result stands for it.
    expect(text).not.toMatch(/Result:|people read|calls to/)
  })

  it('is the document of the run with what stopped it', () => {
    const kept = { run: aStoredRun(), changes: [aChange()], findings: [], error: null }

    const document = toKeptRunJson(buildKeptRunView(kept))

    expect(Object.keys(document)).toEqual(['run', 'people', 'changes', 'findings', 'calls', 'ended', 'error'])
    expect(Object.keys(document.run)).toEqual([
      'id',
      'connection',
      'mode',
      'trigger',
      'result',
      'startedAt',
      'finishedAt',
      'failure',
    ])
  })
})
