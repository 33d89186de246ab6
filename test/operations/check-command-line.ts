import type { Command } from 'commander'

import { silentShell } from '../../src/cli/reference/command-tree.js'
import { buildProgram } from '../../src/cli/program.js'

/** The commands and options of a command line that this program does not have. Runs nothing. */
export const findUnknownWords = async (words: readonly string[]): Promise<string[]> => {
  let command: Command = await buildProgram(silentShell)
  return words.filter((word) => {
    if (word.startsWith('-')) return command.options.every(({ long }) => long !== word)
    const found = command.commands.find((each) => each.name() === word)
    command = found ?? command
    return found === undefined
  })
}
