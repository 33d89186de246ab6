import { frameDocument } from '../../domain/text/document-frame.js'
import { toJsonText } from '../../domain/text/drop-controls.js'
import type { Language } from '../../domain/language/language.js'
import { postWebhook, type WebhookOptions } from '../../delivery/post-webhook.js'
import { toDeliveryId } from '../../delivery/sign-webhook.js'
import type { Channel } from './channel.js'
import { toNoticeJson } from './notice-json.js'

/** Posts notices as signed JSON. */
export const createWebhookChannel = (options: WebhookOptions, language: Language): Channel => ({
  name: 'webhook',
  send: async (notice) => {
    const body = toJsonText(frameDocument(toNoticeJson(notice, language)))
    const message = { body, deliveryId: toDeliveryId(body), setting: 'notices.webhook' }
    return `answered with status ${await postWebhook(options, message)}`
  },
})
