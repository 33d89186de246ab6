import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Baselines } from '../../../../src/domain/baseline.js'
import type { PlannedChange, UpdateChange } from '../../../../src/domain/change.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../../../src/domain/ids.js'
import type { FieldName, MappedSection } from '../../../../src/domain/sections.js'
import { limitedKinds, type Allowances, type Thresholds } from '../../../../src/domain/threshold.js'
import type { Plan } from '../../../../src/plan/build-plan.js'
import { applyLimits } from '../../../../src/plan/checks/limits/apply-limits.js'
import { kindOf, type IsExempt } from '../../../../src/plan/checks/limits/count-changes.js'
import { shareOf } from '../../../../src/plan/checks/limits/share-of.js'
import type { PersonPlan } from '../../../../src/plan/plan-person.js'
import { companyId } from '../../../support/builders.js'
import { noLimits, usualLimits } from '../../../support/limits.js'

const settled: Baselines = {
  personalInfo: { fields: {} },
  address: { fields: {} },
  bankAccount: { fields: {} },
  salary: { fields: {} },
  employment: { fields: {} },
}

const toUpdate = (id: string, section: MappedSection, fields: readonly FieldName[]): UpdateChange => ({
  kind: 'update',
  section,
  subject: toSourceEmployeeId(id),
  companyId,
  targetId: toTargetEmployeeId(id),
  before: {},
  after: {},
  fields,
})

const usualField: Readonly<Record<MappedSection, FieldName>> = {
  personalInfo: 'EmailWork',
  address: 'City',
  bankAccount: 'IBAN',
  salary: 'Value',
  employment: 'InitialStartDate',
}

const send = (id: string, section: MappedSection, fields = [usualField[section]]): PlannedChange => ({
  decision: 'send',
  change: toUpdate(id, section, fields),
})

const aPlan = (
  id: string,
  changes: readonly PlannedChange[],
  differs: Partial<PersonPlan> = {},
): PersonPlan => ({
  subject: toSourceEmployeeId(id),
  displayName: 'somebody',
  pairing: 'connected',
  targetId: toTargetEmployeeId(id),
  createdByUs: false,
  candidates: [],
  changes,
  findings: [],
  settled: [],
  decisions: [],
  baselines: settled,
  leavesAccount: false,
  desired: {},
  ...differs,
})

const aNewPerson = (id: string): PersonPlan => {
  const creation: PlannedChange = {
    decision: 'send',
    change: {
      kind: 'create',
      section: 'employee',
      subject: toSourceEmployeeId(id),
      companyId,
      firstName: 'Noor',
      lastName: 'Testveld',
      startDate: '2026-11-02',
    },
  }
  const sections = (['personalInfo', 'bankAccount', 'salary'] as const).map((section) => send(id, section))
  return aPlan(id, [creation, ...sections], { pairing: 'create', targetId: null, baselines: {} })
}

const crowd = (count: number, toPerson: (id: string) => PersonPlan): PersonPlan[] =>
  Array.from({ length: count }, (_, index) => toPerson(`a${String(index).padStart(4, '0')}`))

const inCompany = (people: readonly PersonPlan[]): Plan => ({ companyId, people, newLinks: [] })

interface Given {
  linked?: number
  thresholds?: Thresholds
  allow?: Allowances
  isExempt?: IsExempt
}

const limit = (people: readonly PersonPlan[], given: Given = {}) => {
  const { linked = 100, thresholds = usualLimits, allow = {}, isExempt = () => false } = given
  const { plans, exceeded } = applyLimits({ plans: [inCompany(people)], linked, thresholds, allow, isExempt })
  const changes = plans.flatMap((plan) => plan.people.flatMap((person) => person.changes))
  return {
    exceeded: exceeded.map(({ kind, field, people: count, allowed }) =>
      field === undefined
        ? `${kind} ${count} over ${allowed}`
        : `${kind} ${field.name} ${count} over ${allowed}`,
    ),
    sent: changes.filter(({ decision }) => decision === 'send').length,
    reasons: [...new Set(changes.flatMap((one) => (one.decision === 'hold' ? [one.reason] : [])))],
  }
}

const nothingHeld = (sent: number) => ({ exceeded: [], sent, reasons: [] })

