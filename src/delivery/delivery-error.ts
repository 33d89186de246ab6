import type { Carried } from '../domain/errors.js'

/** A message did not arrive. The text names no address, no login and nothing of the message. */
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
    /** Whether the other side may have taken it all the same: `no` when it surely did not. */
    readonly carried: Carried = 'unknown',
  ) {
    super(message)
  }
}
