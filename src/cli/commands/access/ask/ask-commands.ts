import type { Acceptance } from '../../../../access/work/order.js'
import { lastTold } from '../../../../access/work/order.js'
import { ConfigError } from '../../../../domain/errors.js'
import { connectionOption, jsonOption, toExamples } from '../../../options/flags.js'
import type { AddCommand } from '../../../shell.js'
import { Option } from 'commander'
import { yesOption } from '../../../orders/unasked.js'
import { portalOption } from '../access-flags.js'
import { askFor, idMeaning, reasonMeaning, type ToRequest } from './ask.js'

export const addResendCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('resend')
    .summary('ask that people are sent the link for a new password again, or are given a new password')
    .description(
      'Puts it on the next worklist, and follows it until it is done. The link goes to the address of the login, also when the person has another address by now. ' +
        'In a portal without such a link an administrator sets a new password; access letters writes the letter with it.',
    )
    .argument('<person...>', idMeaning)
    .option('--reason <text>', reasonMeaning)
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access resend 65f1c0ffee0000000000000a'))
  command.action(async (typed: string[]) => {
    shell.finish(await askFor(shell, { verb: 'resend', typed }, command.optsWithGlobals(), toResend))
  })
}

export const addRequestCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('request')
    .summary('ask for a login that is on no list: of someone who left, or once more after a refusal')
    .description(
      'Someone who left is on no list for bulk and gets a login only when it is asked for here; the work is then done on the screen of that employee. ' +
        'Work that was refused, or that got no answer, is handed over again only when it is asked for here. What cannot be handed over is refused at once, with what is in the way.',
    )
    .argument('<person...>', idMeaning)
    .option('--reason <text>', reasonMeaning)
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access request 65f1c0ffee0000000000000a --reason "annual statement"'))
  command.action(async (typed: string[]) => {
    shell.finish(await askFor(shell, { verb: 'request', typed }, command.optsWithGlobals(), toRequest))
  })
}

interface RemoveFlags {
  openRequests?: boolean
  acceptLoss?: boolean
}

export const addRemoveCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('remove')
    .summary('ask that the logins of people are deleted, also of people who left')
    .description(
      'Puts the deletion on the next worklist, and follows it until it is done. Where a portal deletes no logins, the login is switched off. ' +
        'Deleting a login of Nmbrs drops the open change requests, so it waits until you say that there are none, here or later with access confirm. ' +
        'A login that a rule gives is not deleted, because it would be made again: change the rules first.',
    )
    .argument('<person...>', idMeaning)
    .addOption(
      new Option('--no-open-requests', 'you looked, and there are no open change requests').conflicts(
        'acceptLoss',
      ),
    )
    .addOption(new Option('--accept-loss', 'open change requests may be lost'))
    .option('--reason <text>', reasonMeaning)
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('access remove 65f1c0ffee0000000000000a --no-open-requests --reason "left in May"'),
    )
  command.action(async (typed: string[]) => {
    const flags: RemoveFlags = command.optsWithGlobals()
    shell.finish(
      await askFor(shell, { verb: 'remove', typed }, command.optsWithGlobals(), toRemove, toHow(flags)),
    )
  })
}

const toHow = ({ openRequests, acceptLoss }: RemoveFlags): Acceptance['how'] | undefined => {
  if (openRequests === false) return 'none-open'
  return acceptLoss === true ? 'loss-accepted' : undefined
}

export const addRenameCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('rename')
    .summary('ask that people get the user name that is made of the name they have now')
    .description(
      'For someone whose name has changed, in a portal where a login is known by a user name: the new user name is on the next worklist, and followed until it is done.',
    )
    .argument('<person...>', idMeaning)
    .option('--reason <text>', reasonMeaning)
    .addOption(yesOption())
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access rename 65f1c0ffee0000000000000a --portal akken-ess'))
  command.action(async (typed: string[]) => {
    shell.finish(await askFor(shell, { verb: 'rename', typed }, command.optsWithGlobals(), toRename))
  })
}

const toRemove: ToRequest = (subject) => ({ ask: 'remove', subject })

const toRename: ToRequest = (subject) => ({ ask: 'user-name', subject })

const toResend: ToRequest = (subject, known, { portal }) => {
  if (portal.work.resend === undefined)
    throw new ConfigError(
      `${portal.title} sends no link for a new password; what it can do: nmbrs-sync access portals`,
    )
  if (known?.login?.active !== true)
    throw new ConfigError(
      `No active login of ${subject} is known. If there is one, import the list of the portal: nmbrs-sync access import FILE`,
    )
  return { ask: 'resend', subject }
}

const toRequest: ToRequest = (subject, known, { portal }) => {
  const link = known?.link?.state
  const state = known === undefined ? undefined : lastTold(known)?.state
  if (state === 'refused' || state === 'expired') return { ask: 'again', subject }
  if (link === 'refused' || link === 'expired')
    throw new ConfigError(`To ask for the link again: nmbrs-sync access resend ${subject}`)
  if (state === 'handed-over' || link === 'handed-over')
    throw new ConfigError(
      `Work about ${subject} is handed over already. When it is done: nmbrs-sync access confirm ${subject}`,
    )
  if (known?.login?.active === true)
    throw new ConfigError(
      `${subject} has a login. See what is known of it: nmbrs-sync access explain ${subject}`,
    )
  if (portal.outsideBulk === 'no')
    throw new ConfigError(
      `${portal.title} gives no one a login outside its list; why there is none: nmbrs-sync access explain ${subject}`,
    )
  return { ask: 'individually', subject }
}
