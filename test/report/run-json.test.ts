import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { RunDocument } from '../../src/domain/run/run.js'
import { indexValues, type FindValues } from '../../src/report/sync/change-values.js'
import { toRunJson as toJson } from '../../src/report/sync/run-json.js'
import { buildRunView } from '../../src/report/sync/view/run-view.js'
import { planPerson } from '../../src/plan/plan-person.js'
import { aContext, aLink, aPerson, someRules } from '../support/builders.js'
import { aChange, aDocument, aFinding } from './run-builders.js'

const toRunJson = (document: RunDocument, findValues?: FindValues) =>
  toJson(buildRunView(document, { findName: () => undefined, findValues }))

describe('the document of a run', () => {
  it('has the agreed keys in the agreed order and nothing else', () => {
    const document = aDocument({
      changes: [aChange({ outcome: 'held', reason: 'first-contact' })],
      findings: [aFinding()],
    })

    const text = JSON.stringify(toRunJson(document))

    expect(text).toBe(
      JSON.stringify({
        run: {
          id: 'run-1',
          connection: 'acme',
          mode: 'plan',
          trigger: 'cli',
          result: 'ok',
          startedAt: '2026-11-22T08:00:00.000Z',
          finishedAt: '2026-11-22T08:00:05.000Z',
          failure: null,
        },
        people: { read: 4, inScope: 3, linked: 2, notConnected: 1, ignored: 0, blocked: 0 },
        changes: [
          {
            subject: 'a1',
            targetId: '10023',
            kind: 'update',
            section: 'address',
            fields: ['City', 'Street'],
            outcome: 'held',
            reason: 'first-contact',
          },
        ],
        findings: [
          {
            code: 'drift',
            severity: 'warning',
            subject: 'a1',
            section: null,
            field: null,
            message: 'Street was changed in Nmbrs; the Nmbrs value is kept',
            remedy: 'Look at it: nmbrs-sync explain a1',
            actions: [{ command: 'explain', arguments: ['a1'], asks: [] }],
          },
        ],
        links: [],
        calls: { alexis: 1, nmbrs: { total: 3, byOperation: { Employee_Insert: 2, List_GetAll: 1 } } },
      }),
    )
  })

  it('is the same for any order in which changes and findings came in', () => {
    const changes = [
      aChange({ subject: 'a2', kind: 'create', section: 'employee', targetId: null }),
      aChange({ subject: 'a2', section: 'personalInfo' }),
      aChange({ subject: 'a2', section: 'salary' }),
      aChange({ subject: 'a1', section: 'bankAccount' }),
    ]
    const findings = [
      aFinding({ subject: 'a2' }),
      aFinding({ subject: 'a1', code: 'conflict' }),
      aFinding({ section: 'address', field: 'City' }),
      aFinding({ section: 'address', field: 'Street' }),
    ]
    const usual = toRunJson(aDocument({ changes, findings }))
    const shuffled = fc.tuple(
      fc.shuffledSubarray(changes, { minLength: 4 }),
      fc.shuffledSubarray(findings, { minLength: 4 }),
    )

    fc.assert(
      fc.property(shuffled, ([otherChanges, otherFindings]) => {
        expect(toRunJson(aDocument({ changes: otherChanges, findings: otherFindings }))).toEqual(usual)
      }),
    )
    expect(usual.changes.map(({ subject, section }) => `${subject} ${section}`)).toEqual([
      'a1 bankAccount',
      'a2 employee',
      'a2 personalInfo',
      'a2 salary',
    ])
  })
})

describe('the values of a document', () => {
  const create = planPerson({ kind: 'create' }, aContext({ targetId: null, target: undefined }), someRules())
  const update = planPerson(
    { kind: 'connected', link: aLink({ sourceId: 'a2' }), isNew: false },
    aContext({ person: aPerson({ id: 'a2', personalInfo: { TelephonePrivate: '0612999999' } }) }),
    someRules(),
  )

  it('are left out unless they are asked for', () => {
    expect(toRunJson(aDocument({ changes: [aChange()] })).changes[0]).not.toHaveProperty('values')
  })

  it('are masked on both sides, with nothing before a creation', () => {
    const changes = [
      aChange({ subject: 'a1', kind: 'create', section: 'employee', targetId: null }),
      aChange({ subject: 'a1', section: 'bankAccount', targetId: null }),
      aChange({ subject: 'a2', section: 'personalInfo' }),
      aChange({ subject: 'a3' }),
    ]

    const document = toRunJson(aDocument({ changes }), indexValues([create, update]))

    expect(document.changes.map(({ values }) => values)).toEqual([
      {
        FirstName: { before: null, after: 'N**' },
        InitialStartDate: { before: null, after: '2026-11-01' },
        LastName: { before: null, after: 'T**' },
      },
      { IBAN: { before: null, after: 'NL**…**89' }, Type: { before: null, after: 'Standaard' } },
      { TelephonePrivate: { before: '**01', after: '**99' } },
      null,
    ])
  })

  it('are found for the person and section they belong to', () => {
    const findValues = indexValues([update])

    const other = { subject: toSourceEmployeeId('a2'), section: 'address' as const }
    expect(findValues(other, 0)).toBeUndefined()
    expect(update.targetId).toBe(toTargetEmployeeId('1'))
  })
})
