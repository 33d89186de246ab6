import type { Situation } from './situation.js'

/** A situation that a channel was to be told of, and was not when the program ended. */
export interface KeptNotice {
  channel: string
  situation: Situation
}

/** Keeps what could not be told from one start of the program to the next. Neither throws. */
export interface KeptNotices {
  keep(notices: readonly KeptNotice[]): Promise<void>
  /** What was kept, once: the next one who asks gets nothing. */
  take(): Promise<readonly KeptNotice[]>
}
