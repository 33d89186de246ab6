import { toAccessSubject } from '../../../domain/ids.js'
import { buildAccessExplainText, toAccessExplainJson } from '../../../report/access/explain-text.js'
import type { ShownValues } from '../../../report/sync/explain-text.js'
import { explainLogins } from '../../../run/access/explain-login.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson, type AddCommand, type Shell } from '../../shell.js'
import { portalOption, selectPortals, showPeopleOption, type AccessFlags } from './access-flags.js'
import { toDocumentValues } from './plan-command.js'
import { withLogins } from './with-logins.js'

export const addExplainCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('explain')
    .summary('why someone has this login, or none, and where their alerts arrive')
    .description(
      'Reads AlexisHR and says of one person in every portal: which rule counts, which address a login is made with, what is known of the login, what is under way, ' +
        'why there is none, and where alerts for this person will arrive. Writes nothing.',
    )
    .argument(
      '<id>',
      'AlexisHR employee id; contact:ID for a contact; requester:KEY for someone in the configuration',
    )
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(showPeopleOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access explain 65f1c0ffee0000000000000a --show-values'))
  command.action(async (id: string) => {
    shell.finish(await explain(shell, id, command.optsWithGlobals()))
  })
}

const explain = ({ io }: Shell, id: string, flags: AccessFlags): Promise<ExitCode> =>
  withLogins(io, flags, async ({ deps, access, connection, io: shown }) => {
    const planned = await planLogins(deps, selectPortals(access, flags.portal))
    const explanations = explainLogins(planned, parseSubject(id))
    if (flags.json === true) {
      const document = toAccessExplainJson(explanations, toDocumentValues(flags))
      printJson(shown, { connection: connection.name, ...(document as object) })
      return exitCode.done
    }
    const look = lookOf(shown.stdout, shown.env)
    shown.stdout.write(buildAccessExplainText(explanations, toShownValues(shown, flags), look))
    return exitCode.done
  })

/** Ids of AlexisHR are written in small letters; those of contacts are as their list has them. */
export const parseSubject = (typed: string) =>
  toAccessSubject(/^[0-9a-f]{24}$/i.test(typed.trim()) ? typed.trim().toLowerCase() : typed.trim())

/** Whole on the user's own terminal, masked where others may see it. */
export const toShownValues = ({ stdout }: Io, { showValues }: AccessFlags): ShownValues => {
  if (showValues !== true) return 'none'
  return stdout.isTerminal ? 'whole' : 'masked'
}
