import { describe, expect, it } from '@jest/globals'

import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { editPeople } from '../../../src/sandbox/people/edit-people.js'
import { today, unmappedFields, withSandboxWorld, type SandboxWorld } from '../../e2e/sandbox-world.js'
import { defaultHoldSettings } from '../../support/hold-builders.js'
import { sampleOf } from '../../support/matrix.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'

const settings = { holds: { ...defaultHoldSettings, bankAccountChange: 'never' as const } }

/** Each value of each switch that a run can meet, alone; and pairs of those that say what becomes of a write. */
const rows: Partial<NmbrsSwitches>[] = [
  {},
  { restPeriodRow: 'nested' },
  { restPeriodRow: 'object' },
  { restPeriodRow: 'extraKeys' },
  { restWriteStatus: 201 },
  { restWriteStatus: 204 },
  { restWriteAnswer: 'empty' },
  { restWriteAnswer: 'wrapped' },
  { restPersonalInfoPut: 'merge' },
  { restPersonalInfoPut: 'replaceInGroup' },
  { restEmployeeTypeOnPut: 'required' },
  { restSecondAddress: 'replace' },
  { restSecondAddress: 'refuse400' },
  { restSecondAddress: 'refuse409' },
  { restSameStartSalary: 'refuse409' },
  { restSameStartSalary: 'replace' },
  { restSameStartSalary: 'add' },
  { restSecondEmployment: 'refuse409' },
  { restSecondEmployment: 'add' },
  { restSecondEmployment: 'sameRow' },
  { restEmploymentInPast: 'accept' },
  { restPastPeriod: 'accept' },
  { restPastPeriod: 'moveToCurrent' },
  { restFuturePeriod: 'refuse' },
  { restCreatedFrom: 'ignored' },
  { restChangedFrom: 'works' },
  { restEmployeeIdFilter: 'works' },
  { restSalaryScope: 'payment' },
  { restBankAccountScope: 'bankaccount' },
  { restPeriodScope: 'company.payrollsettings.read' },
  { restWriteScopeIncludesRead: true },
  { restNextPage: 'empty' },
  { restNextPage: 'absent' },
  { restMaxPageSize: 'refuse' },
  { restMaxPageSize: 'none' },
  { restErrorBody: 'problem' },
  { restErrorBody: 'gateway' },
  { restErrorBody: 'html' },
  { restErrorBody: 'empty' },
  { restDebtors: 'several' },
  { restCreateCasing: 'vendor' },
  { restDuplicateNumber: 'accept' },
  { restDuplicateNumber: 'renumber' },
  { restBirthCountry: 'null' },
  { restBirthCountry: 'text' },
  { restHistory: 'tidy' },
  { restReadLagMs: 15 },
  { restListsWithoutType: 'payrollTypes' },
  { sameTypeBankInsert: 'replace' },
  { creationDates: 'none' },
  { restPersonalInfoPut: 'merge', restBirthCountry: 'null' },
  { restPersonalInfoPut: 'replaceInGroup', restEmployeeTypeOnPut: 'required' },
  { restSecondAddress: 'add', restPastPeriod: 'moveToCurrent' },
  { restSameStartSalary: 'add', restPastPeriod: 'accept' },
  { restPastPeriod: 'accept', restEmploymentInPast: 'accept' },
  { restWriteStatus: 204, restReadLagMs: 15 },
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

const outcomesOf = ({ document }: Awaited<ReturnType<SandboxWorld['run']>>, outcome: string) =>
  document.changes.filter((change) => change.outcome === outcome)

const syncEditAndSync = async (world: SandboxWorld): Promise<void> => {
  const before = unmapped(world)

  const first = await world.run()
  const settled = await world.run()
  const linked = new Set(world.population.story.linkedEqual)
  const { data } = editPeople(world.alexis.data, 3, { count: 12, today, among: linked })
  Object.assign(world.alexis.data, data)
  const edited = await world.run()
  const again = await world.run()

  for (const run of [first, settled, edited, again]) {
    expect(run.error).toBeUndefined()
    expect([...outcomesOf(run, 'failed'), ...outcomesOf(run, 'unknown')]).toEqual([])
  }
  expect(outcomesOf(first, 'applied').length).toBeGreaterThan(10)
  expect(outcomesOf(settled, 'applied')).toEqual([])
  expect(outcomesOf(edited, 'applied').length).toBeGreaterThan(5)
  expect(outcomesOf(again, 'applied')).toEqual([])
  for (const [id, values] of before) expect(unmapped(world).get(id)).toEqual(values)
  expect(Math.max(...standardAccounts(world))).toBeLessThanOrEqual(1)
  expect(world.nmbrs.violations).toEqual([])
}

const { onRequest } = watchRequests()

describe('a whole population is synced over REST, edited, and synced again', () => {
  it.each(sampleOf('rest switches', rows))('with Nmbrs behaving as %j', async (switches) => {
    await withSandboxWorld(
      {
        api: 'rest',
        onRequest,
        people: 45,
        mix: 'everything',
        nmbrs: { restPersonalInfoOmits: 0, ...switches },
        settings,
      },
      syncEditAndSync,
    )
  })
})
