import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { PlannedChange, UpdateChange } from '../../../src/domain/change.js'
import type { DesiredEmployee } from '../../../src/domain/employee.js'
import type { Hold, HoldSettings, HoldWord, NewHold } from '../../../src/domain/hold/hold.js'
import { toHoldId, toSourceEmployeeId } from '../../../src/domain/ids.js'
import type { Values } from '../../../src/domain/values.js'
import { applyHolds, type HeldPlan } from '../../../src/plan/checks/apply-holds.js'
import { toFinding } from '../../../src/domain/findings/to-finding.js'
import type { PersonPlan } from '../../../src/plan/plan-person.js'
import { aLink, aPerson, companyId } from '../../support/builders.js'
import { aBankChange, aHold, aSalaryChange, aWord, someHoldRules } from '../../support/hold-builders.js'

const account = (IBAN: string): Values => ({ IBAN, Type: 'Standaard' })
const salary = (Value: string, Start: string): Values => ({ Value, Type: 'Bruto_Salaris_Partime', Start })

const aPlan = (changes: PlannedChange[], differs: Partial<PersonPlan> = {}): PersonPlan => ({
  subject: toSourceEmployeeId('a1'),
  displayName: 'somebody',
  pairing: 'connected',
  targetId: aLink().targetId,
  createdByUs: false,
  candidates: [],
  changes,
  findings: [],
  settled: [],
  decisions: [],
  baselines: {},
  leavesAccount: false,
  desired: {},
  ...differs,
})

const send = (change: UpdateChange): PlannedChange => ({ change, decision: 'send', seal: 'seal' })

interface Given {
  people: PersonPlan[]
  source?: DesiredEmployee[]
  holds?: Hold[]
  settings?: Partial<HoldSettings>
  today?: string
}

const hold = ({ people, source = [], holds = [], settings, today }: Given): HeldPlan =>
  applyHolds({
    plan: { companyId, people, newLinks: [] },
    pairings: new Map(
      people.map(({ subject }) => [
        subject,
        { kind: 'connected', isNew: false, link: aLink({ sourceId: subject, origin: 'created' }) },
      ]),
    ),
    people: source,
    holds,
    rules: someHoldRules(settings, today),
  })

/** What a first look noted, as it is stored. */
const stored = (wanted: readonly NewHold[], words: HoldWord[] = []): Hold[] =>
  wanted.map((one, index) => aHold({ ...one, id: toHoldId(`K7M2Q${index}`), words }))

const decisions = ({ plan }: HeldPlan) =>
  plan.people.flatMap(({ changes }) =>
    changes.map((planned) =>
      planned.decision === 'send' ? 'send' : `${planned.decision} ${planned.reason}`,
    ),
  )
const codes = ({ plan }: HeldPlan) => plan.people.flatMap(({ findings }) => findings.map(({ code }) => code))

const raised = aBankChange(account('OLD'), account('NEW'))

