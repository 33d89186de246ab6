import type { Command } from 'commander'

import { fitLines } from './fit-lines.js'
import type { Io, Output } from '../io.js'
import { toPath } from '../reading-commands.js'
import { withWrite } from './with-write.js'

/**
 * Commands whose output is to be copied or kept as it is: a script, a line of the record, a file to fill in,
 * commands to paste.
 */
const asTheyAre: ReadonlySet<string> = new Set(['completion', 'audit head', 'onboarding facts', 'sandbox'])

/**
 * A text for a stream: on a terminal no line is wider than the screen. Files and other programs get lines
 * whole.
 */
export const toScreenText = (text: string, output: Pick<Output, 'isTerminal' | 'columns'>): string =>
  output.isTerminal && text.endsWith('\n') ? fitLines(text, output.columns) : text

/** The same streams, on which results fit the screen. Documents for programs are left as they are. */
export const fitScreen = (io: Io, command: Command): Io => {
  const { stdout } = io
  if (
    !stdout.isTerminal ||
    command.opts<{ json?: boolean }>().json === true ||
    asTheyAre.has(toPath(command))
  )
    return io
  const fitted = withWrite(stdout, (text) => {
    stdout.write(toScreenText(text, stdout))
  })
  return { ...io, stdout: fitted }
}
