import type { WriteFence } from '../../src/target/port.js'
import { hostname } from 'node:os'
import { join } from 'node:path'

import { toRunId, toSourceCompanyId, toTargetCompanyId } from '../../src/domain/ids.js'
import { silentLog } from '../../src/domain/log.js'
import type { ProgressEvent } from '../../src/domain/run/progress.js'
import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import { runConnection, type RunEnd } from '../../src/run/run-connection.js'
import type { RunDeps, RunSettings } from '../../src/run/settings.js'
import { createAlexisSource } from '../../src/source/alexis/alexis-source.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { leaveOut } from '../../src/mapping/leave-out.js'
import type { Mapping } from '../../src/mapping/mapping.js'
import { asTester, defaultMatchRules } from '../support/builders.js'
import { noLimits } from '../support/limits.js'
import { withoutJournal } from './without-journal.js'
import { company, firstMoment, timeZone, type Api, type RemoteAddresses } from './company.js'
import { openTarget } from './open-target.js'

export interface ConnectionOptions {
  remotes: RemoteAddresses
  api: Api
  /** Whether Nmbrs is reached through the product's own target or through the plain client. */
  through: 'product' | 'plain'
  /** Holds the state file and its key, and keeps them between connections. */
  folder: string
  callsPerSecond: number
  /** Calls under way at once, over REST. */
  maxConcurrent?: number
  /** In how many runs every bank account is looked at once. */
  bankSlices: number
  /** Nothing of a write goes on record. */
  unjournaled?: boolean
  onProgress?: (event: ProgressEvent) => void
}

/** The default of the configuration: each run looks at one bank account in thirty. */
export const usualBankSlices = 30

/**
 * More runs than there will ever be people, so that no run looks at a bank account that nothing calls for.
 */
export const noBankSlice = 1_000_000_000

/**
 * One sync of the real thing: the same parts that the command line puts together, with a real state file.
 * Throws what stopped the run, because a benchmark of a run that failed says nothing.
 */
export const syncOnce = async (options: ConnectionOptions): Promise<RunEnd> => {
  const { remotes, folder, api } = options
  const now = (): number => firstMoment + Math.floor(performance.now())
  const state = await openStateDatabase({
    path: join(folder, 'state.db'),
    keyFile: join(folder, 'state.key'),
    now,
    pid: process.pid,
    host: hostname(),
    isProcessAlive,
    log: silentLog,
  })
  const { baseUrl, token } = remotes.alexis
  const source = createAlexisSource({ baseUrl, token, timeZone, log: silentLog })
  const fence: WriteFence = (send) => {
    state.whileHeld('bench', send)
  }
  const target = await openTarget({ ...options, fence })
  const deps: RunDeps = {
    source,
    target,
    store:
      options.unjournaled === true
        ? withoutJournal(state.store('bench', asTester))
        : state.store('bench', asTester),
    mapping: await loadCarried(api),
    settings: toSettings(options),
    log: silentLog,
    onProgress: options.onProgress ?? (() => undefined),
    now,
  }
  const runId = toRunId(`bench-${process.pid}-${now()}`)
  const lease = await state.acquireLease('whole-file', runId)
  try {
    const end = await runConnection(deps, {
      runId,
      mode: 'sync',
      trigger: 'cli',
      employees: [],
      allowPastPeriods: false,
      stopReason: () => undefined,
      abortReason: () => (lease.isLost() ? 'the lease was lost' : undefined),
    })
    if (end.error !== undefined) throw end.error
    return end
  } finally {
    await lease.release()
    await target.close()
    source.close()
    await state.close()
  }
}

/** What of the mapping the transport carries. */
const loadCarried = async (api: Api): Promise<Mapping> => {
  const whole = await loadMapping('mappings/alexis-nmbrs.yaml')
  if (api === 'soap') return whole
  const { notCarriedOverRest } = await import('../../src/target/nmbrs-rest/not-carried.js')
  return leaveOut(whole, notCarriedOverRest)
}

const toSettings = ({ bankSlices, api, remotes }: ConnectionOptions): RunSettings => ({
  connection: 'bench',
  key: 'connections[0]',
  companies: [
    {
      sourceId: toSourceCompanyId(company.alexisId),
      targetId: toTargetCompanyId(api === 'soap' ? String(company.nmbrsId) : remotes.rest.companyId),
      targetName: company.name,
    },
  ],
  scope: { active: true, employees: [] },
  rules: defaultMatchRules,
  timeZone,
  updateStartDate: false,
  lookAheadDays: 0,
  // Nobody is there to release anything; what is measured is the writing.
  holds: {
    bankAccountChange: 'never',
    identityFirstContact: 'hold',
    salaryChangePercent: 100_000,
    salaryBounds: {
      month: { min: 0, max: 1_000_000 },
      fourWeeks: { min: 0, max: 1_000_000 },
      week: { min: 0, max: 1_000_000 },
      hour: { min: 0, max: 1_000_000 },
    },
    hireDate: { pastYears: 60, futureDays: 366 },
    waitDays: 0,
    releasers: 1,
    expireDays: 30,
  },
  bankSlices,
  thresholds: noLimits,
  version: 'bench',
  fingerprint: 'bench',
  digests: new Map(),
})
