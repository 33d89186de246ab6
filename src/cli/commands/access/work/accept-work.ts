import type { AccessWork } from '../../../../access/work/action.js'
import type { Acceptance } from '../../../../access/work/order.js'
import { ConfigError } from '../../../../domain/errors.js'
import type { AccessSubject } from '../../../../domain/ids.js'
import { reasonTexts } from '../../../../access/reason-texts.js'
import { buildAcceptanceText } from '../../../../report/access/answer-text.js'
import { planLogins, type PlannedPortal } from '../../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../../exit-codes.js'
import { languageOf } from '../../../options/language.js'
import { printJson } from '../../../print-json.js'
import type { Shell } from '../../../shell.js'
import { selectPortal } from '../access-flags.js'
import { askAboutLogins, isAsked, type OrderFlags } from '../who/ask-about-logins.js'
import { lookUpSubjects } from '../who/look-up-subjects.js'
import { withLogins } from '../with-logins.js'
import { joinSentences } from '../../../../domain/language/join-sentences.js'

/**
 * What can be let go by a word about open change requests, or about a removal. Other holds are put right, not
 * accepted.
 */
const acceptable = new Set(['open-change-requests', 'removal-needs-word'])

/**
 * Lets work go that waits for a word: exactly the work that a look at the people now makes wanted. All or
 * nothing. Throws `ConfigError` for someone of whom nothing waits so.
 */
export const acceptWork = (
  { io }: Shell,
  typed: readonly string[],
  how: Acceptance['how'],
  flags: OrderFlags & { reason?: string },
): Promise<ExitCode> =>
  withLogins(io, flags, async ({ deps, access, connection, io: shown }) => {
    const config = selectPortal(access, flags.portal)
    const [planned] = await planLogins(deps, [config])
    if (planned === undefined) throw new ConfigError('There is no portal')
    const subjects = await lookUpSubjects(shown, deps, [config], typed)
    const works = subjects.map((subject) => getWaitingWork(planned, subject))
    if (isAsked(shown, flags)) await askAboutLogins(shown, planned, subjects, 'accepted')
    for (const { subject, work } of works)
      await planned.book.ask({ ask: 'acceptance', subject, work, how }, flags.reason?.trim() ?? null)
    if (flags.json === true) {
      const accepted = works.map(({ subject, kind }) => ({ subject, kind, how }))
      printJson(shown, { connection: connection.name, portal: planned.config.portal.portal, accepted })
      return exitCode.done
    }
    shown.stdout.write(buildAcceptanceText(works, languageOf(shown)))
    return exitCode.done
  })

const getWaitingWork = ({ plan }: PlannedPortal, subject: AccessSubject): AccessWork => {
  const action = plan.actions.find((one) => one.subject === subject)
  if (action?.because.includes('expired') === true && action.kind === 'none')
    throw new ConfigError(
      `Earlier work about ${subject} may have been done. Say first what became of it: nmbrs-sync access confirm ${subject}, nmbrs-sync access request ${subject}, or nmbrs-sync access refuse ${subject} --reason TEXT`,
    )
  const work = action?.kind === 'none' ? action.offered : action
  if (work === null || work === undefined) throw toNothingWaits(subject)
  const others = work.holds.filter((hold) => !acceptable.has(hold))
  const [other] = others
  if (other !== undefined)
    throw new ConfigError(
      `The work about ${subject} waits for something else: ${joinSentences(reasonTexts[other].message, reasonTexts[other].remedy)}`,
    )
  // Work that waits for nothing is not in the way of anything, unless it is only shown until someone accepts
  // it.
  if (work.holds.length === 0 && action?.kind !== 'none') throw toNothingWaits(subject)
  return work
}

const toNothingWaits = (subject: AccessSubject): ConfigError =>
  new ConfigError(
    `Nothing about ${subject} waits for this answer. See its status: nmbrs-sync access explain ${subject}`,
  )
