import { describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetEmployeeId, toTargetRecordId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import type { PersonPlan } from '../../../src/plan/plan-person.js'
import type { CompanyView } from '../../../src/plan/build-plan.js'
import { collectAccounts } from '../../../src/run/read/account-digests.js'
import { aPerson } from '../../support/builders.js'

const person = aPerson()
const subject = toSourceEmployeeId('a1')
const targetId = toTargetEmployeeId('5')
const account = (IBAN: string) => ({ id: toTargetRecordId(IBAN), values: { IBAN, Type: 'Standaard' } })

const collect = (read: readonly string[], { isUnmoved = true, isPlanned = false } = {}) => {
  const unmoved = new Map(isUnmoved ? [[subject, { seal: 'seal', hasAccount: true }]] : [])
  const view = { people: [person], unmoved } as unknown as CompanyView
  const digests = {
    toDigests: ({ IBAN = '' }: Values) => [IBAN],
    ofTarget: () => [],
  }
  return collectAccounts(
    view,
    {
      settled: new Map([[subject, targetId]]),
      reads: new Map([[targetId, read.map(account)]]),
      plan: { people: isPlanned ? [{ subject } as PersonPlan] : [] },
    },
    digests,
  ).get(targetId)
}

describe('what is kept of the accounts that were read', () => {
  it('is nothing of somebody in whom nothing moved and whose one account is as it was', () => {
    expect(collect(['NL01'])).toBeUndefined()
  })

  it.each([
    ['who has several', ['NL01', 'NL02'], {}],
    ['who has none any more', [], {}],
    ['about whom there is something to plan', ['NL01'], { isPlanned: true }],
    ['in whom something moved', ['NL01'], { isUnmoved: false }],
  ])('is all of it of somebody %s', (...[, read, differs]) => {
    expect(collect(read, differs)).toEqual(read)
  })
})
