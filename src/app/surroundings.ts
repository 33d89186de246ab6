import type { StateUse } from './compose/readable-state.js'
import type { Clock } from '../http/turns.js'

/**
 * What a use case knows of the world around the program, whichever door it was entered by; passed in, so that
 * it can be tested.
 */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  /** Epoch milliseconds. */
  now: () => number
  newRunId: () => string
  /** By which calls to Nmbrs keep their pace; the clock of this machine when left out. */
  paceClock?: Clock
  /** What may be done with the state file; anything when left out. */
  stateUse?: StateUse
  /** Aborted by the first SIGINT or SIGTERM. */
  interruption: AbortSignal
  /** Listens to a signal that means something to a program that stays; gives what ends that. */
  onSignal: (signal: 'SIGHUP' | 'SIGUSR2', listener: () => void) => () => void
}

/** Which configuration is meant: the named one, or the one that is found. */
export interface NamedConfig {
  config?: string
}
