import { describe, expect, it } from '@jest/globals'

import type { PlannedChange } from '../../src/domain/change.js'
import { toHoldId, toSourceEmployeeId } from '../../src/domain/ids.js'
import { holdWithCreation } from '../../src/plan/holds/hold-with-creation.js'
import { companyId } from '../support/builders.js'

const subject = toSourceEmployeeId('a1')

const creation = (decision: 'send' | 'hold'): PlannedChange => {
  const change = {
    kind: 'create',
    section: 'employee',
    subject,
    companyId,
    firstName: 'Noor',
    lastName: 'Testveld',
    startDate: '2026-11-02',
  } as const
  return decision === 'send' ? { decision, change } : { decision, change, reason: 'match-possible-duplicate' }
}

const address: PlannedChange['change'] = {
  kind: 'update',
  section: 'address',
  subject,
  companyId,
  targetId: null,
  before: {},
  after: { City: 'Zeist' },
  fields: ['City'],
}

describe('what follows a creation', () => {
  it('goes when the creation goes', () => {
    const changes: PlannedChange[] = [creation('send'), { decision: 'send', change: address }]

    expect(holdWithCreation(changes)).toEqual(changes)
  })

  it('waits when the creation waits, also when a person released it', () => {
    const released: PlannedChange = { decision: 'send', change: address, release: toHoldId('h1') }

    expect(holdWithCreation([creation('hold'), released])[1]).toEqual({
      decision: 'hold',
      reason: 'depends-on-failed',
      change: address,
    })
  })

  it('keeps a reason of its own', () => {
    const own: PlannedChange[] = [
      { decision: 'hold', reason: 'iban-shared', change: address },
      { decision: 'skip', reason: 'hold-rejected', hold: toHoldId('h1'), change: address },
    ]

    expect(holdWithCreation([creation('hold'), ...own]).slice(1)).toEqual(own)
  })

  it('is nothing for somebody who is there already', () => {
    const changes: PlannedChange[] = [{ decision: 'send', change: address }]

    expect(holdWithCreation(changes)).toEqual(changes)
  })
})
