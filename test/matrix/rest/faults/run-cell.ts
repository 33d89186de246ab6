import { expect } from '@jest/globals'

import { RemoteError } from '../../../../src/domain/errors.js'
import type { RunEnd } from '../../../../src/run/run-connection.js'
import type { FaultRequest } from '../../../../src/sandbox/nmbrs/faults.js'
import type { RestRequest } from '../../../../src/sandbox/nmbrs/rest/rest-request.js'
import type { CallStep } from '../../../../src/sandbox/nmbrs/serve-call.js'
import { restOperations, type RestOperation } from '../../../../src/target/nmbrs-rest/operations.js'
import { today, unmappedFields, withSandboxWorld, type SandboxWorld } from '../../../e2e/sandbox-world.js'
import { defaultHoldSettings } from '../../../support/hold-builders.js'
import { expectSameHistories } from '../../faults/run-cell.js'
import { fewPeople, unasked, type Story } from '../../faults/stories.js'
import type { Effect, FaultColumn } from './columns.js'

/** One call of the run that is struck. */
export interface StoryCall {
  operation: string
  /** Whether it belongs to the reading of everybody, before anything is written. */
  isBulk: boolean
}

/** The writes that were carried out. */
interface Watch {
  carriedOut: string[]
}

export const isWrite = (operation: string): boolean => !/^(?:list|get)/.test(operation)

type OnRequest = (request: RestRequest) => void

/** Everything is settled, and what the story says has just happened in HR. */
const withStory = async (
  story: Story,
  onRequest: OnRequest,
  test: (world: SandboxWorld, watch: Watch) => Promise<void>,
): Promise<void> => {
  const watch: Watch = { carriedOut: [] }
  const onCall = ({ operation, phase }: CallStep): void => {
    if (phase === 'committed' && isWrite(operation)) watch.carriedOut.push(operation)
  }
  const settings = { holds: { ...defaultHoldSettings, ...unasked } }
  const nmbrs = { restPersonalInfoOmits: 0 }
  await withSandboxWorld({ api: 'rest', ...fewPeople, settings, nmbrs, onCall, onRequest }, async (world) => {
    const people = { alexis: world.alexis, people: world.population.story, today }
    story.prepare(people)
    const settled = await world.run()
    expect(settled.document.run.result).toBe('ok')
    story.happen(people)
    world.nmbrs.calls.clear()
    watch.carriedOut.length = 0
    await test(world, watch)
  })
}

/** The calls of the run in which the story is carried to Nmbrs, when nothing goes wrong. */
export const readCalls = async (story: Story, onRequest: OnRequest): Promise<readonly StoryCall[]> => {
  let calls: readonly StoryCall[] = []
  await withStory(story, onRequest, async (world) => {
    const { document } = await world.run()
    expect(document.run.result).toBe('ok')
    const { records } = world.nmbrs.calls
    // Then the period is asked for again, or the first person is looked at.
    const end = records.findIndex(
      ({ operation, target }, index) =>
        target?.includes('employeeId=') === true ||
        (operation === 'getCurrentPeriod' && records.findIndex((one) => one.operation === operation) < index),
    )
    calls = records.map(({ operation }, index) => ({ operation, isBulk: index < end }))
  })
  return calls
}

/**
 * The story happens, call number `nth` of the run meets the fault, and two more runs follow. Afterwards Nmbrs
 * is exactly what the source says, every write was carried out once and no more, and what the mapping does
 * not cover is as it was.
 */
