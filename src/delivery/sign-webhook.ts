import { createHash, createHmac } from 'node:crypto'

/** Names of the headers that a receiver checks. */
export const signatureHeader = 'x-nmbrs-sync-signature'
export const timestampHeader = 'x-nmbrs-sync-timestamp'
/** The same for every attempt at one delivery, so that a receiver can tell a repeat. */
export const deliveryHeader = 'x-nmbrs-sync-delivery'

/**
 * The signature of a body: `v1=` and the HMAC-SHA256, in hexadecimal, of the timestamp (seconds since 1970), a full stop and the body.
 * The timestamp is signed too, so that an old message cannot be sent again as a new one.
 */
export const signWebhook = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** Names one delivery: the same body, and no other, has the same id. */
export const toDeliveryId = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 32)
