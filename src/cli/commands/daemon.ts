import { selectConnections } from '../../app/compose/select-connections.js'
import { loadConfig } from '../../config/load-config.js'
import { ConfigError } from '../../domain/errors.js'
import { askForRun } from '../../app/daemon/ask-daemon.js'
import { withReleases } from '../../app/compose/releases.js'
import { runDaemon } from '../../app/daemon/run-daemon.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../options/flags.js'
import { openWorkspace } from '../open-workspace.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'

interface DaemonFlags extends ConnectionFlags {
  runNow?: boolean
}

export const addDaemonCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('daemon')
    .summary('sync on schedule, until it is told to stop')
    .description(
      'Stays, and syncs each connection when its schedule says so, without asking. ' +
        'SIGHUP reloads the configuration and the mappings, and keeps the former ones when something is wrong. ' +
        'SIGUSR2 runs all connections now. After the first SIGINT or SIGTERM the people in progress are completed and no one new is started; the second ends at once. ' +
        'Reports its health under /healthz, /readyz and /metrics.',
    )
    .option('--run-now', 'have the daemon that runs on this state file sync now, and do not wait for it')
    .addOption(connectionsOption('with --run-now: only this connection, or those that a pattern names'))
    .addOption(jsonOption())
    .addHelpText('after', toExamples('daemon', 'daemon --run-now', 'daemon --run-now --connection acme'))
  command.action(async () => {
    const flags: DaemonFlags = command.optsWithGlobals()
    shell.finish(await (flags.runNow === true ? runNow(shell, flags) : stay(shell, flags)))
  })
}

const stay = ({ io }: Shell, flags: DaemonFlags): Promise<ExitCode> => {
  if (flags.connection !== undefined || flags.json === true)
    throw new ConfigError(
      '--connection and --json go with --run-now. The daemon runs every connection that has a schedule, and logs as JSON',
    )
  return withReleases(async (releases) => {
    await runDaemon(await openWorkspace(io, flags, releases), flags, releases)
    return exitCode.done
  })
}

const runNow = async ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> => {
  const { config } = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  const connections = await askForRun(config, flags.connection && selectConnections(config, flags.connection))
  if (flags.json === true) printJson(io, { connections })
  else io.stdout.write(`The daemon runs ${connections.join(', ')} next. See it with: nmbrs-sync runs\n`)
  return exitCode.done
}
