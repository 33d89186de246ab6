import { buildExplainText, toExplainJson } from '../../report/sync/explain-text.js'
import { explainPerson } from '../../run/by-hand/explain-person.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../flags.js'
import { lookUpOne, personMeaning } from '../people/look-up.js'
import { lookOf } from '../terminal/output-look.js'
import { withBothIds } from '../../report/kit/with-both-ids.js'
import { printJson, type AddCommand, type Shell } from '../shell.js'
import { withConnection } from '../with-connection.js'

interface ExplainFlags extends ConnectionFlags {
  showValues?: boolean
}

export const addExplainCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('explain')
    .summary('why a person is in the state he is in')
    .description(
      'Explains one person: required fields, match, and what was decided about each field, every field compared anew. ' +
        'Reads both sides and writes nothing.',
    )
    .argument('<source>', personMeaning)
    .option(
      '--show-values',
      'show both sides of every field: whole on a terminal, masked in a file, a pipe or a document',
    )
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('explain "Anna Mulder"', 'explain 65f1c0ffee0000000000000a --show-values'),
    )
  command.action(async (source: string) => {
    shell.finish(await explain(shell, source, command.optsWithGlobals()))
  })
}

const explain = (shell: Shell, source: string, flags: ExplainFlags): Promise<ExitCode> =>
  withConnection(shell.io, flags, async (deps, io) => {
    const explanation = await explainPerson(deps, await lookUpOne(io, deps, source))
    if (flags.json === true) {
      const values = flags.showValues === true ? 'masked' : 'none'
      printJson(io, withBothIds(toExplainJson(explanation, values), deps.addresses))
      return exitCode.done
    }
    const shown = io.stdout.isTerminal ? 'whole' : 'masked'
    const values = flags.showValues === true ? shown : 'none'
    io.stdout.write(buildExplainText(explanation, values, lookOf(io.stdout, io.env)))
    return exitCode.done
  })
