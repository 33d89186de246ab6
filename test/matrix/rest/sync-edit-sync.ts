import { expect } from '@jest/globals'

import type { RunEnd } from '../../../src/run/run-connection.js'
import { editPeople } from '../../../src/sandbox/people/edit-people.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import type { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { today, unmappedFields, withSandboxWorld, type SandboxWorld } from '../../e2e/sandbox-world.js'
import { defaultHoldSettings } from '../../support/hold-builders.js'

/** Bank accounts are replaced unasked here: how Nmbrs behaves is what these tests are about. */
export const settings = { holds: { ...defaultHoldSettings, bankAccountChange: 'never' as const } }

/** What payroll has entered of everybody besides, so that there is something to lose. */
const enteredByPayroll = {
  TelephoneMobileWork: '0612999001',
  TelephoneOther: '0301234999',
  PartnerPrefix: 'van',
  PartnerLastName: 'Proefpartner',
}

const unmapped = [
  ...unmappedFields,
  'TelephoneMobileWork',
  'TelephoneOther',
  'PartnerPrefix',
  'PartnerLastName',
]

/** What payroll holds of everybody that the mapping does not cover. */
const readUnmapped = ({ nmbrs }: SandboxWorld): Map<number, (string | undefined)[]> =>
  new Map(
    nmbrs.store.allEmployees().map(({ id }) => {
      const { personalInfo } = nmbrs.store.employee(id)
      return [id, unmapped.map((field) => personalInfo[field])]
    }),
  )

const standardAccounts = ({ nmbrs }: SandboxWorld): number[] =>
  nmbrs.store
    .allEmployees()
    .map(({ id }) => nmbrs.store.employee(id).bankAccounts.filter(({ type }) => type === 'Standaard').length)

export const outcomesOf = ({ document }: RunEnd, ...outcomes: string[]) =>
  document.changes.filter(({ outcome }) => outcomes.includes(outcome))

/** HR changes things of people who are long connected. */
export const editLinked = (world: SandboxWorld, seed: number, count: number): void => {
  const linked = new Set(world.population.story.linkedEqual)
  Object.assign(world.alexis.data, editPeople(world.alexis.data, seed, { count, today, among: linked }).data)
}

/**
 * Syncs everybody, syncs again, edits and syncs twice more. Nothing fails, each second sync and each plan
 * after a sync has nothing to do, and what the mapping does not cover stays as payroll entered it.
 */
export const syncEditAndSync = async (world: SandboxWorld): Promise<void> => {
  for (const { id } of world.nmbrs.store.allEmployees())
    world.nmbrs.edit(id, { personalInfo: enteredByPayroll })
  const before = readUnmapped(world)

  const first = await world.run()
  const settled = await world.run()
  editLinked(world, 3, 12)
  const edited = await world.run()
  const planned = await world.run({ mode: 'plan' })
  const again = await world.run()

  for (const run of [first, settled, edited, planned, again]) {
    expect(run.error).toBeUndefined()
    expect(outcomesOf(run, 'failed', 'unknown')).toEqual([])
  }
  expect(outcomesOf(first, 'applied').length).toBeGreaterThan(10)
  expect(outcomesOf(settled, 'applied')).toEqual([])
  expect(outcomesOf(edited, 'applied').length).toBeGreaterThan(5)
  expect(outcomesOf(planned, 'planned')).toEqual([])
  expect(outcomesOf(again, 'applied')).toEqual([])
  for (const [id, values] of before) expect(readUnmapped(world).get(id)).toEqual(values)
  expect(Math.max(...standardAccounts(world))).toBeLessThanOrEqual(1)
  expect(world.nmbrs.violations).toEqual([])
}

/**
 * Puts a population of every kind through it, with Nmbrs behaving in its own way and every request held
 * against the description.
 */
export const syncUnder = (
  nmbrs: Partial<NmbrsSwitches>,
  onRequest: ReturnType<typeof watchRequests>['onRequest'],
): Promise<void> =>
  withSandboxWorld(
    {
      api: 'rest',
      onRequest,
      people: 45,
      mix: 'everything',
      nmbrs: { restPersonalInfoOmits: 0, ...nmbrs },
      settings,
    },
    syncEditAndSync,
  )
