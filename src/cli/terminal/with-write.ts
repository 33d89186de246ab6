import type { Output } from '../io.js'

/**
 * The same stream with another way to write. What else it says of itself stays live: a terminal may change
 * its size, and the configuration its language.
 */
export const withWrite = (output: Output, write: Output['write']): Output => ({
  write,
  isTerminal: output.isTerminal,
  names: output.names,
  get columns() {
    return output.columns
  },
  get language() {
    return output.language ?? 'en'
  },
  get timeZone() {
    return output.timeZone
  },
})
