import { Option } from 'commander'
import * as z from 'zod'

import { showAddress } from '../../config/schema/check-url.js'
import type { Config } from '../../config/config.js'
import { loadConfig } from '../../config/load-config.js'
import { ConnectionWatch } from '../../daemon/connection-watch.js'
import { judgeReadiness, probeLevels, toProbeLine, type ProbeResult } from '../../daemon/probe.js'
import { withLocalTimes } from '../../domain/date/clock.js'
import { findSoapEnds } from '../../domain/addresses/soap-end.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import { openWorkspace } from '../open-workspace.js'
import { openState } from '../../app/compose/open-state.js'
import { findControl } from '../../app/daemon/control-file.js'
import { toScheduled } from '../../app/daemon/scheduled-connections.js'
import { readLogins, readSyncs } from '../../app/daemon/stored-standing.js'
import { readNeededConsents } from '../../app/consent/consent-status.js'
import type { ExitCode } from '../exit-codes.js'
import { jsonOption, toExamples } from '../options/flags.js'
import type { GlobalFlags } from '../options/global-options.js'
import type { Io } from '../io.js'
import { withReleases } from '../../app/compose/releases.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'

interface ProbeFlags extends GlobalFlags {
  url?: string
  state?: boolean
  json?: boolean
}

export const addProbeCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('probe')
    .summary('for monitoring: one line, and exit code 0, 1, 2 or 3')
    .description(
      'Asks the running daemon how it is, or with --state looks into the state file, for syncs that something else starts. ' +
        'Its exit codes are those of monitoring plug-ins and differ from all other commands: ' +
        '0 ok, 1 warning (something held, a failed run, a rejected configuration), ' +
        '2 critical (no success in two schedules, a quarantined connection, no daemon), 3 unknown.',
    )
    .addOption(new Option('--url <url>', 'where the daemon answers (else as configured)').conflicts('state'))
    .option('--state', 'look into the state file instead of asking the daemon')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('probe', 'probe --url http://127.0.0.1:9464', 'probe --state'))
  command.action(async () => {
    shell.finish(await probe(shell, command.optsWithGlobals()))
  })
}

const probe = async ({ io }: Shell, flags: ProbeFlags): Promise<ExitCode> => {
  const result = await look(io, flags).catch(toUnknown)
  if (flags.json === true) printJson(io, result)
  else io.stdout.write(`${onClock(toProbeLine(result), io)}\n`)
  return toProbeCode(result)
}

/** Where no configuration was read the line keeps its moments with their zone. */
const onClock = (line: string, { stdout: { timeZone } }: Io): string =>
  timeZone === undefined ? line : withLocalTimes(line, timeZone)

/** The convention of monitoring plug-ins. */
const toProbeCode = ({ level }: ProbeResult): ExitCode =>
  ([0, 1, 2, 3] as const)[probeLevels.indexOf(level)] ?? 3

const toUnknown = (error: unknown): ProbeResult => ({
  level: 'UNKNOWN',
  text: toRunFailure(error).message,
  figures: [],
})

const look = async (io: Io, flags: ProbeFlags): Promise<ProbeResult> => {
  if (flags.state === true) return lookIntoState(io, flags)
  const url = flags.url ?? (await findUrl(io, flags))
  return askDaemon(io, url)
}

const findUrl = async (io: Io, flags: ProbeFlags): Promise<string> => {
  const { config } = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  const control = await findControl(config.state.path).catch(() => undefined)
  return control?.url ?? toConfiguredUrl(config)
}

const toConfiguredUrl = ({ endpoint }: Config): string => {
  const { host, port } = endpoint ?? { host: '127.0.0.1', port: 9464 }
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

const standingSchema = z.object({
  connection: z.string(),
  ready: z.boolean(),
  stale: z.boolean(),
  running: z.boolean(),
  waitingSince: z.string().nullable(),
  schedule: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
  lastRunAt: z.string().nullable(),
  lastResult: z.enum(['ok', 'held', 'failed', 'aborted']).nullable(),
  nextRunAt: z.string().nullable(),
  quarantine: z.object({ code: z.string(), failures: z.int() }).nullable(),
  // A daemon of a version before this one does not say these two.
  datedAhead: z.string().nullable().default(null),
  logins: z.object({ code: z.string(), failures: z.int() }).nullable().default(null),
})
const consentSchema = z.object({
  connection: z.string(),
  consent: z.enum(['ok', 'ends-soon', 'gone', 'none']),
  daysLeft: z.number(),
})
const soapEndSchema = z.object({ connection: z.string(), daysLeft: z.number() })
const readinessSchema = z.object({
  config: z.object({ rejectedAt: z.string().nullable() }),
  connections: z.array(standingSchema),
  // A daemon of a version before this one does not say these.
  consents: z.array(consentSchema).default([]),
  soapEnds: z.array(soapEndSchema).default([]),
})

const askDaemon = async (io: Io, url: string): Promise<ProbeResult> => {
  if (!URL.canParse('/readyz', url))
    return { level: 'UNKNOWN', text: `${showAddress(url)} is not an address`, figures: [] }
  const answer = await fetch(new URL('/readyz', url), {
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  if (answer === undefined)
    return { level: 'CRITICAL', text: `no daemon answers at ${showAddress(url)}`, figures: [] }
  const document: unknown = await answer.json().catch(() => undefined)
  const readiness = readinessSchema.safeParse(document)
  if (!readiness.success)
    return {
      level: 'UNKNOWN',
      text: `what answers at ${showAddress(url)} is not a daemon of nmbrs-sync`,
      figures: [],
    }
  const { connections, consents, soapEnds, config } = readiness.data
  return judgeReadiness({ connections, consents, soapEnds, rejectedAt: config.rejectedAt }, io.now())
}

/** Judges what the state file knows; for syncs that cron or a timer starts, by the same schedule. */
const lookIntoState = (io: Io, flags: ProbeFlags): Promise<ProbeResult> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const state = await openState(workspace, releases)
    const connections = []
    for (const scheduled of toScheduled(workspace.config)) {
      const watch = new ConnectionWatch(scheduled, io.now())
      watch.noteStored(await readSyncs(state, scheduled.name, workspace), io.now())
      watch.noteLogins(await readLogins(state, scheduled.name, workspace))
      connections.push(watch.standingAt(io.now()))
    }
    const never = connections.filter(({ lastRunAt }) => lastRunAt === null)
    if (never.length > 0) return toNeverRan(never.map(({ connection }) => connection))
    const consents = await readNeededConsents(workspace.config.connections, state, io.now())
    const today = toDayInZone(io.now(), workspace.config.timezone)
    const soapEnds = findSoapEnds(workspace.config.connections, today)
    return judgeReadiness({ connections, consents, soapEnds, rejectedAt: null }, io.now())
  })

const toNeverRan = (names: readonly string[]): ProbeResult => ({
  level: 'UNKNOWN',
  text: `no sync yet of ${names.join(', ')}`,
  figures: [],
})
