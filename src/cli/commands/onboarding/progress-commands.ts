import { Option, type Command } from 'commander'

import type { Milestone } from '../../../onboarding/progress/progress.js'
import { connectionOption, jsonOption, parseDay, toExamples } from '../../options/flags.js'
import type { Shell } from '../../shell.js'
import { parseCompanyId } from './company-id.js'
import { profilesOption } from './options.js'

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
      await record(shell, names, sent, 'sent')
    })
}

const addConfirmedCommand = (onboarding: Command, shell: Shell): void => {
  const confirmed = onboarding
    .command('confirmed')
    .summary('record that a consumer confirmed the connection')
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
      await record(shell, names, confirmed, 'confirmed')
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
      await record(shell, names, exchange, 'exchange')
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
    const { showProgress } = await import('./applications.js')
    shell.finish(await showProgress(shell, progress.optsWithGlobals()))
  })
}

/** What opens the state is loaded when something is recorded. */
const record = async (
  shell: Shell,
  names: readonly string[],
  command: Command,
  milestone: Milestone,
): Promise<void> => {
  const { record: recordNow } = await import('./applications.js')
  shell.finish(await recordNow(shell, names, command.optsWithGlobals(), milestone))
}
