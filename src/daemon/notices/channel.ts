import type { Notice } from './notice.js'

/** A way to reach people or programs. */
export interface Channel {
  /** `email` or `webhook`. */
  name: string
  /** Sends the notice once. Gives what to say of it, such as how many got it. Throws `DeliveryError`. */
  send(notice: Notice): Promise<string>
}
