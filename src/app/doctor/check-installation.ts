import { byHand } from '../../domain/audit/act.js'
import { Temporal } from 'temporal-polyfill'

import { toDayInZone } from '../../domain/date/plain-date.js'
import { toFlawRemedy, toFlawWords } from '../../report/operations/audit-text.js'
import { countOf } from '../../report/kit/count-words.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import type { Releases } from '../compose/releases.js'
import { shortenPath } from '../../config/shorten-path.js'
import { findConnectProblem } from '../../http/proxy/connect-problem.js'
import { findUnusedProxyRemedy, showProxy } from '../../http/proxy/find-proxy.js'
import { ProxyError } from '../../http/proxy/proxy-error.js'
import { findNetworkDisk } from './network-disk.js'
import { fail, ok, runCheck, warn, type Found } from './run-check.js'

/** What all connections share: the configuration, the state file, the key file and the clock. */
export const checkInstallation = async (
  workspace: Workspace,
  releases: Releases,
): Promise<readonly Found[]> => {
  const opened: { state?: StateDatabase } = {}
  const state = await runCheck('state file', async () => {
    opened.state = await openState(workspace, releases)
    return [...(await toStateFindings(workspace, opened.state)), ...(await checkDisk(workspace))]
  })
  const record = await runCheck('audit record', async () =>
    opened.state === undefined ? [] : [await checkRecord(opened.state)],
  )
  const clock = await runCheck('clock', () => checkClock(workspace, opened.state))
  return [...checkConfiguration(workspace), ...checkProxy(), ...state, ...record, ...clock]
}

const checkConfiguration = ({ file, surroundings, warnings }: Workspace): Found[] => [
  ok('configuration', shortenPath(surroundings.cwd, file)),
  ...warnings.map(({ line, key, expected, found }) =>
    warn('configuration', `line ${line}, ${key}: expected ${expected}, found ${found}`, 'correct it there'),
  ),
]

/**
 * Nothing to say where the environment names none. A proxy for plain HTTP is no fault: many machines have one
 * named and reach everything without.
 */
const checkProxy = (): Found[] => {
  try {
    const proxy = showProxy()
    if (proxy !== undefined) return [ok('proxy', `${proxy}, except for hosts in NO_PROXY`)]
    return findUnusedProxyRemedy() === undefined
      ? []
      : [ok('proxy', 'none: HTTP_PROXY has no effect, because everything goes over HTTPS; HTTPS_PROXY would')]
  } catch (error) {
    const problem = error instanceof ProxyError ? findConnectProblem(error.code) : undefined
    if (problem === undefined) throw error
    return [fail('proxy', problem.title, problem.remedy)]
  }
}

/**
 * SQLite needs locks and shared memory that network disks do not give reliably (sqlite.org/wal.html,
 * sqlite.org/lockingv3.html).
 */
const checkDisk = async ({ surroundings, config: { state } }: Workspace): Promise<Found[]> => {
  const disk = await findNetworkDisk(state.path)
  if (disk === undefined) return []
  const shown = shortenPath(surroundings.cwd, state.path)
  return [
    warn(
      'state file',
      `${shown} is on a network disk (${disk}), where two programs may both think that it is theirs`,
      'move it to a disk of this machine: docs/operations.md, Network disks',
    ),
  ]
}

const toStateFindings = async (
  { surroundings, config }: Workspace,
  state: StateDatabase,
): Promise<Found[]> => {
  const { path, keyFile } = config.state
  if (state.isNew)
    return [
      ok('state file', `none yet at ${shortenPath(surroundings.cwd, path)}; the first plan or sync makes it`),
    ]
  const { schemaVersion, sizeBytes, rows, damage, holder, forgotten } = await state.info()
  if (damage.length > 0) {
    const remedy = 'put back the last good copy of the file, with the key file that belongs to it'
    return [fail('state file', `${path} is damaged: ${damage.join('; ')}`, remedy)]
  }
  const kilobytes = Math.ceil(sizeBytes / 1024)
  return [
    ok(
      'state file',
      `${shortenPath(surroundings.cwd, path)}, ${kilobytes} kB, schema ${schemaVersion}, ${rows.link ?? 0} links`,
    ),
    ok('key file', shortenPath(surroundings.cwd, keyFile)),
    ...toForgetting(config.state.forgetAfterDays, forgotten),
    holder === null
      ? ok('lease', 'no run is active')
      : ok('lease', `a run is active: process ${holder.pid} on ${holder.host}, since ${holder.since}`),
  ]
}

/** Nothing to say where no one ever was forgotten and no sync does. */
const toForgetting = (afterDays: number | undefined, forgotten: number): Found[] => {
  if (afterDays === undefined && forgotten === 0) return []
  const when = afterDays === undefined ? 'by hand only' : `${afterDays} days after their employment ended`
  return [ok('forgetting people', `${when}; ${forgotten} forgotten so far`)]
}

/** Walks along the whole audit record: a sync looks at its end only. */
const checkRecord = async (state: StateDatabase): Promise<Found> => {
  const { entries, flaw } = await state.audit.verify(undefined)
  return flaw === undefined
    ? ok('audit record', `whole, ${countOf(entries, 'entry', 'entries')}`)
    : fail('audit record', toFlawWords(flaw, 'en'), toFlawRemedy(flaw, 'en'))
}

/** The clock decides which day it is. One that lies behind the last run was set back, or was wrong then. */
const checkClock = async (
  { config, surroundings, actor }: Workspace,
  state: StateDatabase | undefined,
): Promise<Found[]> => {
  const today = `today is ${toDayInZone(surroundings.now(), config.timezone)} in ${config.timezone}`
  const starts: string[] = []
  for (const { name } of state === undefined ? [] : config.connections) {
    starts.push(
      ...((await state?.store(name, byHand(actor)).runs.readRuns(1)) ?? []).map(({ startedAt }) => startedAt),
    )
  }
  const ahead = starts.find(
    (startedAt) => Temporal.Instant.from(startedAt).epochMilliseconds > surroundings.now(),
  )
  return ahead === undefined
    ? [ok('clock', today)]
    : [warn('clock', `${today}, but a run started at ${ahead}`, 'set the clock of this machine')]
}