describe('a change that waits', () => {
  const people = [aPlan([send(raised)])]

  it('is held, wanted as a record, and says where the record comes from', () => {
    const held = hold({ people })

    expect(decisions(held)).toEqual(['hold first-contact'])
    expect(held.wanted).toMatchObject([{ subject: 'a1', section: 'bankAccount', reason: 'first-contact' }])
    expect(held.plan.people[0]?.findings[0]?.remedy).toContain('nmbrs-sync plan --employee a1')
  })

  it('names the record and the command that releases it', () => {
    const held = hold({ people, holds: stored(hold({ people }).wanted) })

    const [finding] = held.plan.people[0]?.findings ?? []
    expect(finding).toMatchObject({ severity: 'warning', hold: 'K7M2Q0' })
    expect(finding?.remedy).toContain('nmbrs-sync holds release K7M2Q0 --reason TEXT')
    expect(held.plan.people[0]?.changes).toMatchObject([{ decision: 'hold', hold: 'K7M2Q0' }])
  })

  it('goes once it was released, with its seal, and nothing is said of it any more', () => {
    const held = hold({ people, holds: stored(hold({ people }).wanted, [aWord()]) })

    expect(held.plan.people[0]?.changes).toEqual([
      { change: raised, decision: 'send', release: 'K7M2Q0', seal: 'seal' },
    ])
    expect(codes(held)).toEqual([])
  })

  it('is left out once it was rejected, and says how to take that back', () => {
    const held = hold({ people, holds: stored(hold({ people }).wanted, [aWord({ word: 'reject' })]) })

    expect(decisions(held)).toEqual(['skip hold-rejected'])
    expect(held.plan.people[0]?.findings).toMatchObject([{ code: 'hold-rejected', severity: 'info' }])
  })

  it('says from which day on a released one goes', () => {
    const holds = stored(hold({ people }).wanted, [aWord()])
    const held = hold({ people, holds, settings: { waitDays: 5 } })

    expect(decisions(held)).toEqual(['hold first-contact'])
    expect(held.plan.people[0]?.findings).toMatchObject([{ severity: 'info' }, {}])
    expect(held.plan.people[0]?.findings[0]?.remedy).toContain('2026-11-25')
  })

  it('says that another person is needed', () => {
    const holds = stored(hold({ people }).wanted, [aWord()])

    const held = hold({ people, holds, settings: { releasers: 2 } })

    expect(held.plan.people[0]?.findings[0]?.remedy).toContain('another person')
  })

  it.each([
    ['another value', [aPlan([send(aBankChange(account('OLD'), account('OTHER')))])]],
    ['the same value over another one', [aPlan([send(aBankChange(account('THIRD'), account('NEW')))])]],
    [
      'another person',
      [
        aPlan([send({ ...raised, subject: toSourceEmployeeId('a2') })], {
          subject: toSourceEmployeeId('a2'),
        }),
      ],
    ],
  ])('is not released by a word about %s', (_, others) => {
    const holds = stored(hold({ people: others }).wanted, [aWord()])

    expect(decisions(hold({ people, holds }))).toEqual(['hold first-contact'])
  })

  it.each(['used', 'superseded'] as const)('is not released by a record that is %s', (how) => {
    const holds = stored(hold({ people }).wanted, [aWord()]).map((one) => ({
      ...one,
      closed: { how, at: '' },
    }))

    expect(decisions(hold({ people, holds }))).toEqual(['hold first-contact'])
  })
})

describe('a change that is held for something else', () => {
  it('stays held, whatever was released', () => {
    const blocked: PlannedChange = { change: raised, decision: 'hold', reason: 'bank-account-ambiguous' }
    const holds = stored(hold({ people: [aPlan([send(raised)])] }).wanted, [aWord()])

    const held = hold({ people: [aPlan([blocked])], holds })

    expect(held.plan.people[0]?.changes).toEqual([blocked])
    expect(held.wanted).toEqual([])
  })
})

describe('a conflict', () => {
  const change: UpdateChange = {
    ...raised,
    section: 'personalInfo',
    before: { EmailWork: 'b', Title: 'd' },
    after: { EmailWork: 'a', Title: 'c' },
    fields: ['EmailWork', 'Title'],
  }
  const planned: PlannedChange = { change, decision: 'hold', reason: 'conflict' }
  const findings = change.fields.map((field) => toFinding('conflict', change.subject, 'personalInfo', field))
  const people = [aPlan([planned], { findings })]

  it('is one record for a section, told field by field with the command that releases it', () => {
    const held = hold({ people, holds: stored(hold({ people }).wanted) })

    expect(held.wanted).toHaveLength(1)
    expect(held.plan.people[0]?.findings).toMatchObject([
      { code: 'conflict', field: 'EmailWork', hold: 'K7M2Q0' },
      { code: 'conflict', field: 'Title', hold: 'K7M2Q0' },
    ])
  })

  it('is sent once it was released, and is an error no more', () => {
    const held = hold({ people, holds: stored(hold({ people }).wanted, [aWord()]) })

    expect(decisions(held)).toEqual(['send'])
    expect(codes(held)).toEqual([])
  })
})

describe('several salaries of one person', () => {
  const rows = [
    aSalaryChange({}, salary('3000', '2026-11-01')),
    aSalaryChange({}, salary('6000', '2026-12-01')),
    aSalaryChange({}, salary('6100', '2027-01-01')),
  ]
  const people = [aPlan(rows.map(send))]

  it('are compared each with the one before it, and wait for one that waits', () => {
    const held = hold({ people })

    expect(decisions(held)).toEqual(['send', 'hold salary-change-large', 'hold depends-on-failed'])
    expect(held.wanted).toHaveLength(1)
  })

  it('go on behind one that was released', () => {
    const holds = stored(hold({ people }).wanted, [aWord()])

    expect(decisions(hold({ people, holds }))).toEqual(['send', 'send', 'send'])
  })

  it('do not wait for one that was rejected, but are compared with what stands', () => {
    const holds = stored(hold({ people }).wanted, [aWord({ word: 'reject' })])

    expect(decisions(hold({ people, holds }))).toEqual([
      'send',
      'skip hold-rejected',
      'hold salary-change-large',
    ])
  })
})

