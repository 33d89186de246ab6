import { Option, type Command } from 'commander'

import type { Actor } from '../../domain/audit/actor.js'
import { actorVariable, parseActorOption } from './actor.js'
import { languageOption, type LanguageFlags } from './language.js'
import { namesOptions, type NamesFlags } from './names-option.js'
import { logLevels, type LogLevel } from '../../log/log-levels.js'

/** Options that every command takes. */
export interface GlobalFlags extends LanguageFlags, NamesFlags {
  config?: string
  logLevel?: LogLevel
  debug?: boolean
  /** Who acts. */
  as?: Actor
}

export const addGlobalOptions = (program: Command): Command => {
  const [names, noNames] = namesOptions()
  return program
    .addOption(
      new Option(
        '--config <file>',
        'configuration file (else NMBRS_SYNC_CONFIG, else config/nmbrs-sync.yaml)',
      ),
    )
    .addOption(
      new Option(
        '--as <name>',
        `who acts, for the audit record (else ${actorVariable}, else the account of the operating system)`,
      ).argParser(parseActorOption),
    )
    .addOption(languageOption())
    .addOption(names)
    .addOption(noNames)
    .addOption(new Option('--log-level <level>', 'how much to log to stderr').choices(logLevels))
    .addOption(new Option('--debug', 'log everything, and show where in the program an error happened'))
}
