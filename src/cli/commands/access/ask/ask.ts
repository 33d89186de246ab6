import type { AccessBook } from '../../../../access/access-book.js'
import type { Acceptance, KnownAccess } from '../../../../access/work/order.js'
import { ConfigError } from '../../../../domain/errors.js'
import type { AccessSubject } from '../../../../domain/ids.js'
import type { AccessPortalConfig } from '../../../../config/config.js'
import { buildAskedText, type AskedWork } from '../../../../report/access/answer-text.js'
import { planLogins } from '../../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../../exit-codes.js'
import { languageOf } from '../../../options/language.js'
import { printJson } from '../../../print-json.js'
import type { Shell } from '../../../shell.js'
import { selectPortal } from '../access-flags.js'
import { askAboutLogins, isAsked, refuseSeveral, type OrderFlags } from '../who/ask-about-logins.js'
import { lookUpSubjects } from '../who/look-up-subjects.js'
import { withLogins, type OpenedLogins } from '../with-logins.js'
import { foreseeWork } from './foresee-work.js'

export type AskVerb = 'resend' | 'request' | 'remove' | 'rename'

export interface AskFlags extends OrderFlags {
  reason?: string
}

/** What is asked for someone of whom this much is known. Throws `ConfigError` when it makes no sense. */
export type ToRequest = (
  subject: AccessSubject,
  known: KnownAccess | undefined,
  config: AccessPortalConfig,
) => AskedWork['request']

/** What is asked for the people typed. */
interface Asking {
  verb: AskVerb
  typed: readonly string[]
  toRequest: ToRequest
  /** What was agreed about what is lost with a login, for exactly this work. */
  how: Acceptance['how'] | undefined
}

/** Notes what is asked for people, all or nothing. What cannot be handed over is refused at once. */
export const askFor = (
  shell: Shell,
  { verb, typed, toRequest, how }: Asking,
  flags: AskFlags,
): Promise<ExitCode> => {
  refuseSeveral(shell.io, flags, verb, typed)
  return withLogins(shell.io, flags, async (opened) => {
    const config = selectPortal(opened.access, flags.portal)
    const [planned] = await planLogins(opened.deps, [config])
    if (planned === undefined) throw new ConfigError('There is no portal')
    const subjects = await lookUpSubjects(opened.io, opened.deps, [config], typed)
    const asked = subjects.map((subject): AskedWork => {
      const request = toRequest(subject, planned.known.get(subject), config)
      return { request, work: foreseeWork(planned, request, how) }
    })
    if (isAsked(opened.io, flags)) await askAboutLogins(opened.io, planned, subjects, verb)
    for (const one of asked) await noteAsked(planned.book, one, how, flags.reason?.trim() ?? null)
    return sayAsked(opened, config, asked, flags)
  })
}

const noteAsked = async (
  book: AccessBook,
  { request, work }: AskedWork,
  how: Acceptance['how'] | undefined,
  reason: string | null,
): Promise<void> => {
  await book.ask(request, reason)
  if (how === undefined) return
  await book.ask({ ask: 'acceptance', subject: request.subject, work: work.work, how }, reason)
}

const sayAsked = (
  { io, connection }: OpenedLogins,
  { portal }: AccessPortalConfig,
  asked: readonly AskedWork[],
  flags: AskFlags,
): ExitCode => {
  const held = asked.some(({ work }) => work.holds.length > 0)
  if (flags.json === true) printJson(io, toAskedJson(connection.name, portal.portal, asked))
  else io.stdout.write(buildAskedText(asked, portal.portal, languageOf(io)))
  return held ? exitCode.held : exitCode.done
}

const toAskedJson = (connection: string, portal: string, asked: readonly AskedWork[]): unknown => {
  const people = asked.map(({ request, work }) => ({
    subject: request.subject,
    asked: request.ask,
    work: work.kind,
    holds: work.holds,
  }))
  return { connection, portal, ...people[0], people }
}
