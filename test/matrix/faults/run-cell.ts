import { expect } from '@jest/globals'

import type { ChangeReport } from '../../../src/domain/change.js'
import type { RunDocument } from '../../../src/domain/run/run.js'
import type { AlexisSandbox } from '../../../src/sandbox/alexis/start-alexis-sandbox.js'
import type { NmbrsSandbox } from '../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { defaultHoldSettings } from '../../support/hold-builders.js'
import { today, unmappedFields, withSandboxWorld } from '../../e2e/sandbox-world.js'
import type { FaultColumn, WriteRow } from './rows.js'
import { fewPeople, unasked, type Story } from './stories.js'

/**
 * One cell of the matrix: the story happens, one call of it is struck, and two more runs follow. Afterwards
 * Nmbrs is exactly what the source says, the struck call was carried out once and no more, and the documents
 * said what happened.
 */
export const expectMended = async (
  story: Story,
  write: WriteRow,
  { fault, carriedOut }: FaultColumn,
  connection: { timeoutMs?: number } = {},
): Promise<void> => {
  const settings = { updateStartDate: true, holds: { ...defaultHoldSettings, ...unasked } }
  await withSandboxWorld({ ...fewPeople, settings }, async (world) => {
    const storyWorld = { alexis: world.alexis, people: world.population.story, today }
    story.prepare(storyWorld)
    const settled = await world.run()
    const before = readUnmapped(world.nmbrs)
    const subject = story.happen(storyWorld)
    world.nmbrs.calls.clear()
    world.nmbrs.faults.add({ ...fault, operation: write.operation })

    const first = await world.run({}, connection)
    const second = await world.run()
    const writes = writesTo(world.nmbrs)
    const third = await world.run()

    expect(settled.document.run.result).toBe('ok')
    expect(world.nmbrs.faults.waiting()).toBe(0)
    expectToldOfLoss(first.document, write, subject)
    expectToldOfRepair(second.document, write, subject, carriedOut)
    expect(third.document).toMatchObject({ run: { result: 'ok' }, changes: [] })
    expect(writesTo(world.nmbrs)).toEqual(writes)
    expect(writes.filter((operation) => operation === write.operation)).toHaveLength(carriedOut ? 1 : 2)
    expect(await world.findDifferences()).toEqual([])
    expectSameHistories(world)
    expect(readUnmapped(world.nmbrs)).toMatchObject(before)
    expect(world.nmbrs.violations).toEqual([])
  })
}

/** The run that was struck does not know what became of the change, and says so; what hangs on it waits. */
const expectToldOfLoss = (document: RunDocument, write: WriteRow, subject: string): void => {
  expect(document.run.result).toBe('failed')
  expect(document.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'write-unknown', subject, section: write.section },
  ])
  const outcomes = document.changes.map((change) => ({ ...pick(change), subject: change.subject }))
  expect(outcomes).toContainEqual({
    subject,
    section: write.section,
    outcome: 'unknown',
    reason: 'write-unknown',
  })
  const others = document.changes.filter(({ section }) => section !== write.section).map(pick)
  const expected =
    write.section === 'employee'
      ? { outcome: 'skipped', reason: 'depends-on-failed' }
      : { outcome: 'applied', reason: null }
  expect(others.length).toBeGreaterThan(3)
  expect(others).toEqual(others.map(({ section }) => ({ section, ...expected })))
}

/** The run after it found out, and did what was left to do. */
const expectToldOfRepair = (
  document: RunDocument,
  { operation, section }: WriteRow,
  subject: string,
  carriedOut: boolean,
): void => {
  const recovered = document.findings.filter(({ code }) => code === 'create-recovered')
  const done = document.changes.filter((change) => change.section === section).map(pick)
  const isRecovered = section === 'employee' && carriedOut
  const isFinished = carriedOut && !hasRest(operation, document)
  expect(document.run.result).toBe('ok')
  expect(recovered.map((finding) => finding.subject)).toEqual(isRecovered ? [subject] : [])
  expect(done).toEqual(isFinished ? [] : [{ section, outcome: 'applied', reason: null }])
}

/**
 * A bank account that was added takes the place of one that is still to be ended, unless the person had none.
 */
const hasRest = (operation: string, { calls }: RunDocument): boolean =>
  operation === 'BankAccount_InsertCurrent' && calls.nmbrs.byOperation.BankAccount_DeleteCurrent === 1

const pick = ({ section, outcome, reason }: ChangeReport) => ({ section, outcome, reason })

/** Every call that writes, in the order of its arrival. */
export const writesTo = ({ calls }: NmbrsSandbox): string[] =>
  calls.records
    .map(({ operation }) => operation)
    .filter((operation) => /_(?:Insert|Update|Delete)/.test(operation))

/** What payroll holds of everybody that the mapping does not cover. */
const readUnmapped = ({ store }: NmbrsSandbox): Record<number, (string | undefined)[]> =>
  Object.fromEntries(
    store
      .allEmployees()
      .map(({ id }) => [id, unmappedFields.map((field) => store.employee(id).personalInfo[field])]),
  )

/** Every row of pay of the source is in Nmbrs once, with its start and its amount, and no other. */
export const expectSameHistories = ({
  alexis,
  nmbrs,
}: {
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
}): void => {
  const held = nmbrs.store
    .allEmployees()
    .filter(({ id }) => numbers(alexis).has(nmbrs.store.employee(id).personalInfo.EmployeeNumber ?? ''))
  expect(held).toHaveLength(alexis.data.employees.length)
  for (const { id, salaries } of held) {
    const sourceId = numbers(alexis).get(nmbrs.store.employee(id).personalInfo.EmployeeNumber ?? '')
    const rows = alexis.data.compensations
      .filter(({ employeeId }) => employeeId === sourceId)
      .map(({ effectiveDate, amount }) => [effectiveDate.slice(0, 10), amount])
    expect(salaries.map(({ startDate, value }) => [startDate, Number(value)]).sort()).toEqual(rows.sort())
  }
}

const numbers = ({ data }: AlexisSandbox): Map<string, string> =>
  new Map(data.employees.map(({ id, employeeNumber }) => [employeeNumber, id]))
