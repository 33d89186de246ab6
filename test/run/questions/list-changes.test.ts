import { describe, expect, it } from '@jest/globals'

import type { AuditEntry } from '../../../src/domain/audit/audit.js'
import { listChanges } from '../../../src/run/questions/list-changes.js'

/** Entries of the record, in their order. */
const toEntries = (facts: readonly Partial<Record<keyof AuditEntry, unknown>>[]): AuditEntry[] =>
  facts.map(
    (one, index) =>
      ({
        number: index + 1,
        at: `2026-11-2${index}T09:00:00.000Z`,
        actor: 'anna',
        connection: 'acme',
        runId: 'run-1',
        kind: 'write-ended',
        subject: 'one',
        targetId: '501',
        section: 'address',
        operation: 'update',
        fields: ['City'],
        code: 'applied',
        reference: String(index),
        ...one,
      }) as unknown as AuditEntry,
  )

const outcomesOf = (facts: Parameters<typeof toEntries>[0]): string[] =>
  listChanges(toEntries(facts)).flatMap(({ changes }) => changes.map(({ outcome }) => outcome))

describe('listChanges', () => {
  it.each([
    ['a write that was made', [{}], ['applied']],
    ['one that failed', [{ code: 'failed' }], []],
    ['one that only began', [{ kind: 'write-begun', code: null }], []],
    ['one whose answer was lost', [{ code: 'unknown', reference: 'a' }], ['unknown']],
    [
      'one that was looked up and was made',
      [
        { code: 'unknown', reference: 'a' },
        { kind: 'write-settled', code: 'found-applied', reference: 'a' },
      ],
      ['applied'],
    ],
    [
      'one that was looked up and was not made',
      [
        { code: 'unknown', reference: 'a' },
        { kind: 'write-settled', code: 'found-not-applied', reference: 'a' },
      ],
      [],
    ],
    [
      'one without an end that was looked up and was made',
      [
        { kind: 'write-begun', code: null, reference: 'a' },
        { kind: 'write-settled', code: 'found-applied', reference: 'a' },
      ],
      ['applied'],
    ],
    ['what is about nobody', [{ subject: null }], []],
  ])('%s', (_name, facts, outcomes) => {
    expect(outcomesOf(facts)).toEqual(outcomes)
  })

  it('has who was written to before who was only connected, and the latest first', () => {
    const link = { kind: 'link-changed', code: 'connected', section: null, operation: null }
    const people = listChanges(
      toEntries([
        { subject: 'first' },
        { subject: 'second' },
        { subject: 'linked', ...link },
        { ...link, subject: 'first' },
      ]),
    )

    expect(people.map(({ subject }) => subject)).toEqual(['first', 'second', 'linked'])
    expect(people[0]?.links.map(({ status }) => status)).toEqual(['connected'])
  })
})
