import { isHeld, isReady } from '../../access/work/action.js'
import { reasonTexts } from '../../access/reason-texts.js'
import type { DeliveryReport, HandOverReport } from '../../run/access/delivery/run-access.js'
import type { SyncedPortal } from '../../run/access/sync-logins.js'
import { toHandOverJson } from './worklist-text.js'
import type { DocumentValues } from './plan-json.js'
import { withId } from './plan-text.js'
import { toBatchWords } from './words.js'
import { countOf } from '../kit/count-words.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { joinSentences } from '../../domain/language/join-sentences.js'

/** What was handed over in one portal, what waits, and what comes next. */
export const buildAccessSyncText = (synced: SyncedPortal, look: Look): string => {
  const { config, end } = synced
  const { title, portal } = config.portal
  return joinParts([
    [look.paint.bold(`${title}  ${portal}`), toCountsSentence(synced)],
    ...end.handOvers.map((report) => toHandOverLines(report, look)),
    toToldLines(end.told),
    end.endedRequests.map(
      ({ subject, reason }) =>
        `No link is asked for ${subject}: ${joinSentences(reasonTexts[reason].message, reasonTexts[reason].remedy)}`,
    ),
    end.waitingRequests.map(({ subject, reason }) =>
      joinSentences(
        `Asked for, and not handed over: ${subject}: ${reasonTexts[reason].message}`,
        withId(reasonTexts[reason].remedy, subject),
      ),
    ),
    toNextLines(synced),
  ])
}

const toCountsSentence = ({ end }: SyncedPortal): string => {
  const people = new Set(
    end.handOvers.filter(hasArrived).flatMap(({ handOver }) => [...handOver.people.keys()]),
  )
  const held = end.plan.actions.filter(isHeld).length
  const late = end.plan.actions.filter(({ notes }) => notes.includes('overdue')).length
  const parts = [
    people.size === 0
      ? 'nothing new to hand over'
      : `handed over: ${countOf(people.size, 'person', 'people')}`,
    ...(held === 0 ? [] : [`${held} held for a word`]),
    ...(end.expired.length === 0 ? [] : [`${end.expired.length} got no answer in time`]),
    ...(late === 0 ? [] : [`${late} late`]),
  ]
  return `${parts.join('; ')}.`
}

const hasArrived = ({ deliveries }: HandOverReport): boolean => deliveries.some(({ arrived }) => arrived)

const toHandOverLines = ({ handOver, resumed, deliveries }: HandOverReport, look: Look): string[] => [
  look.paint.bold(`Hand-over ${handOver.key}${resumed ? ', begun before and carried on' : ''}`),
  ...handOver.batches.map(
    (batch) => `  ${batch.key}  ${toBatchWords(batch)} (${countOf(batch.people.length, 'person', 'people')})`,
  ),
  ...deliveries.map((delivery) => `  ${toDeliveryWords(delivery)}`),
]

/** What became of one delivery; of one that may have arrived it is never said that it did not. */
export const toDeliveryWords = ({ channel, arrived, unsure, result }: DeliveryReport): string => {
  if (arrived) return `by ${channel}: ${result}`
  return unsure === true
    ? `by ${channel}: may have arrived, nobody knows; ${joinSentences(result, 'The next run goes on with it under the same key')}`
    : `by ${channel}: did not arrive; ${joinSentences(result, 'The next run tries again')}`
}

/** Who was told of a new login by a message, and who could not be. */
const toToldLines = (told: SyncedPortal['end']['told']): string[] => [
  ...(told === undefined || told.told === 0
    ? []
    : [`Told of a new login: ${countOf(told.told, 'person', 'people')}.`]),
  ...(told === undefined || told.failed === 0
    ? []
    : [`Not told: ${countOf(told.failed, 'message', 'messages')} did not arrive; the next run tries again.`]),
  ...(told === undefined || told.unsure === 0
    ? []
    : [
        `Perhaps told: ${countOf(told.unsure, 'message', 'messages')} may have arrived, and no second one is sent; ask the mail server.`,
      ]),
]

const toNextLines = ({ config, end }: SyncedPortal): string[] => {
  const [first] = end.handOvers.filter(hasArrived)
  const waiting = end.plan.actions.filter(isReady).length
  const isOnlyShown = config.delivery === undefined && first === undefined && waiting > 0
  return [
    first === undefined
      ? ''
      : `When a batch is done: nmbrs-sync access confirm ${first.handOver.batches[0]?.key ?? first.handOver.key}`,
    isOnlyShown
      ? `${countOf(waiting, 'person', 'people')} to hand over: nmbrs-sync access sync ${config.portal.portal}`
      : '',
    end.plan.actions.some(isHeld)
      ? `What is held, and why: nmbrs-sync access plan ${config.portal.portal}`
      : '',
  ]
}

/** The hand-overs of one portal as a document. */
export const toAccessSyncJson = ({ config, end }: SyncedPortal, values: DocumentValues): unknown => ({
  portal: config.portal.portal,
  expired: end.expired,
  told: end.told ?? null,
  endedRequests: end.endedRequests,
  waitingRequests: end.waitingRequests,
  held: end.plan.actions
    .filter(isHeld)
    .map(({ subject, kind, because, holds }) => ({ subject, kind, because, holds })),
  handOvers: end.handOvers.map(({ handOver, resumed, deliveries }) => ({
    ...(toHandOverJson(handOver, values) as object),
    resumed,
    deliveries,
  })),
})
