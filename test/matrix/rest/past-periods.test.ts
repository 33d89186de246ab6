import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../../src/run/run-connection.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { editPeople } from '../../../src/sandbox/people/edit-people.js'
import { today, withSandboxWorld, type SandboxWorld } from '../../e2e/sandbox-world.js'
import { sampleOf } from '../../support/matrix.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { outcomesOf, settings } from './sync-edit-sync.js'

const { onRequest } = watchRequests()

type Row = Pick<NmbrsSwitches, 'restSameStartSalary' | 'restEmploymentInPast' | 'restPastPeriod'>

/** All of rows 7, 9 and 10 of what nobody knows together (Nmbrs REST contract, section 15). */
const rows = (['refuse400', 'refuse409', 'replace', 'add'] as const).flatMap((restSameStartSalary) =>
  (['refuse', 'accept'] as const).flatMap((restEmploymentInPast) =>
    (['refuse', 'accept', 'moveToCurrent'] as const).map((restPastPeriod): Row => ({
      restSameStartSalary,
      restEmploymentInPast,
      restPastPeriod,
    })),
  ),
)

/** In which month the raises of HR start that come after the period was closed. */
const longAgo = '2026-09-15'
const pastAllowed = { allowPastPeriods: true }

const raise = (world: SandboxWorld, day: string, seed: number, which: number): void => {
  const among = new Set(world.population.story.linkedEqual.slice(which, which + 1))
  const options = { count: 1, kinds: ['salary'] as const, today: day, among }
  Object.assign(world.alexis.data, editPeople(world.alexis.data, seed, options).data)
}

/** HR enters a salary, and AlexisHR marks it as current where it began. */
const enter = ({ alexis: { data }, population }: SandboxWorld, day: string, more: number): void => {
  const [id] = population.story.linkedEqual
  const employee = data.employees.find((each) => each.id === id)
  const first = data.compensations.find(({ employeeId }) => employeeId === id)
  if (employee === undefined || first === undefined) throw new Error('there is nobody to pay')
  const effectiveDate = `${day}T00:00:00.000Z`
  const row = { ...first, id: `65f1ff${day.replaceAll('-', '')}0000000000`, effectiveDate }
  const amount = first.amount + more
  Object.assign(data, {
    compensations: [...data.compensations, { ...row, amount, baseAmount: amount }],
    employees: data.employees.map((each) => (each === employee ? { ...each, compensationId: row.id } : each)),
  })
}

interface Step {
  run: RunEnd
  writes: readonly string[]
}

const sync = async (world: SandboxWorld, options = {}): Promise<Step> => {
  world.nmbrs.calls.clear()
  const run = await world.run(options)
  const writes = world.nmbrs.calls.records
    .map(({ operation }) => operation)
    .filter((operation) => !/^(?:list|get)/.test(operation))
  return { run, writes }
}

/** `salary applied`, of the outcomes that were sent. */
const sentIn = ({ run }: Step): string[] =>
  outcomesOf(run, 'applied', 'failed', 'unknown')
    .map(({ section, outcome, reason }) => `${section} ${outcome} ${reason ?? ''}`.trim())
    .sort()

const heldIn = ({ run }: Step): Set<string> =>
  new Set(outcomesOf(run, 'held').map(({ section, reason }) => `${section} ${reason ?? ''}`))

const startsTwice = ({ nmbrs: { store } }: SandboxWorld): number[] =>
  store
    .allEmployees()
    .map(({ id }) => id)
    .filter((id) => {
      const starts = store.employee(id).salaries.map(({ startDate }) => startDate)
      return new Set(starts).size < starts.length
    })

/** What becomes of a salary that starts in a closed period, once that is allowed. */
const ends: Readonly<Record<Row['restPastPeriod'], string>> = {
  accept: 'salary applied',
  refuse: 'salary failed write-refused',
  moveToCurrent: 'salary failed write-not-confirmed',
}

