import { Option } from 'commander'

import { ConfigError } from '../../domain/errors.js'
import { isLanguage, languages, unreadLanguages, type Language } from '../../domain/language/language.js'
import type { Io, Output } from '../io.js'

/** The environment variable that gives the language where neither `--lang` nor the configuration does. */
export const languageVariable = 'NMBRS_SYNC_LANG'

export interface LanguageFlags {
  /** The language of what is printed and written. */
  lang?: Language
}

export const languageOption = (): Option =>
  new Option(
    '--lang <language>',
    `the language of screens and documents (else language in the configuration, else ${languageVariable}, else en); ` +
      `no native speaker has read ${unreadLanguages.join(' and ')} yet; help, and commands that set the program up, are in English`,
  ).choices(languages)

/**
 * The language to write in: `--lang`, else that of the configuration, else `NMBRS_SYNC_LANG`, else English.
 * The language of the operating system does not count: a list for payroll must not change with who runs the
 * command. Throws `ConfigError` for a variable that names none.
 */
export const findLanguage = ({ lang }: LanguageFlags, env: Io['env'], configured?: Language): Language => {
  const given = (env[languageVariable] ?? '').trim()
  if (given !== '' && !isLanguage(given))
    throw new ConfigError(`${languageVariable} must be one of ${languages.join(', ')}, and is ${given}`)
  return lang ?? configured ?? (given === '' ? 'en' : given)
}

/** How those read who see the streams. Without a zone of its own, a stream keeps the one it had. */
interface Reader {
  language: Language
  timeZone?: string | undefined
}

/**
 * The same streams, for readers of a language and their clock, with names of people as they wish; `speakIn`
 * changes both for all that was given these streams.
 */
export const speakOn = (io: Io, reader: Reader, names?: boolean): Io => {
  const spoken = { ...reader }
  return {
    ...io,
    stdout: speak(io.stdout, spoken, names),
    stderr: speak(io.stderr, spoken, names),
    speakIn: (language, timeZone) => {
      Object.assign(spoken, { language, timeZone })
    },
  }
}

const speak = (
  output: Output,
  spoken: Readonly<Reader>,
  names: boolean | undefined = output.names,
): Output => ({
  names,
  write: (text) => {
    output.write(text)
  },
  isTerminal: output.isTerminal,
  // A terminal may change its size.
  get columns() {
    return output.columns
  },
  get language() {
    return spoken.language
  },
  get timeZone() {
    return spoken.timeZone ?? output.timeZone
  },
})

/** The language of the streams that a command prints on. */
export const languageOf = ({ stdout }: Pick<Io, 'stdout'>): Language => stdout.language ?? 'en'
