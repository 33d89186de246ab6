import type { Output } from '../io.js'
import { withWrite } from './with-write.js'

/** A stream that knows whether anything was written to it. */
export const watchOutput = (to: Output): { output: Output; isWritten: () => boolean } => {
  let written = false
  const output = withWrite(to, (text) => {
    written = true
    to.write(text)
  })
  return { output, isWritten: () => written }
}
