import { resolve } from 'node:path'

import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { allowOption } from './allow.js'
import { overConnections, type OpenedConnection, type Said } from '../../connections/over-connections.js'
import { toRunExitCode, type ExitCode } from '../../exit-codes.js'
import {
  allowPastPeriodsOption,
  connectionsOption,
  employeeOption,
  jsonOption,
  showValuesOption,
  toExamples,
  verifyAllOption,
} from '../../options/flags.js'
import { refuseOtherFile, writePlanFile } from '../../../app/run/plan-file.js'
import { planColumns } from '../../../report/overview/run-row.js'
import { sayRun, type RunFlags } from './print-run.js'
import { runPlan } from './run-plan.js'
import type { AddCommand, Shell } from '../../shell.js'

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
        'Without --connection every connection is planned in turn, with a table over all of them.',
    )
    .addOption(connectionsOption())
    .addOption(employeeOption())
    .option('--out <file>', 'save the plan, to be carried out by: nmbrs-sync sync --plan FILE')
    .option('--detailed-exitcode', 'exit with 4 when changes are waiting')
    .option('--all', 'list everyone; without it the first 20 people with changes')
    .option(
      '--summary',
      'what goes to payroll in numbers: people, sections, salaries and totals; amounts are whole on a terminal, and with --show-values masked elsewhere',
    )
    .addOption(allowOption())
    .addOption(allowPastPeriodsOption())
    .addOption(verifyAllOption())
    .addOption(showValuesOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'plan',
        'plan --employee "Anna Mulder" --show-values',
        'plan --connection acme --out acme.plan',
        'plan --summary',
        'plan --json --detailed-exitcode',
      ),
    )
  command.action(async () => {
    shell.finish(await plan(shell, command.optsWithGlobals()))
  })
}

const plan = async ({ io }: Shell, flags: PlanFlags): Promise<ExitCode> => {
  if (flags.out !== undefined) await refuseOtherFile(resolve(io.cwd, flags.out))
  const needsOne = flags.out !== undefined || flags.employee !== undefined
  return overConnections(io, flags, { columns: planColumns, needsOne }, (opened) =>
    planConnection(flags, opened),
  )
}

const planConnection = async (flags: PlanFlags, opened: OpenedConnection): Promise<Said> => {
  const { workspace } = opened
  const { io } = workspace
  const { deps, options, end } = await runPlan(flags, opened)
  const said = sayRun(io, flags, end, toRunExitCode(end, flags.detailedExitcode === true))
  if (flags.out === undefined || end.savedPlan === undefined) return said
  await writePlanFile(resolve(io.cwd, flags.out), { options, plan: end.savedPlan }, deps.store.digest)
  const saved = `${byHandTexts[workspace.language].saved(flags.out)}\n`
  // A document stays one document; the sentence is for a person.
  if (flags.json === true) io.stderr.write(saved)
  return { ...said, text: () => `${said.text()}${saved}` }
}
