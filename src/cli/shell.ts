import type { Command } from 'commander'

import type { ExitCode } from './exit-codes.js'
import type { Io } from './io.js'

/** What the commands get from the program around them. */
export interface Shell {
  io: Io
  /** Notes how the command ended. */
  finish: (code: ExitCode) => void
  /** Runs another command line, for a command that shows the others. */
  run: (argv: readonly string[], io: Io) => Promise<ExitCode>
}

/** Adds one command to a program or to a group of commands. */
export type AddCommand = (parent: Command, shell: Shell) => void
