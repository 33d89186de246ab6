import { toAccessSyncJson, buildAccessSyncText } from '../../../report/access/sync-text.js'
import { syncLogins, type SyncedPortal } from '../../../run/access/sync-logins.js'
import { exitCode, toCommonExitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { portalArgument, selectPortals, showPeopleOption, type AccessFlags } from './access-flags.js'
import { createAccessChannels, createTell, toDeliverOptions } from '../../../app/access/open-channels.js'
import { toDocumentValues } from './plan-command.js'
import { toPlanExitCode } from './plan-views.js'
import { createScreenChannel } from './work/screen-channel.js'
import { withLoginsAlone } from './with-logins.js'

export const addSyncCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('sync')
    .summary('work out the logins and hand the work over')
    .description(
      'Reads AlexisHR, works out which logins are to be made, replaced, changed or switched off, and hands the work over as the configuration says: by files, by webhook, by e-mail; ' +
        'without any of these it is shown here. No login is made by this command: a person makes it, and access confirm or import says so. ' +
        'Work that was handed over and not answered yet is not handed over twice.',
    )
    .addArgument(portalArgument())
    .addOption(connectionOption())
    .addOption(showPeopleOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access sync', 'access sync nmbrs-ess --json'))
  command.action(async (portal: string | undefined) => {
    shell.finish(await sync(shell, portal, command.optsWithGlobals()))
  })
}

const sync = ({ io }: Shell, name: string | undefined, flags: AccessFlags): Promise<ExitCode> =>
  withLoginsAlone(io, flags, async ({ deps, access, connection, workspace, release, io: shown }) => {
    const screen = createScreenChannel(shown, flags)
    const synced = await syncLogins(deps, {
      portals: selectPortals(access, name),
      channelsOf: (config) => {
        const channels = createAccessChannels(config, workspace)
        return channels.length === 0 && flags.json !== true ? [screen] : channels
      },
      tellOf: createTell,
      release,
      delivery: toDeliverOptions(workspace),
      language: workspace.language,
      timeZone: workspace.config.timezone,
    })
    if (flags.json === true) {
      const values = toDocumentValues(flags)
      const portals = synced.map((one) => toAccessSyncJson(one, values))
      printJson(shown, { connection: connection.name, portals })
    } else {
      const look = lookOf(shown.stdout, shown.env)
      for (const one of synced) shown.stdout.write(buildAccessSyncText(one, look))
    }
    return toCommonExitCode(synced.map(toSyncExitCode))
  })

/** 1 when work or a message did not arrive, 3 when something is held. */
export const toSyncExitCode = ({ end, told }: SyncedPortal): ExitCode =>
  (told?.failed ?? 0) + (told?.unsure ?? 0) > 0 ||
  end.handOvers.some(({ deliveries }) => deliveries.some(({ arrived }) => !arrived))
    ? exitCode.failed
    : toPlanExitCode(end.plan.actions)
