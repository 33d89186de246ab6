import { Option } from 'commander'

import type { Answer, AnswerEnd, AnswerTarget } from '../../../access/access-book.js'
import { parseBatchName } from '../../../access/work/batch-name.js'
import { ConfigError } from '../../../domain/errors.js'
import type { AccessSubject } from '../../../domain/ids.js'
import { buildAnswerText, toAnswerJson } from '../../../report/access/answer-text.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import { languageOf } from '../../options/language.js'
import { printJson, type AddCommand, type Shell } from '../../shell.js'
import { acceptWork } from './work/accept-work.js'
import { portalOption, selectPortal, type AccessFlags } from './access-flags.js'
import { parseSubject } from './explain-command.js'
import { withLogins, withLoginsAlone } from './with-logins.js'

interface AnswerFlags extends AccessFlags {
  reason?: string
  deleted?: boolean
  /** Of `--no-open-requests`; `false` when it was given. */
  openRequests?: boolean
  acceptLoss?: boolean
}

const whatMeaning =
  'people by their ids, a batch (K7M2QX-1) or a whole hand-over (K7M2QX), as the worklist and access status name them'

const reasonOption = (): Option =>
  new Option('--reason <text>', 'why; kept as you type it, so leave personal data out')

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
    .addOption(
      new Option('--no-open-requests', 'you looked, and there are no open change requests').conflicts(
        'acceptLoss',
      ),
    )
    .addOption(new Option('--accept-loss', 'open change requests may be lost'))
    .addOption(reasonOption())
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
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access refuse 65f1c0ffee0000000000000a --reason "works abroad"'))
  command.action(async (what: string[]) => {
    shell.finish(await refuse(shell, what, command.optsWithGlobals()))
  })
}

const confirm = (shell: Shell, what: readonly string[], flags: AnswerFlags): Promise<ExitCode> => {
  if (flags.openRequests === false) return acceptWork(shell, toSubjects(what), 'none-open', flags)
  if (flags.acceptLoss === true) return acceptWork(shell, toSubjects(what), 'loss-accepted', flags)
  return answer(shell, what, flags.deleted === true ? 'deletion-confirmed' : 'confirmed', flags)
}

const refuse = async (shell: Shell, what: readonly string[], flags: AnswerFlags): Promise<ExitCode> => {
  if ((flags.reason ?? '').trim() === '')
    throw new ConfigError(`Say why: nmbrs-sync access refuse ${what.join(' ')} --reason TEXT`)
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
    const { portal } = selectPortal(access, flags.portal)
    const book = await deps.store.openAccessBook(portal.portal)
    const ends: AnswerEnd[] = []
    for (const target of toTargets(what))
      ends.push(await book.answer(target, word, flags.reason?.trim() ?? null))
    const end = {
      answered: ends.flatMap(({ answered }) => answered),
      passed: ends.flatMap(({ passed }) => passed),
    }
    if (end.answered.length === 0) throw toNothingError(what, end)
    if (flags.json === true)
      printJson(shown, { connection: connection.name, portal: portal.portal, ...toAnswerJson(end) })
    else shown.stdout.write(buildAnswerText(end, word, languageOf(shown)))
    return exitCode.done
  })
}

/** People who are named one by one are answered for together. */
const toTargets = (what: readonly string[]): readonly AnswerTarget[] => {
  const named = what.map((typed) => parseBatchName(typed) ?? parseSubject(typed))
  const subjects = named.filter((one): one is AccessSubject => typeof one === 'string')
  const groups = named.filter((one) => typeof one !== 'string')
  return subjects.length === 0 ? groups : [...groups, { subjects }]
}

const toSubjects = (what: readonly string[]): readonly AccessSubject[] =>
  what.map((typed) => {
    if (parseBatchName(typed) === undefined) return parseSubject(typed)
    throw new ConfigError(
      `Held work is in no batch yet, and each person is looked at alone; name the people by their ids instead of ${typed}`,
    )
  })

const toNothingError = (what: readonly string[], { passed }: AnswerEnd): ConfigError => {
  const states = [...new Set(passed.map(({ state }) => state ?? 'nothing was ever handed over'))]
  const why = states.length === 0 ? '' : ` (${states.join(', ')})`
  return new ConfigError(
    `Nothing of ${what.join(', ')} waits for an answer${why}. See what was handed over: nmbrs-sync access worklist. What was asked or allowed and is not handed over yet is taken back with: nmbrs-sync access withdraw ID`,
  )
}
