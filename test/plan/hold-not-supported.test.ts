import { describe, expect, it } from '@jest/globals'

import type { PlannedChange, UpdateChange } from '../../src/domain/change.js'
import type { Values } from '../../src/domain/values.js'
import { toFinding } from '../../src/domain/findings/to-finding.js'
import { holdNotSupported } from '../../src/plan/sections/hold-not-supported.js'
import { nothingPlanned } from '../../src/plan/sections/section-plan.js'
import type { Capability } from '../../src/target/port.js'
import { aContext, aTarget } from '../support/builders.js'

// The target of the builders holds a salary from 1 November 2026.
const context = aContext()
const toChange = (section: 'salary' | 'bankAccount', after: Values): UpdateChange => ({
  kind: 'update',
  section,
  subject: context.person.sourceId,
  companyId: context.companyId,
  targetId: context.targetId,
  before: {},
  after,
  fields: ['Value'],
})
const send = (change: UpdateChange): PlannedChange => ({ decision: 'send', change })
const ask = (change: UpdateChange, reason: 'conflict' | 'first-contact' | 'drift'): PlannedChange => ({
  decision: 'hold',
  reason,
  change,
})
const taken = toChange('salary', { Value: '3200', Start: '2026-11-01' })
const free = toChange('salary', { Value: '3200', Start: '2026-12-01' })
const withoutIban = toChange('bankAccount', { Number: '123' })
const withIban = toChange('bankAccount', { IBAN: 'NL02TEST0123456789' })

const outcome = (planned: PlannedChange, capabilities: readonly Capability[]): string => {
  const { section } = planned.change
  const plan = holdNotSupported(
    context,
    section === 'salary' ? 'salary' : 'bankAccount',
    { ...nothingPlanned, changes: [planned] },
    { capabilities: new Set(capabilities), periodStart: '2026-11-01' },
  )
  const [one] = plan.changes
  return one?.decision === 'hold' ? `hold ${one.reason}` : (one?.decision ?? '')
}

describe('what a transport cannot carry in one case', () => {
  it.each<[string, PlannedChange, readonly Capability[], string]>([
    ['a salary on a day that has one', send(taken), ['salary.add'], 'hold not-supported'],
    ['the same where salaries can be changed', send(taken), ['salary.add', 'salary.update'], 'send'],
    ['a salary on a day that has none', send(free), ['salary.add'], 'send'],
    ['an account without an IBAN', send(withoutIban), ['bankAccount.update'], 'hold not-supported'],
    ['the same where none is needed', send(withoutIban), ['bankAccount.withoutIban'], 'send'],
    ['an account with an IBAN', send(withIban), ['bankAccount.update'], 'send'],
    ['a conflict about it', ask(taken, 'conflict'), ['salary.add'], 'hold not-supported'],
    ['a first contact with it', ask(taken, 'first-contact'), ['salary.add'], 'hold not-supported'],
    ['another question about it', ask(taken, 'drift'), ['salary.add'], 'hold drift'],
  ])('%s', (_what, planned, capabilities, expected) => {
    expect(outcome(planned, capabilities)).toBe(expected)
  })

  const plan = (starts: readonly string[], held: readonly string[], capability: Capability, before = '') =>
    holdNotSupported(
      {
        ...context,
        target: aTarget({ salaries: held.map((Start) => ({ Value: '3000', Type: 'Bruto_Uurloon', Start })) }),
      },
      'salary',
      {
        ...nothingPlanned,
        changes: starts.map((Start, at) => {
          const change = toChange('salary', { Value: '3200', Type: 'Bruto_Uurloon', Start })
          const over = {
            Value: at === 0 ? '3000' : '3200',
            Type: 'Bruto_Uurloon',
            Start: starts[at - 1] ?? before,
          }
          return send({ ...change, before: over })
        }),
      },
      { capabilities: new Set([capability]), periodStart: '2026-11-01' },
    )

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['the last before it goes', ['2026-09-01'], ['2026-01-01'], ['send']],
    ['one before a later row of payroll waits', ['2026-08-01'], ['2026-01-01', '2026-09-01'], ['hold']],
    ['one before its first day waits', ['2026-09-01'], ['2026-01-01', '2026-11-01'], ['hold']],
    ['one before a later day of it goes', ['2026-09-01'], ['2026-01-01', '2026-11-10'], ['send']],
    ['the last of several goes', ['2026-08-01', '2026-09-01'], ['2026-01-01'], ['hold', 'send']],
    ['none goes beside one of the first day', ['2026-09-01', '2026-11-01'], [], ['hold', 'send']],
    ['those of the period go', ['2026-11-01', '2026-11-10'], [], ['send', 'send']],
  ])(
    'of salaries before the current period, where they can only be added, %s',
    (_, starts, held, expected) => {
      const added = plan(starts, held, 'salary.add', '2026-01-01')
      const updated = plan(starts, held, 'salary.update')

      expect(added.changes.map(({ decision }) => decision)).toEqual(expected)
      expect(added.findings.map(({ message }) => message)).toEqual(
        expected.includes('hold')
          ? [expect.stringContaining('A salary of a closed period comes before')]
          : [],
      )
      expect(updated.changes.map(({ decision }) => decision)).toEqual(starts.map(() => 'send'))
    },
  )

  it('has the next one replace what stands before one that waits', () => {
    const { changes } = plan(['2026-08-01', '2026-09-01'], ['2026-01-01'], 'salary.add', '2026-01-01')

    expect(changes).toMatchObject([
      { decision: 'hold', reason: 'not-supported', settles: false },
      { decision: 'send', settles: false, change: { before: { Start: '2026-01-01', Value: '3000' } } },
    ])
  })

  it('says it in place of a question, and settles nothing of the section', () => {
    const { sourceId } = context.person
    const plan = holdNotSupported(
      context,
      'salary',
      {
        ...nothingPlanned,
        changes: [send(taken), send(free)],
        findings: [
          toFinding('conflict', sourceId, 'salary'),
          toFinding('salary-in-future', sourceId, 'salary'),
        ],
        settled: { fields: {} },
      },
      { capabilities: new Set<Capability>(['salary.add']), periodStart: '2026-11-01' },
    )

    expect(plan.findings.map(({ code }) => code)).toEqual(['salary-in-future', 'not-supported'])
    expect(plan.changes).toMatchObject([
      { decision: 'hold', settles: false, fixed: true },
      { decision: 'send', settles: false },
    ])
    expect(plan.settled).toBeUndefined()
  })
})
