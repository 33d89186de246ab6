import { findSoapEnds } from '../../domain/addresses/soap-end.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'

import { createAlarms } from '../../daemon/alarm.js'
import { openEndpoint } from '../../daemon/endpoint.js'
import { createEventLog } from '../../daemon/event-log.js'
import type { DaemonEvent, OnDaemonEvent } from '../../daemon/events.js'
import { createMetrics, type DaemonMetrics } from '../../daemon/metrics.js'
import { createHeartbeat } from '../../daemon/heartbeat.js'
import type { ApplicationWatch } from '../../daemon/checks/application-watch.js'
import { RepeatedChecks } from '../../daemon/checks/repeated-checks.js'
import { toIso, toMs } from '../../daemon/past-runs.js'
import { toReadiness } from '../../daemon/readiness.js'
import { Scheduler } from '../../daemon/scheduler.js'
import { callHeartbeat } from '../../delivery/call-heartbeat.js'
import { deliver } from '../../delivery/deliver.js'
import { scheduleActor } from '../../domain/audit/actor.js'
import { ConfigError, nameOfError } from '../../domain/errors.js'
import { defaultRetryPolicy } from '../../http/retry-policy.js'
import type { Workspace } from '../compose/workspace.js'
import type { NamedConfig, Surroundings } from '../surroundings.js'
import { createCheckMemory, repeatCheck } from '../onboarding/repeat-check.js'
import { toCheckKey, type ScheduledCheck } from '../onboarding/scheduled-checks.js'
import { openNotices } from '../notices/open-notices.js'
import type { Releases } from '../compose/releases.js'
import { readVersion } from '../../version.js'
import { createApplicationWatch } from './watch-applications.js'
import { createConsentWatch, type ConsentWatch } from './watch-consents.js'
import { createSoapEndWatch, type SoapEndWatch } from '../notices/watch-soap-end.js'
import { removeControlFile, writeControlFile } from './control-file.js'
import { createKeptNotices } from '../notices/kept-notices-file.js'
import { noteFailedStart, takeDowntime } from './failed-starts.js'
import { becomeOnlyDaemon } from './only-daemon.js'
import { loadDaemonSettings, withFiles, type DaemonSettings } from './daemon-settings.js'
import { createNoticeMemory, lookUp, runScheduled } from './run-scheduled.js'
import { toScheduled } from './scheduled-connections.js'
import { readLogins, readSyncs } from './stored-standing.js'

/** Everything that runs as long as the daemon does. */
interface Daemon {
  workspace: Workspace
  settings: DaemonSettings
  since: string
  loadedAt: string
  rejectedAt: string | null
  metrics: DaemonMetrics
  scheduler: Scheduler
  checks: RepeatedChecks<ScheduledCheck>
  applications: ApplicationWatch
  consents: ConsentWatch
  soapEnd: SoapEndWatch
  listeners: OnDaemonEvent[]
}

/**
 * Runs until the first SIGINT or SIGTERM, and then until the people who are begun are completed. Throws what
 * keeps it from starting.
 */
export const runDaemon = async (opened: Workspace, named: NamedConfig, releases: Releases): Promise<void> => {
  const workspace = { ...opened, actor: scheduleActor }
  const { now, interruption } = workspace.surroundings
  const daemon = await noteFailedStart(workspace.config.state.path, toIso(now()), () =>
    start(workspace, named, releases),
  )
  if (!interruption.aborted) await once(interruption, 'abort')
  daemon.soapEnd.stop()
  await Promise.all([
    daemon.scheduler.stop(),
    daemon.checks.stop(),
    daemon.applications.stop(),
    daemon.consents.stop(),
  ])
  tell(daemon, { type: 'daemon-stopped', at: nowOf(daemon) })
}

const start = async (workspace: Workspace, named: NamedConfig, releases: Releases): Promise<Daemon> => {
  const { surroundings, config } = workspace
  const left = await becomeOnlyDaemon(config.state.path, releases)
  const daemon = createDaemon(workspace, await withFiles(config, surroundings))
  await tellPeople(daemon, releases)
  await openDoor(daemon, releases)
  releases.add(surroundings.onSignal('SIGUSR2', () => runNow(daemon, undefined)))
  releases.add(surroundings.onSignal('SIGHUP', () => void reload(daemon, surroundings, named)))
  await daemon.scheduler.start(toScheduled(config))
  await daemon.checks.set(daemon.settings.checks)
  daemon.applications.start()
  daemon.consents.start()
  daemon.soapEnd.start()
  tell(daemon, { type: 'daemon-started', at: nowOf(daemon), connections: namesOf(daemon) })
  for (const event of await takeDowntime(config.state.path, nowOf(daemon), left)) tell(daemon, event)
  return daemon
}

