import type { ShownWorkspace } from '../../open-workspace.js'
import { Option, type Command } from 'commander'

import { ConfigError } from '../../../domain/errors.js'
import type { Milestone } from '../../../onboarding/progress/progress.js'
import {
  buildProgressText,
  toProgressJson,
  type ShownProgress,
} from '../../../report/onboarding/progress-text.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, parseDay, toExamples, type ConnectionFlags } from '../../flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson, type Shell } from '../../shell.js'
import { withStore } from '../../with-connection.js'
import { parseCompanyId } from './company-id.js'
import { loadAllProfiles, pickProfiles, type ProfileFlags } from '../../../app/onboarding/known-profiles.js'
import { profilesOption } from './options.js'
import { recordProgress, toDays } from '../../../app/onboarding/record-progress.js'
import { readShown } from '../../../app/onboarding/shown-progress.js'
import { toReminding } from '../../../app/onboarding/standings.js'

interface ProgressFlags extends ConnectionFlags, ProfileFlags {
  company?: string
}

interface RecordFlags extends ProgressFlags {
  on?: string
  firstExchange?: string
  undo?: boolean
}

/** The commands that record what happens with a consumer after the check, and the one that shows it. */
export const addProgressCommands = (onboarding: Command, shell: Shell): void => {
  addSentCommand(onboarding, shell)
  addConfirmedCommand(onboarding, shell)
  addExchangeCommand(onboarding, shell)
  addShowCommand(onboarding, shell)
}

const addSentCommand = (onboarding: Command, shell: Shell): void => {
  const sent = onboarding
    .command('sent')
    .summary('records that the facts were handed in to a consumer')
    .description(
      'Records the day on which the facts of a company were handed in. When the consumer says nothing for onboarding.remindAfterDays days, `onboarding check`, `status` and the notices of ' +
        'the daemon remind you.',
    )
  addOptions(sent, 'the day it was handed in; today when left out')
    .addHelpText(
      'after',
      toExamples('onboarding sent asr --company 1234', 'onboarding sent asr --on 2026-11-20'),
    )
    .action(async (names: readonly string[]) => {
      shell.finish(await record(shell, names, sent.optsWithGlobals(), 'sent'))
    })
}

const addConfirmedCommand = (onboarding: Command, shell: Shell): void => {
  const confirmed = onboarding
    .command('confirmed')
    .summary('records that a consumer said that the connection is made')
    .description(
      'Records the day of the message that the connection is made, and the day of the first exchange when the message names it. The daemon checks the account on that day.',
    )
  addOptions(confirmed, 'the day of the message; today when left out')
    .addOption(
      new Option('--first-exchange <date>', 'the day of the first exchange, as the consumer gave it')
        .argParser(parseDay)
        .conflicts('undo'),
    )
    .addHelpText('after', toExamples('onboarding confirmed asr --first-exchange 2026-12-24'))
    .action(async (names: readonly string[]) => {
      shell.finish(await record(shell, names, confirmed.optsWithGlobals(), 'confirmed'))
    })
}

const addExchangeCommand = (onboarding: Command, shell: Shell): void => {
  const exchange = onboarding
    .command('exchange')
    .summary('records the day of the first exchange with a consumer')
    .description(
      'Records the day on which data are exchanged first. The daemon checks the account once on that day, so that a call that was switched off meanwhile is seen in time.',
    )
  addOptions(exchange, 'the day of the first exchange')
    .addHelpText('after', toExamples('onboarding exchange asr --on 2026-12-24 --company 1234'))
    .action(async (names: readonly string[]) => {
      shell.finish(await record(shell, names, exchange.optsWithGlobals(), 'exchange'))
    })
}

const addOptions = (command: Command, onWhat: string): Command =>
  command
    .argument('<profile...>', 'the profiles, as `onboarding list` names them')
    .addOption(new Option('--on <date>', onWhat).argParser(parseDay))
    .addOption(new Option('--undo', 'take back what was recorded').conflicts('on'))
    .addOption(companyOption())
    .addOption(connectionOption())
    .addOption(profilesOption())
    .addOption(jsonOption())

const companyOption = (): Option =>
  new Option('--company <id>', 'the company in Nmbrs; needed only when the connection has several').argParser(
    parseCompanyId,
  )

const addShowCommand = (onboarding: Command, shell: Shell): void => {
  const progress = onboarding
    .command('progress')
    .summary('how far the applications at consumers are')
    .description(
      'Shows what was recorded for each company and consumer: handed in, confirmed and the day of the first exchange, and what is late. Ends with 3 when something is late.',
    )
    .addOption(connectionOption())
    .addOption(profilesOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('onboarding progress', 'onboarding progress --json'))
  progress.action(async () => {
    shell.finish(await showProgress(shell, progress.optsWithGlobals()))
  })
}

const showProgress = ({ io }: Shell, flags: ProgressFlags): Promise<ExitCode> =>
  withStore(io, flags, async (store, { workspace, connection }) => {
    const known = await loadAllProfiles(workspace.config.onboarding.folders, workspace.io, flags)
    const shown = await readShown(store, known, workspace)
    print(workspace, { connection: connection.name, shown }, flags)
    return shown.some(({ standing }) => standing.isOverdue) ? exitCode.held : exitCode.done
  })

const record = (
  { io }: Shell,
  names: readonly string[],
  flags: RecordFlags,
  milestone: Milestone,
): Promise<ExitCode> =>
  withStore(io, flags, async (store, { workspace, connection }) => {
    const known = await loadAllProfiles(workspace.config.onboarding.folders, workspace.io, flags)
    const profiles = pickProfiles(known, names)
    const companyId = flags.company ?? findOnlyCompany(connection.companies)
    const { today } = toReminding(workspace)
    await recordProgress(store, { companyId, profiles, days: toDays(milestone, flags, today), today })
    const ids = new Set(profiles.map(({ id }) => id))
    const shown = (await readShown(store, known, workspace)).filter(
      (one) => one.companyId === companyId && ids.has(one.standing.profile),
    )
    print(workspace, { connection: connection.name, shown }, flags)
    return exitCode.done
  })

const findOnlyCompany = (companies: readonly { targetId: string; targetName: string }[]): string => {
  const [only, ...others] = companies
  if (only !== undefined && others.length === 0) return only.targetId
  const list = companies.slice(0, 20).map(({ targetId, targetName }) => `${targetId} ${targetName}`)
  throw new ConfigError(`Say which company with --company ID: ${list.join(', ')}`)
}

const print = (
  { io }: ShownWorkspace,
  view: { connection: string; shown: readonly ShownProgress[] },
  { json }: ProgressFlags,
): void => {
  if (json === true) printJson(io, toProgressJson(view))
  else io.stdout.write(buildProgressText(view, lookOf(io.stdout, io.env)))
}
