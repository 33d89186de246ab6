import { CommanderError } from 'commander'

import { exitCode, toExitCode, type ExitCode } from './exit-codes.js'
import type { GlobalFlags } from './options/global-options.js'
import type { Io } from './io.js'
import type * as PrintJson from './print-json.js'
import { buildProgram } from './program.js'
import type { Shell } from './shell.js'
import { watchOutput } from './terminal/watch-output.js'

/**
 * Runs one command and gives its exit code. `argv` is what the user typed after the program's name. Never
 * throws.
 */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const ended: { code: ExitCode } = { code: exitCode.done }
  const finish = (code: ExitCode): void => {
    ended.code = code
  }
  // With its first action a command gets streams that know the language; what goes wrong is said on those.
  const { output: stdout, isWritten } = watchOutput(io.stdout)
  const shell: Shell = { io: { ...io, stdout }, run, finish }
  /**
   * Who asked for a document gets one, whatever happened; the text for people stands on stderr all the same.
   */
  const printError = async (toDocument: (print: typeof PrintJson) => unknown): Promise<void> => {
    if (!asksForJson(argv) || isWritten()) return
    const print = await import('./print-json.js')
    print.printJson(io, toDocument(print))
  }
  const program = await buildProgram(shell, argv)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    const { code } = ended
    if (code !== exitCode.done) await printError(({ toEndDocument }) => toEndDocument(code))
    return code
  } catch (error) {
    // What is wrong with the command line has been said already, with a suggestion.
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCode.done
      await printError(({ toUsageDocument }) => toUsageDocument(error, exitCode.usage))
      return exitCode.usage
    }
    // Loaded when something went wrong: what it says is known in every language, which is much to load.
    const { reportError } = await import('./report-error.js')
    reportError(shell.io, error, program.opts<GlobalFlags>())
    const failed = toExitCode(error)
    await printError(({ toErrorDocument }) => toErrorDocument(error, failed))
    return failed
  }
}

/** What stands behind `--` is no option. */
const asksForJson = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? undefined : end).includes('--json')
}