describe('a limit on a kind of change', () => {
  it.each<[string, number, (id: string) => PersonPlan, string]>([
    ['create', 10, aNewPerson, 'create 11 over 10'],
    ['update', 30, (id) => aPlan(id, [send(id, 'address')]), 'update 31 over 30'],
    ['bankAccount', 3, (id) => aPlan(id, [send(id, 'bankAccount')]), 'bankAccount 4 over 3'],
    ['salary', 10, (id) => aPlan(id, [send(id, 'salary')]), 'salary 11 over 10'],
  ])('of %s lets its number through and holds all of it at one more', (_kind, allowed, toPerson, message) => {
    const changes = toPerson('a').changes.length

    expect(limit(crowd(allowed, toPerson))).toEqual(nothingHeld(allowed * changes))
    expect(limit(crowd(allowed + 1, toPerson))).toEqual({
      exceeded: [message],
      sent: 0,
      reasons: ['threshold-exceeded'],
    })
  })

  it('holds its kind and lets the other kinds of the same people go on', () => {
    const people = crowd(4, (id) => aPlan(id, [send(id, 'address'), send(id, 'bankAccount')]))

    expect(limit(people)).toMatchObject({ exceeded: ['bankAccount 4 over 3'], sent: 4 })
  })

  it('counts a person once, however many changes he has', () => {
    const people = crowd(30, (id) =>
      aPlan(id, [send(id, 'employment'), send(id, 'personalInfo'), send(id, 'address')]),
    )

    expect(limit(people)).toEqual(nothingHeld(90))
  })

  it('counts the sections of a new person as part of his creation only', () => {
    expect(limit(crowd(10, aNewPerson), { linked: 5 })).toEqual(nothingHeld(40))
  })

  it('counts what completes a creation that was cut short as a creation', () => {
    const unfinished = (id: string): PersonPlan =>
      aPlan(id, [send(id, 'bankAccount'), send(id, 'salary')], { createdByUs: true, baselines: {} })

    expect(limit(crowd(10, unfinished))).toEqual(nothingHeld(20))
    expect(limit(crowd(11, unfinished)).exceeded).toEqual(['create 11 over 10'])
  })

  it('does not count what is held already, and keeps its reason', () => {
    const held = (id: string): PersonPlan =>
      aPlan(id, [
        { decision: 'hold', reason: 'first-contact', change: toUpdate(id, 'bankAccount', ['IBAN']) },
      ])

    expect(limit(crowd(50, held))).toEqual({ exceeded: [], sent: 0, reasons: ['first-contact'] })
  })

  it('neither counts nor holds what a person released', () => {
    const people = crowd(5, (id) => aPlan(id, [send(id, 'bankAccount')]))
    const isExempt: IsExempt = ({ change }) => change.subject === 'a0000'

    expect(limit(people, { isExempt })).toMatchObject({ exceeded: ['bankAccount 4 over 3'], sent: 1 })
    expect(limit(people.slice(0, 4), { isExempt })).toEqual(nothingHeld(4))
  })

  it('keeps back with a creation what a person released of it, and says what it waits for', () => {
    const isExempt: IsExempt = ({ change }) => change.section === 'bankAccount'

    expect(limit(crowd(11, aNewPerson), { isExempt })).toEqual({
      exceeded: ['create 11 over 10'],
      sent: 0,
      reasons: ['threshold-exceeded', 'depends-on-failed'],
    })
  })

  it('is lifted to the number that was allowed for the run, and no further', () => {
    const people = crowd(40, (id) => aPlan(id, [send(id, 'salary')]))

    expect(limit(people, { allow: { salary: 40 } })).toEqual(nothingHeld(40))
    expect(limit(people, { allow: { salary: 39 } }).exceeded).toEqual(['salary 40 over 39'])
    expect(limit(people, { allow: { update: 40 } }).exceeded).toEqual(['salary 40 over 10'])
  })

  it('can be lowered for a run', () => {
    expect(limit(crowd(1, aNewPerson), { allow: { create: 0 } }).exceeded).toEqual(['create 1 over 0'])
  })

  it('counts over all companies of the connection together', () => {
    const [left, right] = [inCompany(crowd(6, aNewPerson)), inCompany(crowd(6, (id) => aNewPerson(`b${id}`)))]
    const { exceeded } = applyLimits({
      plans: [left, right],
      linked: 0,
      thresholds: usualLimits,
      allow: {},
      isExempt: () => false,
    })

    expect(exceeded).toMatchObject([{ kind: 'create', people: 12, allowed: 10, first: 'a0000' }])
  })
})

