import { ConfigError } from '../../domain/errors.js'
import { buildGlossaryText, findWords, readGlossary, toGlossaryJson } from '../../report/glossary/glossary.js'
import { glossaryTexts } from '../../report/glossary/glossary-texts.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { jsonOption, toExamples } from '../options/flags.js'
import type { GlobalFlags } from '../options/global-options.js'
import { languageOf } from '../options/language.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'
import { lookOf } from '../terminal/output-look.js'
import { openOffline } from './onboarding/open-offline.js'

interface GlossaryFlags extends GlobalFlags {
  json?: boolean
}

export const addGlossaryCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('glossary')
    .summary('what hold, drift, link and the other words mean')
    .description(
      'Explains the words of screens and documents: all of them, or those that are asked for, in the language of the screens. ' +
        'A word may be given in English, Dutch, Swedish or Danish. Reads nothing but the language of the configuration.',
    )
    .argument('[words...]', 'only these words')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('glossary', 'glossary hold drift', 'glossary werklijst --lang en', 'glossary --json'),
    )
    .addHelpText(
      'after',
      () => `\n${buildGlossaryText(readGlossary('en'), lookOf(shell.io.stdout, shell.io.env))}`,
    )
  command.action(async (words: readonly string[]) => {
    shell.finish(await showGlossary(shell, words, command.optsWithGlobals()))
  })
}

const showGlossary = async (
  shell: Shell,
  words: readonly string[],
  flags: GlossaryFlags,
): Promise<ExitCode> => {
  const { io } = await openOffline(shell.io, flags)
  const language = languageOf(io)
  const found = words.map((word) => {
    const entries = findWords(word, language)
    if (entries.length === 0) throw new ConfigError(glossaryTexts[language].unknown(word))
    return entries
  })
  const entries =
    words.length === 0
      ? readGlossary(language)
      : [...new Map(found.flat().map((one) => [one.key, one])).values()]
  if (flags.json === true) printJson(io, toGlossaryJson(entries))
  else io.stdout.write(buildGlossaryText(entries, lookOf(io.stdout, io.env)))
  return exitCode.done
}
