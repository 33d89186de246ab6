import { Temporal } from 'temporal-polyfill'

import { deliver, type DeliverOptions } from '../../../delivery/deliver.js'
import type { Email } from '../../../delivery/send-email.js'
import type { Language } from '../../../domain/language/language.js'
import type { AccessSubject } from '../../../domain/ids.js'
import type { AccessBook, NewOrder, OpenHandOver } from '../../../access/access-book.js'
import type { AccessPlan, AccessWork } from '../../../access/work/action.js'
import type { Batch, Screen } from '../../../access/work/batch.js'
import { buildBatches } from '../../../access/work/build-batches.js'
import { buildScreens } from '../../../access/work/build-screens.js'
import type { AccessChannel, ChannelName } from './channel.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import type { AccessPlanInput } from '../../../access/input.js'
import { nameBatches, renameBatches, toPlaces } from '../../../access/work/place-batches.js'
import { planAccess } from '../../../access/plan-access.js'
import { leaveAlone, readPlanInput, type AccessFacts } from './read-plan-input.js'
import { tellEmployees, type TellBook, type Told } from './tell-employees.js'
import { rebuildWork } from '../../../access/work/rebuild-work.js'
import { toHandOver } from '../../../access/to-hand-over.js'
import { whyNoResend } from '../../../access/decide-access.js'
import { nextStep } from '../../../access/hand-over/hand-over-machine.js'
import type { AccessReason } from '../../../access/reasons.js'
import { resultOf } from '../../../access/work/work-result.js'

export interface AccessRunDeps {
  connection: string
  book: AccessBook
  /** Those that are configured; without any, work is put on record and not handed over. */
  channels: readonly AccessChannel[]
  delivery: DeliverOptions
  /** Whether the bulk screens may list people who were not read; see `Screen`. */
  others: Screen['others']
  /** The language of the lists; left out: English. */
  language?: Language | undefined
  /** The zone of the clock that their day is on; left out: UTC. */
  timeZone?: string | undefined
  /** Sends one e-mail to someone who has a new login. Left out: no one is told. */
  tell?: ((email: Email) => Promise<string>) | undefined
}

export interface DeliveryReport {
  channel: ChannelName
  arrived: boolean
  /** Whether it may have arrived all the same: no one knows. */
  unsure?: true
  /** What the other side said, or why it did not arrive. Names no one. */
  result: string
}

export interface HandOverReport {
  handOver: HandOver
  /** Whether it was begun by an earlier run and had not arrived by every channel. */
  resumed: boolean
  deliveries: readonly DeliveryReport[]
}

