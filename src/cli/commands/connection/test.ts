import { stopped } from '../../../app/run/stopped.js'
import { withReleases } from '../../../app/compose/releases.js'
import { selectConnections } from '../../../app/compose/select-connections.js'
import {
  buildConnectionTestText,
  toConnectionTestJson,
  toTested,
  type TestedConnection,
} from '../../../report/operations/connection-test.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { openWorkspace } from '../../open-workspace.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'
import { checkConnection } from '../doctor.js'

export const addTestCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('test')
    .summary('whether the accounts of each connection work')
    .description(
      'Looks at each connection whether AlexisHR and Nmbrs let it in, whether its companies are there under their names, and whether the calls that a sync makes are allowed. ' +
        'Prints a table, and under it what is wrong and what to do. Writes nothing. Ends with 0 when all of them work, else with 1. nmbrs-sync doctor looks at the installation too.',
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('connection test', "connection test --connection 'klant-*' --json"))
  command.action(async () => {
    shell.finish(await testConnections(shell, command.optsWithGlobals()))
  })
}

const testConnections = (shell: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(shell.io, flags, releases)
    const { io, config } = workspace
    const tested: TestedConnection[] = []
    for (const connection of selectConnections(config, flags.connection)) {
      if (io.interruption.aborted) throw stopped()
      tested.push(toTested(connection.name, await checkConnection(connection, workspace)))
    }
    if (flags.json === true) printJson(io, toConnectionTestJson(tested))
    else io.stdout.write(buildConnectionTestText(tested, lookOf(io.stdout, io.env)))
    return tested.every(({ ok }) => ok) ? exitCode.done : exitCode.failed
  })
