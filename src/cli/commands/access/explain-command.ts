import { buildAccessExplainText, toAccessExplainJson } from '../../../report/access/explain-text.js'
import { buildLoginExplanation } from '../../../report/access/view/explain-view.js'
import type { ShownValues } from '../../../report/sync/explain-text.js'
import { explainLogins } from '../../../run/access/explain-login.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { portalOption, selectPortals, showPeopleOption, type AccessFlags } from './access-flags.js'
import { toDocumentValues } from './plan-command.js'
import { lookUpSubjects, parseSubject, subjectMeaning } from './who/look-up-subjects.js'
import { withLogins } from './with-logins.js'

export const addExplainCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('explain')
    .summary('why someone has this login, or none, and where their alerts arrive')
    .description(
      'Reads AlexisHR and says of one person in every portal: which rule counts, which address a login is made with, what is known of the login, what is under way, ' +
        'why there is none, and where alerts for this person will arrive. Writes nothing.',
    )
    .argument('<person>', subjectMeaning)
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(showPeopleOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('access explain "Anna Mulder"', 'access explain 65f1c0ffee0000000000000a --show-values'),
    )
  command.action(async (id: string) => {
    shell.finish(await explain(shell, id, command.optsWithGlobals()))
  })
}

const explain = ({ io }: Shell, id: string, flags: AccessFlags): Promise<ExitCode> =>
  withLogins(io, flags, async ({ deps, access, connection, io: shown }) => {
    const portals = selectPortals(access, flags.portal)
    const [subject = parseSubject(id)] = await lookUpSubjects(shown, deps, portals, [id])
    const explained = explainLogins(await planLogins(deps, portals), subject)
    const explanations = explained.map(buildLoginExplanation)
    if (flags.json === true) {
      const document = toAccessExplainJson(explanations, toDocumentValues(flags))
      printJson(shown, { connection: connection.name, ...(document as object) })
      return exitCode.done
    }
    const look = lookOf(shown.stdout, shown.env)
    shown.stdout.write(buildAccessExplainText(explanations, toShownValues(shown, flags), look))
    return exitCode.done
  })

/** Whole on the user's own terminal, masked where others may see it. */
export const toShownValues = ({ stdout }: Io, { showValues }: AccessFlags): ShownValues => {
  if (showValues !== true) return 'none'
  return stdout.isTerminal ? 'whole' : 'masked'
}
