import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { silentLog } from '../../src/domain/log.js'
import { toRunId, toSourceCompanyId, toTargetCompanyId } from '../../src/domain/ids.js'
import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import type { Mapping } from '../../src/mapping/mapping.js'
import { readSourceWorld } from '../../src/run/read/read-source.js'
import { runConnection, type RunEnd } from '../../src/run/run-connection.js'
import type { RunOptions } from '../../src/run/run-options.js'
import type { RunDeps, RunSettings } from '../../src/run/settings.js'
import { startAlexisSandbox, type AlexisSandbox } from '../../src/sandbox/alexis/start-alexis-sandbox.js'
import type { AlexisSwitches } from '../../src/sandbox/alexis/switches.js'
import {
  startNmbrsSandbox,
  type NmbrsSandbox,
  type NmbrsSandboxOptions,
} from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from '../../src/sandbox/nmbrs/switches.js'
import { buildPopulation, type Mix } from '../../src/sandbox/people/build-population.js'
import type { Population } from '../../src/sandbox/people/write-down.js'
import { createAlexisSource } from '../../src/source/alexis/alexis-source.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { createNmbrsSoapTarget } from '../../src/target/nmbrs-soap/target.js'
import { toGuid } from '../../src/sandbox/nmbrs/world/guids.js'
import { leaveOut } from '../../src/mapping/leave-out.js'
import { notCarriedOverRest } from '../../src/target/nmbrs-rest/not-carried.js'
import { createRestTarget } from '../target/nmbrs-rest/rest-world.js'
import { noFence } from '../support/no-fence.js'
import { defaultMatchRules, asTester } from '../support/builders.js'
import { noLimits } from '../support/limits.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { findDifferences } from '../support/find-differences.js'

export const today = '2026-11-22'
const alexisCompanyId = '65f1c0ffee0000000000000a'
const nmbrsCompanyId = 1234
const companyName = 'Tulp & Zonen B.V.'
const timeZone = 'Europe/Amsterdam'

/** The personal data that the mapping does not cover, as payroll holds it. */
export const unmappedFields = [
  'BSN',
  'Initials',
  'Gender',
  'NationalityCode',
  'TelephoneMobilePrivate',
  'BurgerlijkeStaat',
  'IdentificationNumber',
  'IdentificationType',
  'PlaceOfBirth',
] as const

export interface SandboxWorldOptions {
  /** What carries the calls; SOAP unless it says otherwise. */
  api?: 'soap' | 'rest'
  people?: number
  mix?: Mix
  seed?: number
  nmbrs?: Partial<NmbrsSwitches>
  alexis?: Partial<AlexisSwitches>
  settings?: Partial<RunSettings>
  /** Another one than the mapping that is shipped. */
  mapping?: Mapping
  onCall?: NonNullable<NmbrsSandboxOptions['onCall']>
  onRequest?: NonNullable<NmbrsSandboxOptions['onRequest']>
}

/** Both fakes on loopback, invented people, and a connection between them with its own state file. */
export interface SandboxWorld {
  population: Population
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
  /** Where `run` keeps its state. */
  folder: string
  /** A run in this process, with a source and a target of its own as a new process would have. */
  run: Run
  /** Nmbrs as it was at first, and a new state: gives what runs there. */
  startOver: () => Run
  /** Where Nmbrs is not what the mapped source says; empty when everybody is there once and right. */
  findDifferences: () => Promise<string[]>
}

export type Run = (differs?: Partial<RunOptions>, connection?: { timeoutMs?: number }) => Promise<RunEnd>

const shipped = await loadMapping('mappings/alexis-nmbrs.yaml')

