import { Option } from 'commander'

import { ConfigError } from '../../../domain/errors.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import type { LinkOrder } from '../../../run/by-hand/link-by-hand.js'
import { connectionOption, jsonOption, parseDay, reasonOption, toExamples } from '../../options/flags.js'
import { yesOption } from '../../orders/unasked.js'
import { personMeaning } from '../../people/look-up.js'
import { giveOrder, type OrderFlags } from './give-order.js'
import type { AddCommand } from '../../shell.js'

interface IgnoreFlags extends OrderFlags {
  reason?: string
  until?: string
  undo?: boolean
}

export const addIgnoreCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('ignore')
    .summary('leave a person out, or include them again')
    .description(
      'Leaves an AlexisHR employee out of every sync, for good or until a day; with --undo includes them again. ' +
        'For a connected person who left, or moved to another company, the former employment is left out; anyone else who is connected has to be disconnected first. Shows who it is and asks where there is a terminal.',
    )
    .argument('<source>', personMeaning)
    .addOption(reasonOption())
    .addOption(
      new Option('--until <date>', 'the last day on which they are left out, YYYY-MM-DD').argParser(parseDay),
    )
    .addOption(new Option('--undo', 'include them again').conflicts(['reason', 'until']))
    .addOption(yesOption('do it without asking on a terminal'))
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'ignore 65f1c0ffee0000000000000a --reason "paid through another company"',
        'ignore 65f1c0ffee0000000000000a --reason "starts later" --until 2026-12-31',
        'ignore 65f1c0ffee0000000000000a --undo',
      ),
    )
  command.action(async (source: string) => {
    const flags = command.optsWithGlobals<IgnoreFlags>()
    shell.finish(await giveOrder(shell.io, flags, source, toOrder(source, flags)))
  })
}

const toOrder = (
  typed: string,
  { reason, until, undo }: IgnoreFlags,
): ((sourceId: SourceEmployeeId) => LinkOrder) => {
  if (undo === true) return (sourceId) => ({ order: 'take-in-again', sourceId })
  if (reason === undefined || reason.trim() === '')
    throw new ConfigError(`Say why: nmbrs-sync ignore ${typed} --reason TEXT`)
  const said = { reason: reason.trim(), ...(until === undefined ? {} : { until }) }
  return (sourceId) => ({ order: 'ignore', sourceId, ...said })
}
