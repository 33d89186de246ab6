import type { WriteFence } from '../../port.js'

/** How often each call was sent. */
export interface CallCounts {
  add(operation: string): void
  read(): Readonly<Record<string, number>>
  /** The fence, with which a write that may not leave was no call. */
  unlessRefused(operation: string, fence: WriteFence): WriteFence
}

export const createCallCounts = (): CallCounts => {
  const counts: Record<string, number> = {}
  const change = (operation: string, by: number): void => {
    counts[operation] = (counts[operation] ?? 0) + by
  }
  return {
    add: (operation) => {
      change(operation, 1)
    },
    read: () => ({ ...counts }),
    unlessRefused: (operation, fence) => (send) => {
      try {
        fence(send)
      } catch (error) {
        change(operation, -1)
        throw error
      }
    },
  }
}
