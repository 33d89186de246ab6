import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toTargetEmployeeId } from '../../../src/domain/ids.js'
import { planPerson } from '../../../src/plan/plan-person.js'
import { buildExplainText, toExplainJson } from '../../../src/report/sync/explain-text.js'
import { buildExplainView } from '../../../src/report/sync/view/explain-view.js'
import type { ExplainedField } from '../../../src/run/by-hand/explain-person.js'
import { aContext, aLink, aPerson, someRules } from '../../support/builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const plan = planPerson(
  { kind: 'connected', link: aLink(), isNew: false },
  aContext({ person: aPerson({ personalInfo: { TelephonePrivate: '0612999999' } }) }),
  someRules(),
)

const side = fc.constantFrom(undefined, '', 'Plein')
const field: fc.Arbitrary<ExplainedField> = fc.record({
  section: fc.constant('address'),
  field: fc.constantFrom('Street', 'City'),
  ...{ desired: side, actual: side },
  verdict: fc.constantFrom('in-sync', 'drift', 'held: first-contact', 'not compared'),
} as const)
const candidate = fc
  .record({ id: fc.integer({ min: 8000, max: 8999 }), score: fc.integer({ min: 0, max: 100 }) })
  .map(({ id, score }) => ({
    ...{ targetId: toTargetEmployeeId(String(id)), displayName: 'Noor Testveld', score },
    ...{ agrees: ['birthDate'] as const, differs: [] },
  }))

describe('the explanation of a person', () => {
  it('says every id and count of its document, every field, and no value that nobody asked for', () => {
    fc.assert(
      fc.property(fc.array(field), fc.array(candidate), fc.boolean(), (fields, candidates, isLinked) => {
        const link = isLinked ? aLink() : undefined
        const view = buildExplainView({ plan, link, candidates, missing: [], fields })
        const document = toExplainJson(view, 'none') as { fields: unknown[] }
        const text = buildExplainText(view, 'none', wideLook)

        expectSaidAlike(document, text)
        expect(document.fields).toEqual(
          fields.map(({ section, field: name, verdict }) => ({ section, field: name, verdict })),
        )
        const isCompared = fields.some(({ verdict }) => verdict !== 'not compared')
        expect(text.match(/^ {2}address /gm) ?? []).toHaveLength(isCompared ? fields.length : 0)
        expect(JSON.stringify(document) + text).not.toMatch(/Plein|0612/)
        expect(JSON.stringify(document)).not.toContain('Testveld')
        expect(view.standing).toBe(isLinked ? 'connected' : 'new-match')
      }),
      { numRuns: 50 },
    )
  })
})
