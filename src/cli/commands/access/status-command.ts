import { Option } from 'commander'

import { buildAccessStatusText, toAccessStatusJson } from '../../../report/access/status-text.js'
import type { AccessTab } from '../../../report/access/view/status-view.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionsOption, jsonOption, toExamples } from '../../options/flags.js'
import { lookOf } from '../../terminal/output-look.js'
import type { AddCommand, Shell } from '../../shell.js'
import {
  getAccess,
  portalArgument,
  selectPortals,
  showPeopleOption,
  type AccessFlags,
} from './access-flags.js'
import { toDocumentValues } from './plan-command.js'
import { toStatusView } from './plan-views.js'
import { openLogins } from '../../../app/compose/compose.js'
import { accessColumns, toAccessRow } from '../../../report/overview/rows.js'
import { overConnections, type Said } from '../../connections/over-connections.js'

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
      'Reads AlexisHR and shows what is known of the logins: their template, kind of address and language, the work about them and since when, and why someone has none. ' +
        'Writes nothing.',
    )
    .addArgument(portalArgument())
    .addOption(new Option('--with', 'only people with a login').conflicts(['without', 'left']))
    .addOption(new Option('--without', 'only people without a login').conflicts(['with', 'left']))
    .addOption(new Option('--left', 'only people who left and whose login is active'))
    .addOption(connectionsOption())
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
  overConnections(io, flags, { columns: accessColumns }, async (opened) => {
    const { workspace, connection, state, releases, isMany } = opened
    // Of several connections, those without logins have nothing to say.
    if (isMany && connection.access === undefined) return nothingToSay(connection.name)
    const access = getAccess(connection)
    const deps = await openLogins(connection, workspace, state, releases)
    const tab = toTab(flags)
    const planned = await planLogins(deps, selectPortals(access, name))
    const views = planned.map((one) => toStatusView(one, tab))
    const values = toDocumentValues(flags)
    const portals = views.map((view) => toAccessStatusJson(view, values))
    const look = lookOf(workspace.io.stdout, io.env)
    return {
      code: exitCode.done,
      document: { connection: connection.name, portals },
      text: () => views.map((view) => buildAccessStatusText(view, look)).join(''),
      rows: views.map(toAccessRow),
    }
  })

const nothingToSay = (connection: string): Said => ({
  code: exitCode.done,
  document: { connection, portals: [] },
  text: () => '',
  rows: [],
  isQuiet: true,
})

const toTab = ({ with: has, without, left }: StatusFlags): AccessTab => {
  if (has === true) return 'with'
  if (without === true) return 'without'
  return left === true ? 'left' : 'all'
}