/** Opens the world for one test and closes it whatever happens. */
export const withSandboxWorld = async (
  options: SandboxWorldOptions,
  test: (world: SandboxWorld) => Promise<void>,
): Promise<void> => {
  const { people = 12, mix = 'all-new', seed = 7, settings = {}, api = 'soap' } = options
  const { mapping: given = shipped } = options
  const mapping = api === 'rest' ? leaveOut(given, notCarriedOverRest) : given
  const population = buildPopulation({
    seed,
    people,
    today,
    alexisCompanyId,
    nmbrsCompanyId,
    companyName,
    mix,
  })
  const alexis = await startAlexisSandbox({ data: population.alexis, switches: options.alexis ?? {} })
  const nmbrs = await startNmbrsSandbox({
    data: population.nmbrs,
    switches: options.nmbrs ?? {},
    ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
    ...(options.onRequest === undefined ? {} : { onRequest: options.onRequest }),
  })
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-test-'))
  try {
    const remotes = { alexis, nmbrs, settings, mapping, api }
    let worlds = 0
    const startOver = (): Run => {
      nmbrs.reset()
      worlds += 1
      return createRun(join(folder, `${worlds}`), remotes)
    }
    await test({
      population,
      alexis,
      nmbrs,
      folder,
      startOver,
      run: createRun(folder, remotes),
      findDifferences: () => compareSides(remotes, today, mapping),
    })
  } finally {
    await Promise.all([alexis.close(), nmbrs.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Remotes {
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
  settings: Partial<RunSettings>
  mapping: Mapping
  api?: 'soap' | 'rest'
}

const defaultSettings: RunSettings = {
  connection: 'acme',
  key: 'connections[0]',
  companies: [
    {
      sourceId: toSourceCompanyId(alexisCompanyId),
      targetId: toTargetCompanyId(String(nmbrsCompanyId)),
      targetName: companyName,
    },
  ],
  scope: { active: true, employees: [] },
  rules: defaultMatchRules,
  timeZone,
  updateStartDate: false,
  lookAheadDays: 0,
  holds: defaultHoldSettings,
  bankSlices: 30,
  thresholds: noLimits,
  version: 'test',
  fingerprint: 'test',
  digests: new Map(),
}

/** Waits take no time here. */
const retry = { sleep: () => Promise.resolve() }

const openSource = (alexis: AlexisSandbox) =>
  createAlexisSource({ baseUrl: alexis.baseUrl, token: alexis.token, timeZone, log: silentLog, retry })

/**
 * Reads and maps the source and names where Nmbrs is not what it says; empty when everybody is there once and
 * right.
 */
export const compareSides = async (
  { alexis, nmbrs }: Pick<Remotes, 'alexis' | 'nmbrs'>,
  day: string,
  mapping = shipped,
): Promise<string[]> => {
  const source = openSource(alexis)
  const deps = { source, mapping, settings: defaultSettings, onProgress: () => undefined }
  try {
    return findDifferences((await readSourceWorld(deps, day)).people, nmbrs.store, mapping)
  } finally {
    source.close()
  }
}

const restCompanies = defaultSettings.companies.map((company) => ({
  ...company,
  targetId: toTargetCompanyId(toGuid('company', nmbrsCompanyId)),
}))

const createRun = (folder: string, { alexis, nmbrs, settings, mapping, api }: Remotes): Run => {
  let time = Date.UTC(2026, 10, 22, 8)
  let runs = 0
  const now = (): number => (time += 1000)
  return async (differs = {}, connection = {}) => {
    runs += 1
    const state = await openStateDatabase({
      path: join(folder, 'state.db'),
      keyFile: join(folder, 'state.key'),
      now,
      pid: process.pid,
      host: 'test',
      isProcessAlive: () => true,
      log: silentLog,
    })
    const source = openSource(alexis)
    const openSoap = () =>
      createNmbrsSoapTarget({
        host: nmbrs.host,
        ...nmbrs.account,
        // Pacing has tests of its own; here it would only cost time.
        maxCallsPerSecond: 5000,
        fence: noFence,
        log: silentLog,
        retry,
        ...connection,
      })
    const target = api === 'rest' ? createRestTarget(nmbrs, { retry, ...connection }) : await openSoap()
    const deps: RunDeps = {
      source,
      target,
      store: state.store('acme', asTester),
      mapping,
      settings: {
        ...defaultSettings,
        ...(api === 'rest' ? { companies: restCompanies } : {}),
        ...settings,
      },
      log: silentLog,
      onProgress: () => undefined,
      now,
    }
    try {
      return await runConnection(deps, {
        runId: toRunId(`run-${runs}`),
        mode: 'sync',
        trigger: 'cli',
        employees: [],
        allowPastPeriods: false,
        stopReason: () => undefined,
        ...differs,
      })
    } finally {
      source.close()
      await target.close()
      await state.close()
    }
  }
}

/** Outcomes of changes that were to be written, without those that wait for a person. */
export const writtenOutcomes = ({ document }: RunEnd): string[] =>
  document.changes
    .filter(({ outcome }) => outcome !== 'held')
    .map(({ section, outcome }) => `${section} ${outcome}`)
