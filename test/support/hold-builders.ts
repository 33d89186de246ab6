import type { ReleaseBook, WriteFacts } from '../../src/apply/gate/write-facts.js'
import { createWriteGate, type GateContext, type WriteGate } from '../../src/apply/gate/write-gate.js'
import type { UpdateChange } from '../../src/domain/change.js'
import type { HoldReason, HoldSettings, HoldWord, Hold } from '../../src/domain/hold/hold.js'
import { toHoldId, toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { HoldRules } from '../../src/plan/checks/hold-change.js'
import { emptyValues } from '../../src/plan/sections/section-plan.js'
import type { Values } from '../../src/domain/values.js'
import { aLink, companyId, plainDigest, plainPolicy } from './builders.js'

export const defaultHoldSettings: HoldSettings = {
  bankAccountChange: 'always',
  identityFirstContact: 'hold',
  salaryChangePercent: 25,
  salaryBounds: {
    month: { min: 50, max: 25_000 },
    fourWeeks: { min: 50, max: 25_000 },
    week: { min: 12, max: 6_000 },
    hour: { min: 3, max: 250 },
  },
  hireDate: { pastYears: 60, futureDays: 366 },
  waitDays: 0,
  releasers: 1,
  expireDays: 30,
}

export const someHoldRules = (settings: Partial<HoldSettings> = {}, today = '2026-11-22'): HoldRules => ({
  settings: { ...defaultHoldSettings, ...settings },
  policyOf: plainPolicy,
  digest: plainDigest,
  today,
  timeZone: 'Europe/Amsterdam',
})

/** A hold seen on 20 November about which nothing was said yet. */
export const aHold = (differs: Partial<Hold> = {}): Hold => ({
  id: toHoldId('K7M2QX'),
  subject: toSourceEmployeeId('a1'),
  companyId,
  targetId: toTargetEmployeeId('1'),
  section: 'bankAccount',
  fields: ['IBAN'],
  reason: 'bank-account-changed' satisfies HoldReason,
  digest: 'digest',
  openedAt: '2026-11-20T08:00:00.000Z',
  words: [],
  sending: false,
  closed: null,
  ...differs,
})

export const aWord = (differs: Partial<HoldWord> = {}): HoldWord => ({
  word: 'release',
  actor: 'fatma',
  reason: 'asked',
  at: '2026-11-21T09:00:00.000Z',
  ...differs,
})

/** A change of the bank account of a connected employee who has one. */
export const aBankChange = (
  before: Values,
  after: Values,
  differs: Partial<UpdateChange> = {},
): UpdateChange => ({
  kind: 'update',
  section: 'bankAccount',
  subject: toSourceEmployeeId('a1'),
  companyId,
  targetId: toTargetEmployeeId('1'),
  before: { ...emptyValues('bankAccount'), ...before },
  after,
  fields: ['IBAN'],
  ...differs,
})

export const aSalaryChange = (
  before: Values,
  after: Values,
  differs: Partial<UpdateChange> = {},
): UpdateChange => ({
  ...aBankChange({}, {}),
  section: 'salary',
  before,
  after,
  fields: ['Value'],
  ...differs,
})

/** Stored facts of somebody who is connected, and no way to change them. */
export const aReleaseBook = (facts: Partial<WriteFacts> = {}): ReleaseBook => ({
  readWriteFacts: (subject) =>
    Promise.resolve({
      link: aLink({ sourceId: subject }),
      baseline: undefined,
      holds: [],
      leftovers: [],
      ...facts,
    }),
  claimRelease: () => Promise.resolve(true),
})

/** A gate over these facts. */
export const aGate = (
  facts: Partial<WriteFacts> = {},
  settings: Partial<HoldSettings> = {},
  differs: Partial<GateContext> = {},
): WriteGate => {
  const { today, timeZone, ...rules } = someHoldRules(settings)
  return createWriteGate({
    book: aReleaseBook(facts),
    rules,
    timeZone,
    today: () => today,
    findSharers: () => [],
    ...differs,
  })
}
