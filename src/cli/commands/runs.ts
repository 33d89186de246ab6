import { Option } from 'commander'

import { byHand } from '../../domain/audit/act.js'
import { buildRunsText, toRunsJson } from '../../report/sync/runs-list.js'
import { buildRunsView } from '../../report/sync/view/runs-view.js'
import { readAskedRun } from '../asked-run.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import {
  connectionsOption,
  jsonOption,
  parseCount,
  toExamples,
  type ConnectionFlags,
} from '../options/flags.js'
import { withNames } from '../../report/people/with-names.js'
import { openNames } from '../people/names.js'
import { lookOf } from '../terminal/output-look.js'
import { findAddresses } from '../../app/compose/nmbrs/known-ids.js'
import { withBothIds } from '../../report/kit/with-both-ids.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'
import { runColumns, toLastRunRow } from '../../report/overview/run-row.js'
import { overConnections } from '../connections/over-connections.js'
import { withStore } from '../with-connection.js'

interface RunsFlags extends ConnectionFlags {
  limit: number
}

export const addRunsCommand: AddCommand = (parent, shell) => {
  const runs = parent
    .command('runs')
    .summary('the runs so far')
    .description(
      'Lists the latest runs of a connection, newest first; over several connections the latest run of each. Touches no remote.',
    )
    .addOption(new Option('--limit <count>', 'how many').argParser(parseCount(1)).default(20))
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('runs', 'runs --limit 100 --json', 'runs show 20261122-025820-4f2a1b'))
  runs.action(async () => {
    shell.finish(await listRuns(shell, runs.optsWithGlobals()))
  })
  const show = runs
    .command('show')
    .summary('one run: what was done, and what was found')
    .description(
      'Shows the changes and findings of one run. Touches no remote, except that it reads names from AlexisHR where it shows them.',
    )
    .argument('<id>', 'run id, as nmbrs-sync runs lists it, or last for the latest sync')
    .addHelpText('after', toExamples('runs show last', 'runs show 20261122-025820-4f2a1b'))
  show.action(async (id: string) => {
    shell.finish(await showRun(shell, id, show.optsWithGlobals()))
  })
}

const listRuns = ({ io }: Shell, flags: RunsFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: runColumns }, async ({ workspace, connection, state, isMany }) => {
    const runs = await state.store(connection.name, byHand(workspace.actor)).runs.readRuns(flags.limit)
    const view = buildRunsView(connection.name, runs)
    const list = toRunsJson(view)
    return {
      code: exitCode.done,
      document: isMany ? { connection: connection.name, runs: list } : list,
      text: () => buildRunsText(view, workspace.config.timezone, lookOf(workspace.io.stdout, io.env)),
      rows: [toLastRunRow(view, workspace.config.timezone, workspace.language)],
      // The latest run of each is what someone looks for who looks at several.
      isQuiet: true,
    }
  })

const showRun = ({ io }: Shell, id: string, flags: RunsFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store, opened) => {
    const { workspace, connection } = opened
    // What tells of one run whole is not loaded to list them.
    const { buildKeptRunText, toKeptRunJson } = await import('../../report/sync/runs-report.js')
    const { buildKeptRunView } = await import('../../report/sync/view/kept-run-view.js')
    const kept = await readAskedRun(store, id)
    const subjects = [...kept.changes, ...kept.findings].map(({ subject }) => subject)
    const places = { ...opened, io: workspace.io, connections: [connection] }
    const findName = await openNames(places, flags, subjects)
    const view = buildKeptRunView(kept, { findName })
    if (flags.json === true) {
      const document = withBothIds(toKeptRunJson(view), await findAddresses(connection, store))
      printJson(io, flags.names === true ? withNames(document, findName) : document)
    } else
      workspace.io.stdout.write(
        buildKeptRunText(view, workspace.config.timezone, lookOf(workspace.io.stdout, io.env)),
      )
    return exitCode.done
  })
