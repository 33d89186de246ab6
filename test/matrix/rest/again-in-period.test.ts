import { describe, expect, it } from '@jest/globals'

import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { today, withSandboxWorld, type SandboxWorld } from '../../e2e/sandbox-world.js'
import { editPeople } from '../../../src/sandbox/people/edit-people.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { outcomesOf, settings } from './sync-edit-sync.js'

const { onRequest } = watchRequests()

/** One person of those long known gets another address, salary, account and telephone number. */
const change = (world: SandboxWorld, seed: number): void => {
  const among = new Set(world.population.story.linkedEqual.slice(0, 1))
  const kinds = ['street', 'salary', 'iban', 'phone'] as const
  Object.assign(
    world.alexis.data,
    editPeople(world.alexis.data, seed, { count: 4, kinds, today, among }).data,
  )
}

const sectionsOf = (run: Awaited<ReturnType<SandboxWorld['run']>>, ...outcomes: string[]): string[] =>
  outcomesOf(run, ...outcomes).map(({ section, reason }) => `${section} ${reason ?? ''}`.trim())

const writesOf = ({ nmbrs }: SandboxWorld): string[] =>
  nmbrs.calls.records
    .map(({ operation }) => operation)
    .filter((operation) => !/^(?:list|get)/.test(operation))

const rows: { switches: Partial<NmbrsSwitches>; takesSecond: boolean }[] = [
  { switches: { restSecondAddress: 'add' }, takesSecond: true },
  { switches: { restSecondAddress: 'replace', restSameStartSalary: 'replace' }, takesSecond: true },
  { switches: { restSecondAddress: 'refuse400', restSameStartSalary: 'add' }, takesSecond: false },
  { switches: { restSecondAddress: 'refuse409', restSameStartSalary: 'refuse409' }, takesSecond: false },
]

describe('over REST, everything of somebody changes twice in one payroll period', () => {
  it.each(rows)(
    'what Nmbrs takes is sent, the rest is said and not sent again: $switches',
    async ({ switches, takesSecond }) => {
      const nmbrs = { restPersonalInfoOmits: 0, ...switches }
      await withSandboxWorld(
        { api: 'rest', onRequest, people: 3, mix: { newHire: 1 }, nmbrs, settings },
        async (world) => {
          await world.run()
          change(world, 3)
          const first = await world.run()
          change(world, 4)
          const writesBefore = writesOf(world)
          const planned = await world.run({ mode: 'plan' })
          expect(planned.document.findings.filter(({ section }) => section === 'address')).toMatchObject([
            {
              code: 'address-again',
              severity: 'warning',
              remedy: expect.stringMatching(/change the address in Nmbrs, or wait.*next payroll period$/),
            },
          ])
          expect(writesOf(world)).toEqual(writesBefore)
          const second = await world.run()
          const { calls } = world.nmbrs
          calls.clear()
          const third = await world.run()
          const again = [third.document, (await world.run({ mode: 'plan' })).document]
          // What is known by then is not asked any more.
          expect(again.flatMap(({ findings }) => findings).map(({ code }) => code)).not.toContain(
            'address-again',
          )

          expect(sectionsOf(first, 'applied')).toEqual(['personalInfo', 'address', 'bankAccount', 'salary'])
          const taken = ['personalInfo', ...(takesSecond ? ['address'] : []), 'bankAccount']
          expect(sectionsOf(second, 'applied')).toEqual(taken)
          expect(sectionsOf(second, 'held')).toEqual(['salary not-supported'])
          expect(sectionsOf(second, 'failed', 'unknown')).toEqual(
            takesSecond ? [] : ['address write-refused'],
          )
          expect(second.document.findings.filter(({ section }) => section === 'address')).toMatchObject(
            takesSecond
              ? []
              : [
                  {
                    code: 'write-refused',
                    message: expect.stringContaining(
                      'from this payroll period on, and Nmbrs takes no second one',
                    ),
                    remedy: expect.stringMatching(/in Nmbrs by hand.*in the next payroll period$/),
                  },
                ],
          )
          expect(sectionsOf(third, 'applied', 'failed', 'unknown')).toEqual([])
          expect(writesOf(world)).toEqual([])
          expect(sectionsOf(third, 'held')).toEqual([
            ...(takesSecond ? [] : ['address write-refused']),
            'salary not-supported',
          ])
          expect((await world.findDifferences()).map((text) => text.split(' ').at(-1))).toEqual([
            ...(takesSecond ? [] : ['address.Street']),
            'salary.Value',
          ])
        },
      )
    },
  )
})
