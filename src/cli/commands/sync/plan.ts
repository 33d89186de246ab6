import { resolve } from 'node:path'

import type { ConnectionConfig } from '../../../config/config.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { allowOption } from './allow.js'
import { openConnection, openState } from '../../../app/compose/compose.js'
import { openWorkspace, type ShownWorkspace } from '../../open-workspace.js'
import { toRunExitCode, type ExitCode } from '../../exit-codes.js'
import {
  allowPastPeriodsOption,
  connectionOption,
  employeeOption,
  jsonOption,
  showValuesOption,
  toExamples,
  verifyAllOption,
} from '../../flags.js'
import { toPlanRequest, writePlanFile } from '../../../app/run/plan-file.js'
import { printRun, type RunFlags } from './print-run.js'
import { withReleases } from '../../../app/compose/releases.js'
import { runOnce } from '../../../app/run/run-once.js'
import { forEachConnection, selectForRun } from '../../run-connections.js'
import type { AddCommand, Shell } from '../../shell.js'
import type { StateDatabase } from '../../../state/open-state-database.js'

interface PlanFlags extends RunFlags {
  out?: string
  detailedExitcode?: boolean
}

export const addPlanCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('plan')
    .summary('show what a sync would do, without writing anything')
    .description(
      'Reads AlexisHR and Nmbrs and shows what a sync would do. Never writes to either. ' +
        'Without --connection every connection is planned in turn.',
    )
    .addOption(connectionOption())
    .addOption(employeeOption())
    .option('--out <file>', 'save the plan, to be carried out by: nmbrs-sync sync --plan FILE')
    .option('--detailed-exitcode', 'exit with 4 when changes are waiting')
    .addOption(allowOption())
    .addOption(allowPastPeriodsOption())
    .addOption(verifyAllOption())
    .addOption(showValuesOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'plan',
        'plan --employee 65f1c0ffee0000000000000a --show-values',
        'plan --connection acme --out acme.plan',
        'plan --json --detailed-exitcode',
      ),
    )
  command.action(async () => {
    shell.finish(await plan(shell, command.optsWithGlobals()))
  })
}

const plan = ({ io }: Shell, flags: PlanFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, flags, releases)
    const needsOne = flags.out !== undefined || flags.employee !== undefined
    const connections = selectForRun(workspace.config, flags, needsOne)
    const state = await openState(workspace, releases)
    return forEachConnection(workspace.io, flags, connections, (connection) =>
      planConnection({ flags, workspace, state }, connection),
    )
  })

interface PlanContext {
  flags: PlanFlags
  workspace: ShownWorkspace
  state: StateDatabase
}

const planConnection = (
  { flags, workspace, state }: PlanContext,
  connection: ConnectionConfig,
): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const { io } = workspace
    const deps = await openConnection(connection, workspace, state, releases)
    const options = toPlanRequest(flags)
    const end = await runOnce(io, state, deps, { ...options, mode: 'plan', trigger: 'cli' })
    printRun(io, flags, end, false)
    if (flags.out !== undefined && end.savedPlan !== undefined) {
      await writePlanFile(resolve(io.cwd, flags.out), { options, plan: end.savedPlan }, deps.store.digest)
      const saved = `${byHandTexts[workspace.language].saved(flags.out)}\n`
      // A document stays one document; the sentence is for a person.
      const output = flags.json === true ? io.stderr : io.stdout
      output.write(saved)
    }
    return toRunExitCode(end, flags.detailedExitcode === true)
  })
