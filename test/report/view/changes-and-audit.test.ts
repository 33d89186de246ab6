import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Actor } from '../../../src/domain/audit/actor.js'
import type { AuditEntry } from '../../../src/domain/audit/audit.js'
import { toRunId, toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { buildAuditList, toAuditJson } from '../../../src/report/operations/audit-text.js'
import { buildAuditView } from '../../../src/report/operations/audit-view.js'
import { toChangesRow } from '../../../src/report/overview/rows.js'
import { buildChangesText, toChangesJson } from '../../../src/report/questions/changes-text.js'
import { buildChangesView } from '../../../src/report/questions/changes-view.js'
import { listChanges } from '../../../src/run/questions/list-changes.js'
import { companyId } from '../../support/builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

/** A record as runs keep it: writes that begin and end, some without an end, and links that change. */
const record = fc
  .array(
    fc.record({
      kind: fc.constantFrom('write-begun', 'write-ended', 'write-settled', 'link-changed'),
      subject: fc.constantFrom('p1', 'p2', 'p3'),
      reference: fc.constantFrom('7', '8', '9'),
      code: fc.constantFrom('applied', 'unknown', 'found-applied', 'found-not-applied'),
    } as const),
    { maxLength: 12 },
  )
  .map((some) =>
    some.map(({ kind, subject, reference, code }, index): AuditEntry => {
      const isLink = kind === 'link-changed'
      return {
        ...{ number: 2001 + index, at: '2026-11-22T08:00:00.000Z', actor: 'ann' as Actor, kind, companyId },
        ...{ connection: 'acme', runId: toRunId('run-1'), detail: null, reason: null, hash: 'h' },
        ...{ subject: toSourceEmployeeId(subject), targetId: toTargetEmployeeId(`7${subject}`) },
        ...{ section: isLink ? null : 'address', operation: isLink ? null : 'update' },
        ...{ fields: isLink ? null : ['City'], reference: isLink ? null : reference },
        code: isLink ? 'connected' : code,
      }
    }),
  )

const about = { connection: 'acme', since: '2026-11-20' }

describe('what changed', () => {
  it('is the same in text, document and overview: everyone, and how much', () => {
    fc.assert(
      fc.property(record, (entries) => {
        const people = listChanges(entries)
        const view = buildChangesView({ ...about, people }, (subject) => `name of ${subject}`)
        const document = toChangesJson(view)
        const text = buildChangesText(view, { timeZone: 'Europe/Amsterdam' }, wideLook)

        expectSaidAlike(document, text)
        expect(document).toMatchObject({ ...about, people })
        expect(JSON.stringify(document)).not.toContain('name of')
        const changed = people.flatMap(({ changes, links }) => [...changes, ...links])
        expect(toChangesRow(view).values).toEqual([people.length, changed.length])
        expect(text.match(/\d\d:\d\d +/g) ?? []).toHaveLength(changed.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the list of the audit record', () => {
  it('says every entry of its document but a beginning whose end is there', () => {
    fc.assert(
      fc.property(record, (entries) => {
        const view = buildAuditView(entries)
        const text = buildAuditList(view, wideLook)

        expect(toAuditJson(view)).toEqual({ entries })
        expectSaidAlike(
          view.entries.filter(({ endIsListed }) => !endIsListed).map(({ entry }) => entry),
          text,
        )
        for (const [index, { kind, subject, reference, number }] of entries.entries()) {
          if (kind !== 'write-begun') continue
          // What became of it is what is said next of the same write.
          const next = entries
            .slice(index + 1)
            .filter((one) => one.kind === 'write-begun' || one.kind === 'write-ended')
            .find((one) => one.subject === subject && one.reference === reference)
          expect(text.includes(String(number))).toBe(next?.kind !== 'write-ended')
        }
      }),
      { numRuns: 50 },
    )
  })
})
