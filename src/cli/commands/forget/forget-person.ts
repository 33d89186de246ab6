import { Option } from 'commander'

import { forgetBounds } from '../../../config/schema/bounds.js'
import { ConfigError } from '../../../domain/errors.js'
import { toSourceEmployeeId } from '../../../domain/ids.js'
import { buildForgetView, toObstacleLines } from '../../../report/operations/forget-text.js'
import { forgetTexts } from '../../../report/operations/forget-texts.js'
import { checkForgettable, type Forgettable } from '../../../run/forget/check-forgettable.js'
import { listDue } from './list-due.js'
import { parseSourceId } from '../../../run/people/look-up-people.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import {
  connectionOption,
  jsonOption,
  parseWithin,
  toExamples,
  type ConnectionFlags,
} from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { confirmOrder } from '../../orders/confirm-order.js'
import { refuseUnasked, yesOption } from '../../orders/unasked.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { withConnectionAlone } from '../../with-connection.js'

interface ForgetFlags extends ConnectionFlags {
  yes?: boolean
  due?: number | true
  force?: boolean
  reason?: string
}

export const addForget: AddCommand = (state, shell) => {
  const forget = state
    .command('forget')
    .summary('forget a person who was erased on both sides, or list who is due')
    .description(
      'Reads both sides, shows what is kept of the person, asks, and deletes it: links, what was last sent, writes, holds, findings and logins. ' +
        'In the audit record a pseudonym takes their place, which no one can turn back, and the record stays verifiable. ' +
        'Someone whom AlexisHR still has is refused. Someone whom Nmbrs still has, as for the years in which payroll must keep its records, needs --force and a reason. ' +
        'Writes to neither side. With --due nothing is forgotten: it lists whom the next sync forgets, because their employment ended ' +
        'as many days ago as state.forgetAfterDays says, and who is kept all the same, and why.',
    )
    .argument('[source]', 'the AlexisHR id; a name is not known any more')
    .addOption(connectionOption())
    .addOption(yesOption())
    .addOption(
      new Option(
        '--due [days]',
        'list who is due, by state.forgetAfterDays or after so many days; forgets no one',
      ).argParser(parseWithin(forgetBounds)),
    )
    .option('--force', 'also where Nmbrs or a portal still has the person, or could not be looked at')
    .option('--reason <text>', 'why, with --force; kept in the audit record, so leave personal details out')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'state forget 65f1c0ffee0000000000000a',
        'state forget 65f1c0ffee0000000000000a --force --reason "payroll keeps its records until 2033"',
        'state forget --due',
        'state forget --due 730 --json',
      ),
    )
  forget.action(async (source: string | undefined) => {
    const flags = forget.optsWithGlobals<ForgetFlags>()
    const { due } = flags
    if ((source === undefined) === (due === undefined))
      throw new ConfigError('Name one AlexisHR id, or list who is due: nmbrs-sync state forget --due')
    shell.finish(
      await (due === undefined ? forgetPerson(shell, source ?? '', flags) : listDue(shell, due, flags)),
    )
  })
}

const forgetPerson = ({ io: shellIo }: Shell, typed: string, flags: ForgetFlags): Promise<ExitCode> =>
  withConnectionAlone(shellIo, flags, async (deps, io) => {
    if (flags.force === true && (flags.reason ?? '').trim() === '')
      throw new ConfigError('Say why, without personal details: --force --reason TEXT')
    const subject = parseSourceId(typed) ?? toSourceEmployeeId(typed.trim())
    const { connection } = deps.settings
    const found = await checkForgettable(deps, subject)
    const language = languageOf(io)
    refuseObstacles(found, flags, subject)
    if (flags.yes !== true) {
      io.stderr.write(buildForgetView(found, { subject, connection }, language))
      refuseUnasked(
        io,
        flags,
        `state forget ${subject}${flags.force === true ? ' --force --reason TEXT' : ''}`,
      )
      await confirmOrder(io, forgetTexts[language].ask, 'See who stands where: nmbrs-sync status --all')
    }
    const reason = flags.force === true ? flags.reason : undefined
    const end = await deps.store.forgetting.forget(subject, reason)
    if (flags.json === true) printJson(io, { subject, ...end, removed: found.kept.counts })
    else printForgotten(io, subject, end)
    return exitCode.done
  })

const refuseObstacles = ({ obstacles }: Forgettable, flags: ForgetFlags, subject: string): void => {
  if (obstacles.length === 0 || flags.force === true) return
  throw new ConfigError(
    `${subject} was not forgotten. ${toObstacleLines(obstacles, 'en').join(' ')} ` +
      `To forget them all the same: nmbrs-sync state forget ${subject} --force --reason TEXT`,
  )
}

const printForgotten = (
  io: Io,
  subject: string,
  { pseudonym, isCompact }: { pseudonym: string; isCompact: boolean },
): void => {
  const texts = forgetTexts[languageOf(io)]
  const lines = [
    texts.forgotten(subject, pseudonym),
    ...(isCompact ? [] : [texts.notCompact]),
    texts.elsewhere,
  ]
  io.stdout.write(lines.map((line) => `${line}\n`).join(''))
}
