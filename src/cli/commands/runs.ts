import { Option } from 'commander'

import { ConfigError } from '../../domain/errors.js'
import { toRunId } from '../../domain/ids.js'
import { buildKeptRunText, buildRunsText, toKeptRunJson, toRunsJson } from '../../report/sync/runs-report.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionOption, jsonOption, parseCount, toExamples, type ConnectionFlags } from '../flags.js'
import { lookOf } from '../terminal/output-look.js'
import { printJson, type AddCommand, type Shell } from '../shell.js'
import { withStore } from '../with-connection.js'

interface RunsFlags extends ConnectionFlags {
  limit: number
}

export const addRunsCommand: AddCommand = (parent, shell) => {
  const runs = parent
    .command('runs')
    .summary('the runs so far')
    .description('Lists the latest runs of a connection, newest first. Touches no remote.')
    .addOption(new Option('--limit <count>', 'how many').argParser(parseCount(1)).default(20))
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('runs', 'runs --limit 100 --json', 'runs show 20261122-025820-4f2a1b'))
  runs.action(async () => {
    shell.finish(await listRuns(shell, runs.optsWithGlobals()))
  })
  const show = runs
    .command('show')
    .summary('one run: what was done, and what was found')
    .description('Shows the changes and findings of one run. Touches no remote.')
    .argument('<id>', 'run id, as nmbrs-sync runs lists it')
    .addHelpText('after', toExamples('runs show 20261122-025820-4f2a1b'))
  show.action(async (id: string) => {
    shell.finish(await showRun(shell, id, show.optsWithGlobals()))
  })
}

const listRuns = ({ io }: Shell, flags: RunsFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store) => {
    const runs = await store.runs.readRuns(flags.limit)
    if (flags.json === true) printJson(io, toRunsJson(runs))
    else io.stdout.write(buildRunsText(runs, lookOf(io.stdout, io.env)))
    return exitCode.done
  })

const showRun = ({ io }: Shell, id: string, flags: RunsFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store) => {
    const kept = await store.runs.readRun(toRunId(id))
    if (kept === undefined)
      throw new ConfigError(`There is no run ${id}. See which there are: nmbrs-sync runs`)
    if (flags.json === true) printJson(io, toKeptRunJson(kept))
    else io.stdout.write(buildKeptRunText(kept, lookOf(io.stdout, io.env)))
    return exitCode.done
  })