describe('over REST, someone was hired and someone got a raise in a period that is closed', () => {
  it.each(sampleOf('rest past periods', rows))(
    'nothing is sent before it is allowed, once when it is, and nothing comes twice: %j',
    async (nmbrs) => {
      const isCreated = nmbrs.restEmploymentInPast === 'accept'
      const end = ends[nmbrs.restPastPeriod]
      await withSandboxWorld(
        {
          ...{ api: 'rest', onRequest, settings, people: 6, mix: { hiredLongAgo: 1 } },
          nmbrs: { restPersonalInfoOmits: 0, ...nmbrs },
        },
        async (world) => {
          const known = world.nmbrs.store.allEmployees().length
          const first = await sync(world)
          raise(world, longAgo, 3, 0)
          raise(world, today, 4, 1)
          const before = await sync(world)
          const allowed = await sync(world, pastAllowed)
          const again = await sync(world, pastAllowed)
          const after = await sync(world)
          // Another amount for a day on which a salary starts by now, in a closed period and in the current
          // one.
          raise(world, longAgo, 5, 0)
          raise(world, today, 6, 1)
          const plain = await sync(world)
          const second = await sync(world, pastAllowed)
          const last = [await sync(world, pastAllowed), await sync(world)]

          const steps = [first, before, allowed, again, after, plain, second, ...last]
          expect(steps.map(({ run }) => run.error)).toEqual(steps.map(() => undefined))
          expect([first, again, after, plain, ...last].map(({ writes }) => writes)).toEqual(
            [first, again, after, plain, ...last].map(() => []),
          )
          expect(heldIn(before)).toEqual(
            new Set([
              'salary before-current-period',
              'employee before-current-period',
              ...['personalInfo', 'address', 'bankAccount'].map((section) => `${section} depends-on-failed`),
            ]),
          )
          expect(sentIn(before)).toEqual(['salary applied'])
          expect(sentIn(allowed)).toEqual(
            isCreated
              ? ['address applied', 'bankAccount applied', 'employee applied', end, end].sort()
              : ['employee failed write-refused', end].sort(),
          )
          // A refusal is not asked for again; where the salary was taken, another for its day is never sent.
          expect(sentIn(second)).toEqual(nmbrs.restPastPeriod === 'refuse' ? [end] : [])
          expect(heldIn(plain)).toContain('salary not-supported')
          expect(startsTwice(world)).toEqual([])
          expect(world.nmbrs.store.allEmployees()).toHaveLength(known + (isCreated ? 1 : 0))
          expect(world.nmbrs.violations).toEqual([])
        },
      )
    },
  )
})

describe('over REST, several salaries came of closed periods and one of the current', () => {
  it.each<[Row['restPastPeriod'], Row['restSameStartSalary'], readonly string[], readonly string[]]>([
    ['accept', 'add', ['salary applied', 'salary applied'], ['salary not-supported']],
    ['moveToCurrent', 'add', ['salary failed write-not-confirmed'], ['salary conflict']],
    ['moveToCurrent', 'replace', ['salary failed write-not-confirmed'], ['salary conflict']],
  ])(
    'the last of them is sent once, to where it does no harm, and the others wait for payroll: %s, %s',
    async (restPastPeriod, restSameStartSalary, sent, asked) => {
      const nmbrs = { restPersonalInfoOmits: 0, restPastPeriod, restSameStartSalary }
      const given = { onRequest, settings, people: 6, nmbrs }
      const options = { ...given, api: 'rest', mix: 'all-linked' } as const
      await withSandboxWorld(options, async (world) => {
        await sync(world)
        enter(world, '2026-08-15', 5)
        enter(world, '2026-09-15', 10)
        enter(world, '2026-11-10', 20)

        const allowed = await sync(world, pastAllowed)
        const later = [await sync(world, pastAllowed), await sync(world, pastAllowed)]

        expect(sentIn(allowed)).toEqual(sent)
        expect(allowed.writes).toHaveLength(sent.length)
        expect(heldIn(allowed)).toEqual(new Set(['salary not-supported']))
        for (const step of later) {
          expect(step.writes).toEqual([])
          // What was put elsewhere stands under the salary of the current period: a person is asked.
          expect(heldIn(step)).toEqual(new Set(asked))
        }
        expect(startsTwice(world)).toEqual([])
        expect(world.nmbrs.violations).toEqual([])
      })
    },
  )
})