export const expectMended = async (
  {
    story,
    calls,
    nth,
    onRequest,
  }: { story: Story; calls: readonly StoryCall[]; nth: number; onRequest: OnRequest },
  column: FaultColumn,
  connection: { timeoutMs?: number } = {},
): Promise<void> => {
  await withStory(story, onRequest, async (world, watch) => {
    const before = readUnmapped(world)
    world.nmbrs.faults.add({ ...column.fault, nth })

    const first = await world.run({}, connection)
    const struck = world.nmbrs.calls.records[nth - 1]?.operation ?? ''
    const writtenAtFirst = [...watch.carriedOut]
    world.nmbrs.faults.clear()
    const second = await world.run()
    const third = await world.run()

    const at = { nth, struck }
    const isEarly = calls[nth - 1]?.isBulk === true
    const effect = effectOf(struck, isEarly, column)
    expectSaid(first, {
      effect,
      at,
      scopes: isWrite(struck) || isEarly ? scopesOf(struck, column.fault) : undefined,
    })
    // A failure to read everybody is never taken for absence: nothing is written.
    if (effect === 'fails' && isEarly)
      expect({ ...at, writtenAtFirst }).toEqual({ ...at, writtenAtFirst: [] })
    expect({ ...at, ...second.document.run }).toMatchObject({ ...at, result: 'ok' })
    expect({ ...at, changes: third.document.changes }).toEqual({ ...at, changes: [] })
    expect({ ...at, carriedOut: watch.carriedOut.sort() }).toEqual({
      ...at,
      carriedOut: calls
        .map(({ operation }) => operation)
        .filter(isWrite)
        .sort(),
    })
    expect({ ...at, differences: await world.findDifferences() }).toEqual({ ...at, differences: [] })
    expectSameHistories(world)
    expect(readUnmapped(world)).toMatchObject(before)
    expect(world.nmbrs.violations).toEqual([])
  })
}

const effectOf = (struck: string, isEarly: boolean, { read, write, fault }: FaultColumn): Effect => {
  if (isWrite(struck) || read !== 'fails') return isWrite(struck) ? write : read
  // The period is asked for again before a write, and the answer before it serves for a while when that
  // fails.
  if (struck === 'getCurrentPeriod' && !isEarly) return 'any'
  // A run goes on without the list of companies and without bank accounts, and says what it did not look at.
  return isForbidden(fault) && goesOnWithout.test(struck) ? 'any' : read
}

const isForbidden = (fault: FaultRequest): boolean => fault.kind === 'status' && fault.status === 403

const goesOnWithout = /^list(?:Companies|Debtors|DebtorCompanies|BankAccounts)$/

interface Saying {
  effect: Effect
  at: { nth: number; struck: string }
  /** What has to be named, of a call that is forbidden. */
  scopes: RegExp | undefined
}

/** What the run says that met the fault. */
const expectSaid = ({ document, error }: RunEnd, { effect, at, scopes }: Saying): void => {
  const result = { finishes: /^ok$/, unknown: /^failed$/, fails: /^(?:failed|held)$/, any: /./ }[effect]
  expect({ ...at, result: document.run.result }).toEqual({ ...at, result: expect.stringMatching(result) })
  const codes = document.findings.map(({ code }) => code)
  if (effect === 'unknown')
    expect({ ...at, codes }).toEqual({ ...at, codes: expect.arrayContaining(['write-unknown']) })
  if (scopes === undefined) return
  const said = [JSON.stringify(document), error instanceof RemoteError ? error.facts.remedy : ''].join()
  expect({ ...at, said }).toEqual({ ...at, said: expect.stringMatching(scopes) })
}

/** The scopes of which one is needed. */
const scopesOf = (operation: string, fault: FaultRequest): RegExp | undefined => {
  if (!isForbidden(fault)) return undefined
  const { scopes } = restOperations[operation as RestOperation]
  const named = `The scope (?:[a-z. ]+ or )?(?:${scopes.join('|').replaceAll('.', '\\.')})`
  return new RegExp(goesOnWithout.test(operation) ? `(?:companies|section)-unreadable.*${named}` : named)
}

/** What payroll holds of everybody that the mapping does not cover. */
const readUnmapped = ({ nmbrs: { store } }: SandboxWorld): Record<number, (string | undefined)[]> =>
  Object.fromEntries(
    store
      .allEmployees()
      .map(({ id }) => [id, unmappedFields.map((field) => store.employee(id).personalInfo[field])]),
  )
