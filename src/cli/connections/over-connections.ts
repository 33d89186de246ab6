import { openState } from '../../app/compose/open-state.js'
import { withReleases, type Releases } from '../../app/compose/releases.js'
import { selectConnection, selectConnections } from '../../app/compose/select-connections.js'
import { stopped } from '../../app/run/stopped.js'
import type { ConnectionConfig } from '../../config/config.js'
import { byHand } from '../../domain/audit/act.js'
import { toRunFailure } from '../../domain/run/run-failure.js'
import { findAddresses } from '../../app/compose/nmbrs/known-ids.js'
import { withBothIds } from '../../report/kit/with-both-ids.js'
import { joinParts } from '../../report/kit/join-parts.js'
import { buildOverview, toQuietLine, type OverviewRow } from '../../report/overview/overview.js'
import type { OverviewColumn } from '../../report/overview/columns.js'
import { toJsonFailure } from '../../report/sync/run-json.js'
import type { StateDatabase } from '../../state/open-state-database.js'
import { toCommonExitCode, toExitCode, type ExitCode } from '../exit-codes.js'
import type { ConnectionFlags } from '../options/flags.js'
import type { Io } from '../io.js'
import { openWorkspace, type ShownWorkspace } from '../open-workspace.js'
import { reportError } from '../report-error.js'
import { printJson } from '../print-json.js'
import { lookOf } from '../terminal/output-look.js'

/** What a command works with for one of the connections that it is about. */
export interface OpenedConnection {
  workspace: ShownWorkspace
  connection: ConnectionConfig
  state: StateDatabase
  /** Let go when this connection is done. */
  releases: Releases
  /** Let go when all of them are, before the state. */
  commonReleases: Releases
  /** Whether the command is about several connections. */
  isMany: boolean
}

/** What a command says about one connection. */
export interface Said {
  code: ExitCode
  document: unknown
  /** Made when it is wanted. */
  text: () => string
  /** Its lines in the table over several connections: one, or one for each part of it. */
  rows: readonly Omit<OverviewRow, 'connection'>[]
  /** Whether the text says nothing that the table does not. */
  isQuiet?: boolean
  /** What ended it before its end, beside what is said. */
  error?: unknown
  /** Whether the document says itself what ids there are. */
  saysIds?: boolean
  /** Whether the command has printed it by itself, along the way. */
  isPrinted?: boolean
}

export interface OverConnections {
  columns: readonly OverviewColumn[]
  /**
   * Where people are asked along the way the texts come as they are made, and the table is the last thing on
   * the screen.
   */
  order?: 'table-first' | 'table-last'
  /** Whether something was asked for that belongs to one connection, such as a file or a person. */
  needsOne?: boolean
}

/** Whether a command is about several connections: it is when they are not one by name. */
export const isAboutMany = (
  all: readonly ConnectionConfig[],
  names: readonly string[] | undefined,
): boolean => (names === undefined ? all.length > 1 : names.length > 1 || /[*?]/.test(names.join('')))

/**
 * Does the work for the chosen connections in turn, all of them when none is named. For one connection the
 * text or the document is that of the connection alone. For several there is a table with a line for each,
 * and one document `{ connections: [...] }`; what goes wrong with one is said and does not keep the others
 * from their turn.
 */
export const overConnections = (
  io: Io,
  flags: ConnectionFlags,
  options: OverConnections,
  work: (opened: OpenedConnection) => Promise<Said>,
): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const { config } = workspace
    const isMany = options.needsOne !== true && isAboutMany(config.connections, flags.connection)
    const one = isMany ? undefined : selectConnection(config, flags.connection)
    const state = await openState(workspace, releases)
    const workOn = (connection: ConnectionConfig): Promise<Said> =>
      withReleases(async (own) => {
        if (io.interruption.aborted) throw stopped()
        const opened = { workspace, connection, state, releases: own, commonReleases: releases, isMany }
        const said = await work(opened)
        return flags.json === true ? withIds(opened, said) : said
      })
    if (one !== undefined) {
      const said = await workOn(one)
      if (said.isPrinted !== true) printSaid(workspace.io, flags, said)
      return said.code
    }
    const connections = selectConnections(config, flags.connection)
    return sayAll(
      workspace.io,
      flags,
      options,
      await collect(workspace.io, flags, options, connections, workOn),
    )
  })

