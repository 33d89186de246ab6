import { Option } from 'commander'

import { toFirstMoment } from '../../domain/date/first-moment.js'
import { changesColumns, toChangesRow } from '../../report/overview/rows.js'
import { buildChangesText, toChangesJson } from '../../report/questions/changes-text.js'
import { buildChangesView } from '../../report/questions/changes-view.js'
import { withNames } from '../../report/people/with-names.js'
import { listedPeople } from '../../report/sync/run-text.js'
import { listChanges } from '../../run/questions/list-changes.js'
import { overConnections } from '../connections/over-connections.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import {
  connectionsOption,
  jsonOption,
  parseDay,
  toExamples,
  type ConnectionFlags,
} from '../options/flags.js'
import { openNames } from '../people/names.js'
import type { AddCommand, Shell } from '../shell.js'
import { lookOf } from '../terminal/output-look.js'

interface ChangesFlags extends ConnectionFlags {
  since: string
  all?: boolean
}

export const addChangesCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('changes')
    .summary('what was changed in Nmbrs since a day')
    .description(
      'Lists what was written to Nmbrs since a day and which links changed, person by person, the last first: sections, fields, when and in which run. From the audit record, which ' +
        'holds no values. Touches no remote, except that it reads names from AlexisHR where it shows them.',
    )
    .addOption(
      new Option('--since <date>', 'from this day on, YYYY-MM-DD').argParser(parseDay).makeOptionMandatory(),
    )
    .option('--all', 'list everyone; without it the first 20 people')
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('changes --since 2026-11-20', 'changes --since 2026-11-20 --all --json'))
  command.action(async () => {
    shell.finish(await showChanges(shell, command.optsWithGlobals()))
  })
}

const showChanges = ({ io }: Shell, flags: ChangesFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: changesColumns }, async (opened) => {
    const { workspace, connection, state } = opened
    const { timezone } = workspace.config
    const entries = await state.audit.read({
      since: toFirstMoment(flags.since, timezone),
      connection: connection.name,
      limit: Number.MAX_SAFE_INTEGER,
    })
    const people = listChanges(entries)
    const listed = flags.all === true ? {} : { listed: listedPeople }
    const subjects = people.map(({ subject }) => subject)
    const places = { ...opened, io: workspace.io, connections: [connection] }
    const findName = await openNames(places, flags, subjects)
    const view = buildChangesView({ connection: connection.name, since: flags.since, people }, findName)
    const document = toChangesJson(view)
    return {
      code: exitCode.done,
      document: flags.names === true ? withNames(document, findName) : document,
      text: () =>
        buildChangesText(view, { ...listed, timeZone: timezone }, lookOf(workspace.io.stdout, io.env)),
      rows: [toChangesRow(view)],
      isQuiet: people.length === 0,
    }
  })
