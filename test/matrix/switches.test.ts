import { describe, expect, it } from '@jest/globals'

import type { AlexisSwitches } from '../../src/sandbox/alexis/switches.js'
import type { NmbrsSwitches } from '../../src/sandbox/nmbrs/switches.js'
import { editPeople } from '../../src/sandbox/people/edit-people.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { sampleOf } from '../support/matrix.js'
import {
  today,
  unmappedFields,
  withSandboxWorld,
  writtenOutcomes,
  type SandboxWorld,
} from '../e2e/sandbox-world.js'

/** Bank accounts are replaced unasked here: how the remotes behave is what these tests are about. */
const settings = { holds: { ...defaultHoldSettings, bankAccountChange: 'never' as const } }

const nmbrsSettings: Partial<NmbrsSwitches>[] = [
  {},
  { personalInfoUpdate: 'replace' },
  { personalInfoUpdate: 'replace', extraUnknownFields: true },
  { absentIdentificationType: 'zero' },
  { sameTypeBankInsert: 'replace' },
  { addressInsertCurrent: 'keepsOld' },
  { addressUpdateId: 'renew' },
  { addressParts: 'merge' },
  { amounts: 'cents', maxTextLength: 60 },
  { samePeriodSecondWrite: 'add' },
  { soapActionRequired: true },
  { elementOrder: 'strict', strictness: 'strict' },
  { openEnd: '0001' },
  { openEnd: '9999' },
  { bulkOmits: 3 },
]

const alexisSettings: Partial<AlexisSwitches>[] = [
  { relations: 'current' },
  { limitCap: 7 },
  { totalHonoursFilters: false },
  { dates: 'local-midnight' },
  { dates: 'utc-midnight' },
  { dates: 'date-only' },
  { order: 'unstable' },
]

/** What payroll holds of everybody that the mapping does not cover. */
const unmapped = ({ nmbrs }: SandboxWorld): Map<number, (string | undefined)[]> =>
  new Map(
    nmbrs.store.allEmployees().map(({ id }) => {
      const { personalInfo } = nmbrs.store.employee(id)
      return [id, unmappedFields.map((field) => personalInfo[field])]
    }),
  )

const standardAccounts = ({ nmbrs }: SandboxWorld): number[] =>
  nmbrs.store
    .allEmployees()
    .map(({ id }) => nmbrs.store.employee(id).bankAccounts.filter(({ type }) => type === 'Standaard').length)

const syncEditAndSync = async (world: SandboxWorld): Promise<void> => {
  const before = unmapped(world)

  const first = await world.run()
  const settled = await world.run()
  const linked = new Set(world.population.story.linkedEqual)
  const { data, edits } = editPeople(world.alexis.data, 3, { count: 12, today, among: linked })
  Object.assign(world.alexis.data, data)
  const edited = await world.run()
  const again = await world.run()

  expect(first.error).toBeUndefined()
  expect(writtenOutcomes(first).filter((text) => !text.endsWith('applied'))).toEqual([])
  expect(writtenOutcomes(first).length).toBeGreaterThan(10)
  expect(writtenOutcomes(settled)).toEqual([])
  expect(
    new Set(
      edited.document.changes.filter(({ outcome }) => outcome === 'applied').map(({ subject }) => subject),
    ),
  ).toEqual(new Set(edits.map(({ sourceId }) => sourceId)))
  expect(writtenOutcomes(again)).toEqual([])
  for (const [id, values] of before) expect(unmapped(world).get(id)).toEqual(values)
  expect(Math.max(...standardAccounts(world))).toBeLessThanOrEqual(1)
  expect(world.nmbrs.violations).toEqual([])
}

describe('a whole population is synced, edited, and synced again', () => {
  it.each(sampleOf('nmbrs switches', nmbrsSettings))('with Nmbrs behaving as %j', async (switches) => {
    await withSandboxWorld({ people: 45, mix: 'everything', nmbrs: switches, settings }, syncEditAndSync)
  })

  it.each(sampleOf('alexis switches', alexisSettings))('with AlexisHR behaving as %j', async (switches) => {
    await withSandboxWorld({ people: 45, mix: 'everything', alexis: switches, settings }, syncEditAndSync)
  })
})
