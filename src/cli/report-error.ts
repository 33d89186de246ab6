import { buildErrorText } from '../report/operations/error-text.js'
import type { GlobalFlags } from './options/global-options.js'
import type { Io } from './io.js'
import { toScreenText } from './terminal/fit-screen.js'
import { lookOf } from './terminal/output-look.js'

/** Says on stderr what went wrong and what to do about it. */
export const reportError = ({ stderr, env }: Io, error: unknown, flags: GlobalFlags): void => {
  const text = buildErrorText(error, { debug: flags.debug === true, look: lookOf(stderr, env) })
  stderr.write(flags.debug === true ? text : toScreenText(text, stderr))
}
