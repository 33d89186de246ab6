import { describe, it } from '@jest/globals'
import fc from 'fast-check'

import { toHoldId, toSourceEmployeeId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import type { Section } from '../../../src/domain/sections.js'
import { toStatusJson } from '../../../src/report/sync/status/status-json.js'
import { buildStatusText } from '../../../src/report/sync/status/status-text.js'
import { buildStatusView } from '../../../src/report/sync/view/status-view.js'
import type { StatusPerson } from '../../../src/run/by-hand/read-status.js'
import { aLink, companyId } from '../../support/builders.js'
import { expectSaidAlike, wideLook } from './said-alike.js'

const counts = { read: 1009, inScope: 1013, linked: 1019, notConnected: 1021, ignored: 1031, blocked: 1033 }

type Drawn = Pick<StatusPerson, 'tab' | 'pairing' | 'planned' | 'held'> & {
  link: 'connected' | 'ignored' | 'disconnected' | 'none'
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    pairing: fc.constantFrom('connected', 'create', 'ignored', 'disconnected', 'ambiguous', 'blocked'),
    planned: fc.subarray(['personalInfo', 'address', 'salary'] as Section[]),
    isHeld: fc.boolean(),
    link: fc.constantFrom('connected', 'ignored', 'disconnected', 'none'),
  } as const)
  .map(({ isHeld, ...one }) => ({
    ...one,
    tab: one.pairing === 'connected' ? 'connected' : 'not-connected',
    held: isHeld ? [{ section: 'bankAccount', reason: 'first-contact', hold: toHoldId('K7M2QX') }] : [],
  }))

const toPerson = ({ link, ...one }: Drawn, index: number): [StatusPerson, Link[]] => {
  const subject = toSourceEmployeeId(`p${index}`)
  const targetId = toTargetEmployeeId(`7${index}`)
  const candidate = {
    targetId: toTargetEmployeeId(`8${index}`),
    displayName: '',
    score: 70,
    agrees: [],
    differs: [],
  }
  const isConnected = one.pairing === 'connected'
  const person: StatusPerson = {
    ...{ subject, companyId, displayName: '', missing: [], findings: [], toDo: [], ...one },
    targetId: isConnected ? targetId : null,
    candidates: one.pairing === 'ambiguous' ? [candidate] : [],
  }
  const links: Record<Drawn['link'], Link[]> = {
    none: [],
    connected: [aLink({ sourceId: subject, targetId })],
    ignored: [{ status: 'ignored', sourceId: subject, companyId, reason: 'paid elsewhere' }],
    disconnected: [
      {
        status: 'disconnected',
        sourceId: subject,
        companyId,
        formerTargetId: toTargetEmployeeId(`9${index}`),
      },
    ],
  }
  return [person, links[link]]
}

describe('the text of status', () => {
  it.each(['not-connected', 'connected', 'all'] as const)(
    'on the tab %s says every id and count of its document',
    (tab) => {
      fc.assert(
        fc.property(fc.array(drawn, { maxLength: 10 }), (some) => {
          const made = some.map(toPerson)
          const view = buildStatusView({
            connection: 'acme',
            status: { failure: null, counts, people: made.map(([person]) => person) },
            links: made.flatMap(([, links]) => links),
            tab,
          })

          // The other tab and what waits on it are one sentence of the first tab only.
          const others = { all: ['waiting'], connected: ['waiting', 'tabs'], 'not-connected': ['tabs'] }[tab]
          expectSaidAlike(toStatusJson(view), buildStatusText(view, wideLook), others)
        }),
        { numRuns: 60 },
      )
    },
  )
})
