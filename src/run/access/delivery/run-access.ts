import { Temporal } from 'temporal-polyfill'

import type { AccessBook, NewOrder } from '../../../access/access-book.js'
import { whyNoResend } from '../../../access/decide-access.js'
import type { AccessPlanInput } from '../../../access/input.js'
import { planAccess } from '../../../access/plan-access.js'
import type { AccessReason } from '../../../access/reasons.js'
import type { AccessPlan, AccessWork } from '../../../access/work/action.js'
import { resultOf } from '../../../access/work/work-result.js'
import type { AccessSubject } from '../../../domain/ids.js'
import { beginHandOver, resumeHandOver, type HandOverDeps, type HandOverReport } from './hand-over.js'
import { leaveAlone, readPlanInput, type AccessFacts } from './read-plan-input.js'

/** How the planning of one portal and its hand-overs ended. */
export interface AccessRunEnd {
  /** What was planned after earlier hand-overs were carried on, and before the new one. */
  plan: AccessPlan
  input: AccessPlanInput
  /** Whose work got no answer in time. */
  expired: readonly AccessSubject[]
  handOvers: readonly HandOverReport[]
  /** Links that were asked for and cannot be sent: the request is let go. */
  endedRequests: readonly { subject: AccessSubject; reason: AccessReason }[]
  /** What was asked by hand and cannot be handed over now, and what is in the way. */
  waitingRequests: readonly { subject: AccessSubject; reason: AccessReason }[]
}

/**
 * Plans one portal and hands over what may be handed over. What an earlier run began is carried on first,
 * under the key it had, so that work is neither lost nor done twice. A delivery that fails is in the report;
 * the work stays wanted and the next run tries again.
 */
export const runAccess = async (deps: HandOverDeps, facts: AccessFacts): Promise<AccessRunEnd> => {
  const { book } = deps
  const expired = await book.expireOrders(findExpiry(facts))
  const resumed: HandOverReport[] = []
  for (const open of await book.readOpenHandOvers()) {
    const report = await resumeHandOver(deps, await readPlanInput(book, facts), { open, facts })
    if (report !== undefined) resumed.push(report)
  }
  const input = await readPlanInput(book, facts)
  const plan = leaveAlone(planAccess(input), facts)
  await book.noteWanted(plan.actions.flatMap((action) => (action.kind === 'none' ? [] : [toOrder(action)])))
  const begun = await beginHandOver(deps, input, await withoutOpen(book, plan))
  const endedRequests = await endResends(book, input, plan)
  const handOvers = begun === undefined ? resumed : [...resumed, begun]
  const waitingRequests = findWaiting(input, plan)
  return { plan, input, expired, handOvers, endedRequests, waitingRequests }
}

/** No one waits for something that was asked without hearing why it does not come. */
const findWaiting = (
  { requests }: AccessPlanInput,
  { actions }: AccessPlan,
): AccessRunEnd['waitingRequests'] =>
  actions.flatMap((action) => {
    const { subject } = action
    const isAsked = [requests.individually, requests.remove, requests.userName].some((asked) =>
      asked.has(subject),
    )
    const [reason] = action.because
    return isAsked && action.kind === 'none' && reason !== undefined ? [{ subject, reason }] : []
  })

/**
 * Lets requests for a link go that cannot be sent, so that they wait for nothing. Of people who were not read
 * nothing is said.
 */
const endResends = async (
  book: AccessBook,
  input: AccessPlanInput,
  { actions }: AccessPlan,
): Promise<AccessRunEnd['endedRequests']> => {
  const known = new Map(input.known.map((one) => [one.subject, one]))
  const read = new Set([...input.people, ...actions].map(({ subject }) => subject))
  const ended = [...input.requests.resend].flatMap((subject) => {
    const login = known.get(subject)?.login ?? null
    const reason = read.has(subject) ? whyNoResend(input, { login }) : undefined
    return reason === undefined ? [] : [{ subject, reason }]
  })
  for (const { subject, reason } of ended) await book.endResend(subject, reason)
  return ended
}

/** The plan without the people of a hand-over that still did not arrive: it is tried again as it is. */
const withoutOpen = async (book: AccessBook, plan: AccessPlan): Promise<AccessPlan> => {
  const open = await book.readOpenHandOvers()
  const subjects = new Set(open.flatMap(({ places }) => places.map(({ subject }) => subject)))
  return { ...plan, actions: plan.actions.filter(({ subject }) => !subjects.has(subject)) }
}

/** Work that was handed over before this moment and has no answer counts as expired. ISO 8601 in UTC. */
const findExpiry = ({ portal, policy, now }: AccessFacts): string =>
  Temporal.Instant.from(now)
    .subtract({ hours: (policy.expireDays ?? portal.answer.expireDays) * 24 })
    .toString({ fractionalSecondDigits: 3 })

const toOrder = (work: AccessWork): NewOrder => ({
  subject: work.subject,
  kind: work.kind,
  work: work.work,
  result: resultOf(work),
})
