import { deliver, type DeliverOptions } from '../../../delivery/deliver.js'
import type { Language } from '../../../domain/language/language.js'
import type { AccessBook, OpenHandOver } from '../../../access/access-book.js'
import { nextStep } from '../../../access/hand-over-machine.js'
import type { AccessPlanInput } from '../../../access/input.js'
import { toHandOver } from '../../../access/to-hand-over.js'
import type { AccessPlan } from '../../../access/work/action.js'
import type { Batch, Screen } from '../../../access/work/batch.js'
import { buildBatches } from '../../../access/work/build-batches.js'
import { buildScreens } from '../../../access/work/build-screens.js'
import type { HandOver } from '../../../access/work/delivery-payload.js'
import { nameBatches, renameBatches, toPlaces } from '../../../access/work/place-batches.js'
import { rebuildWork } from '../../../access/work/rebuild-work.js'
import type { AccessChannel, ChannelName } from './channel.js'
import type { AccessFacts } from './read-plan-input.js'

/** What a hand-over is made and delivered with. */
export interface HandOverDeps {
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

const toBatches = (
  { others }: Pick<HandOverDeps, 'others'>,
  input: AccessPlanInput,
  plan: AccessPlan,
): readonly Batch[] => buildBatches(plan, input.portal, input.policy, buildScreens(input, others))

/** Hands over what of a plan may be handed over; `undefined` when there is nothing, or no way. */
export const beginHandOver = async (
  deps: HandOverDeps,
  input: AccessPlanInput,
  plan: AccessPlan,
): Promise<HandOverReport | undefined> => {
  const { book, channels, connection } = deps
  const batches = toBatches(deps, input, plan)
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
export const resumeHandOver = async (
  deps: HandOverDeps,
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
  deps: Pick<HandOverDeps, 'connection' | 'others' | 'language' | 'timeZone'>,
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
  { book, connection, delivery }: HandOverDeps,
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
