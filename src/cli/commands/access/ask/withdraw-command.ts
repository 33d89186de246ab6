import { mayHaveArrived } from '../../../../access/hand-over-machine.js'
import { ConfigError } from '../../../../domain/errors.js'
import { buildTakenBackText } from '../../../../report/access/answer-text.js'
import { exitCode, type ExitCode } from '../../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../../options/flags.js'
import { languageOf } from '../../../options/language.js'
import { printJson } from '../../../print-json.js'
import type { AddCommand, Shell } from '../../../shell.js'
import { portalOption, selectPortal } from '../access-flags.js'
import { planLogins } from '../../../../run/access/plan-logins.js'
import { yesOption } from '../../../orders/unasked.js'
import { askAboutLogins, isAsked, type OrderFlags } from '../who/ask-about-logins.js'
import { lookUpSubjects, parseSubject, subjectMeaning } from '../who/look-up-subjects.js'
import { withLoginsAlone } from '../with-logins.js'

export const addWithdrawCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('withdraw')
    .summary('take back what was asked for or accepted by hand, before it is handed over')
    .description(
      'Takes back what access resend, request, remove, rename or confirm --no-open-requests noted and what was not handed over yet.',
    )
    .argument('<person>', subjectMeaning)
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access withdraw 65f1c0ffee0000000000000a'))
  command.action(async (id: string) => {
    shell.finish(await withdraw(shell, id, command.optsWithGlobals()))
  })
}

/** While a run goes on, what was asked may be going out: it cannot be taken back then. */
const withdraw = ({ io }: Shell, id: string, flags: OrderFlags): Promise<ExitCode> =>
  withLoginsAlone(io, flags, async ({ deps, access, connection, io: shown }) => {
    const config = selectPortal(access, flags.portal)
    const { portal } = config
    const book = await deps.store.openAccessBook(portal.portal)
    const [subject = parseSubject(id)] = await lookUpSubjects(shown, deps, [config], [id])
    if (isAsked(shown, flags))
      for (const planned of await planLogins(deps, [config]))
        await askAboutLogins(shown, planned, [subject], 'withdraw')
    if (!(await book.unask(subject)))
      throw new ConfigError(
        `Nothing is asked for ${subject} that was not handed over. See its status: nmbrs-sync access explain ${subject}`,
      )
    const places = (await book.readOpenHandOvers())
      .filter(({ deliveries }) => mayHaveArrived(deliveries))
      .flatMap((one) => one.places)
    const batch = places.find((place) => place.subject === subject)?.batch ?? null
    if (flags.json === true)
      printJson(shown, {
        connection: connection.name,
        portal: portal.portal,
        subject,
        mayHaveArrivedIn: batch,
      })
    else shown.stdout.write(buildTakenBackText(subject, batch, languageOf(shown)))
    return exitCode.done
  })
