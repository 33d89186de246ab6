import { openCutover } from '../../../app/cutover/open-cutover.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { InternalError } from '../../../domain/errors.js'
import {
  buildCompareText,
  compareColumns,
  toCompareJson,
  toCompareRow,
} from '../../../report/cutover/compare-text.js'
import { buildCompareView } from '../../../report/cutover/view/compare-view.js'
import { compareTransports } from '../../../run/cutover/compare.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { overConnections } from '../../connections/over-connections.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'

export const addCompareCommand: AddCommand = (cutover, shell) => {
  const command = cutover
    .command('compare')
    .summary('whether SOAP and REST say the same of everyone who is connected')
    .description(
      'Reads everyone who is connected over both transports and names the mapped fields that differ, never their values. Writes nothing. ' +
        'Ends with 0 when nothing differs, with 3 otherwise. Needs cutover prepare to have run.',
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('cutover compare', 'cutover compare --connection acme --json'))
  command.action(async () => {
    shell.finish(await compare(shell, command.optsWithGlobals()))
  })
}

const compare = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: compareColumns }, async (opened) => {
    const { workspace, connection } = opened
    const { soap, ...deps } = await openCutover(connection, opened, { withSoap: true })
    if (soap === undefined) throw new InternalError('SOAP was to be opened and is not there')
    const today = toDayInZone(workspace.io.now(), workspace.config.timezone)
    const compared = await compareTransports({ ...deps, soap }, today)
    const view = buildCompareView(connection.name, compared)
    return {
      code: view.isSame ? exitCode.done : exitCode.held,
      document: toCompareJson(view),
      text: () => buildCompareText(view, lookOf(workspace.io.stdout, io.env)),
      rows: [toCompareRow(view)],
      isQuiet: view.isSame,
    }
  })
