import { ConfigError } from '../../../domain/errors.js'
import { toTargetEmployeeId, type TargetEmployeeId } from '../../../domain/ids.js'
import { connectionOption, jsonOption, reasonOption, toExamples } from '../../options/flags.js'
import { yesOption } from '../../orders/unasked.js'
import { personMeaning } from '../../people/look-up.js'
import { giveOrder } from './give-order.js'
import { matchByHand, type MatchFlags } from './match-by-hand.js'
import type { AddCommand } from '../../shell.js'

export const addMatchCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('match')
    .summary('connect a person to a Nmbrs employee, or say that they are new')
    .description(
      'Connects an AlexisHR employee to a Nmbrs employee by hand. Shows both with what agrees and what differs, and asks on a terminal; without one it needs --yes. ' +
        'Two people whom something contradicts, or whom the matching rules would connect to others, are refused unless --force and --reason are given. ' +
        'With --new it says that none of those who are alike now is this person, so that the next sync creates them; refused without --force and --reason ' +
        'where a rule would connect the person to an employee whom nothing contradicts.',
    )
    .argument('<source>', personMeaning)
    .argument('[target]', 'Nmbrs employee id')
    .option('--new', 'the person is not in Nmbrs yet; create them')
    .addOption(yesOption('connect or create without asking; needed where there is no terminal'))
    .option('--force', 'connect or create in spite of what was found; needs --reason')
    .addOption(reasonOption('why; kept on the audit record as you type it, so leave personal data out'))
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'match 65f1c0ffee0000000000000a 10023',
        'match 65f1c0ffee0000000000000a 10023 --force --reason "birth date is wrong in Nmbrs, seen her passport"',
        'match 65f1c0ffee0000000000000a --new --yes',
      ),
    )
  command.action(async (source: string, target: string | undefined) => {
    const flags = command.optsWithGlobals<MatchFlags>()
    const targetId = toTarget(source, target, flags)
    if (targetId !== undefined) shell.finish(await matchByHand(shell.io, flags, { typed: source, targetId }))
    else {
      const reason = getReason(source, flags)
      shell.finish(
        await giveOrder(shell.io, flags, source, (sourceId) => ({ order: 'create', sourceId, ...reason })),
      )
    }
  })
}

/** Why someone is created in spite of what the rules say. Throws `ConfigError` for force without a reason. */
const getReason = (source: string, { force, reason = '' }: MatchFlags): { reason?: string } => {
  if (force !== true) return {}
  const text = reason.trim()
  if (text === '') throw new ConfigError(`Say why: nmbrs-sync match ${source} --new --force --reason TEXT`)
  return { reason: text }
}

/** Whom to connect with; nothing for someone who is new. */
const toTarget = (
  source: string,
  target: string | undefined,
  flags: MatchFlags,
): TargetEmployeeId | undefined => {
  const isNew = flags.new === true
  if (target !== undefined && !isNew) return toTargetEmployeeId(target)
  if (target === undefined && isNew) return undefined
  throw new ConfigError(
    `Give either a Nmbrs employee id or --new: nmbrs-sync match ${source} TARGET, or nmbrs-sync match ${source} --new`,
  )
}
