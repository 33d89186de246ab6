import type { WriteFence } from '../../src/target/port.js'

/** For tests in which nobody else could take the lease. */
export const noFence: WriteFence = (send) => {
  send()
}
