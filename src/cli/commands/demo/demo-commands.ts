import { dirname } from 'node:path'

import type { RunJson } from '../../../report/sync/run-json.js'
import type { ExitCode } from '../../exit-codes.js'
import type { Io, Output } from '../../io.js'
import type { Shell } from '../../shell.js'

/** How a command ended and what it printed. */
export interface Ended {
  code: ExitCode
  text: string
}

/** Runs the real commands on the demo's configuration. */
export interface DemoCommands {
  run(...argv: readonly string[]): Promise<Ended>
  /** Runs a command that waits for a line of input, which depends on what it printed until then. */
  answer(readLine: (printed: string) => Promise<string>, ...argv: readonly string[]): Promise<Ended>
  /** A run's document. Throws when the command printed none. */
  readDocument(...argv: readonly string[]): Promise<RunJson>
}

/** `env` and `config` are the sandbox's. */
export const createDemoCommands = (
  shell: Shell,
  { env, config }: { env: Readonly<Record<string, string>>; config: string },
): DemoCommands => {
  const start = async (
    argv: readonly string[],
    readLine?: (printed: string) => Promise<string>,
  ): Promise<Ended> => {
    const printed = collect(shell.io.stdout)
    const io: Io = {
      ...shell.io,
      stdout: printed.output,
      // Progress would be written over the story; what a command asks is part of it.
      stderr: readLine === undefined ? { ...shell.io.stderr, isTerminal: false } : printed.output,
      prompts: undefined,
      ...(readLine === undefined ? {} : { readLine: () => readLine(printed.text()) }),
      env: { ...colourOf(shell.io), ...env, NMBRS_SYNC_CONFIG: config },
      // Files of an installation in the working folder have nothing to do with it.
      cwd: dirname(config),
    }
    const code = await shell.run([...argv, '--log-level', 'error'], io)
    return { code, text: printed.text() }
  }
  const run = (...argv: readonly string[]): Promise<Ended> => start(argv)
  return {
    run,
    answer: (readLine, ...argv) => start(argv, readLine),
    readDocument: async (...argv) => {
      const { text } = await run(...argv, '--json')
      return JSON.parse(text) as RunJson // printed by toRunJson a moment ago
    },
  }
}

/** The people are invented, so their names may be shown wherever the story goes: as on a terminal. */
const collect = ({ columns }: Output): { output: Output; text: () => string } => {
  const parts: string[] = []
  const write = (text: string): void => {
    parts.push(text)
  }
  return { output: { write, isTerminal: true, columns }, text: () => parts.join('') }
}

const colourOf = ({ stdout, env }: Io): Readonly<Record<string, string>> => {
  const none = env.NO_COLOR ?? ''
  return stdout.isTerminal && none === '' ? { TERM: env.TERM ?? '' } : { NO_COLOR: '1' }
}
