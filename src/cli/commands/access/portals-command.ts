import { loadKnownPortals } from '../../../config/portal-files.js'
import type { AccessPortalConfig } from '../../../config/config.js'
import { buildPortalsText, toPortalsJson, type PortalView } from '../../../report/access/portals-text.js'
import { selectConnection } from '../../../app/compose/select-connections.js'
import { openWorkspace } from '../../open-workspace.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { withReleases } from '../../../app/compose/releases.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import type { AccessFlags } from './access-flags.js'

export const addPortalsCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('portals')
    .summary('the portals there are, what each can do, and which are configured')
    .description(
      'Lists the portals of this installation: who can have a login there, templates or permissions, languages, what happens after a change and when someone leaves, ' +
        'and for those that are configured who gets which login and how the work is handed over. Touches no remote.',
    )
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access portals'))
  command.action(async () => {
    shell.finish(await showPortals(shell, command.optsWithGlobals()))
  })
}

const showPortals = ({ io }: Shell, flags: AccessFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const { access } = selectConnection(workspace.config, flags.connection)
    const known = await loadKnownPortals(workspace.base)
    const views = [...known.values()].map((portal): PortalView => {
      const config = access?.portals.find((one) => one.portal.portal === portal.portal)
      return { portal, policy: config?.policy, delivery: config === undefined ? [] : deliveryNames(config) }
    })
    if (flags.json === true) printJson(workspace.io, toPortalsJson(views))
    else workspace.io.stdout.write(buildPortalsText(views, lookOf(workspace.io.stdout, io.env)))
    return exitCode.done
  })

/** The ways in which work of a portal is handed over. */
const deliveryNames = ({ delivery }: AccessPortalConfig): readonly string[] =>
  (['worklist', 'webhook', 'email'] as const).filter((way) => delivery?.[way] !== undefined)
