import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { silentLog } from '../../src/domain/log.js'
import { toRunId, toSourceCompanyId, toSourceEmployeeId, toTargetCompanyId } from '../../src/domain/ids.js'
import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import type { Link } from '../../src/domain/link.js'
import type { Store } from '../../src/run/store/store.js'
import { runConnection, type RunEnd } from '../../src/run/run-connection.js'
import type { RunOptions } from '../../src/run/run-options.js'
import type { RunDeps, RunSettings } from '../../src/run/settings.js'
import { startAlexisSandbox, type AlexisSandbox } from '../../src/sandbox/alexis/start-alexis-sandbox.js'
import type { CallStep } from '../../src/sandbox/nmbrs/serve-call.js'
import { startNmbrsSandbox, type NmbrsSandbox } from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { NmbrsSwitches } from '../../src/sandbox/nmbrs/switches.js'
import { writeDown } from '../../src/sandbox/people/write-down.js'
import { toCalendar } from '../../src/sandbox/people/invent/calendar.js'
import { createAlexisSource } from '../../src/source/alexis/alexis-source.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { noFence } from '../support/no-fence.js'
import { createNmbrsSoapTarget } from '../../src/target/nmbrs-soap/target.js'
import { defaultMatchRules, asTester } from '../support/builders.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { noLimits } from '../support/limits.js'
import { createLife, mortal, type Life } from './mortal.js'
import { createWriteWatch, isWrite, type WriteWatch } from './observe-writes.js'
import { firstDay } from './people.js'

const companyName = 'Tulp & Zonen B.V.'
/** The same two companies on both sides. */
export const companies = [
  { alexisId: '65f1c0ffee0000000000000a', nmbrsId: 1234, name: companyName },
  { alexisId: '65f1c0ffee0000000000000b', nmbrsId: 1235, name: `${companyName} Holding` },
] as const
export type Company = (typeof companies)[number]

export const seedOfIds = 7
const timeZone = 'Europe/Amsterdam'
const mapping = await loadMapping('mappings/alexis-nmbrs.yaml')

const settings: RunSettings = {
  connection: 'acme',
  key: 'connections[0]',
  companies: companies.map(({ alexisId, nmbrsId, name }) => ({
    sourceId: toSourceCompanyId(alexisId),
    targetId: toTargetCompanyId(String(nmbrsId)),
    targetName: name,
  })),
  scope: { active: true, employees: [] },
  rules: defaultMatchRules,
  timeZone,
  updateStartDate: false,
  lookAheadDays: 0,
  holds: defaultHoldSettings,
  // Every account is looked at in every other run.
  bankSlices: 2,
  thresholds: noLimits,
  version: 'test',
  fingerprint: 'test',
  digests: new Map(),
}

/** A company of AlexisHR in which nobody works. */
const emptyCompany = { id: '65f1c0ffee0000000000000c', name: `${companyName} Leeg` }

const pairs = settings.companies
/**
 * Slips of the pen in the configuration, under which there is nobody to look at or somebody who does not
 * exist.
 */
export const slips: Readonly<Record<string, Partial<RunSettings>>> = {
  'a company that does not exist': {
    companies: pairs.map((pair, index) =>
      index === 1 ? { ...pair, sourceId: toSourceCompanyId('65f1c0ffee0000000000000f') } : pair,
    ),
  },
  'a pilot who does not exist': {
    scope: { active: true, employees: [toSourceEmployeeId('65f1c0ffee00000000ffffff')] },
  },
  'a company in which nobody works': {
    companies: pairs.slice(0, 1).map((pair) => ({ ...pair, sourceId: toSourceCompanyId(emptyCompany.id) })),
  },
}

/** What happens while a run goes on. */
export interface RunTroubles {
  /** The configuration holds this slip for one run. */
  slip?: keyof typeof slips
  /**
   * The process dies at this write, counted from 1: before the write went out, or when payroll had carried it
   * out.
   */
  kill?: { write: number; carriedOut: boolean }
  /** Somebody asks it to stop while it makes this write. */
  stopAtWrite?: number
  /**
   * Somebody works in AlexisHR or payroll while a question waits, or when this read comes in, counted from 1.
   */
  meanwhile?: { at: number | 'question'; act: () => void }
}

/** How a run ended, and what stood in the state afterwards. */
export interface RunNote {
  id: string
  /** `undefined`: it was killed. */
  end: RunEnd | undefined
  options: Partial<RunOptions>
  troubles: RunTroubles
  /** The number of the last call before it. */
  callsBefore: number
  /** Which writes of the watch are its own. */
  firstWrite: number
  linksBefore: readonly Link[]
  links: readonly Link[]
}

/** Both remotes on loopback and one connection between them, whose process may die at any write. */
export interface ModelWorld {
  alexis: AlexisSandbox
  nmbrs: NmbrsSandbox
  watch: WriteWatch
  run(options?: Partial<RunOptions>, troubles?: RunTroubles): Promise<RunNote>
  /** Does something with the state and the remotes as another command would. */
  command<T>(work: (deps: RunDeps) => Promise<T>): Promise<T>
  /** Time goes by, in the connector's clock and in payroll's periods. */
  moveTo(day: string): void
  close(): Promise<void>
}

const toMorning = (day: string): number => Date.parse(`${day}T08:00:00Z`)

