import type { Command } from 'commander'

import { buildAnswerForm } from '../../../report/onboarding/answer-form.js'
import {
  buildProfileList,
  buildProfileText,
  toProfileListJson,
} from '../../../report/onboarding/profile-text.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples } from '../../options/flags.js'
import { addCheckCommand } from './check-command.js'
import { addDiffCommand } from './diff-command.js'
import { pickProfiles, type ProfileFlags } from '../../../app/onboarding/known-profiles.js'
import { profilesOption } from './options.js'
import { addProgressCommands } from './progress-commands.js'
import { openOffline } from './open-offline.js'
import { languageOf } from '../../options/language.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'

interface ShowFlags extends ProfileFlags {
  json?: boolean
}

export const addOnboardingCommand: AddCommand = (parent, shell) => {
  const onboarding = parent
    .command('onboarding')
    .summary('whether an Nmbrs account is ready for a pension insurer or another consumer')
    .description(
      'Checks that every webservice call that a consumer needs is open for an Nmbrs account, and that the facts it asks for are right.',
    )
  addListCommand(onboarding, shell)
  addShowCommand(onboarding, shell)
  addFactsCommand(onboarding, shell)
  addCheckCommand(onboarding, shell)
  addProgressCommands(onboarding, shell)
  addDiffCommand(onboarding, shell)
}

const addListCommand = (onboarding: Command, shell: Shell): void => {
  const list = onboarding
    .command('list')
    .summary('the consumers there is a profile for, offline')
    .description('Lists the profiles: what a consumer asks of an Nmbrs account, as it published it.')
    .addOption(profilesOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('onboarding list', 'onboarding list --profiles ./my-profiles'))
  list.action(async () => {
    shell.finish(await showList(shell, list.optsWithGlobals()))
  })
}

const showList = async (shell: Shell, flags: ShowFlags): Promise<ExitCode> => {
  const { io, loadProfiles } = await openOffline(shell.io, flags)
  const profiles = await loadProfiles()
  if (flags.json === true) printJson(io, toProfileListJson(profiles))
  else io.stdout.write(buildProfileList(profiles, lookOf(io.stdout, io.env)))
  return exitCode.done
}

const addShowCommand = (onboarding: Command, shell: Shell): void => {
  const show = onboarding
    .command('show')
    .summary('what one consumer asks for: calls, facts and steps, offline')
    .description('Shows one profile whole: its calls, facts, steps, notes and source.')
    .argument('<profile>', 'the profile, as `onboarding list` names it')
    .addOption(profilesOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('onboarding show asr', 'onboarding show asr-umbrella --lang nl'))
  show.action(async (name: string) => {
    shell.finish(await showProfile(shell, name, show.optsWithGlobals()))
  })
}

const showProfile = async (shell: Shell, name: string, flags: ShowFlags): Promise<ExitCode> => {
  const { io, loadProfiles } = await openOffline(shell.io, flags)
  const [profile] = pickProfiles(await loadProfiles(), [name])
  if (profile === undefined) return exitCode.usage
  if (flags.json === true) printJson(io, profile)
  else io.stdout.write(buildProfileText(profile, lookOf(io.stdout, io.env)))
  return exitCode.done
}

const addFactsCommand = (onboarding: Command, shell: Shell): void => {
  const facts = onboarding
    .command('facts')
    .summary('a file to fill in with the facts that a consumer asks for, offline')
    .description(
      'Prints a YAML file with the facts that the profiles ask for, each with what to know. Fill it in and give it to `onboarding check` with --facts.',
    )
    .argument('<profile...>', 'the profiles, as `onboarding list` names them')
    .addOption(profilesOption())
    .addHelpText('after', toExamples('onboarding facts asr --lang nl > asr.yaml'))
  facts.action(async (names: readonly string[]) => {
    const flags: ShowFlags = facts.optsWithGlobals()
    const { io, loadProfiles } = await openOffline(shell.io, flags)
    const profiles = pickProfiles(await loadProfiles(), names)
    io.stdout.write(buildAnswerForm(profiles, languageOf(io)))
    shell.finish(exitCode.done)
  })
}
