import { leaseOf } from '../../../app/compose/lease.js'
import { resolve } from 'node:path'

import { Option } from 'commander'

import { canaryBounds } from '../../../config/schema/bounds.js'
import { ConfigError } from '../../../domain/errors.js'
import { countOutcomes } from '../../../domain/change.js'
import { fillCount } from '../../../domain/language/count.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import type { RunPreview } from '../../../run/run-options.js'
import { handOverAfterSync } from '../../../app/access/after-sync.js'
import { printLogins } from './print-logins.js'
import { allowOption } from './allow.js'
import { openConnection } from '../../../app/compose/compose.js'
import {
  overConnections,
  printSaid,
  type OpenedConnection,
  type Said,
} from '../../connections/over-connections.js'
import { toRunExitCode, type ExitCode } from '../../exit-codes.js'
import {
  allowPastPeriodsOption,
  connectionsOption,
  employeeOption,
  jsonOption,
  parseWithin,
  showValuesOption,
  toExamples,
  verifyAllOption,
} from '../../options/flags.js'
import type { Io } from '../../io.js'
import {
  readPlanFile,
  refuseAlteredPlan,
  refuseOtherDecisions,
  type SealedPlanFile,
} from '../../../app/run/plan-file.js'
import { syncColumns } from '../../../report/overview/run-row.js'
import { runPlan } from './run-plan.js'
import { toRequest } from './to-request.js'
import { choosePeople } from './choose-people.js'
import { printReview, sayRun, type RunFlags } from './print-run.js'
import type { Prompts } from '../../terminal/prompts.js'
import { runOnce } from '../../../app/run/run-once.js'
import type { AddCommand, Shell } from '../../shell.js'
import { openTelling, type TellOfSync } from '../../../app/notices/tell-of-sync.js'

const canaryOption = (): Option =>
  new Option(
    '--canary <n>',
    'write N people of each kind first, 0 to 100, read them back, and go on only when every field is right; 0: write everyone at once. Left out: as the key canary says, in the first syncs after an install, an upgrade or a change between SOAP and REST',
  ).argParser(parseWithin(canaryBounds))

interface SyncFlags extends RunFlags {
  plan?: string
  yes?: boolean
  /** A person ticks who is sent. */
  choose?: boolean
  notify?: boolean
  /** Left out: as the configuration says. `false`: no one goes ahead. */
  canary?: number | boolean
}

export const addSyncCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('sync')
    .summary('plan, show it, ask, and write the differences to Nmbrs')
    .description(
      'Reads AlexisHR and Nmbrs, shows what would be written, asks, and writes it to Nmbrs. ' +
        'Without --connection every connection is synced in turn, with a table over all of them at the end. ' +
        'After the first SIGINT or SIGTERM the people in progress are completed and no one new is started; the second ends at once.',
    )
    .addOption(connectionsOption())
    .addOption(
      new Option(
        '--plan <file>',
        'carry out this plan of nmbrs-sync plan --out, or nothing when the configuration, AlexisHR or Nmbrs changed since',
      ).conflicts(['employee', 'allow', 'allowPastPeriods', 'verifyAll']),
    )
    .addOption(employeeOption())
    .option('--yes', 'write without asking; needed where there is no terminal')
    .addOption(
      new Option('--choose', 'tick on the terminal who is sent; the others wait for the next sync').conflicts(
        ['yes', 'plan'],
      ),
    )
    .addOption(allowOption())
    .addOption(canaryOption())
    .addOption(new Option('--no-canary', 'write everyone at once, as with --canary 0'))
    .option('--notify', 'send the configured notices afterwards, as the daemon does; for a timer')
    .addOption(allowPastPeriodsOption())
    .addOption(verifyAllOption())
    .addOption(showValuesOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'sync',
        'sync --employee "Anna Mulder" --show-values',
        'sync --connection acme --allow create=50',
        'sync --choose',
        'sync --plan acme.plan',
        'sync --canary 2',
        'sync --yes --json',
        'sync --yes --notify',
      ),
    )
  command.action(async () => {
    shell.finish(await sync(shell, command.optsWithGlobals()))
  })
}

