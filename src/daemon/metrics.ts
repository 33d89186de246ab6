import { Counter, Gauge, Histogram, Registry } from 'prom-client'

import type { OnFault } from '../domain/run/progress.js'
import type { RunDocument } from '../domain/run/run.js'
import { isAllWell } from './checks/compare-check.js'
import type { ConnectionStanding } from './connection-watch.js'
import type { DaemonEvent, OnDaemonEvent } from './events.js'
import { toMs } from './past-runs.js'
import type { ConsentView } from './readiness.js'

/**
 * What Prometheus is told. Labels name connections, operations and codes: never a person, an id of one or a
 * value.
 */
export interface DaemonMetrics {
  onEvent: OnDaemonEvent
  /** Counts failed calls of a connection. */
  faultsOf: (connection: string) => OnFault
  /** Everything in the text format of Prometheus, with its content type. */
  read: () => Promise<{ contentType: string; text: string }>
}

export interface MetricsOptions {
  version: string
  standings: () => readonly ConnectionStanding[]
  consents?: () => readonly ConsentView[]
}

/** From a quiet night to a first export of thousands, in seconds. */
const durationBuckets = [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 10_800]

export const createMetrics = ({ version, standings, consents = () => [] }: MetricsOptions): DaemonMetrics => {
  const registry = new Registry()
  const meters = createMeters(registry)
  meters.build.set({ version, node: process.version }, 1)
  addStandings(registry, standings)
  addConsents(registry, consents)
  const latest = addLatest(registry)
  return {
    onEvent: (event) => {
      note(event, meters)
      if (event.type === 'run-ended') latest.set(event.connection, event.document)
    },
    faultsOf:
      (connection) =>
      ({ remote, operation, code }) => {
        meters.faults.inc({ connection, remote, operation, code })
      },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}

type Meters = ReturnType<typeof createMeters>

const createMeters = (registry: Registry) => {
  const registers = [registry]
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `nmbrs_sync_${name}`, help, labelNames, registers })
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `nmbrs_sync_${name}`, help, labelNames, registers })
  return {
    build: gauge('build_info', 'The running version; always 1', ['version', 'node']),
    runs: counter('runs_total', 'Runs that ended, by result', ['connection', 'result']),
    down: counter(
      'daemon_down_total',
      'Times that the daemon was killed or could not start, told at its start',
      ['code'],
    ),
    notStarted: counter('runs_not_started_total', 'Runs that could not start', ['connection', 'code']),
    logins: counter('logins_total', 'Times that logins were worked out after a run, by result', [
      'connection',
      'result',
    ]),
    duration: new Histogram({
      name: 'nmbrs_sync_run_duration_seconds',
      help: 'How long runs took',
      labelNames: ['connection'],
      buckets: durationBuckets,
      registers,
    }),
    changes: counter('changes_total', 'Changes, by what became of them', [
      'connection',
      'kind',
      'section',
      'outcome',
    ]),
    holds: gauge('holds_open', 'Changes that the latest run held back', ['connection']),
    calls: counter('calls_total', 'Calls sent', ['connection', 'remote', 'operation']),
    faults: counter('faults_total', 'Calls that failed, repeated or not', [
      'connection',
      'remote',
      'operation',
      'code',
    ]),
    accountReady: gauge('onboarding_ready', '1 when the latest onboarding check found nothing wanting', [
      'connection',
      'company',
      'profiles',
    ]),
    accountUnchecked: counter('onboarding_not_checked_total', 'Onboarding checks that could not be made', [
      'connection',
      'company',
      'profiles',
      'code',
    ]),
    configRejected: counter('config_rejected_total', 'Changed configurations that were wrong', []),
    configRejectedNow: gauge('config_rejected', '1 while the latest configuration was rejected', []),
  }
}

