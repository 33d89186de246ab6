import type { Passage } from './arrivals.js'

/** A call that waits for its turn. */
export interface Waiting {
  start: (passage: Passage) => Promise<void>
  refuse: () => void
}

export interface Line {
  push(waiting: Waiting): void
  /** Refuses what waits in this line, and everything that comes after. */
  close(): void
}

/**
 * Lines that are served one after the other: each that is not empty has one call let in, then the next line
 * has its turn.
 */
export interface Lines {
  open(): Line
  someoneWaits(): boolean
  takeNext(): Waiting | undefined
}

export const createLines = (): Lines => {
  let inOrder: Waiting[][] = []
  return {
    someoneWaits: () => inOrder.some((line) => line.length > 0),
    takeNext: () => {
      const line = inOrder.find(({ length }) => length > 0)
      if (line === undefined) return undefined
      if (inOrder.length > 1) inOrder = [...inOrder.filter((other) => other !== line), line]
      return line.shift()
    },
    open: () => {
      const line: Waiting[] = []
      let closed = false
      inOrder.push(line)
      return {
        push: (waiting) => {
          if (closed) waiting.refuse()
          else line.push(waiting)
        },
        close: () => {
          closed = true
          inOrder = inOrder.filter((other) => other !== line)
          for (const waiting of line.splice(0)) waiting.refuse()
        },
      }
    },
  }
}