describe('one account for two people of a company', () => {
  const someone = (id: string, IBAN: string) => aPerson({ id, sections: { bankAccount: account(IBAN) } })
  const changeOf = (id: string, IBAN: string) =>
    send({ ...aBankChange({}, account(IBAN)), subject: toSourceEmployeeId(id) })
  const planOf = (id: string, IBAN: string) =>
    aPlan([changeOf(id, IBAN)], { subject: toSourceEmployeeId(id) })

  it('holds both, each with a record of its own, and names the other', () => {
    const held = hold({
      people: [planOf('a1', 'SAME'), planOf('a2', 'SAME'), planOf('a3', 'OWN')],
      source: [someone('a1', 'SAME'), someone('a2', 'SAME'), someone('a3', 'OWN')],
    })

    expect(decisions(held)).toEqual(['hold iban-shared', 'hold iban-shared', 'send'])
    expect(held.plan.people.map(({ findings }) => findings.map(({ message }) => message.slice(-4)))).toEqual([
      [': a2'],
      [': a1'],
      [],
    ])
    expect(held.findings).toEqual([])
  })

  it('is said of the one for whom nothing changes as well', () => {
    const held = hold({
      people: [planOf('a1', 'SAME')],
      source: [someone('a1', 'SAME'), someone('a2', 'SAME')],
    })

    expect(held.findings).toMatchObject([{ code: 'iban-shared', severity: 'error', subject: 'a2' }])
    expect(held.findings[0]?.message).toContain('a1')
  })

  it('can be released for each alone', () => {
    const given = {
      people: [planOf('a1', 'SAME'), planOf('a2', 'SAME')],
      source: [someone('a1', 'SAME'), someone('a2', 'SAME')],
    }
    const [first, second] = stored(hold(given).wanted)

    const held = hold({ ...given, holds: [{ ...first!, words: [aWord()] }, second!] })

    expect(decisions(held)).toEqual(['send', 'hold iban-shared'])
  })

  it('is nothing new once both have it', () => {
    const held = hold({ people: [], source: [someone('a1', 'SAME'), someone('a2', 'SAME')] })

    expect(held).toMatchObject({ wanted: [], findings: [] })
  })

  it('asks anew for a released change when somebody else turns out to have the account', () => {
    const people = [aPlan([send(raised)])]
    const holds = stored(hold({ people }).wanted, [aWord()])

    const held = hold({ people, holds, source: [someone('a1', 'NEW'), someone('a2', 'NEW')] })

    expect(decisions(held)).toEqual(['hold iban-shared'])
  })
})

describe('whatever is planned and stored', () => {
  const values = fc.constantFrom('OLD', 'NEW', 'THIRD')
  const changes = fc.array(
    fc.tuple(values, values).map(([before, after]) => send(aBankChange(account(before), account(after)))),
    { maxLength: 3 },
  )
  const words = fc.array(
    fc.record({
      word: fc.constantFrom('release' as const, 'reject' as const),
      actor: fc.constantFrom('fatma', 'bram'),
      reason: fc.constant('asked'),
      at: fc.constantFrom('2026-10-01T00:00:00.000Z', '2026-11-21T09:00:00.000Z'),
    }),
    { maxLength: 3 },
  )

  it('no change is sent that has a reason to wait, unless its own record stands released', () => {
    fc.assert(
      fc.property(changes, changes, words, fc.constantFrom(1, 2), (planned, recorded, said, releasers) => {
        const holds = stored(hold({ people: [aPlan(recorded)] }).wanted, said)

        const held = hold({ people: [aPlan(planned)], holds, settings: { releasers } })

        for (const one of held.plan.people[0]?.changes ?? []) {
          if (one.decision !== 'send' || one.change.kind !== 'update') continue
          const same = one.change.before.IBAN === one.change.after.IBAN
          const release = holds.find(({ id }) => id === one.release)
          expect(same || release !== undefined).toBe(true)
          if (release !== undefined) expect(said.at(-1)?.word).toBe('release')
        }
      }),
    )
  })

  it('asking twice gives the same as asking once', () => {
    fc.assert(
      fc.property(changes, words, (planned, said) => {
        const people = [aPlan(planned)]
        const holds = stored(hold({ people }).wanted, said)

        expect(hold({ people, holds })).toEqual(hold({ people, holds }))
        expect(hold({ people, holds }).wanted).toEqual(hold({ people }).wanted)
      }),
    )
  })
})