/** Beside each key of an employee the document has the ids over both transports. */
const withIds = async ({ connection, state, workspace }: OpenedConnection, said: Said): Promise<Said> => {
  if (said.saysIds === true) return said
  const book = await findAddresses(connection, state.store(connection.name, byHand(workspace.actor)))
  return { ...said, document: withBothIds(said.document, book) }
}

/** Prints what is said of one connection. */
export const printSaid = (io: Io, flags: ConnectionFlags, said: Said): void => {
  if (flags.json === true) printJson(io, said.document)
  else io.stdout.write(said.text())
  if (said.error !== undefined) reportError(io, said.error, flags)
}

interface Collected {
  connection: string
  said: Said
}

const collect = async (
  io: Io,
  flags: ConnectionFlags,
  { order }: OverConnections,
  connections: readonly ConnectionConfig[],
  workOn: (connection: ConnectionConfig) => Promise<Said>,
): Promise<readonly Collected[]> => {
  const all: Collected[] = []
  for (const connection of connections) {
    const isStopped = io.interruption.aborted
    const said = await sayOrExplain(io, flags, connection, workOn)
    const isToPrint = order === 'table-last' && flags.json !== true && said.isPrinted !== true
    if (isToPrint && said.isQuiet !== true) io.stdout.write(said.text())
    all.push({ connection: connection.name, said })
    // Of those that have no turn any more, one says why.
    if (isStopped) break
  }
  return all
}

const sayOrExplain = async (
  io: Io,
  flags: ConnectionFlags,
  connection: ConnectionConfig,
  workOn: (connection: ConnectionConfig) => Promise<Said>,
): Promise<Said> => {
  try {
    const said = await workOn(connection)
    if (said.error !== undefined && said.isPrinted !== true) reportOf(connection, io, said.error, flags)
    return said
  } catch (error) {
    const failure = toRunFailure(error)
    reportOf(connection, io, error, flags)
    return {
      code: toExitCode(error),
      document: { connection: connection.name, failure: toJsonFailure(failure) },
      text: () => '',
      rows: [{ values: [], failure }],
      isQuiet: true,
    }
  }
}

const reportOf = ({ name }: ConnectionConfig, io: Io, error: unknown, flags: ConnectionFlags): void => {
  io.stderr.write(`${name}\n`)
  reportError(io, error, flags)
}

const sayAll = (
  io: Io,
  flags: ConnectionFlags,
  { columns, order = 'table-first' }: OverConnections,
  all: readonly Collected[],
): ExitCode => {
  const code = toCommonExitCode(all.map(({ said }) => said.code))
  if (flags.json === true) {
    printJson(io, { connections: all.map(({ said }) => said.document) })
    return code
  }
  const look = lookOf(io.stdout, io.env)
  const rows = all.flatMap(({ connection, said }) => said.rows.map((row) => ({ connection, ...row })))
  const table = buildOverview(columns, rows, look)
  if (order === 'table-last') {
    io.stdout.write(`\n${table}`)
    return code
  }
  const telling = all.filter(({ said }) => said.isQuiet !== true)
  const parts = telling.map(({ connection, said }) => [look.paint.bold(connection), said.text().trimEnd()])
  const quiet = toQuietLine(all.length - telling.length, all.length, look).trimEnd()
  io.stdout.write(joinParts([table.trimEnd().split('\n'), ...parts, quiet === '' ? [] : [quiet]]))
  return code
}