const sync = async ({ io }: Shell, flags: SyncFlags): Promise<ExitCode> => {
  const prompts = flags.yes === true ? undefined : getPrompts(io)
  const file = flags.plan === undefined ? undefined : await readPlanFile(resolve(io.cwd, flags.plan))
  const named = file === undefined ? flags : { connection: [file.plan.connection], ...flags }
  const needsOne = flags.employee !== undefined || file !== undefined
  let telling: TellOfSync | undefined
  return overConnections(
    io,
    named,
    { columns: syncColumns, order: 'table-last', needsOne },
    async (opened) => {
      const { workspace, state, connection, commonReleases } = opened
      telling ??= await openTelling(flags.notify === true, workspace, state, commonReleases)
      try {
        return await syncConnection({ flags, prompts, file, telling }, opened)
      } catch (error) {
        telling.notStarted(connection, error)
        throw error
      }
    },
  )
}

const getPrompts = ({ prompts }: Io): Prompts => {
  if (prompts !== undefined) return prompts
  throw new ConfigError('There is no terminal to ask on. To write without being asked: nmbrs-sync sync --yes')
}

interface SyncContext {
  flags: SyncFlags
  /** `undefined`: do not ask. */
  prompts: Prompts | undefined
  file: SealedPlanFile | undefined
  telling: TellOfSync
}

const syncConnection = async (context: SyncContext, opened: OpenedConnection): Promise<Said> => {
  const { flags } = context
  if (flags.choose !== true) return syncPeople(context, opened)
  // Who there is to choose from. Everything is read again before anything is written.
  const { end: planned } = await runPlan(flags, opened)
  const { workspace, connection } = opened
  const said = sayRun(workspace.io, flags, planned, toRunExitCode(planned, false))
  if (planned.error !== undefined || context.prompts === undefined) return said
  const chosen = await choosePeople(workspace.io, context.prompts, connection.name, planned)
  if (chosen === undefined) return said
  if (chosen.length > 0) return syncPeople({ ...context, flags: { ...flags, employee: [...chosen] } }, opened)
  return { ...said, text: () => `${byHandTexts[workspace.language].nobodyChosen}\n` }
}

const syncPeople = async (context: SyncContext, opened: OpenedConnection): Promise<Said> => {
  const { flags, file } = context
  const { workspace, state, connection } = opened
  const { io } = workspace
  const deps = await openConnection(connection, workspace, state, opened.releases)
  if (file !== undefined) refuseAlteredPlan(file, deps.store.digest)
  const options = file?.options ?? (await toRequest(io, flags, deps))
  let reviewed = false
  const takeLease = leaseOf(connection, workspace.config, state)
  const end = await runOnce(io, takeLease, deps, {
    ...options,
    ...(file === undefined ? {} : { savedPlan: file.plan }),
    ...toCanary(flags),
    mode: 'sync',
    trigger: 'cli',
    confirm: async (preview) => {
      if (file !== undefined) refuseOtherDecisions(file, preview.changes)
      reviewed = context.prompts !== undefined && hasSomethingToSend(preview)
      return !reviewed || askToWrite(context, opened, preview)
    },
  })
  context.telling.ended(connection, end)
  const said = sayRun(io, flags, end, toRunExitCode(end, false), reviewed)
  // What was written is told before anything else is done; only a document of several waits for the others.
  const isPrinted = !(flags.json === true && opened.isMany)
  if (isPrinted) printSaid(io, flags, said)
  const logins = await handOverAfterSync(deps, connection, { workspace, state }, end)
  context.telling.loginsEnded(connection, logins)
  printLogins(io, flags, logins)
  return { ...said, isPrinted }
}

/** `--no-canary` makes commander say `true` where neither option is given. */
const toCanary = ({ canary = true }: SyncFlags): { canary?: number } =>
  canary === true ? {} : { canary: Number(canary) }

/** Nothing is asked where nothing would be written. */
const hasSomethingToSend = ({ changes }: RunPreview): boolean => countOutcomes(changes).planned > 0

const askToWrite = async (
  { flags, prompts }: SyncContext,
  { workspace, connection: { name } }: OpenedConnection,
  preview: RunPreview,
): Promise<boolean> => {
  printReview(workspace.io, flags, name, preview)
  const texts = byHandTexts[workspace.language]
  const changes = fillCount(countOutcomes(preview.changes).planned, texts.changes)
  return prompts?.confirm(texts.write(changes, name)) ?? false
}
