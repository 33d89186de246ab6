import type { AccessRequest } from '../../../../access/access-book.js'
import type { AccessAction, AccessWork } from '../../../../access/work/action.js'
import type { Acceptance, AccessRequests } from '../../../../access/work/order.js'
import { planAccess } from '../../../../access/plan-access.js'
import { reasonTexts } from '../../../../access/reason-texts.js'
import { ConfigError } from '../../../../domain/errors.js'
import type { AccessSubject } from '../../../../domain/ids.js'
import { joinSentences } from '../../../../domain/language/join-sentences.js'
import { withId } from '../../../../report/access/plan-text.js'
import { leaveAlone } from '../../../../run/access/delivery/read-plan-input.js'
import type { PlannedPortal } from '../../../../run/access/plan-logins.js'

type Asked = Exclude<AccessRequest, { ask: 'acceptance' }>

/**
 * The work that the next hand-over makes of a request. Throws `ConfigError` with what is in the way when it
 * makes none: what is asked for is handed over, or refused at once.
 */
export const foreseeWork = (
  planned: PlannedPortal,
  request: Asked,
  how: Acceptance['how'] | undefined,
): AccessWork => {
  const first = toWork(
    planAsked(planned, withAsked(planned.input.requests, request), request),
    request.subject,
  )
  if (how === undefined) return first
  const requests = withAsked(planned.input.requests, request)
  const accepted = { subject: request.subject, work: first.work, how }
  const second = planAsked(
    planned,
    { ...requests, acceptances: [...requests.acceptances, accepted] },
    request,
  )
  return toWork(second, request.subject)
}

const planAsked = (
  { input, facts }: PlannedPortal,
  requests: AccessRequests,
  { subject }: Asked,
): AccessAction | undefined =>
  leaveAlone(planAccess({ ...input, requests }), facts).actions.find((one) => one.subject === subject)

const withAsked = (requests: AccessRequests, { ask, subject }: Asked): AccessRequests => {
  const key = ask === 'user-name' ? 'userName' : ask
  return { ...requests, [key]: new Set([...requests[key], subject]) }
}

const toWork = (action: AccessAction | undefined, subject: AccessSubject): AccessWork => {
  if (action === undefined)
    throw new ConfigError(
      `${subject} is not among the people whose logins are worked out. Check the id, the companies and the pilot list: nmbrs-sync explain ${subject}`,
    )
  if (action.kind !== 'none') return action
  const [reason = 'no-login-wanted'] = action.because
  const { message, remedy } = reasonTexts[reason]
  const next = reason === 'no-login-wanted' ? toRuleRemedy(subject) : withId(remedy, subject)
  throw new ConfigError(joinSentences(`This cannot be asked for ${subject}: ${message}`, next))
}

/** A login without a rule has no template: which one it is to have is said in the configuration. */
const toRuleRemedy = (subject: AccessSubject): string =>
  `Add a rule under access.portals: { name: by hand, when: { employees: [${subject}] }, template: TEMPLATE, language: LANGUAGE }; then: nmbrs-sync access plan`