const createDaemon = (workspace: Workspace, settings: DaemonSettings): Daemon => {
  const { surroundings, log } = workspace
  const since = toIso(surroundings.now())
  const metrics = createMetrics({
    version: readVersion(),
    standings: () => scheduler.standings(),
    consents: () => consents.standings(),
  })
  const scheduler: Scheduler = new Scheduler({
    now: surroundings.now,
    setTimer,
    startAlarm: createAlarms(log),
    readSyncs: (connection) =>
      lookUp(daemon.workspace, (state) => readSyncs(state, connection, daemon.workspace)),
    readLogins: (connection) =>
      lookUp(daemon.workspace, (state) => readLogins(state, connection, daemon.workspace)),
    run: (connection, onStart) =>
      runScheduled({
        workspace: daemon.workspace,
        connection,
        mapping: daemon.settings.mappings.get(connection),
        onStart,
        onFault: metrics.faultsOf(connection),
      }),
    emit: (event) => {
      tell(daemon, event)
    },
    log,
  })
  const checks = createChecks(workspace, () => daemon)
  const applications = watchApplications(metrics, log, () => daemon)
  const consents = createConsentWatch(aroundWatch(() => daemon))
  const soapEnd = createSoapEndWatch(aroundWatch(() => daemon))
  const heartbeat = createHeartbeat({
    standings: () => scheduler.standings(),
    isConfigRejected: () => daemon.rejectedAt !== null,
    call: () => beat(daemon.workspace),
  })
  const listeners = [createEventLog(log), metrics.onEvent, heartbeat]
  const daemon: Daemon = {
    workspace,
    settings,
    since,
    loadedAt: since,
    rejectedAt: null,
    metrics,
    scheduler,
    checks,
    applications,
    consents,
    soapEnd,
    listeners,
  }
  return daemon
}

/** What every watch has of the daemon, as it is when it is asked. */
const aroundWatch = (findDaemon: () => Daemon) => ({
  workspace: () => findDaemon().workspace,
  tell: (event: DaemonEvent): void => {
    tell(findDaemon(), event)
  },
  setTimer,
})

const watchApplications = (
  { faultsOf }: DaemonMetrics,
  log: Workspace['log'],
  findDaemon: () => Daemon,
): ApplicationWatch =>
  createApplicationWatch({
    ...aroundWatch(findDaemon),
    checks: () => findDaemon().settings.checks,
    onFault: faultsOf,
    log,
  })

/**
 * Tells monitoring that all is well; whoever does not hear it raises an alarm, so it is not tried for long.
 */
const beat = async ({ config, log, surroundings }: Workspace): Promise<void> => {
  const { heartbeat } = config
  if (heartbeat === undefined) return
  const send = async (): Promise<string> => `answered with status ${await callHeartbeat(heartbeat.reveal())}`
  const policy = { ...defaultRetryPolicy, retries: 2 }
  await deliver({ what: 'heartbeat', fields: {}, send }, { policy, log, closing: surroundings.interruption })
}

/** Onboarding checks go beside the runs: they only read, and at the pace of the account. */
const createChecks = (
  { surroundings, log }: Workspace,
  findDaemon: () => Daemon,
): RepeatedChecks<ScheduledCheck> =>
  new RepeatedChecks({
    now: surroundings.now,
    setTimer,
    readLastMs: async (check) => {
      const remembered = await createCheckMemory(findDaemon().workspace).read(toCheckKey(check))
      return remembered && toMs(remembered.checkedAt)
    },
    look: async (check) => {
      const { workspace, metrics } = findDaemon()
      const onFault = metrics.faultsOf(check.connection)
      const event = await repeatCheck(check, { ...workspace, onFault })
      if (event !== undefined) tell(findDaemon(), event)
    },
    log,
  })

const setTimer = (afterMs: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, afterMs)
  return () => {
    clearTimeout(timer)
  }
}

const tell = ({ listeners }: Daemon, event: DaemonEvent): void => {
  for (const listener of listeners) listener(event)
}

const nowOf = ({ workspace }: Daemon): string => toIso(workspace.surroundings.now())

