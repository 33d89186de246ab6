import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { composeIBAN } from 'ibantools'

import { byHand } from '../../src/domain/audit/act.js'
import type { Actor } from '../../src/domain/audit/actor.js'
import type { HoldWord } from '../../src/domain/hold/hold.js'
import { silentLog } from '../../src/domain/log.js'
import { addDays } from '../../src/domain/date/plain-date.js'
import {
  toRunId,
  toSourceEmployeeId,
  type SourceCompanyId,
  type SourceEmployeeId,
} from '../../src/domain/ids.js'
import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import { runConnection, type RunEnd } from '../../src/run/run-connection.js'
import type { RunOptions } from '../../src/run/run-options.js'
import type { RunDeps } from '../../src/run/settings.js'
import type {
  NameList,
  Source,
  SourceCompensation,
  SourceEmployee,
  SourceQuery,
  SourceSnapshot,
  UnreadableRecord,
} from '../../src/source/port.js'
import {
  openStateDatabase,
  type StateDatabase,
  type StateOptions,
} from '../../src/state/open-state-database.js'
import { asTester, companyId, defaultMatchRules, sourceCompanyId } from './builders.js'
import { noLimits } from './limits.js'
import { defaultHoldSettings } from './hold-builders.js'
import { InMemoryTarget } from './in-memory-target.js'

export const companyName = 'Tulp & Zonen B.V.'

/** A source in memory. */
export class InMemorySource implements Source {
  employees = new Map<string, SourceEmployee>()
  failure: Error | undefined
  /** Whether it leaves people out who are not active when it is asked to. */
  activeOnly = false
  /** Records that do not parse, beside the others. */
  unreadable: UnreadableRecord[] = []
  /** Whether everybody's other compensations come along. */
  compensationsComplete = true
  /** Whose compensations were asked for. */
  askedFor: SourceEmployeeId[] = []
  /** What is answered then, when it is not the truth. */
  answer: Awaited<ReturnType<Source['readCompensations']>> | undefined

  set(id: string, values: Record<string, string>, others: readonly SourceCompensation[] = []): void {
    const effectiveDay = values['compensation.effectiveDate']
    this.employees.set(id, {
      id: toSourceEmployeeId(id),
      companyId: sourceCompanyId,
      active: true,
      values,
      issues: [],
      ...(effectiveDay === undefined ? {} : { compensationDay: effectiveDay }),
      ...(others.length === 0 ? {} : { otherCompensations: others }),
    })
  }
  /** What else is different about a person's record. */
  differ(id: string, differs: Partial<SourceEmployee>): void {
    const known = this.employees.get(id)
    if (known !== undefined) this.employees.set(id, { ...known, ...differs })
  }
  edit(id: string, values: Record<string, string>): void {
    this.set(id, { ...this.employees.get(id)?.values, ...values })
  }
  readSnapshot<Kept>(
    query: SourceQuery,
    keep: (employee: SourceEmployee) => Kept,
  ): Promise<SourceSnapshot<Kept>> {
    if (this.failure !== undefined) return Promise.reject(this.failure)
    const read = [...this.employees.values()].filter(
      ({ active }) => active || !this.activeOnly || !query.activeOnly,
    )
    const employees = read.map(({ otherCompensations, ...employee }) =>
      keep(
        this.compensationsComplete && otherCompensations !== undefined
          ? { ...employee, otherCompensations }
          : employee,
      ),
    )
    return Promise.resolve({
      employees,
      unreadable: this.unreadable,
      compensationsComplete: this.compensationsComplete,
    })
  }
  readCompensations(asked: ReadonlySet<SourceEmployeeId>): ReturnType<Source['readCompensations']> {
    this.askedFor.push(...asked)
    if (this.answer !== undefined) return Promise.resolve(this.answer)
    const answers = [...this.employees.values()].filter(({ id }) => asked.has(id))
    return Promise.resolve(new Map(answers.map((employee) => [employee.id, allCompensationsOf(employee)])))
  }
  /** The companies it lists, or why it does not. */
  companies: readonly SourceCompanyId[] | Error = [sourceCompanyId]
  readCompanies() {
    if (this.companies instanceof Error) return Promise.reject(this.companies)
    return Promise.resolve(this.companies.map((id) => ({ id, name: 'Tulp' })))
  }
  names: Record<NameList, ReadonlyMap<string, string>> = { department: new Map(), office: new Map() }
  readNames(list: NameList): ReturnType<Source['readNames']> {
    return Promise.resolve(this.names[list])
  }
  callCount(): number {
    return 0
  }
  close(): void {
    this.employees.clear()
  }
}

/** A compensation of an amount in euro a month, with what differs. */
export const aCompensation = (
  effectiveDay: string,
  amount: string,
  differs: Record<string, string> = {},
): SourceCompensation => ({
  id: `c${effectiveDay}`,
  effectiveDay,
  values: {
    'compensation.amount': amount,
    'compensation.currency': 'EUR',
    'compensation.payoutPeriod': 'MONTHLY',
    'compensation.effectiveDate': effectiveDay,
    ...differs,
  },
  problems: [],
})

