import { CommanderError } from 'commander'

import { exitCode, toExitCode, type ExitCode } from './exit-codes.js'
import type { GlobalFlags } from './options/global-options.js'
import type { Io } from './io.js'
import { buildProgram } from './program.js'
import type { Shell } from './shell.js'

/** Runs one command and gives its exit code. `argv` is what the user typed after the program's name. Never throws. */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  let code: ExitCode = exitCode.done
  const finish = (end: ExitCode): void => {
    code = end
  }
  // With its first action a command gets streams that know the language; what goes wrong is said on those.
  const shell: Shell = { io, run, finish }
  const program = await buildProgram(shell, argv)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    // What is wrong with the command line has been said already, with a suggestion.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
    // Loaded when something went wrong: what it says is known in every language, which is much to load.
    const { reportError } = await import('./report-error.js')
    reportError(shell.io, error, program.opts<GlobalFlags>())
    return toExitCode(error)
  }
}
