import { loadConfig } from '../../config/load-config.js'
import { askForRun } from '../daemon/ask-daemon.js'
import { runDaemon } from '../daemon/run-daemon.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../flags.js'
import { printJson, type AddCommand, type Shell } from '../shell.js'

export const addDaemonCommand: AddCommand = (parent, shell) => {
  const daemon = parent
    .command('daemon')
    .summary('sync on schedule, until it is told to stop')
    .description(
      'Stays, and syncs each connection when its schedule says so, without asking. ' +
        'SIGHUP loads the configuration and the mappings anew, and keeps the former ones when something is wrong. ' +
        'SIGUSR2 runs all connections now. The first SIGINT or SIGTERM finishes the change in flight and stops; the second ends at once. ' +
        'Says how it is under /healthz, /readyz and /metrics.',
    )
    .addHelpText('after', toExamples('daemon', 'daemon run-now --connection acme'))
  daemon.action(async () => {
    shell.finish(await runDaemon(shell.io, daemon.optsWithGlobals()))
  })
  const now = daemon
    .command('run-now')
    .summary('have the running daemon sync now')
    .description(
      'Asks the daemon that runs on this state file for a sync of one connection, or of all in turn, and does not wait for it.',
    )
    .option('--connection <name>', 'only this connection')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('daemon run-now', 'daemon run-now --connection acme'))
  now.action(async () => {
    shell.finish(await runNow(shell, now.optsWithGlobals()))
  })
}

const runNow = async ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> => {
  const { config } = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  const connections = await askForRun(config, flags.connection)
  if (flags.json === true) printJson(io, { connections })
  else io.stdout.write(`The daemon runs ${connections.join(', ')} next. See it with: nmbrs-sync runs\n`)
  return exitCode.done
}
