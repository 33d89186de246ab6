import { Temporal } from 'temporal-polyfill'

import { buildTestNotice } from '../../daemon/notices/build-notice.js'
import type { Channel } from '../../daemon/notices/channel.js'
import { DeliveryError } from '../../delivery/delivery-error.js'

export interface Attempt {
  channel: string
  sent: boolean
  /** What the other side said, or why it was not sent. */
  result: string
}

/** Sends a test notice by each channel, once, and says how it went. `now` in epoch milliseconds. */
export const tryChannels = (channels: readonly Channel[], now: number): Promise<Attempt[]> => {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString({ fractionalSecondDigits: 3 })
  return Promise.all(channels.map((channel) => attempt(channel, at)))
}

const attempt = async (channel: Channel, at: string): Promise<Attempt> => {
  try {
    return { channel: channel.name, sent: true, result: await channel.send(buildTestNotice(at)) }
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    return { channel: channel.name, sent: false, result: error.message }
  }
}

/** An attempt on one line. */
export const toAttemptLine = ({ channel, sent, result }: Attempt): string =>
  `${channel}: ${sent ? 'sent' : 'not sent'}, ${result}`
