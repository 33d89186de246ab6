import { byHand } from '../../../domain/audit/act.js'
import { buildHoldsText, toHoldsJson } from '../../../report/sync/holds-report.js'
import { buildHoldsView } from '../../../report/sync/view/holds-view.js'
import { withNames } from '../../../report/people/with-names.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { openNames } from '../../people/names.js'
import { lookOf } from '../../terminal/output-look.js'
import type { AddCommand, Shell } from '../../shell.js'
import { holdColumns, toHoldRow } from '../../../report/overview/rows.js'
import { overConnections } from '../../connections/over-connections.js'
import { addDecideCommands } from './decide.js'
import { toHoldContext } from './hold-context.js'
import { addReviewCommand } from './review-command.js'

interface HoldsFlags extends ConnectionFlags {
  all?: boolean
}

export const addHoldsCommand: AddCommand = (parent, shell) => {
  const holds = parent
    .command('holds')
    .summary('changes that wait for a person')
    .description(
      'Lists the changes that wait for a person, as the latest plan or sync noted them, by fields; the values of a person are shown by nmbrs-sync explain. ' +
        'Touches no remote, except that it reads names from AlexisHR where it shows them.',
    )
    .option('--all', 'also those that are over: sent, or not there any more')
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('holds', 'holds --all --json', 'holds review', 'holds release K7M2QX --reason "called her"'),
    )
  holds.action(async () => {
    shell.finish(await listHolds(shell, holds.optsWithGlobals()))
  })
  addDecideCommands(holds, shell)
  addReviewCommand(holds, shell)
}

const listHolds = ({ io }: Shell, flags: HoldsFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: holdColumns }, async (opened) => {
    const { workspace, connection, state } = opened
    const store = state.store(connection.name, byHand(workspace.actor))
    const all = flags.all === true
    const holds = all ? await store.holds.readHoldHistory() : await store.holds.readHolds()
    const context = toHoldContext(workspace.io, connection, workspace.config.timezone)
    const subjects = holds.map(({ subject }) => subject)
    const places = { ...opened, io: workspace.io, connections: [connection] }
    const findName = await openNames(places, flags, subjects)
    const view = buildHoldsView({ connection: connection.name, all, holds }, context, findName)
    const document = toHoldsJson(view)
    return {
      code: exitCode.done,
      document: flags.names === true ? withNames(document, findName) : document,
      text: () => buildHoldsText(view, lookOf(workspace.io.stdout, io.env)),
      rows: [toHoldRow(view, workspace.config.timezone)],
      isQuiet: holds.length === 0,
    }
  })
