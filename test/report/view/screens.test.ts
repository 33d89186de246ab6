import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { outcomes } from '../../../src/domain/change.js'
import { toHoldId } from '../../../src/domain/ids.js'
import { toRunsJson, buildRunsText } from '../../../src/report/sync/runs-list.js'
import { buildKeptRunText, toKeptRunJson } from '../../../src/report/sync/runs-report.js'
import { toRunJson } from '../../../src/report/sync/run-json.js'
import { buildRunText } from '../../../src/report/sync/run-text.js'
import { buildKeptRunView } from '../../../src/report/sync/view/kept-run-view.js'
import { buildRunsView } from '../../../src/report/sync/view/runs-view.js'
import { buildRunView } from '../../../src/report/sync/view/run-view.js'
import { aChange, aDocument, aFinding } from '../run-builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

/** Numbers that stand for one thing each, so that none is there by chance. */
const counts = { read: 1009, inScope: 1013, linked: 1019, notConnected: 1021, ignored: 1031, blocked: 1033 }
const calls = { alexis: 1039, nmbrs: { total: 1049, byOperation: { List_GetAll: 1049 } } }
const zone = 'Europe/Amsterdam'

const someone = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5')
const changes = fc.array(
  fc
    .record({
      subject: someone,
      section: fc.constantFrom('personalInfo', 'address', 'bankAccount', 'salary'),
      outcome: fc.constantFrom(...outcomes),
      reason: fc.constantFrom(null, 'first-contact', 'conflict', 'hold-rejected'),
    } as const)
    .map(({ subject, ...one }) => aChange({ subject, targetId: `7${subject}`, ...one })),
  { maxLength: 12 },
)
const findings = fc.array(
  fc
    .record({
      subject: someone,
      code: fc.constantFrom('first-contact', 'conflict', 'drift', 'iban-invalid'),
      severity: fc.constantFrom('error', 'warning', 'info'),
      section: fc.constantFrom('address', 'bankAccount'),
      hold: fc.constantFrom('K7M2QX', 'P4RT8W'),
    } as const)
    .map(({ hold, ...one }) => aFinding({ ...one, hold: toHoldId(hold) })),
  { maxLength: 8 },
)

describe.each(['plan', 'sync'] as const)('the text of a %s', (mode) => {
  it('says every id and every count of its document, and the same number of each outcome', () => {
    fc.assert(
      fc.property(changes, findings, fc.constantFrom('ok', 'held', 'failed'), (some, found, result) => {
        const view = buildRunView(
          aDocument({ run: { mode, result }, people: counts, calls, changes: some, findings: found }),
        )
        const document = toRunJson(view)
        const text = buildRunText(view, {}, wideLook)

        expectSaidAlike(document, text, ['byOperation'])
        const said = /^(\d+) changes?: (.*)\.$/m.exec(text)
        const numbers = (said?.[2] ?? '').split(', ').map((part) => Number.parseInt(part, 10))
        expect(Number(said?.[1] ?? 0)).toBe(document.changes.length)
        expect(numbers.filter(Number.isFinite).sort()).toEqual(
          outcomes
            .map((outcome) => document.changes.filter((change) => change.outcome === outcome).length)
            .filter((count) => count > 0)
            .sort(),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('the runs so far', () => {
  const run = { ...aDocument({ run: { mode: 'sync' } }).run, whole: true, failureCode: null }
  const ended = { ...run, ended: true, people: counts, calls }
  const killed = { ...ended, ended: false, finishedAt: null, people: null, calls: null }

  it('are listed with the id, the people and the calls of their document', () => {
    const view = buildRunsView('acme', [ended, killed])

    const text = buildRunsText(view, zone, wideLook)

    expectSaidAlike(toRunsJson(view), text, [
      'read',
      'linked',
      'notConnected',
      'ignored',
      'blocked',
      'alexis',
      'byOperation',
    ])
  })

  it('say of one run what its document says', () => {
    const kept = {
      run: ended,
      changes: [aChange({ outcome: 'applied' })],
      findings: [aFinding()],
      error: null,
    }
    const view = buildKeptRunView(kept)

    expectSaidAlike(toKeptRunJson(view), buildKeptRunText(view, zone, wideLook), ['byOperation'])
  })
})
