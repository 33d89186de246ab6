import { toAccessPlanJson, type DocumentValues } from '../../../report/access/plan-json.js'
import { buildAccessPlanText } from '../../../report/access/plan-text.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { toCommonExitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { portalArgument, selectPortals, showPeopleOption, type AccessFlags } from './access-flags.js'
import { toPlanExitCode, toPlanView } from './plan-views.js'
import { withLogins } from './with-logins.js'

export const addPlanCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('plan')
    .summary('what a hand-over would hold, who waits for what, and who gets no login and why')
    .description(
      'Reads AlexisHR, compares the logins that the configuration wants with those that are known, and shows the work in the batches in which a portal takes it. ' +
        'Writes nothing and hands nothing over.',
    )
    .addArgument(portalArgument())
    .addOption(connectionOption())
    .addOption(showPeopleOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access plan', 'access plan nmbrs-ess --json'))
  command.action(async (portal: string | undefined) => {
    shell.finish(await plan(shell, portal, command.optsWithGlobals()))
  })
}

const plan = ({ io }: Shell, name: string | undefined, flags: AccessFlags): Promise<ExitCode> =>
  withLogins(io, flags, async ({ deps, access, connection, io: shown }) => {
    const planned = await planLogins(deps, selectPortals(access, name))
    const views = planned.map(toPlanView)
    if (flags.json === true) {
      const values = toDocumentValues(flags)
      printJson(shown, {
        connection: connection.name,
        portals: views.map((view) => toAccessPlanJson(view, values)),
      })
    } else {
      const look = lookOf(shown.stdout, shown.env)
      for (const view of views) shown.stdout.write(buildAccessPlanText(view, look))
    }
    return toCommonExitCode(planned.map((one) => toPlanExitCode(one.plan.actions)))
  })

/** Names and addresses never stand in a document whole. */
export const toDocumentValues = ({ showValues }: AccessFlags): DocumentValues =>
  showValues === true ? 'masked' : 'none'
