import { isHeld, isReady } from '../../access/work/action.js'
import type { AccessSubject } from '../../domain/ids.js'
import { reasonCatalogue } from '../../access/reason-texts.js'
import type { AccessReason } from '../../access/reasons.js'
import type { DeliveryReport, HandOverReport } from '../../run/access/delivery/hand-over.js'
import type { SyncedPortal } from '../../run/access/sync-logins.js'
import { toHandOverJson } from './worklist-text.js'
import type { DocumentValues } from './plan-json.js'
import { withId } from './plan-text.js'
import { toBatchWords } from './words.js'
import { fillCount } from '../../domain/language/count.js'
import type { Language } from '../../domain/language/language.js'
import { translate } from '../translate/translate.js'
import { commonTexts } from '../kit/texts/common-texts.js'
import { syncTexts } from './texts/sync-texts.js'
import type { Look } from '../kit/look.js'
import { joinParts } from '../kit/join-parts.js'
import { joinSentences } from '../../domain/language/join-sentences.js'

/** What was handed over in one portal, what waits, and what comes next. */
export const buildAccessSyncText = (synced: SyncedPortal, look: Look): string => {
  const { config, end } = synced
  const { title, portal } = config.portal
  const { language } = look
  const texts = syncTexts[language]
  return joinParts([
    [look.paint.bold(`${title}  ${portal}`), toCountsSentence(synced, language)],
    ...end.handOvers.map((report) => toHandOverLines(report, look)),
    toToldLines(synced.told, language),
    end.endedRequests.map(({ subject, reason }) =>
      texts.noLinkFor(subject, toWhy(reason, subject, language)),
    ),
    end.waitingRequests.map(({ subject, reason }) =>
      texts.notHandedOver(subject, toWhy(reason, subject, language)),
    ),
    toNextLines(synced, language),
  ])
}

const toWhy = (reason: AccessReason, subject: AccessSubject, language: Language): string => {
  const { message, remedy } = reasonCatalogue[language][reason]
  return joinSentences(message, withId(remedy, subject))
}

const toCountsSentence = ({ end }: SyncedPortal, language: Language): string => {
  const texts = syncTexts[language]
  const people = new Set(
    end.handOvers.filter(hasArrived).flatMap(({ handOver }) => [...handOver.people.keys()]),
  )
  const held = end.plan.actions.filter(isHeld).length
  const late = end.plan.actions.filter(({ notes }) => notes.includes('overdue')).length
  const parts = [
    people.size === 0
      ? texts.nothingNew
      : texts.handedOver(fillCount(people.size, commonTexts[language].people)),
    ...(held === 0 ? [] : [fillCount(held, texts.held)]),
    ...(end.expired.length === 0 ? [] : [fillCount(end.expired.length, texts.expired)]),
    ...(late === 0 ? [] : [fillCount(late, texts.late)]),
  ]
  return `${parts.join('; ')}.`
}

const hasArrived = ({ deliveries }: HandOverReport): boolean => deliveries.some(({ arrived }) => arrived)

const toHandOverLines = (
  { handOver, resumed, deliveries }: HandOverReport,
  { paint, language }: Look,
): string[] => {
  const texts = syncTexts[language]
  const { people } = commonTexts[language]
  return [
    paint.bold((resumed ? texts.resumed : texts.handOver)(handOver.key)),
    ...handOver.batches.map(
      (batch) =>
        `  ${batch.key}  ${toBatchWords(batch, language)} (${fillCount(batch.people.length, people)})`,
    ),
    ...deliveries.map((delivery) => `  ${toDeliveryWords(delivery, language)}`),
  ]
}

/** What became of one delivery; of one that may have arrived it is never said that it did not. */
export const toDeliveryWords = (
  { channel, arrived, unsure, result }: DeliveryReport,
  language: Language,
): string => {
  const texts = syncTexts[language]
  const said = translate(result, language)
  if (arrived) return texts.arrived(channel, said)
  return unsure === true
    ? texts.unsure(channel, joinSentences(said, texts.goesOn))
    : texts.notArrived(channel, joinSentences(said, texts.triesAgain))
}

/** Who was told of a new login by a message, and who could not be. */
const toToldLines = (end: SyncedPortal['told'], language: Language): string[] => {
  if (end === undefined) return []
  const { told, failed, unsure } = end
  const texts = syncTexts[language]
  return [
    ...(told === 0 ? [] : [texts.told(fillCount(told, commonTexts[language].people))]),
    ...(failed === 0 ? [] : [fillCount(failed, texts.notTold)]),
    ...(unsure === 0 ? [] : [fillCount(unsure, texts.perhapsTold)]),
  ]
}

const toNextLines = ({ config, end }: SyncedPortal, language: Language): string[] => {
  const texts = syncTexts[language]
  const { portal } = config.portal
  const [first] = end.handOvers.filter(hasArrived)
  const waiting = end.plan.actions.filter(isReady).length
  const isOnlyShown = config.delivery === undefined && first === undefined && waiting > 0
  return [
    first === undefined ? '' : texts.whenDone(first.handOver.batches[0]?.key ?? first.handOver.key),
    isOnlyShown ? texts.toHandOver(fillCount(waiting, commonTexts[language].people), portal) : '',
    end.plan.actions.some(isHeld) ? texts.whatIsHeld(portal) : '',
  ]
}

/** The hand-overs of one portal as a document. */
export const toAccessSyncJson = ({ config, end, told }: SyncedPortal, values: DocumentValues): unknown => ({
  portal: config.portal.portal,
  expired: end.expired,
  told: told ?? null,
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