describe('the usual limits', () => {
  const moved = (id: string): PersonPlan => aPlan(id, [send(id, 'address')])
  const paid = (id: string): PersonPlan => aPlan(id, [send(id, 'bankAccount')])

  it.each([
    // connected, updates that pass, bank accounts that pass
    [1, 1, 1],
    [5, 2, 1],
    [12, 4, 2],
    [100, 30, 3],
    [5000, 50, 3],
  ])('with %i connected let %i updates and %i bank accounts through', (linked, updates, accounts) => {
    expect(limit(crowd(updates, moved), { linked }).exceeded).toEqual([])
    expect(limit(crowd(updates + 1, moved), { linked }).exceeded).toContainEqual(
      `update ${updates + 1} over ${updates}`,
    )
    expect(limit(crowd(accounts, paid), { linked }).exceeded).toEqual([])
    expect(limit(crowd(accounts + 1, paid), { linked }).exceeded).toEqual([
      `bankAccount ${accounts + 1} over ${accounts}`,
    ])
  })
})

describe('a field that changes for nearly everybody', () => {
  const phones = (count: number): PersonPlan[] =>
    crowd(count, (id) => aPlan(id, [send(id, 'personalInfo', ['TelephoneWork']), send(id, 'salary')]))
  const thresholds = { ...noLimits, sameField: { percent: 80 } }

  it('holds its kind from the share on, names the field, and lets other kinds go on', () => {
    const people = crowd(80, (id) =>
      aPlan(id, [send(id, 'personalInfo', ['TelephoneWork']), send(id, 'address')]),
    ).map((person, index) =>
      index < 5 ? { ...person, changes: [...person.changes, send(person.subject, 'bankAccount')] } : person,
    )

    expect(limit(people, { thresholds })).toEqual({
      exceeded: ['update TelephoneWork 80 over 79'],
      sent: 5,
      reasons: ['same-field-changed'],
    })
    expect(limit(people.slice(0, 79), { thresholds }).exceeded).toEqual([])
  })

  it('holds the salaries when it is theirs, too', () => {
    expect(limit(phones(90), { thresholds }).exceeded).toEqual([
      'update TelephoneWork 90 over 79',
      'salary Value 90 over 79',
    ])
  })

  it('is no sign of anything among fewer than ten people', () => {
    expect(limit(phones(9), { linked: 9, thresholds }).exceeded).toEqual([])
    expect(limit(phones(10), { linked: 10, thresholds }).exceeded).toContain('update TelephoneWork 10 over 9')
  })

  it('is let through when it was allowed', () => {
    expect(limit(phones(90), { thresholds, allow: { sameField: 90 } }).exceeded).toEqual([])
  })

  it('is not counted over people who are to be created', () => {
    expect(limit(crowd(90, aNewPerson), { linked: 90, thresholds }).exceeded).toEqual([])
  })
})

describe('limits on any plan', () => {
  const anyPeople = fc
    .array(
      fc.record({
        isNew: fc.boolean(),
        sections: fc.subarray(['personalInfo', 'address', 'bankAccount', 'salary'] as const),
        held: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    .map((specs) =>
      specs.map(({ isNew, sections, held }, index) => {
        const id = `p${index}`
        if (isNew) return aNewPerson(id)
        const changes = sections.map((section) => send(id, section))
        const [first, ...rest] = changes
        return aPlan(
          id,
          held && first !== undefined
            ? [{ change: first.change, decision: 'hold' as const, reason: 'conflict' as const }, ...rest]
            : changes,
        )
      }),
    )

  it('send of each kind either everything as planned, within its limit, or nothing', () => {
    fc.assert(
      fc.property(anyPeople, fc.nat(60), (people, linked) => {
        const { plans } = applyLimits({
          plans: [inCompany(people)],
          linked,
          thresholds: usualLimits,
          allow: {},
          isExempt: () => false,
        })
        const after = plans[0]?.people ?? []
        for (const kind of limitedKinds) {
          const whoSends = (from: readonly PersonPlan[]): string[] =>
            from
              .filter((person) =>
                person.changes.some((one) => one.decision === 'send' && kindOf(person, one) === kind),
              )
              .map(({ subject }) => subject)
          const [planned, sent] = [whoSends(people), whoSends(after)]
          expect([planned, []]).toContainEqual(sent)
          const { max = Infinity, percent } = usualLimits[kind]
          const allowed = Math.min(max, percent === undefined ? Infinity : shareOf(percent, linked))
          expect(sent.length).toBeLessThanOrEqual(allowed)
        }
        expect(after.map(({ subject }) => subject)).toEqual(people.map(({ subject }) => subject))
      }),
    )
  })
})
