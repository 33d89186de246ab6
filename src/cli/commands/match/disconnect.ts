import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import { yesOption } from '../../orders/unasked.js'
import { personMeaning } from '../../people/look-up.js'
import { giveOrder, type OrderFlags } from './give-order.js'
import type { AddCommand } from '../../shell.js'

export const addDisconnectCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('disconnect')
    .summary('end the link of a person')
    .description(
      'Ends the link between an AlexisHR employee and a Nmbrs employee. Nothing changes in Nmbrs. ' +
        'The person is not connected or created again until nmbrs-sync match says so. Shows both with what agrees and what differs, and asks on a terminal; without one it needs --yes.',
    )
    .argument('<source>', personMeaning)
    .addOption(yesOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('disconnect 65f1c0ffee0000000000000a'))
  command.action(async (source: string) => {
    const flags = command.optsWithGlobals<OrderFlags>()
    shell.finish(await giveOrder(shell.io, flags, source, (sourceId) => ({ order: 'disconnect', sourceId })))
  })
}
