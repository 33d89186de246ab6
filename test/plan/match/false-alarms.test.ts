import { beforeAll, describe, expect, it } from '@jest/globals'

import type { DesiredEmployee, TargetEmployee } from '../../../src/domain/employee.js'
import { pairPeople } from '../../../src/plan/match/pair-people.js'
import type { PairingResult } from '../../../src/plan/match/pairing.js'
import { planPerson } from '../../../src/plan/plan-person.js'
import { createRandom } from '../../../src/sandbox/people/invent/random.js'
import { aContext, companyId, defaultMatchRules, someRules } from '../../support/builders.js'
import { inventDutchPeople, toDesired, toTarget, type DutchPerson } from '../../support/dutch-people.js'

const count = 5000
const people = inventDutchPeople(count, createRandom(20261122))

const pair = (source: readonly DutchPerson[], payroll: readonly DutchPerson[]): PairingResult =>
  pairPeople({
    companyId,
    people: source.map(toDesired),
    links: [],
    targets: toTargets(payroll),
    targetsComplete: true,
    rules: defaultMatchRules,
    lostCreations: [],
    today: '2026-11-22',
  })

const toTargets = (payroll: readonly DutchPerson[]): Map<TargetEmployee['id'], TargetEmployee> =>
  new Map(payroll.map(toTarget).map((employee) => [employee.id, employee]))

/** Where the people stand, by kind of pairing. */
const countKinds = ({ pairings }: PairingResult, of: readonly DutchPerson[]): Record<string, number> => {
  const ids = new Set(of.map(({ number }) => `a${number}`))
  const counts: Record<string, number> = {}
  for (const [id, { kind }] of pairings) if (ids.has(id)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const linkedToOthers = ({ pairings }: PairingResult): string[] =>
  [...pairings].flatMap(([id, pairing]) =>
    pairing.kind === 'connected' && `a${pairing.link.targetId}` !== id
      ? [`${id} to ${pairing.link.targetId}`]
      : [],
  )

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`

const say = (what: string, part: number, whole: number): void => {
  process.stdout.write(`${what}: ${part} of ${whole}, ${share(part, whole)}\n`)
}

/** Changes of money and address that wait although both sides hold the same. */
const heldSections = (person: DesiredEmployee, target: TargetEmployee): string[] => {
  const bankAccounts = [{ id: 'b1' as never, values: { Type: 'Standaard', ...person.sections.bankAccount } }]
  const link = { status: 'connected', sourceId: person.sourceId, companyId, targetId: target.id } as const
  const pairing = { kind: 'connected', link: { ...link, origin: 'rule:test' }, isNew: true } as const
  const context = aContext({ person, target, targetId: target.id, bankAccounts, linkedByRule: true })
  return planPerson(pairing, context, someRules())
    .changes.filter(({ decision }) => decision === 'hold')
    .map(({ change }) => change.section)
}

describe(`${count} clean people with the names of a Dutch register`, () => {
  let heldOf: ReadonlyMap<DutchPerson, readonly string[]>
  beforeAll(() => {
    heldOf = new Map(people.map((person) => [person, heldSections(toDesired(person), toTarget(person))]))
  })

  it('creates everybody when payroll is empty', () => {
    const kinds = countKinds(pair(people, []), people)

    say('creations held without need, payroll empty', count - (kinds.create ?? 0), count)
    expect((count - (kinds.create ?? 0)) / count).toBeLessThan(0.01)
  })

  it('links everybody to themselves when payroll holds them all', () => {
    const paired = pair(people, people)
    const refused = count - (countKinds(paired, people).connected ?? 0)

    say('links refused without need', refused, count)
    expect(linkedToOthers(paired)).toEqual([])
    expect(refused / count).toBeLessThan(0.005)
  })

  it('links the half that payroll holds and creates the others', () => {
    const payroll = people.filter(({ number }) => number % 2 === 1)
    const hires = people.filter(({ number }) => number % 2 === 0)
    const paired = pair(people, payroll)
    const refused = payroll.length - (countKinds(paired, payroll).connected ?? 0)
    const held = hires.length - (countKinds(paired, hires).create ?? 0)

    say('links refused without need, half of the people new', refused, payroll.length)
    say('creations held without need, half of the people new', held, hires.length)
    expect(linkedToOthers(paired)).toEqual([])
    expect(refused / payroll.length).toBeLessThan(0.005)
    expect(held / hires.length).toBeLessThan(0.01)
  })

  it('lets nobody wait with money or address that both sides hold alike', () => {
    const waiting = [...heldOf.values()].flat().filter((section) => section !== 'personalInfo')

    say('people whose money or address waits', waiting.length, count)
    expect(waiting).toEqual([])
  })

  it('asks who somebody is where payroll has another first name, and nowhere else', () => {
    const asked = people.filter((person) => heldOf.get(person)?.includes('personalInfo'))
    const called = people.filter(({ firstName, callName }) => firstName !== callName)

    say('people of whom a first contact asks who they are', asked.length, count)
    say('people with a call name', called.length, count)
    expect(asked).toEqual(called)
  })
})

describe('a hundred people called de Vries', () => {
  const names = Array.from(
    { length: 100 },
    (_, index) =>
      `${'BDFGHJKLMN'[index % 10] ?? ''}${'aeiou'[index % 5] ?? ''}${'lrstvwkmnp'[Math.floor(index / 10)] ?? ''}a`,
  )
  const deVries = people.slice(0, 100).map((person, index) => ({
    ...person,
    lastName: 'de Vries',
    firstName: names[index] ?? '',
    callName: names[index] ?? '',
  }))

  it.each([0, 50, 100])(
    'links those whom payroll holds and creates the others, with %i in payroll',
    (held) => {
      const paired = pair(deVries, deVries.slice(0, held))

      expect(linkedToOthers(paired)).toEqual([])
      expect(countKinds(paired, deVries)).toEqual({
        ...(held === 0 ? {} : { connected: held }),
        ...(held === 100 ? {} : { create: 100 - held }),
      })
    },
  )
})
