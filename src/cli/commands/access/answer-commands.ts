import { Option } from 'commander'

import type { Answer, AnswerEnd } from '../../../access/access-book.js'
import { parseBatchName } from '../../../access/work/batch-name.js'
import { ConfigError } from '../../../domain/errors.js'
import { buildAnswerText, toAnswerJson } from '../../../report/access/answer-text.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, reasonOption, toExamples } from '../../options/flags.js'
import { languageOf } from '../../options/language.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { acceptWork } from './work/accept-work.js'
import type { FindName } from '../../../report/people/find-name.js'
import { toAccessSubject } from '../../../domain/ids.js'
import { lookOf } from '../../terminal/output-look.js'
import { acceptLossOption, noOpenRequestsOption, portalOption, selectPortal } from './access-flags.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { yesOption } from '../../orders/unasked.js'
import { askAboutLogins, isAsked, refuseSeveral, type OrderFlags } from './who/ask-about-logins.js'
import { findCovered, findTargets } from './who/answer-targets.js'
import { withLogins, withLoginsAlone } from './with-logins.js'

interface AnswerFlags extends OrderFlags {
  reason?: string
  deleted?: boolean
  /** Of `--no-open-requests`; `false` when it was given. */
  openRequests?: boolean
  acceptLoss?: boolean
}

const whatMeaning =
  'people, by name, employee number, AlexisHR id or Nmbrs id; a batch (K7M2QX-1) or a whole hand-over (K7M2QX), as the worklist and access status name them'

export const addConfirmCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('confirm')
    .summary('say that handed-over work is done, or that held work may be done')
    .description(
      'Without an option: the work that was handed over is done, and the login is now as the work said. ' +
        'With --no-open-requests or --accept-loss: held work may be done, because the person has no open change requests in Nmbrs or may lose them; exactly that work is then ' +
        'handed over by the next nmbrs-sync access sync, and any other work waits for approval again.',
    )
    .argument('<what...>', whatMeaning)
    .addOption(
      new Option('--deleted', 'of a replacement, only the old login is gone so far').conflicts([
        'openRequests',
        'acceptLoss',
      ]),
    )
    .addOption(noOpenRequestsOption())
    .addOption(acceptLossOption())
    .addOption(reasonOption())
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'access confirm K7M2QX-1',
        'access confirm 65f1c0ffee0000000000000a --as fatma',
        'access confirm 65f1c0ffee0000000000000a --no-open-requests',
      ),
    )
  command.action(async (what: string[]) => {
    shell.finish(await confirm(shell, what, command.optsWithGlobals()))
  })
}

export const addRefuseCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('refuse')
    .summary('say that work will not be done')
    .description(
      'The work was handed over and will not be done, or it is not to be handed over at all. It is not handed over by itself any more; nmbrs-sync access request asks for it again.',
    )
    .argument('<what...>', whatMeaning)
    .addOption(reasonOption())
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access refuse 65f1c0ffee0000000000000a --reason "works abroad"'))
  command.action(async (what: string[]) => {
    shell.finish(await refuse(shell, what, command.optsWithGlobals()))
  })
}

const confirm = (shell: Shell, what: readonly string[], flags: AnswerFlags): Promise<ExitCode> => {
  refuseSeveral(shell.io, flags, 'confirm', what)
  if (flags.openRequests === false) return acceptWork(shell, refuseBatches(what), 'none-open', flags)
  if (flags.acceptLoss === true) return acceptWork(shell, refuseBatches(what), 'loss-accepted', flags)
  return answer(shell, what, flags.deleted === true ? 'deletion-confirmed' : 'confirmed', flags)
}

const refuse = async (shell: Shell, what: readonly string[], flags: AnswerFlags): Promise<ExitCode> => {
  if ((flags.reason ?? '').trim() === '')
    throw new ConfigError(`Say why: nmbrs-sync access refuse ${what.join(' ')} --reason TEXT`)
  refuseSeveral(shell.io, flags, 'refuse', what)
  return answer(shell, what, 'refused', flags)
}

const answer = (
  { io }: Shell,
  what: readonly string[],
  word: Answer,
  flags: AnswerFlags,
): Promise<ExitCode> => {
  // What is refused must not go out meanwhile.
  const opening = word === 'refused' ? withLoginsAlone : withLogins
  return opening(io, flags, async ({ deps, access, connection, io: shown }) => {
    const config = selectPortal(access, flags.portal)
    const { portal } = config
    const book = await deps.store.openAccessBook(portal.portal)
    const targets = await findTargets({ io: shown, deps, config, book }, what)
    const [planned] = isAsked(shown, flags) ? await planLogins(deps, [config]) : []
    if (planned !== undefined) await askAboutLogins(shown, planned, await findCovered(book, targets), word)
    const ends: AnswerEnd[] = []
    for (const target of targets) ends.push(await book.answer(target, word, flags.reason?.trim() ?? null))
    const end = {
      answered: ends.flatMap(({ answered }) => answered),
      passed: ends.flatMap(({ passed }) => passed),
    }
    if (end.answered.length === 0) throw toNothingError(what, end)
    if (flags.json === true)
      printJson(shown, { connection: connection.name, portal: portal.portal, ...toAnswerJson(end) })
    else {
      const look = lookOf(shown.stdout, shown.env)
      const findName: FindName = (subject) =>
        look.showNames ? planned?.people.get(toAccessSubject(subject))?.displayName : undefined
      shown.stdout.write(buildAnswerText(end, word, languageOf(shown), findName))
    }
    return exitCode.done
  })
}

/**
 * A batch is no person. A whole hand-over may be a name of six letters: it is looked for among the people.
 */
const refuseBatches = (what: readonly string[]): readonly string[] => {
  const batch = what.find((typed) => 'batch' in (parseBatchName(typed) ?? {}))
  if (batch === undefined) return what
  throw new ConfigError(
    `Held work is in no batch yet, and each person is looked at alone; name the people by their ids instead of ${batch}`,
  )
}

const toNothingError = (what: readonly string[], { passed }: AnswerEnd): ConfigError => {
  const states = [...new Set(passed.map(({ state }) => state ?? 'nothing was ever handed over'))]
  const why = states.length === 0 ? '' : ` (${states.join(', ')})`
  return new ConfigError(
    `Nothing of ${what.join(', ')} waits for an answer${why}. See what was handed over: nmbrs-sync access worklist. What was asked or allowed and is not handed over yet is taken back with: nmbrs-sync access withdraw ID`,
  )
}
