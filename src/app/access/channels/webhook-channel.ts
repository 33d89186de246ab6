import { postWebhook, type WebhookOptions } from '../../../delivery/post-webhook.js'
import { frameDocument } from '../../../domain/text/document-frame.js'
import { toJsonText } from '../../../domain/text/drop-controls.js'
import { toDeliveryId } from '../../../delivery/sign-webhook.js'
import type { Batch, BatchPerson } from '../../../access/work/batch.js'
import type { HandOver, WebhookBatch, WebhookWork } from '../../../access/work/delivery-payload.js'
import type { AccessChannel } from '../../../run/access/delivery/channel.js'

export interface AccessWebhookOptions extends WebhookOptions {
  /** Whether names, addresses and user names go along. */
  includeContact: boolean
  /** The key of the configuration, for messages: `access.portals.nmbrs-ess.delivery.webhook`. */
  setting: string
}

/**
 * Posts work as signed JSON. The same hand-over has the same delivery id at each attempt, in whichever run.
 */
export const createAccessWebhookChannel = (options: AccessWebhookOptions): AccessChannel => ({
  name: 'webhook',
  send: async (handOver) => {
    const { connection, portal, key } = handOver
    const body = toJsonText(frameDocument({ version: 1, ...toWebhookWork(handOver, options.includeContact) }))
    const deliveryId = toDeliveryId([connection, portal, key].join('\n'))
    const status = await postWebhook(options, { body, deliveryId, setting: options.setting })
    return `answered with status ${status}`
  },
})

/** The body of a webhook: ids and choices, and what is personal only when it was asked for. */
export const toWebhookWork = (handOver: HandOver, includeContact: boolean): WebhookWork => ({
  key: handOver.key,
  connection: handOver.connection,
  portal: handOver.portal,
  at: handOver.at,
  batches: handOver.batches.map((batch) => toWebhookBatch(batch, handOver, includeContact)),
})

const toWebhookBatch = (batch: Batch, handOver: HandOver, includeContact: boolean): WebhookBatch => {
  const { key, step, way, level, template, permissions, emailKind, language, selection, after } = batch
  return {
    ...{ key, step, way, level, template, permissions, emailKind, language, selection, after },
    people: batch.people.map((person) => toWebhookPerson(person, handOver, includeContact)),
  }
}

const toWebhookPerson = (
  { subject, work }: BatchPerson,
  { people }: HandOver,
  includeContact: boolean,
): WebhookBatch['people'][number] => {
  const person = people.get(subject)
  const known = { subject, targetId: person?.targetId ?? null, notes: work.notes }
  if (!includeContact || person === undefined) return known
  const { displayName, address, userName } = person
  return { ...known, contact: { name: displayName, email: address, userName } }
}
