import { indexPlanned } from '../../report/kit/person-label.js'
import { buildRunPartText, buildRunPartView, toRunPartJson } from '../../report/questions/run-part.js'
import { buildExplainText, toExplainJson } from '../../report/sync/explain-text.js'
import { buildExplainView } from '../../report/sync/view/explain-view.js'
import { explainPerson } from '../../run/by-hand/explain-person.js'
import { readAskedRun } from '../asked-run.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../options/flags.js'
import { lookUpOne, personMeaning } from '../people/look-up.js'
import { lookOf } from '../terminal/output-look.js'
import { withBothIds } from '../../report/kit/with-both-ids.js'
import { printJson } from '../print-json.js'
import type { AddCommand, Shell } from '../shell.js'
import { withConnection } from '../with-connection.js'

interface ExplainFlags extends ConnectionFlags {
  showValues?: boolean
  run?: string
}

export const addExplainCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('explain')
    .summary('why a person is in this state')
    .description(
      'Explains one person: required fields, match, and what was decided about each field, with every field compared again. ' +
        'Reads both sides and writes nothing.',
    )
    .argument('<source>', personMeaning)
    .option(
      '--show-values',
      'show both sides of every field: whole on a terminal, masked in a file, a pipe or a document',
    )
    .option('--run <id>', 'say first what this run did with the person; last: the latest sync')
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'explain "Anna Mulder"',
        'explain "Anna Mulder" --run last',
        'explain 65f1c0ffee0000000000000a --show-values',
      ),
    )
  command.action(async (source: string) => {
    shell.finish(await explain(shell, source, command.optsWithGlobals()))
  })
}

const explain = (shell: Shell, source: string, flags: ExplainFlags): Promise<ExitCode> =>
  withConnection(shell.io, flags, async (deps, io, { config }) => {
    const subject = await lookUpOne(io, deps, source)
    // Before both sides are read: a mistyped run is said at once.
    const kept = flags.run === undefined ? undefined : await readAskedRun(deps.store, flags.run)
    const explanation = await explainPerson(deps, subject)
    const part = kept && buildRunPartView(kept, subject, indexPlanned([explanation.plan]))
    const view = buildExplainView(explanation)
    if (flags.json === true) {
      const values = flags.showValues === true ? 'masked' : 'none'
      const document = toExplainJson(view, values)
      const whole = part === undefined ? document : { ...document, inRun: toRunPartJson(part) }
      printJson(io, withBothIds(whole, deps.addresses))
      return exitCode.done
    }
    const shown = io.stdout.isTerminal ? 'whole' : 'masked'
    const values = flags.showValues === true ? shown : 'none'
    const look = lookOf(io.stdout, io.env)
    if (part !== undefined) io.stdout.write(buildRunPartText(part, config.timezone, look))
    io.stdout.write(buildExplainText(view, values, look))
    return exitCode.done
  })
