import { forgetTexts } from '../../../report/operations/forget-texts.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import {
  connectionOption,
  jsonOption,
  parseCount,
  toExamples,
  type ConnectionFlags,
} from '../../options/flags.js'
import { languageOf } from '../../options/language.js'
import { confirmOrder } from '../../orders/confirm-order.js'
import { refuseUnasked, yesOption } from '../../orders/unasked.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { withStore } from '../../with-connection.js'

interface ForgetReasonFlags extends ConnectionFlags {
  yes?: boolean
}

export const addForgetReason: AddCommand = (audit, shell) => {
  const command = audit
    .command('forget-reason')
    .summary('take a typed reason out of an entry')
    .description(
      'Takes the reason that someone typed out of one entry, and from the hold or link that it was typed for. The record stays verifiable and says that it was done. ' +
        'A reason that still counts, of a hold that is open, stays until the hold is closed.',
    )
    .argument('<entry>', 'the number of the entry, as in nmbrs-sync audit list', parseCount(1))
    .addOption(connectionOption())
    .addOption(yesOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('audit forget-reason 4711'))
  command.action(async (entry: number) => {
    shell.finish(await forgetReason(shell, entry, command.optsWithGlobals()))
  })
}

const forgetReason = ({ io: shellIo }: Shell, entry: number, flags: ForgetReasonFlags): Promise<ExitCode> =>
  withStore(shellIo, flags, async (store, { workspace: { io } }) => {
    const texts = forgetTexts[languageOf(io)]
    if (flags.yes !== true) {
      refuseUnasked(io, flags, `audit forget-reason ${entry}`)
      await confirmOrder(io, texts.askReason(`${entry}`), 'See the entries: nmbrs-sync audit list')
    }
    await store.forgetting.forgetReason(entry)
    if (flags.json === true) printJson(io, { entry })
    else io.stdout.write(`${texts.reasonForgotten(`${entry}`)}\n`)
    return exitCode.done
  })