const allCompensationsOf = ({
  values,
  compensationDay,
  otherCompensations = [],
}: SourceEmployee): SourceCompensation[] =>
  compensationDay === undefined
    ? [...otherCompensations]
    : [{ id: 'current', effectiveDay: compensationDay, values, problems: [] }, ...otherCompensations]
/** A valid IBAN of an invented account, another one for each number. */
export const anIban = (number: number): string =>
  composeIBAN({ countryCode: 'NL', bban: `INGB${String(number).padStart(10, '0')}` }) ?? ''

/** What the source holds of a complete person; everything invented. */
export const sourceValues = (differs: Record<string, string> = {}): Record<string, string> => ({
  'employee.firstName': 'Noor',
  'employee.lastName': 'Testveld',
  'employee.birthDate': '1990-05-17T00:00:00.000Z',
  'employee.employeeNumber': '501',
  'employee.workEmail': 'noor@tulp.example',
  'employee.homeAddress.street': 'Proefweg 1',
  'employee.homeAddress.city': 'Utrecht',
  'employee.homeAddress.country': 'NL',
  'employee.bankAccount.iban': 'NL91ABNA0417164300',
  'employee.hireDate': '2026-11-02',
  'compensation.amount': '3000',
  'compensation.currency': 'EUR',
  'compensation.payoutPeriod': 'MONTHLY',
  'compensation.effectiveDate': '2026-11-02',
  ...differs,
})

/**
 * What makes a person quite another one than those of other numbers: the birth date and the address. The
 * names are for the test to choose.
 */
export const apart = (index: number): Record<string, string> => ({
  'employee.birthDate': addDays('1941-03-14', ((index + 1) * 397) % 25_000),
  'employee.homeAddress.street': `Proefweg ${100 + index}`,
})

/** A connection with a real state file, and source and target in memory. */
export interface World {
  source: InMemorySource
  target: InMemoryTarget
  state: StateDatabase
  deps: RunDeps
  run: (differs?: Partial<RunOptions>) => Promise<RunEnd>
  /** Says a word about everything that waits, as one person. */
  say: (word: HoldWord['word'], actor?: string) => Promise<void>
  /** Releases everything that waits, as one person. */
  release: (actor?: string) => Promise<void>
  close: () => Promise<void>
}

const mapping = await loadMapping('mappings/alexis-nmbrs.yaml')

export const openWorld = async (
  settings: Partial<RunDeps['settings']> = {},
  stateOptions: Pick<StateOptions, 'newSalt'> = {},
): Promise<World> => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-test-'))
  let time = Date.UTC(2026, 10, 22, 8)
  const now = (): number => (time += 1000)
  const state = await openStateDatabase({
    path: join(folder, 'state.db'),
    keyFile: join(folder, 'state.key'),
    now,
    pid: process.pid,
    host: 'test',
    isProcessAlive: () => true,
    log: silentLog,
    ...stateOptions,
  })
  const source = new InMemorySource()
  const target = new InMemoryTarget(companyId, companyName)
  const deps: RunDeps = {
    source,
    target,
    store: state.store('acme', asTester),
    mapping,
    settings: {
      connection: 'acme',
      key: 'connections[0]',
      companies: [{ sourceId: sourceCompanyId, targetId: companyId, targetName: companyName }],
      scope: { active: true, employees: [] },
      rules: defaultMatchRules,
      timeZone: 'Europe/Amsterdam',
      updateStartDate: false,
      lookAheadDays: 0,
      holds: defaultHoldSettings,
      bankSlices: 30,
      thresholds: noLimits,
      version: 'test',
      fingerprint: 'test',
      digests: new Map(),
      ...settings,
    },
    log: silentLog,
    onProgress: () => undefined,
    now,
  }
  let runs = 0
  const run = (differs: Partial<RunOptions> = {}): Promise<RunEnd> => {
    runs += 1
    return runConnection(deps, {
      runId: toRunId(`run-${runs}`),
      mode: 'sync',
      trigger: 'cli',
      employees: [],
      allowPastPeriods: false,
      stopReason: () => undefined,
      ...differs,
    })
  }
  const say: World['say'] = async (word, actor = 'fatma') => {
    const { holds } = state.store('acme', byHand(actor as Actor))
    for (const { id } of await holds.readHolds()) await holds.addHoldWord(id, { word, reason: 'asked' })
  }
  const release: World['release'] = (actor) => say('release', actor)
  const close = async (): Promise<void> => {
    await state.close()
    rmSync(folder, { recursive: true })
  }
  return { source, target, state, deps, run, say, release, close }
}

/** Opens a world for one test and closes it whatever happens. */
export const withWorld = async (
  test: (world: World) => Promise<void>,
  settings?: Partial<RunDeps['settings']>,
): Promise<void> => {
  const world = await openWorld(settings)
  try {
    await test(world)
  } finally {
    await world.close()
  }
}
