import type { HandOver } from '../../../access/work/delivery-payload.js'

export const channelNames = ['worklist', 'webhook', 'email'] as const
export type ChannelName = (typeof channelNames)[number]

/** A way in which work is handed over to those who do it. */
export interface AccessChannel {
  name: ChannelName
  /**
   * Hands it over once; the same hand-over sent again changes nothing. Gives what to say of it. Throws
   * `DeliveryError`.
   */
  send(handOver: HandOver): Promise<string>
}
