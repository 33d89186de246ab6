import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import { toDriftRow, toWorkRow } from '../../../src/report/overview/rows.js'
import { buildDriftText, toDriftJson } from '../../../src/report/sync/drift-report.js'
import { buildDriftView } from '../../../src/report/sync/view/drift-view.js'
import { buildWorklistText, toWorklistCsv, toWorklistJson } from '../../../src/report/worklist/worklist.js'
import { buildWorklistView } from '../../../src/report/worklist/worklist-view.js'
import { companyId } from '../../support/builders.js'
import { aWorklist } from '../worklist/a-worklist.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const moved = fc.array(
  fc.record({
    section: fc.constant('address'),
    field: fc.constantFrom('Street', 'City'),
    by: fc.constantFrom('target', 'both', 'rate'),
    onDrift: fc.constantFrom('report', 'restore', 'adopt'),
    desired: fc.constantFrom(undefined, '', 'Plein'),
    actual: fc.constantFrom(undefined, '', 'Markt'),
  } as const),
  { minLength: 1, maxLength: 4 },
)

describe('what payroll changed', () => {
  it('is the same in text, document and overview: everyone, and how many values of each kind', () => {
    fc.assert(
      fc.property(fc.array(moved, { maxLength: 5 }), (all) => {
        const people = all.map((fields, index) => ({
          ...{ subject: toSourceEmployeeId(`p${index}`), targetId: toTargetEmployeeId(`7${index}`) },
          ...{ displayName: '', employeeNumber: undefined, companyId, fields },
        }))
        const view = buildDriftView({ people, accounts: { looked: 1009, connected: 1013 } }, 'acme')
        const document = toDriftJson(view, 'none') as Record<'drift' | 'conflicts' | 'rates', unknown[]>
        const text = buildDriftText(view, 'none', wideLook)

        expectSaidAlike(document, text)
        const numbers = [document.drift, document.conflicts, document.rates].map(({ length }) => length)
        for (const count of numbers) if (count > 0) expect(text).toMatch(new RegExp(`\\b${count}\\b`))
        const sum = numbers.reduce((total, count) => total + count, 0)
        expect(toDriftRow(view).values).toEqual([people.length, sum])
      }),
      { numRuns: 40 },
    )
  })
})

describe('the worklist', () => {
  it('names everyone of its document in text and file, and counts them in the overview', () => {
    const view = buildWorklistView({ connection: 'acme', items: aWorklist(5), toReview: 2 })
    const document = toWorklistJson(view, 'none') as { items: { subject: string }[]; toReview: number }

    expectSaidAlike(document.items, buildWorklistText(view, 'none', wideLook), ['hold'])
    expectSaidAlike(document.items, toWorklistCsv(view, false, 'en'), ['hold'])
    expect(document.toReview).toBe(2)
    expect(toWorkRow(view).values).toEqual([
      new Set(document.items.map(({ subject }) => subject)).size,
      document.items.length,
    ])
  })

  it('has amounts as decimals with their unit and days as they are, whatever shows them', () => {
    const { items } = buildWorklistView({ connection: 'acme', items: aWorklist(1) })
    const fields = items.flatMap((item) => item.fields)

    expect(fields.find(({ field }) => field === 'Value')?.alexis).toEqual({
      kind: 'amount',
      value: '5963.5',
      unit: 'EUR',
    })
    expect(fields.find(({ field }) => field === 'Start')?.nmbrs).toEqual({ kind: 'day', value: '2026-01-01' })
    expect(fields.find(({ field }) => field === 'StateProvince')?.nmbrs).toBeNull()
  })
})
