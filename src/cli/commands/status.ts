import { Option } from 'commander'

import { toStatusJson } from '../../report/sync/status-json.js'
import { buildStatusText, type StatusTab } from '../../report/sync/status-text.js'
import { readStatus } from '../../run/by-hand/read-status.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../flags.js'
import { readOverdue } from '../../app/onboarding/shown-progress.js'
import { lookOf } from '../terminal/output-look.js'
import { printJson, type AddCommand, type Shell } from '../shell.js'
import { withConnection } from '../with-connection.js'

interface StatusFlags extends ConnectionFlags {
  notConnected?: boolean
  connected?: boolean
  all?: boolean
}

export const addStatusCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('status')
    .summary('who is connected, who is not, and why')
    .description(
      'Shows where every person in scope stands: not connected, with the reason, what is missing and who in Nmbrs it could be; ' +
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
    .addOption(new Option('--all', 'everybody').conflicts(['notConnected', 'connected']))
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('status', 'status --connected', 'status --all --json'))
  command.action(async () => {
    shell.finish(await showStatus(shell, command.optsWithGlobals()))
  })
}

const showStatus = (shell: Shell, flags: StatusFlags): Promise<ExitCode> =>
  withConnection(shell.io, flags, async (deps, io, workspace) => {
    const status = await readStatus(deps)
    const links = await deps.store.links.readLinks()
    const { connection } = deps.settings
    const reminders = await readOverdue(deps.store.applications, workspace)
    const input = { connection, status, links, tab: toTab(flags), reminders }
    if (flags.json === true) printJson(io, toStatusJson(input))
    else io.stdout.write(buildStatusText(input, lookOf(io.stdout, io.env)))
    return status.failure === null ? exitCode.done : exitCode.failed
  })

const toTab = ({ all, connected }: StatusFlags): StatusTab => {
  if (all === true) return 'all'
  return connected === true ? 'connected' : 'not-connected'
}
