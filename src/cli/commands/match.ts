import { ConfigError } from '../../domain/errors.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../domain/ids.js'
import type { LinkOrder } from '../../run/link-by-hand.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../flags.js'
import { giveOrder } from '../give-order.js'
import type { AddCommand } from '../shell.js'

interface MatchFlags extends ConnectionFlags {
  new?: boolean
}

export const addMatchCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('match')
    .summary('connect a person to a Nmbrs employee, or say that he is new')
    .description(
      'Connects an AlexisHR employee to a Nmbrs employee by hand; or, with --new, says that none of the candidates is this person, ' +
        'so that the next sync creates him.',
    )
    .argument('<source>', 'AlexisHR employee id')
    .argument('[target]', 'Nmbrs employee id')
    .option('--new', 'he is not in Nmbrs yet; create him')
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('match 65f1c0ffee0000000000000a 10023', 'match 65f1c0ffee0000000000000a --new'),
    )
  command.action(async (source: string, target: string | undefined) => {
    const flags = command.optsWithGlobals<MatchFlags>()
    shell.finish(await giveOrder(shell.io, flags, toOrder(source, target, flags)))
  })
}

const toOrder = (source: string, target: string | undefined, flags: MatchFlags): LinkOrder => {
  const sourceId = toSourceEmployeeId(source)
  const isNew = flags.new === true
  if (target !== undefined && !isNew)
    return { order: 'match', sourceId, targetId: toTargetEmployeeId(target) }
  if (target === undefined && isNew) return { order: 'create', sourceId }
  throw new ConfigError(
    `Give either a Nmbrs employee id or --new: nmbrs-sync match ${source} TARGET, or nmbrs-sync match ${source} --new`,
  )
}
