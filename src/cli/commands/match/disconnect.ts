import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../../flags.js'
import { personMeaning } from '../../people/look-up.js'
import { giveOrder } from './give-order.js'
import type { AddCommand } from '../../shell.js'

export const addDisconnectCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('disconnect')
    .summary('end the link of a person')
    .description(
      'Ends the link between an AlexisHR employee and a Nmbrs employee. Nothing changes in Nmbrs. ' +
        'The person is not connected or created again until nmbrs-sync match says so.',
    )
    .argument('<source>', personMeaning)
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('disconnect 65f1c0ffee0000000000000a'))
  command.action(async (source: string) => {
    const flags = command.optsWithGlobals<ConnectionFlags>()
    shell.finish(await giveOrder(shell.io, flags, source, (sourceId) => ({ order: 'disconnect', sourceId })))
  })
}
