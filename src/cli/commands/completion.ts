import { Argument } from 'commander'

import { buildCompletionTable } from '../reference/completion/completion-table.js'
import { toBashScript } from '../reference/completion/bash.js'
import { toFishScript } from '../reference/completion/fish.js'
import { toZshScript } from '../reference/completion/zsh.js'
import { exitCode } from '../exit-codes.js'
import { toExamples } from '../options/flags.js'
import type { AddCommand } from '../shell.js'

const scripts = { bash: toBashScript, zsh: toZshScript, fish: toFishScript } as const

export const addCompletionCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('completion')
    .summary('complete commands and options with the Tab key')
    .description(
      'Prints the completion for a shell: commands, options, and the values that an option takes. It reads nothing and writes nothing. ' +
        'bash: source it, or save it under /etc/bash_completion.d. zsh: save it as _nmbrs-sync in a folder of $fpath. ' +
        'fish: save it as ~/.config/fish/completions/nmbrs-sync.fish. After an upgrade save it again.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
    .addHelpText('after', toExamples('completion bash', 'completion zsh', 'completion fish'))
  command.action(async (name: keyof typeof scripts) => {
    const { readCommandTree } = await import('../reference/command-tree.js')
    shell.io.stdout.write(scripts[name](buildCompletionTable(await readCommandTree())))
    shell.finish(exitCode.done)
  })
}
