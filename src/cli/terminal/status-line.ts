import type { Output } from '../io.js'
import { withWrite } from './with-write.js'

const eraseLine = '\r\u001b[2K'

/**
 * One line at the bottom of a terminal that is written over again and again. Where there is no terminal it
 * does nothing.
 */
export interface StatusLine {
  /** Replaces the line. Texts that come too quickly after one another are left out. */
  show(text: string): void
  clear: () => void
  /** A stream on the same screen, which takes the line away before anything is written to it. */
  over(output: Output): Output
}

/** A terminal redrawn more often than this only flickers. */
const leastMsBetween = 80

/** Keeps a status line on a stream. `now` in epoch milliseconds. */
export const createStatusLine = (stream: Output, now: () => number): StatusLine => {
  let isShown = false
  let drawnAt = Number.NEGATIVE_INFINITY
  const clear = (): void => {
    if (isShown) stream.write(eraseLine)
    isShown = false
  }
  return {
    show: (text) => {
      // A clock that was set back must not silence the line for good.
      const since = now() - drawnAt
      if (!stream.isTerminal || (since >= 0 && since < leastMsBetween)) return
      drawnAt = now()
      isShown = true
      stream.write(eraseLine + text.slice(0, stream.columns - 1))
    },
    clear,
    over: (output) =>
      withWrite(output, (text) => {
        clear()
        output.write(text)
      }),
  }
}
