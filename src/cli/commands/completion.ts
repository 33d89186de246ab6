import { Argument, Option } from 'commander'

import { buildCompletionTable } from '../reference/completion/completion-table.js'
import { toBashScript } from '../reference/completion/bash.js'
import { toFishScript } from '../reference/completion/fish.js'
import { toZshScript } from '../reference/completion/zsh.js'
import { readConnectionNames } from '../../config/document/connection-names.js'
import { ConfigError } from '../../domain/errors.js'
import { exitCode } from '../exit-codes.js'
import { toExamples } from '../options/flags.js'
import type { GlobalFlags } from '../options/global-options.js'
import type { AddCommand } from '../shell.js'

const scripts = { bash: toBashScript, zsh: toZshScript, fish: toFishScript } as const

interface CompletionFlags extends GlobalFlags {
  connections?: boolean
}

export const addCompletionCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('completion')
    .summary('complete commands and options with the Tab key')
    .description(
      'Prints the completion for a shell: commands, options, and the values that an option takes. It reads nothing and writes nothing. ' +
        'For --connection the shell then asks for the names in the configuration, that of --config where it is typed before, and offers none where it cannot be read. People are never offered. ' +
        'bash: source it, or save it under /etc/bash_completion.d. zsh: save it as _nmbrs-sync in a folder of $fpath. ' +
        'fish: save it as ~/.config/fish/completions/nmbrs-sync.fish. After an upgrade save it again.',
    )
    .addArgument(new Argument('[shell]', 'the shell').choices(Object.keys(scripts)))
    .addOption(
      new Option(
        '--connections',
        'print the names of the connections, one on each line, as a shell asks for them',
      ),
    )
    .addHelpText('after', toExamples('completion bash', 'completion zsh', 'completion fish'))
  command.action(async (name: keyof typeof scripts | undefined) => {
    const { connections, config } = command.optsWithGlobals<CompletionFlags>()
    if (connections === true) {
      const { env, cwd, stdout } = shell.io
      for (const one of await readConnectionNames({ file: config, env, cwd })) stdout.write(`${one}\n`)
      shell.finish(exitCode.done)
      return
    }
    if (name === undefined) throw new ConfigError(`Name the shell: ${Object.keys(scripts).join(', ')}`)
    const { readCommandTree } = await import('../reference/command-tree.js')
    shell.io.stdout.write(scripts[name](buildCompletionTable(await readCommandTree())))
    shell.finish(exitCode.done)
  })
}
