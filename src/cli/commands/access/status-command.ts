import { Option } from 'commander'

import {
  buildAccessStatusText,
  toAccessStatusJson,
  type AccessTab,
} from '../../../report/access/status-text.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson, type AddCommand, type Shell } from '../../shell.js'
import { portalArgument, selectPortals, showPeopleOption, type AccessFlags } from './access-flags.js'
import { toDocumentValues } from './plan-command.js'
import { toStatusView } from './plan-views.js'
import { withLogins } from './with-logins.js'

interface StatusFlags extends AccessFlags {
  with?: boolean
  without?: boolean
  left?: boolean
}

export const addStatusCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('status')
    .summary('who has a login, who has none, and who left and still has one')
    .description(
      'Reads AlexisHR and shows what is known of the logins: their template, kind of address and language, the work about them and since when, and why somebody has none. ' +
        'Writes nothing.',
    )
    .addArgument(portalArgument())
    .addOption(new Option('--with', 'only people with a login').conflicts(['without', 'left']))
    .addOption(new Option('--without', 'only people without a login').conflicts(['with', 'left']))
    .addOption(new Option('--left', 'only people who left and whose login is active'))
    .addOption(connectionOption())
    .addOption(showPeopleOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('access status', 'access status --without', 'access status --left --json'),
    )
  command.action(async (portal: string | undefined) => {
    shell.finish(await showStatus(shell, portal, command.optsWithGlobals()))
  })
}

const showStatus = ({ io }: Shell, name: string | undefined, flags: StatusFlags): Promise<ExitCode> =>
  withLogins(io, flags, async ({ deps, access, connection, io: shown }) => {
    const views = (await planLogins(deps, selectPortals(access, name))).map(toStatusView)
    const tab = toTab(flags)
    if (flags.json === true) {
      const values = toDocumentValues(flags)
      const portals = views.map((view) => toAccessStatusJson(view, tab, values))
      printJson(shown, { connection: connection.name, portals })
      return exitCode.done
    }
    const look = lookOf(shown.stdout, shown.env)
    for (const view of views) shown.stdout.write(buildAccessStatusText(view, tab, look))
    return exitCode.done
  })

const toTab = ({ with: has, without, left }: StatusFlags): AccessTab => {
  if (has === true) return 'with'
  if (without === true) return 'without'
  return left === true ? 'left' : 'all'
}
