import { Command } from 'commander'

import { commandCatalogue, type CatalogueEntry } from './command-catalogue.js'
import { exitCodeMeanings } from './exit-codes.js'
import { addGlobalOptions, type GlobalFlags } from './options/global-options.js'
import { findLanguage, speakOn } from './options/language.js'
import { refuseEmpty } from './options/refuse-empty.js'
import { isReading, toStateUse } from './reading-commands.js'
import { findNamesWish } from './options/names-option.js'
import { fitScreen, toScreenText } from './terminal/fit-screen.js'
import { useColour } from './terminal/output-look.js'
import { repeatConfig } from './terminal/repeat-config.js'
import type { Shell } from './shell.js'
import { readVersion } from '../version.js'

/**
 * The command line. Nothing runs and nothing is printed until it is given arguments to parse. Commands that
 * `argv` does not name are only listed, because loading all of them takes longer than most of them run;
 * without `argv` every one is whole.
 */
export const buildProgram = async (shell: Shell, argv?: readonly string[]): Promise<Command> => {
  const { stdout, stderr, env } = shell.io
  const program = new Command('nmbrs-sync')
    .description(
      'Keeps Visma Nmbrs payroll in step with AlexisHR: reads the one, writes the differences to the other.',
    )
    .version(readVersion(), '--version', 'print the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        stdout.write(toScreenText(text, stdout))
      },
      writeErr: (text) => {
        stderr.write(toScreenText(text, stderr))
      },
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      getOutHasColors: () => useColour(stdout, env),
      getErrHasColors: () => useColour(stderr, env),
    })
    .showHelpAfterError('Help: add --help')
  addGlobalOptions(program)
  program.hook('preAction', (_program, command) => {
    refuseEmpty(command)
    if (isReading(command)) shell.io.endAtOnce?.()
    shell.io = { ...shell.io, stateUse: toStateUse(command) }
    const flags = program.opts<GlobalFlags>()
    const { env } = shell.io
    const io = speakOn(shell.io, { language: findLanguage(flags, env) }, findNamesWish(flags, env))
    const { config: file } = flags
    const isJson = command.opts<{ json?: boolean }>().json === true
    const fitted = fitScreen(io, command)
    shell.io = file === undefined ? fitted : repeatConfig(fitted, { file, verbs, isJson })
  })
  for (const entry of commandCatalogue) {
    if (argv === undefined || argv.includes(entry.name)) (await entry.load())(program, shell)
    else list(program, entry)
  }
  return program.addHelpText('after', `\n${toExitCodeHelp()}\n\n${pathHelp}`)
}

const verbs = commandCatalogue.map(({ name }) => name)

/** A command that stands in the list and can be meant by a misspelt one, and nothing more. */
const list = (program: Command, { name, summary, args = '', hasOptions }: CatalogueEntry): void => {
  const command = program.command(name).summary(summary)
  if (args !== '') command.arguments(args)
  if (hasOptions) command.option('--listed')
}

const pathHelp = `Paths:
  Files that a command line names are looked for from the working folder. Those that the configuration names, and .env, start in
  the folder of the configuration, or in the one above when it is called config: the same from every working folder.

Documents:
  In the folder docs of the package; man nmbrs-sync shows all commands. What hold, drift, link and the other words mean: nmbrs-sync glossary`

const toExitCodeHelp = (): string => {
  const lines = exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padEnd(4)}${meaning}`)
  return ['Exit codes:', ...lines].join('\n')
}
