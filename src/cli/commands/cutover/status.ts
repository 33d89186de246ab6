import { readConsents } from '../../../app/consent/consent-status.js'
import { byHand } from '../../../domain/audit/act.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import {
  buildStandingText,
  standingColumns,
  toStandingJson,
  toStandingRow,
} from '../../../report/cutover/standing-text.js'
import { buildStandingView } from '../../../report/cutover/view/standing-view.js'
import { readCutoverStanding } from '../../../run/cutover/cutover-standing.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import { overConnections } from '../../connections/over-connections.js'
import type { AddCommand, Shell } from '../../shell.js'
import { lookOf } from '../../terminal/output-look.js'

export const addStatusCommand: AddCommand = (cutover, shell) => {
  const command = cutover
    .command('status')
    .summary('how far each connection is, and how many days SOAP is still there')
    .description(
      'Says of each connection how far it is on its way from SOAP to REST, by what is stored, and what comes next. Touches no remote.',
    )
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('cutover status', 'cutover status --json'))
  command.action(async () => {
    shell.finish(await showStatus(shell, command.optsWithGlobals()))
  })
}

const showStatus = ({ io }: Shell, flags: ConnectionFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: standingColumns }, async ({ workspace, connection, state }) => {
    const { actor, config } = workspace
    const now = workspace.io.now()
    const [consent] = await readConsents([connection], state, now)
    const { name, companies, nmbrs } = connection
    const standing = await readCutoverStanding(
      state.store(name, byHand(actor)),
      {
        name,
        api: nmbrs.api,
        companies,
        consent: consent?.status.consent ?? null,
        shadow: nmbrs.shadow !== undefined,
        timeZone: config.timezone,
      },
      toDayInZone(now, config.timezone),
    )
    const view = buildStandingView(standing)
    return {
      code: exitCode.done,
      document: toStandingJson(view),
      saysIds: true,
      text: () => buildStandingText(view, lookOf(workspace.io.stdout, io.env)),
      rows: [toStandingRow(view)],
    }
  })
