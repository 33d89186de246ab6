import type { Notice } from './notice.js'

/** A way to reach people or programs. */
export interface Channel {
  /** `email` or `webhook`. */
  name: string
  /** Sends the notice once. Gives what to say of it, such as how many got it. Throws `DeliveryError`. */
  send(notice: Notice): Promise<string>
}

/** A notice did not arrive. The message names no address, no login and nothing of the notice. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  constructor(
    /** Stable, for logs. */
    readonly code: string,
    message: string,
    /** Whether the same may succeed soon. */
    readonly passes: boolean,
    /** What the other side asks to wait, as its header says it. */
    readonly retryAfter?: string,
  ) {
    super(message)
  }
}
