import type { Io, Output } from '../io.js'
import { withWrite } from './with-write.js'

/** A word as a shell takes it: to the letter. */
const quoteWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/**
 * A text in which every command that it proposes names the configuration file that was given, so that it can
 * be copied as it stands. A line break between the program's name and the command is where a table was
 * wrapped.
 */
export const withConfig = (text: string, file: string, verbs: readonly string[]): string => {
  const proposal = new RegExp(
    `(?<![\\w/.-])nmbrs-sync(?=\\s+(?:${verbs.join('|')})(?![\\w-]))(?!.*--config)`,
    'g',
  )
  return text.replace(proposal, () => `nmbrs-sync --config ${quoteWord(file)}`)
}

/**
 * The same streams, with the configuration file in the commands that texts propose. A document for programs
 * stays as it is.
 */
export const repeatConfig = (
  io: Io,
  { file, verbs, isJson }: { file: string; verbs: readonly string[]; isJson: boolean },
): Io => {
  const repeat = (output: Output): Output =>
    withWrite(output, (text) => {
      output.write(withConfig(text, file, verbs))
    })
  return { ...io, stdout: isJson ? io.stdout : repeat(io.stdout), stderr: repeat(io.stderr) }
}