const namesOf = ({ settings }: Daemon): string[] => settings.config.connections.map(({ name }) => name)

/**
 * Sends notices to whoever the configuration names, first those that the daemon before this one had no time
 * for. At the end of the daemon what is under way is tried once more, and kept for the next start when that
 * takes too long.
 */
const tellPeople = async (daemon: Daemon, releases: Releases): Promise<void> => {
  const { log, surroundings } = daemon.workspace
  const memory = createNoticeMemory(() => daemon.workspace)
  const { path } = daemon.settings.config.state
  const kept = createKeptNotices(path, log)
  const notices = openNotices({
    config: () => daemon.workspace.config,
    language: () => daemon.workspace.language,
    memory,
    kept,
    log,
    now: surroundings.now,
  })
  releases.add(() => notices.close())
  await notices.tellKept()
  daemon.listeners.push(notices.onEvent)
}

/** Opens the endpoint, and says beside the state file which process this is and how to reach it. */
const openDoor = async (daemon: Daemon, releases: Releases): Promise<void> => {
  const { endpoint, state } = daemon.settings.config
  const token = randomBytes(32).toString('base64url')
  const facts = { pid: process.pid, token, since: daemon.since }
  // Before the endpoint, so that whoever finds another daemon here can say which one it is.
  await writeControlFile(state.path, { ...facts, url: null })
  releases.add(() => removeControlFile(state.path, { ...facts, url: null }))
  if (endpoint === undefined) return
  const { url, close } = await openEndpoint({
    ...endpoint,
    token,
    readReadiness: () => toReadiness(factsOf(daemon)),
    readMetrics: daemon.metrics.read,
    runNow: (connection) => runNow(daemon, connection),
  })
  releases.add(close)
  await writeControlFile(state.path, { ...facts, url })
  daemon.workspace.log.info('daemon can be asked', { url })
}

const factsOf = ({ since, loadedAt, rejectedAt, scheduler, consents, workspace }: Daemon) => ({
  since,
  version: readVersion(),
  config: { loadedAt, rejectedAt },
  connections: scheduler.standings(),
  consents: consents.standings(),
  soapEnds: findSoapEnds(
    workspace.config.connections,
    toDayInZone(workspace.surroundings.now(), workspace.config.timezone),
  ),
})

/** Asks for a run of one connection, or of all. Gives their names; `undefined` when there is no such one. */
const runNow = (daemon: Daemon, connection: string | undefined): readonly string[] | undefined => {
  const names = namesOf(daemon).filter((name) => connection === undefined || name === connection)
  if (names.length === 0) return undefined
  daemon.scheduler.ask(names)
  return names
}

/**
 * Takes over a changed configuration from the next run on, or keeps the former one when the new one is wrong.
 */
const reload = async (daemon: Daemon, surroundings: Surroundings, named: NamedConfig): Promise<void> => {
  try {
    const settings = await loadDaemonSettings(surroundings, named)
    warnOfFixed(daemon, settings)
    const kept = { state: daemon.settings.config.state, endpoint: daemon.settings.config.endpoint }
    daemon.settings = { ...settings, config: { ...settings.config, ...kept } }
    daemon.workspace = { ...daemon.workspace, config: daemon.settings.config }
    daemon.loadedAt = nowOf(daemon)
    daemon.rejectedAt = null
    await daemon.scheduler.change(toScheduled(settings.config))
    await daemon.checks.set(settings.checks)
    tell(daemon, { type: 'config-loaded', at: nowOf(daemon), connections: namesOf(daemon) })
  } catch (error) {
    const { message, problems } = error instanceof ConfigError ? error : toProblem(error)
    daemon.rejectedAt = nowOf(daemon)
    tell(daemon, { type: 'config-rejected', at: nowOf(daemon), message, problems })
  }
}

/** A file or folder that the system does not give; its own text may hold anything. */
const toProblem = (error: unknown) => ({
  message: `The configuration could not be loaded: ${nameOfError(error)}`,
  problems: [],
})

/** What was opened at the start stays open. */
const warnOfFixed = ({ settings, workspace }: Daemon, { config }: DaemonSettings): void => {
  const fixed = ['state', 'endpoint', 'log'] as const
  for (const key of fixed) {
    if (JSON.stringify(config[key]) === JSON.stringify(settings.config[key])) continue
    workspace.log.warn('a changed setting takes effect when the daemon is started again', { key })
  }
}
