import type { Output } from '../io.js'

/** A stream that knows whether anything was written to it. */
export const watchOutput = (to: Output): { output: Output; isWritten: () => boolean } => {
  let written = false
  const output: Output = {
    write: (text) => {
      written = true
      to.write(text)
    },
    isTerminal: to.isTerminal,
    // A terminal may change its size.
    get columns() {
      return to.columns
    },
    ...(to.language === undefined ? {} : { language: to.language }),
    names: to.names,
  }
  return { output, isWritten: () => written }
}