export interface AccessRunEnd {
  /** What was planned after earlier hand-overs were carried on, and before the new one. */
  plan: AccessPlan
  input: AccessPlanInput
  /** Whose work got no answer in time. */
  expired: readonly AccessSubject[]
  handOvers: readonly HandOverReport[]
  /** How many were told of their new logins; `undefined`: no one is to be told. */
  told: Told | undefined
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
export const runAccess = async (deps: AccessRunDeps, facts: AccessFacts): Promise<AccessRunEnd> => {
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
  const begun = await beginHandOver(deps, input, toBatches(deps, input, await withoutOpen(book, plan)))
  const told = await tellOfNewLogins(deps, input, facts)
  const endedRequests = await endResends(book, input, plan)
  const handOvers = begun === undefined ? resumed : [...resumed, begun]
  const waitingRequests = findWaiting(input, plan)
  return { plan, input, expired, handOvers, told, endedRequests, waitingRequests }
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

/** Anyone who switches messages on does not write to everyone who ever got a login. */
const tellWithinHours = 14 * 24

export const tellOfNewLogins = async (
  { book, tell, delivery }: Pick<AccessRunDeps, 'tell' | 'delivery'> & { book: TellBook },
  input: AccessPlanInput,
  { leftAlone }: AccessFacts,
): Promise<Told | undefined> => {
  if (tell === undefined) return undefined
  const since = Temporal.Instant.from(input.now).subtract({ hours: tellWithinHours }).toString()
  const people = input.people.filter(({ subject }) => leftAlone?.has(subject) !== true)
  return tellEmployees({ ...delivery, book, send: tell }, { ...input, people }, since)
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

const toBatches = (
  { others }: Pick<AccessRunDeps, 'others'>,
  input: AccessPlanInput,
  plan: AccessPlan,
): readonly Batch[] => buildBatches(plan, input.portal, input.policy, buildScreens(input, others))

const beginHandOver = async (
  deps: AccessRunDeps,
  input: AccessPlanInput,
  batches: readonly Batch[],
): Promise<HandOverReport | undefined> => {
  const { book, channels, connection } = deps
  if (batches.length === 0 || channels.length === 0) return undefined
  const open = await book.beginHandOver(
    toPlaces(batches),
    channels.map(({ name }) => name),
  )
  const { key, begunAt: at } = open
  const handOver = toHandOver(connection, input, {
    ...{ key, at, batches: nameBatches(key, batches) },
    language: deps.language,
    timeZone: deps.timeZone,
  })
  return { handOver, resumed: false, deliveries: await deliverBy(deps, channels, handOver) }
}

/**
 * Carries on what did not arrive by every channel. Work that is not wanted so any more is taken out of it
 * first.
 */
const resumeHandOver = async (
  deps: AccessRunDeps,
  input: AccessPlanInput,
  { open, facts }: { open: OpenHandOver; facts: AccessFacts },
): Promise<HandOverReport | undefined> => {
  const { book, channels } = deps
  const { key } = open
  const handOver = rebuildHandOver(deps, input, withoutLeftAlone(open, facts))
  const step = nextStep(
    open.deliveries,
    channels.map(({ name }) => name),
    handOver !== undefined,
  )
  if (step.step === 'close' || handOver === undefined) {
    await book.closeHandOver(key)
    return undefined
  }
  const pending = channels.filter(({ name }) => step.channels.includes(name))
  const changed = open.places.map(({ subject }) => subject).filter((subject) => !handOver.people.has(subject))
  await book.giveUp(key, changed)
  return { handOver, resumed: true, deliveries: await deliverBy(deps, pending, handOver) }
}

/** About whom nothing is decided by now, nothing is handed over. */
const withoutLeftAlone = (open: OpenHandOver, { leftAlone }: AccessFacts): OpenHandOver => ({
  ...open,
  places: open.places.filter(({ subject }) => leftAlone?.has(subject) !== true),
})

/**
 * A hand-over made again of what is known now, with the names its batches had; `undefined` when none of its
 * work can be made again. For one that was delivered, too: its lists can be shown once more.
 */
export const rebuildHandOver = (
  deps: Pick<AccessRunDeps, 'connection' | 'others' | 'language' | 'timeZone'>,
  input: AccessPlanInput,
  { key, begunAt: at, places }: Pick<OpenHandOver, 'key' | 'begunAt' | 'places'>,
): HandOver | undefined => {
  const works = rebuildWork(input, places)
  const placed = places.filter(({ subject }) => works.has(subject))
  if (placed.length === 0) return undefined
  const plan: AccessPlan = { portal: input.portal.portal, actions: [...works.values()] }
  const batches = renameBatches(toBatches(deps, input, plan), places)
  const { language, timeZone } = deps
  return toHandOver(deps.connection, input, { key, at, batches, language, timeZone })
}

/** One channel after another, each with an intent before and its outcome after it. */
const deliverBy = async (
  { book, connection, delivery }: AccessRunDeps,
  channels: readonly AccessChannel[],
  handOver: HandOver,
): Promise<DeliveryReport[]> => {
  const { key, portal } = handOver
  const reports: DeliveryReport[] = []
  for (const channel of channels) {
    const { name } = channel
    await book.beginDelivery(key, name)
    const fields = { channel: name, connection, portal, handOver: key }
    const end = await deliver({ what: 'login work', fields, send: () => channel.send(handOver) }, delivery)
    const state = end.arrived ? 'arrived' : end.carried === 'no' ? 'not-arrived' : 'unknown'
    await book.endDelivery(key, name, state)
    reports.push({
      channel: name,
      arrived: end.arrived,
      ...(state === 'unknown' && { unsure: true as const }),
      result: end.arrived ? end.result : end.error.message,
    })
  }
  return reports
}