/** How connections stand at the moment someone asks. */
const addStandings = (registry: Registry, standings: MetricsOptions['standings']): void => {
  const gauge = (name: string, help: string, valueOf: (standing: ConnectionStanding) => number | undefined) =>
    new Gauge({
      name: `nmbrs_sync_${name}`,
      help,
      labelNames: ['connection'],
      registers: [registry],
      collect() {
        this.reset()
        for (const standing of standings()) {
          const value = valueOf(standing)
          if (value !== undefined) this.set({ connection: standing.connection }, value)
        }
      },
    })
  gauge('last_success_timestamp_seconds', 'When a run last ended with nothing failed', ({ lastSuccessAt }) =>
    toSeconds(lastSuccessAt),
  )
  gauge('next_run_timestamp_seconds', 'When the next run is due, back-off included', ({ nextRunAt }) =>
    toSeconds(nextRunAt),
  )
  gauge('ready', '1 when the latest success is recent enough and the connection is not quarantined', (one) =>
    Number(one.ready),
  )
  gauge('quarantined', '1 when the connection keeps failing and is tried less often', ({ quarantine }) =>
    Number(quarantine !== null),
  )
  gauge('clock_ahead', '1 when the latest run is dated after now', ({ datedAhead }) =>
    Number(datedAhead !== null),
  )
  gauge(
    'logins_failing',
    'How often in a row the logins after a run failed',
    ({ logins }) => logins?.failures ?? 0,
  )
  gauge('running', '1 during a run', ({ running }) => Number(running))
}

/** How long consents to REST hold. */
const addConsents = (registry: Registry, consents: () => readonly ConsentView[]): void => {
  new Gauge({
    name: 'nmbrs_sync_consent_days_left',
    help: 'Whole days for which the consent to REST holds unless it is renewed; 0 when it is gone',
    labelNames: ['connection'],
    registers: [registry],
    collect() {
      this.reset()
      for (const { connection, daysLeft } of consents()) this.set({ connection }, daysLeft)
    },
  })
}

const toSeconds = (isoText: string | null): number | undefined =>
  isoText === null ? undefined : toMs(isoText) / 1000

const note = (event: DaemonEvent, meters: Meters): void => {
  switch (event.type) {
    case 'run-ended':
      noteRun(event.document, meters)
      return
    case 'run-not-started':
      meters.notStarted.inc({ connection: event.connection, code: event.failure.code })
      return
    case 'daemon-was-down':
      meters.down.inc({ code: event.failure.code })
      return
    case 'logins-ended':
      meters.logins.inc({
        connection: event.connection,
        result: event.failure === undefined ? 'ok' : 'failed',
      })
      return
    case 'account-checked':
      noteCheck(event, meters)
      return
    case 'config-loaded':
      meters.configRejectedNow.set(0)
      return
    case 'config-rejected':
      meters.configRejected.inc()
      meters.configRejectedNow.set(1)
      return
    case 'consumer-silent':
    case 'consent-seen':
    case 'soap-end-seen':
    case 'daemon-started':
    case 'daemon-stopped':
    case 'run-started':
    case 'run-waits':
    case 'quarantined':
    case 'recovered':
    case 'clock-ahead':
    case 'clock-right':
      return
  }
}

const noteCheck = (
  { connection, check, failure }: Extract<DaemonEvent, { type: 'account-checked' }>,
  meters: Meters,
): void => {
  const labels = { connection, company: check.companyId, profiles: check.profiles.join(' ') }
  if (failure === undefined) meters.accountReady.set(labels, Number(isAllWell(check)))
  else meters.accountUnchecked.inc({ ...labels, code: failure.code })
}

const noteRun = ({ run, changes, calls }: RunDocument, meters: Meters): void => {
  const { connection, result } = run
  meters.runs.inc({ connection, result })
  meters.duration.observe({ connection }, (toMs(run.finishedAt) - toMs(run.startedAt)) / 1000)
  meters.holds.set({ connection }, changes.filter(({ outcome }) => outcome === 'held').length)
  for (const { kind, section, outcome } of changes) meters.changes.inc({ connection, kind, section, outcome })
  meters.calls.inc({ connection, remote: 'alexis', operation: 'GET' }, calls.alexis)
  for (const [operation, count] of Object.entries(calls.nmbrs.byOperation)) {
    meters.calls.inc({ connection, remote: 'nmbrs', operation }, count)
  }
}

/**
 * What the latest run of each connection said; what it does not say any more must not stand there for ever.
 */
const addLatest = (registry: Registry): Map<string, RunDocument> => {
  const latest = new Map<string, RunDocument>()
  new Gauge({
    name: 'nmbrs_sync_people',
    help: 'People at the end of the latest run, by state',
    labelNames: ['connection', 'state'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [connection, { people }] of latest) {
        for (const [state, count] of Object.entries<number>({ ...people }))
          this.set({ connection, state }, count)
      }
    },
  })
  new Gauge({
    name: 'nmbrs_sync_findings',
    help: 'Findings of the latest run, by code',
    labelNames: ['connection', 'code', 'severity'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [connection, { findings }] of latest) {
        for (const { code, severity } of findings) this.inc({ connection, code, severity })
      }
    },
  })
  return latest
}
