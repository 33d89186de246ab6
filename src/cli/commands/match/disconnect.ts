import { toSourceEmployeeId } from '../../../domain/ids.js'
import { connectionOption, jsonOption, toExamples } from '../../flags.js'
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
    .argument('<source>', 'AlexisHR employee id')
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('disconnect 65f1c0ffee0000000000000a'))
  command.action(async (source: string) => {
    const sourceId = toSourceEmployeeId(source)
    shell.finish(await giveOrder(shell.io, command.optsWithGlobals(), { order: 'disconnect', sourceId }))
  })
}