export const openModelWorld = async (
  switches: Partial<NmbrsSwitches>,
  ours: Partial<RunSettings> = {},
): Promise<ModelWorld> => {
  const empty = writeDown([], {
    seed: seedOfIds,
    calendar: toCalendar(firstDay),
    alexisCompanyId: companies[0].alexisId,
    nmbrsCompanyId: companies[0].nmbrsId,
    companyName,
  })
  empty.alexis.companies.push({ id: companies[1].alexisId, name: companies[1].name }, emptyCompany)
  let onCall: (step: CallStep) => void = () => undefined
  const alexis = await startAlexisSandbox({ data: empty.alexis })
  const nmbrs: NmbrsSandbox = await startNmbrsSandbox({
    data: empty.nmbrs,
    switches,
    recordBodies: true,
    onCall: (step) => {
      onCall(step)
    },
  })
  const watch = createWriteWatch(() => nmbrs)
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-model-'))
  let time = toMorning(firstDay)
  const now = (): number => (time += 1000)
  let runs = 0

  const command = async <T>(
    work: (deps: RunDeps) => Promise<T>,
    life: Life = createLife(),
    differs: Partial<RunSettings> = {},
  ): Promise<T> => {
    const path = (name: string): string => join(folder, name)
    const state = await openStateDatabase({
      path: path('state.db'),
      keyFile: path('state.key'),
      now,
      pid: process.pid,
      host: 'test',
      isProcessAlive: () => true,
      log: silentLog,
    })
    const retry = { sleep: () => Promise.resolve() }
    const source = createAlexisSource({
      baseUrl: alexis.baseUrl,
      token: alexis.token,
      timeZone,
      log: silentLog,
      retry,
    })
    const target = await createNmbrsSoapTarget({
      host: nmbrs.host,
      ...nmbrs.account,
      maxCallsPerSecond: 5000,
      fence: noFence,
      log: silentLog,
      retry,
      timeoutMs: 2000,
    })
    const store = state.store('acme', asTester)
    const { journal } = store
    const noted: Store = {
      ...store,
      journal: {
        ...journal,
        openIntent: (intent) => {
          const employeeId = intent.targetId === null ? undefined : Number(intent.targetId)
          watch.intents.push({ record: intent.subject, employeeId, section: intent.section })
          return journal.openIntent(intent)
        },
      },
    }
    try {
      return await work({
        source: mortal(source, life),
        target: mortal(target, life),
        store: mortal(noted, life),
        mapping,
        settings: { ...settings, ...ours, ...differs },
        log: silentLog,
        onProgress: () => undefined,
        now,
      })
    } finally {
      source.close()
      await target.close()
      await state.close()
    }
  }

  const run = async (options: Partial<RunOptions> = {}, troubles: RunTroubles = {}): Promise<RunNote> => {
    runs += 1
    const id = `run-${runs}`
    const life = createLife()
    const firstWrite = watch.writes.length
    const callsBefore = watch.lastCall()
    const linksBefore = await command(({ store }) => store.links.readLinks())
    const listener = listen(troubles, watch, life)
    onCall = listener.onCall
    const end = await command(
      (deps) =>
        Promise.race([
          runConnection(deps, {
            runId: toRunId(id),
            mode: 'sync',
            trigger: 'cli',
            employees: [],
            allowPastPeriods: false,
            stopReason: listener.stopReason,
            confirm: listener.confirm,
            ...options,
          }),
          life.over.then(() => undefined),
        ]),
      life,
      troubles.slip === undefined ? {} : slips[troubles.slip],
    )
    life.end()
    onCall = (step) => {
      watch.note(step)
    }
    const links = await command(({ store }) => store.links.readLinks())
    return { id, end, options, troubles, callsBefore, firstWrite, linksBefore, links }
  }

  return {
    alexis,
    nmbrs,
    watch,
    run,
    command: (work) => command(work),
    moveTo: (day) => {
      time = Math.max(time, toMorning(day))
      for (const { nmbrsId } of companies)
        nmbrs.store.changeCompany(nmbrsId, { period: toCalendar(day).period })
    },
    close: async () => {
      await Promise.all([alexis.close(), nmbrs.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Lets the troubles of a run happen at their moments. */
const listen = ({ kill, stopAtWrite, meanwhile }: RunTroubles, watch: WriteWatch, life: Life) => {
  const seen = { writes: 0, reads: 0 }
  let isStopping = false
  const act = (): void => {
    meanwhile?.act()
    watch.lookAgain()
  }
  const onWrite = ({ phase }: CallStep): void => {
    if (phase === 'received') seen.writes += 1
    if (seen.writes === stopAtWrite) isStopping = true
    if (seen.writes !== kill?.write) return
    if (phase === (kill.carriedOut ? 'committed' : 'received')) life.end()
  }
  return {
    onCall: (step: CallStep): void => {
      const isCommitted = step.phase === 'committed'
      if (!life.isOver && step.phase === 'received' && !isWrite(step.operation)) {
        seen.reads += 1
        if (seen.reads === meanwhile?.at) act()
      }
      if (isCommitted) watch.note(step)
      if (!life.isOver && isWrite(step.operation)) onWrite(step)
      // A process that is dead sends nothing, and nobody hears the answer to what it sent.
      if (life.isOver) throw new Error('the process is dead')
      if (!isCommitted) watch.note(step)
    },
    stopReason: () => (isStopping ? 'asked to stop' : undefined),
    confirm: () => {
      if (meanwhile?.at === 'question') act()
      return Promise.resolve(true)
    },
  }
}
