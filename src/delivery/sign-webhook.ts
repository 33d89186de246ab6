import { createHash, createHmac } from 'node:crypto'

/** Names of the headers that a receiver checks. */
export const signatureHeader = 'x-nmbrs-sync-signature'
export const timestampHeader = 'x-nmbrs-sync-timestamp'
/** The same for every attempt at one delivery, so that a receiver can tell a repeat. */
export const deliveryHeader = 'x-nmbrs-sync-delivery'

/**
 * The signature of a body: `v1=` and the HMAC-SHA256, in hexadecimal, of the timestamp (seconds since 1970),
 * a full stop and the body. The timestamp is signed too, so that an old message cannot be sent again as a new
 * one.
 */
export const signWebhook = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/**
 * The headers of Standard Webhooks 1.0.0 (standardwebhooks.com), for receivers that check by one of its
 * libraries.
 */
export const standardHeaders = {
  id: 'webhook-id',
  timestamp: 'webhook-timestamp',
  signature: 'webhook-signature',
} as const

/** What `signStandard` signs. */
export interface StandardContent {
  /** The same for every attempt. */
  id: string
  timestamp: string
  body: string
}

/**
 * The signature of Standard Webhooks: `v1,` and the HMAC-SHA256, in base64, of id, timestamp and body with
 * full stops between (its section "Signature scheme"). The key is what follows `whsec_` in base64;
 * for a secret of another form, its bytes.
 */
export const signStandard = (secret: string, { id, timestamp, body }: StandardContent): string =>
  `v1,${createHmac('sha256', toStandardKey(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`

const standardSecret = /^whsec_((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/

const toStandardKey = (secret: string): Buffer => {
  const encoded = standardSecret.exec(secret)?.[1]
  return encoded === undefined ? Buffer.from(secret, 'utf8') : Buffer.from(encoded, 'base64')
}

/** Names one delivery: the same body, and no other, has the same id. */
export const toDeliveryId = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 32)
