import { Option } from 'commander'

import { mappedSections, type MappedSection } from '../../domain/sections.js'
import {
  buildMissingText,
  missingColumns,
  toMissingJson,
  toMissingRow,
} from '../../report/questions/missing-text.js'
import { findMissing } from '../../run/questions/find-missing.js'
import { toStatusJson } from '../../report/sync/status/status-json.js'
import { buildStatusText } from '../../report/sync/status/status-text.js'
import { buildStatusView, type StatusTab } from '../../report/sync/view/status-view.js'
import { readStatus } from '../../run/by-hand/read-status.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../options/flags.js'
import { readOverdue } from '../../app/onboarding/shown-progress.js'
import { indexNames } from '../../report/kit/person-label.js'
import { withNames } from '../../report/people/with-names.js'
import { lookOf } from '../terminal/output-look.js'
import type { AddCommand, Shell } from '../shell.js'
import { openConnection } from '../../app/compose/compose.js'
import { statusColumns, toStatusRow } from '../../report/overview/status-row.js'
import { overConnections } from '../connections/over-connections.js'

interface StatusFlags extends ConnectionFlags {
  notConnected?: boolean
  connected?: boolean
  all?: boolean
  missing?: MappedSection
}

export const addStatusCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('status')
    .summary('who is connected, who is not, and why')
    .description(
      'Shows the status of every person in scope: not connected, with the reason, what is missing and who in Nmbrs it could be; ' +
        'or connected, with what a sync would write and what is held. Reads both sides and writes nothing. ' +
        'Ends with 1 and says why where a sync would stop before it writes, as over an empty scope.',
    )
    .addOption(
      new Option(
        '--not-connected',
        'only those who are not connected (what you get without a tab)',
      ).conflicts(['connected', 'all']),
    )
    .addOption(new Option('--connected', 'only those who are connected').conflicts(['notConnected', 'all']))
    .addOption(new Option('--all', 'everyone').conflicts(['notConnected', 'connected']))
    .addOption(
      new Option(
        '--missing <section>',
        'only those who have nothing of this section in Nmbrs; reads the bank account of each, one call more per person over SOAP',
      )
        .choices(mappedSections)
        .conflicts(['notConnected', 'connected', 'all']),
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('status', 'status --connected', 'status --missing bankAccount', 'status --all --json'),
    )
  command.action(async () => {
    const flags: StatusFlags = command.optsWithGlobals()
    const { missing } = flags
    shell.finish(
      await (missing === undefined ? showStatus(shell, flags) : showMissing(shell, flags, missing)),
    )
  })
}

const showStatus = ({ io }: Shell, flags: StatusFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: statusColumns }, async (opened) => {
    const { workspace, connection, state, releases } = opened
    const deps = await openConnection(connection, workspace, state, releases)
    const status = await readStatus(deps)
    const links = await deps.store.links.readLinks()
    const [lastRun] = await deps.store.runs.readRuns(1)
    const reminders = await readOverdue(deps.store.applications, workspace)
    const view = buildStatusView({
      connection: connection.name,
      status,
      links,
      tab: toTab(flags),
      reminders,
      lastRun,
    })
    const json = toStatusJson(view)
    return {
      code: view.failure === null ? exitCode.done : exitCode.failed,
      document: flags.names === true ? withNames(json, indexNames(status.people)) : json,
      text: () => buildStatusText(view, lookOf(workspace.io.stdout, io.env)),
      rows: [toStatusRow(view, workspace.config.timezone)],
      isQuiet: view.failure === null && view.people.length + reminders.length === 0,
    }
  })

const showMissing = ({ io }: Shell, flags: StatusFlags, section: MappedSection): Promise<ExitCode> =>
  overConnections(io, flags, { columns: missingColumns }, async (opened) => {
    const { workspace, connection, state, releases } = opened
    const list = await findMissing(await openConnection(connection, workspace, state, releases), section)
    const { missing, unread, failure } = list
    const json = toMissingJson(list, connection.name)
    const findName = indexNames([...missing, ...unread])
    return {
      // Of those who could not be read the question is not answered.
      code: failure === null && unread.length === 0 ? exitCode.done : exitCode.failed,
      document: flags.names === true ? withNames(json, findName) : json,
      text: () => buildMissingText(list, lookOf(workspace.io.stdout, io.env)),
      rows: [toMissingRow(list)],
      isQuiet: missing.length + unread.length === 0,
    }
  })

const toTab = ({ all, connected }: StatusFlags): StatusTab => {
  if (all === true) return 'all'
  return connected === true ? 'connected' : 'not-connected'
}
