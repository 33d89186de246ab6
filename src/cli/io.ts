import type { Surroundings } from '../app/surroundings.js'
import type { Language } from '../domain/language/language.js'
import type { Prompts } from './terminal/prompts.js'

/** A stream that text is written to. */
export interface Output {
  write(text: string): void
  isTerminal: boolean
  columns: number
  /** The language of who reads it; English when nothing is said. */
  language?: Language
  /** The zone of its reader's clock, once the configuration is read. */
  timeZone?: string | undefined
  /** Whether names of people are shown on it; absent: when it is a terminal. */
  names?: boolean | undefined
}

/**
 * Everything a command touches of the world outside this program's own files and remotes; passed in, so that
 * it can be tested.
 */
export interface Io extends Surroundings {
  /** Results. */
  stdout: Output
  /** Logs, progress and errors. */
  stderr: Output
  /** Questions to the user; `undefined` when there is no terminal to ask on. */
  prompts: Prompts | undefined
  /** The next line of standard input; `undefined` at its end. */
  readLine?: () => Promise<string | undefined>
  /** How long a list waits for the names on it, in milliseconds; usually a few seconds. */
  namesWaitMs?: number
  /** Says that a stop may end the program at once from now on: there is nothing to bring to a safe place. */
  endAtOnce?: () => void
  /** Says in which language and on which clock the streams are read: the configuration may name both. */
  speakIn?: (language: Language, timeZone: string) => void
}
