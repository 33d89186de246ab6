import type { AccessRequest } from '../../access/access-book.js'
import { mayHaveArrived } from '../../access/hand-over/hand-over-machine.js'
import { lastTold, type KnownAccess } from '../../access/work/order.js'
import { ConfigError } from '../../domain/errors.js'
import type { AccessSubject } from '../../domain/ids.js'
import type { AccessPortalConfig } from '../../config/config.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../flags.js'
import { printJson, type AddCommand, type Shell } from '../shell.js'
import { portalOption, selectPortal, type AccessFlags } from './access-flags.js'
import { parseSubject } from './explain-command.js'
import { withLogins, withLoginsAlone, type OpenedLogins } from './with-logins.js'

interface AskFlags extends AccessFlags {
  reason?: string
}

const idMeaning =
  'AlexisHR employee id; contact:ID for a contact; requester:KEY for somebody in the configuration'
const reasonMeaning = 'why; kept as you type it, so leave personal data out'

export const addResendCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('resend')
    .summary('ask that somebody is sent the link for a new password again')
    .description(
      'Puts it on the next worklist, and follows it until it is done. The link goes to the address of the login, whatever address the person has by now.',
    )
    .argument('<id>', idMeaning)
    .option('--reason <text>', reasonMeaning)
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access resend 65f1c0ffee0000000000000a'))
  command.action(async (id: string) => {
    shell.finish(await askFor(shell, id, command.optsWithGlobals(), toResend))
  })
}

export const addRequestCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('request')
    .summary('ask for a login that no list brings up: of somebody who left, or once more after a refusal')
    .description(
      'Somebody who left is on no list for bulk and gets a login only when it is asked for here; the work is then done on the screen of that employee. ' +
        'Work that was refused, or that got no answer, is handed over again only when it is asked for here.',
    )
    .argument('<id>', idMeaning)
    .option('--reason <text>', reasonMeaning)
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access request 65f1c0ffee0000000000000a --reason "annual statement"'))
  command.action(async (id: string) => {
    shell.finish(await askFor(shell, id, command.optsWithGlobals(), toRequest))
  })
}

export const addWithdrawCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('withdraw')
    .summary('take back what was asked for or accepted by hand, before it is handed over')
    .description(
      'Takes back what access resend, request or confirm --no-open-requests noted and what was not handed over yet.',
    )
    .argument('<id>', idMeaning)
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access withdraw 65f1c0ffee0000000000000a'))
  command.action(async (id: string) => {
    shell.finish(await withdraw(shell, id, command.optsWithGlobals()))
  })
}

/** What is asked for somebody of whom this much is known. Throws `ConfigError` when it makes no sense. */
type ToRequest = (
  subject: AccessSubject,
  known: KnownAccess | undefined,
  config: AccessPortalConfig,
) => AccessRequest

const askFor = (shell: Shell, id: string, flags: AskFlags, toAsked: ToRequest): Promise<ExitCode> =>
  withLogins(shell.io, flags, async (opened) => {
    const { deps, access } = opened
    const config = selectPortal(access, flags.portal)
    const book = await deps.store.openAccessBook(config.portal.portal)
    const subject = parseSubject(id)
    const known = (await book.readKnown()).find((one) => one.subject === subject)
    const request = toAsked(subject, known, config)
    await book.ask(request, flags.reason?.trim() ?? null)
    return sayAsked(opened, config, request, flags)
  })

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
  const order = known === undefined ? null : lastTold(known)
  const state = order?.state
  if (order?.kind === 'resend' && (state === 'refused' || state === 'expired'))
    throw new ConfigError(`To ask for the link again: nmbrs-sync access resend ${subject}`)
  if (state === 'refused' || state === 'expired') return { ask: 'again', subject }
  if (state === 'handed-over')
    throw new ConfigError(
      `Work about ${subject} is handed over already. When it is done: nmbrs-sync access confirm ${subject}`,
    )
  if (known?.login?.active === true)
    throw new ConfigError(
      `${subject} has a login. See what is known of it: nmbrs-sync access explain ${subject}`,
    )
  if (portal.outsideBulk === 'no')
    throw new ConfigError(
      `${portal.title} gives nobody a login outside its list; why there is none: nmbrs-sync access explain ${subject}`,
    )
  return { ask: 'individually', subject }
}

const askedWords: Readonly<Record<AccessRequest['ask'], string>> = {
  resend: 'The link for a new password is asked for again',
  individually: 'A login is asked for',
  again: 'The same work is asked for again',
  acceptance: 'The work may be done',
}

const sayAsked = (
  { io, connection }: OpenedLogins,
  { portal }: AccessPortalConfig,
  { subject, ask }: AccessRequest,
  flags: AskFlags,
): ExitCode => {
  if (flags.json === true)
    printJson(io, { connection: connection.name, portal: portal.portal, subject, asked: ask })
  else
    io.stdout.write(
      `${askedWords[ask]}: ${subject}.\nIt is handed over by the next: nmbrs-sync access sync ${portal.portal}\nTo take it back: nmbrs-sync access withdraw ${subject}\n`,
    )
  return exitCode.done
}

/** While a run goes on, what was asked may be going out: it cannot be taken back then. */
const withdraw = ({ io }: Shell, id: string, flags: AccessFlags): Promise<ExitCode> =>
  withLoginsAlone(io, flags, async ({ deps, access, connection, io: shown }) => {
    const { portal } = selectPortal(access, flags.portal)
    const book = await deps.store.openAccessBook(portal.portal)
    const subject = parseSubject(id)
    if (!(await book.unask(subject)))
      throw new ConfigError(
        `Nothing is asked for ${subject} that was not handed over. See where it stands: nmbrs-sync access explain ${subject}`,
      )
    const places = (await book.readOpenHandOvers())
      .filter(({ deliveries }) => mayHaveArrived(deliveries))
      .flatMap((one) => one.places)
    const batch = places.find((place) => place.subject === subject)?.batch ?? null
    if (flags.json === true)
      printJson(shown, {
        connection: connection.name,
        portal: portal.portal,
        subject,
        mayHaveArrivedIn: batch,
      })
    else shown.stdout.write(toTakenBackText(subject, batch))
    return exitCode.done
  })

/** A list that may have arrived is not taken back by a word. */
const toTakenBackText = (subject: AccessSubject, batch: string | null): string =>
  `Taken back: what was asked for ${subject}.\n` +
  (batch === null
    ? ''
    : `It was on ${batch}, and nobody knows whether that list arrived: tell those who do the work. Then: nmbrs-sync access refuse ${subject} --reason TEXT, or nmbrs-sync access confirm ${subject}\n`)
