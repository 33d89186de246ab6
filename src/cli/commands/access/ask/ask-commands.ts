import type { Command } from 'commander'

import { lastTold, type Acceptance } from '../../../../access/work/order.js'
import { ConfigError } from '../../../../domain/errors.js'
import { connectionOption, jsonOption, reasonOption, toExamples } from '../../../options/flags.js'
import { yesOption } from '../../../orders/unasked.js'
import type { AddCommand } from '../../../shell.js'
import { acceptLossOption, noOpenRequestsOption, portalOption } from '../access-flags.js'
import { subjectMeaning } from '../who/look-up-subjects.js'
import { askFor, type AskFlags, type AskVerb, type ToRequest } from './ask.js'

interface AskCommand {
  verb: AskVerb
  summary: string
  description: string
  example: string
  toRequest: ToRequest
  /** Options of this command alone, in the place that the help shows them. */
  addOptions?: (command: Command) => void
}

interface AskCommandFlags extends AskFlags {
  openRequests?: boolean
  acceptLoss?: boolean
}

/** Makes a command that notes what is asked for the people named. */
const toAskCommand =
  ({ verb, summary, description, example, toRequest, addOptions }: AskCommand): AddCommand =>
  (parent, shell) => {
    const command = parent
      .command(verb)
      .summary(summary)
      .description(description)
      .argument('<person...>', subjectMeaning)
    addOptions?.(command)
    command
      .addOption(reasonOption())
      .addOption(yesOption())
      .addOption(portalOption())
      .addOption(connectionOption())
      .addOption(jsonOption())
      .addHelpText('after', toExamples(example))
    command.action(async (typed: string[]) => {
      const flags: AskCommandFlags = command.optsWithGlobals()
      shell.finish(await askFor(shell, { verb, typed, toRequest, how: toHow(flags) }, flags))
    })
  }

const toHow = ({ openRequests, acceptLoss }: AskCommandFlags): Acceptance['how'] | undefined => {
  if (openRequests === false) return 'none-open'
  return acceptLoss === true ? 'loss-accepted' : undefined
}

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

export const addResendCommand = toAskCommand({
  verb: 'resend',
  summary: 'ask that people are sent the link for a new password again, or are given a new password',
  description:
    'Puts it on the next worklist, and follows it until it is done. The link goes to the address of the login, also when the person has another address by now. ' +
    'In a portal without such a link an administrator sets a new password; access letters writes the letter with it.',
  example: 'access resend 65f1c0ffee0000000000000a',
  toRequest: toResend,
})

export const addRequestCommand = toAskCommand({
  verb: 'request',
  summary: 'ask for a login that is on no list: of someone who left, or once more after a refusal',
  description:
    'Someone who left is on no list for bulk and gets a login only when it is asked for here; the work is then done on the screen of that employee. ' +
    'Work that was refused, or that got no answer, is handed over again only when it is asked for here. What cannot be handed over is refused at once, with what is in the way.',
  example: 'access request 65f1c0ffee0000000000000a --reason "annual statement"',
  toRequest,
})

export const addRemoveCommand = toAskCommand({
  verb: 'remove',
  summary: 'ask that the logins of people are deleted, also of people who left',
  description:
    'Puts the deletion on the next worklist, and follows it until it is done. Where a portal deletes no logins, the login is switched off. ' +
    'Deleting a login of Nmbrs drops the open change requests, so it waits until you say that there are none, here or later with access confirm. ' +
    'A login that a rule gives is not deleted, because it would be made again: change the rules first.',
  example: 'access remove 65f1c0ffee0000000000000a --no-open-requests --reason "left in May"',
  addOptions: (command) => command.addOption(noOpenRequestsOption()).addOption(acceptLossOption()),
  toRequest: (subject) => ({ ask: 'remove', subject }),
})

export const addRenameCommand = toAskCommand({
  verb: 'rename',
  summary: 'ask that people get the user name that is made of the name they have now',
  description:
    'For someone whose name has changed, in a portal where a login is known by a user name: the new user name is on the next worklist, and followed until it is done.',
  example: 'access rename 65f1c0ffee0000000000000a --portal akken-ess',
  toRequest: (subject) => ({ ask: 'user-name', subject }),
})
