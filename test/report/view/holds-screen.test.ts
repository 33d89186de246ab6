import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { holdReasons, type Hold } from '../../../src/domain/hold/hold.js'
import { toHoldId, toSourceEmployeeId } from '../../../src/domain/ids.js'
import { toHoldRow } from '../../../src/report/overview/rows.js'
import { buildHoldsText, toHoldsJson } from '../../../src/report/sync/holds-report.js'
import { buildHoldsView } from '../../../src/report/sync/view/holds-view.js'
import { aHold, defaultHoldSettings } from '../../support/hold-builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const context = { settings: defaultHoldSettings, today: '2026-11-22', timeZone: 'Europe/Amsterdam' }
const at = '2026-11-22T08:00:00.000Z'

const words: Record<string, Partial<Hold>> = {
  waiting: {},
  released: { words: [{ word: 'release', actor: 'ann', reason: 'called', at }] },
  rejected: { words: [{ word: 'reject', actor: 'ann', reason: 'wrong', at }] },
  used: { closed: { how: 'used', at } },
}

const drawn = fc.record({
  subject: fc.constantFrom('p1', 'p2', 'p3').map(toSourceEmployeeId),
  reason: fc.constantFrom(...holdReasons),
  stands: fc.constantFrom('waiting', 'released', 'rejected', 'used'),
})

describe('the list of holds', () => {
  it('says every id of its document, and counts in the overview what the document lists', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), (some) => {
        const holds = some.map(({ stands, ...one }, index) =>
          aHold({ ...one, ...words[stands], id: toHoldId(`H0000${index}`) }),
        )
        const view = buildHoldsView({ connection: 'acme', all: true, holds }, context)
        const listed = (toHoldsJson(view) as { holds: { state: string; subject: string }[] }).holds

        // Which employee of Nmbrs it is about stands where both sides are shown.
        expectSaidAlike({ listed }, buildHoldsText(view, wideLook), ['targetId'])
        const waiting = listed.filter(({ state }) => state === 'waiting')
        expect(listed.map(({ state }) => state)).toEqual(some.map(({ stands }) => stands))
        expect(toHoldRow(view, context.timeZone).values.slice(0, 3)).toEqual([
          waiting.length,
          new Set(waiting.map(({ subject }) => subject)).size,
          listed.filter(({ state }) => state === 'released').length,
        ])
      }),
      { numRuns: 50 },
    )
  })
})
