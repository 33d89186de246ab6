import { leaseOf } from '../../../app/compose/lease.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { toRunId } from '../../../domain/ids.js'
import { openCutover } from '../../../app/cutover/open-cutover.js'
import {
  buildPrepareText,
  prepareColumns,
  toPrepareJson,
  toPrepareRow,
} from '../../../report/cutover/prepare-text.js'
import { buildPrepareView } from '../../../report/cutover/view/prepare-view.js'
import { prepareCutover } from '../../../run/cutover/prepare.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { overConnections } from '../../connections/over-connections.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'

interface PrepareFlags extends ConnectionFlags {
  withoutSoap?: boolean
}

export const addPrepareCommand: AddCommand = (cutover, shell) => {
  const command = cutover
    .command('prepare')
    .summary('find and check the ids of everyone over the other transport')
    .description(
      'Reads Nmbrs over SOAP and over REST and finds for every company and every connected employee the id over the other transport. An id counts when two things ' +
        'agree and none contradicts. Nothing is written to a remote, and nothing that is connected, held or agreed changes. Can be repeated. ' +
        'Ends with 0 when everything is ready for the change of transport, with 3 when something is left. Without --connection every connection in turn.',
    )
    .addOption(connectionsOption())
    .option('--without-soap', 'when SOAP is gone: find people over REST by what AlexisHR says of them')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'cutover prepare',
        'cutover prepare --connection acme --json',
        'cutover prepare --without-soap',
      ),
    )
  command.action(async () => {
    shell.finish(await prepare(shell, command.optsWithGlobals()))
  })
}

/** Alone, because a run must not find ids changing under it. */
const prepare = ({ io }: Shell, flags: PrepareFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: prepareColumns }, async (opened) => {
    const { workspace, connection, state, releases } = opened
    const lease = await leaseOf(connection, workspace.config, state)(toRunId(workspace.io.newRunId()))
    releases.add(() => lease.release())
    const withSoap = flags.withoutSoap !== true
    const deps = await openCutover(connection, opened, { withSoap })
    const end = await prepareCutover(deps, toDayInZone(workspace.io.now(), workspace.config.timezone))
    const view = buildPrepareView(end)
    return {
      code: view.ready ? exitCode.done : exitCode.held,
      document: toPrepareJson(view),
      saysIds: true,
      text: () => buildPrepareText(view, lookOf(workspace.io.stdout, io.env)),
      rows: [toPrepareRow(view)],
      isQuiet: view.ready,
    }
  })
