import type { Command } from 'commander'

import { buildProgram } from '../../src/cli/program.js'

/** The commands and options of a command line that this program does not have. Runs nothing. */
export const findUnknownWords = async (words: readonly string[]): Promise<string[]> => {
  const silent = { write: () => undefined, isTerminal: false, columns: 80 }
  let command: Command = await buildProgram({
    io: {
      stdout: silent,
      stderr: silent,
      prompts: undefined,
      env: {},
      cwd: '/',
      now: () => 0,
      newRunId: () => '',
      interruption: new AbortController().signal,
      onSignal: () => () => undefined,
    },
    finish: () => undefined,
    run: () => Promise.resolve(0),
  })
  return words.filter((word) => {
    if (word.startsWith('-')) return command.options.every(({ long }) => long !== word)
    const found = command.commands.find((each) => each.name() === word)
    command = found ?? command
    return found === undefined
  })
}
