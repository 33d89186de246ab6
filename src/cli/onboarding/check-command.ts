import { Option, type Command } from 'commander'
import { resolve } from 'node:path'

import type { FactAnswers } from '../../onboarding/check-input.js'
import { loadAnswers } from '../../onboarding/load-answers.js'
import type { Profile } from '../../onboarding/profile.js'
import type { OnboardingResult } from '../../onboarding/result.js'
import { buildCheckText } from '../../report/onboarding/check-text.js'
import { buildDossier } from '../../report/onboarding/dossier.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../flags.js'
import type { Io } from '../io.js'
import { languageOf } from '../language.js'
import { lookOf } from '../output-look.js'
import { withReleases } from '../releases.js'
import { printJson, type Shell } from '../shell.js'
import { openCheckSpace } from './account-to-check.js'
import { parseCompanyId } from './company-id.js'
import { ensurePlaces, keepResult, type KeepFlags } from './kept-files.js'
import { loadAllProfiles, pickProfiles, type ProfileFlags } from './known-profiles.js'
import { profilesOption } from './options.js'
import { toProfileLanguage } from './profile-language.js'
import { makeCheck } from './make-check.js'

interface CheckFlags extends ConnectionFlags, ProfileFlags, KeepFlags {
  company?: string
  facts?: string
  surplus?: boolean
}

export const addCheckCommand = (onboarding: Command, shell: Shell): void => {
  const command = onboarding
    .command('check')
    .summary('whether an Nmbrs account is ready for a consumer, online')
    .description(
      'Tries every call that the profiles ask for on the live account, reads what the facts are compared with, and says what is wanting. Each ' +
        'call is made once, with the least data; a call that changes something is never made. Without a configuration the account is taken from ' +
        'NMBRS_USERNAME, NMBRS_TOKEN, NMBRS_DOMAIN and NMBRS_HOST. Ends with 0 when the account is ready, 3 when it is not, and 1 when it could not be ' +
        'checked.',
    )
    .argument('<profile...>', 'the profiles, as `onboarding list` names them')
    .addOption(connectionOption())
    .addOption(
      new Option('--company <id>', 'the company in Nmbrs; needed only when there are several').argParser(
        parseCompanyId,
      ),
    )
    .option('--facts <file>', 'the answers, in a file as `onboarding facts` prints it')
    .option('--surplus', 'also try every other known reading call, and list what is open and not needed')
    .option('--dossier <dir>', 'also write a page and a spreadsheet to hand in or to keep, without the token')
    .option('--out <file>', 'also keep the document, for `onboarding diff`')
    .addOption(profilesOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'onboarding check asr --connection acme',
        'onboarding check asr --facts asr.yaml --dossier dossier --lang nl',
        'onboarding check asr shiftbase --surplus --out today.json',
      ),
    )
  command.action(async (names: readonly string[]) => {
    shell.finish(await check(shell.io, names, command.optsWithGlobals()))
  })
}

const check = (shellIo: Io, names: readonly string[], flags: CheckFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const { account, folders, readStandings, io } = await openCheckSpace(shellIo, flags, releases)
    const known = await loadAllProfiles(folders, io, flags)
    const profiles = pickProfiles(known, names)
    const answers = await loadGiven(io, flags, known)
    await ensurePlaces(io, flags)
    const surplus = flags.surplus === true
    const order = { account, company: flags.company, profiles, answers, surplus, readStandings }
    const result = await makeCheck(order, io)
    await show(result, io, flags)
    return toCheckExitCode(result)
  })

/** Without a file nothing was answered. */
const loadGiven = ({ cwd }: Io, { facts }: CheckFlags, profiles: readonly Profile[]): Promise<FactAnswers> =>
  facts === undefined ? Promise.resolve(new Map()) : loadAnswers(resolve(cwd, facts), profiles)

const show = async (result: OnboardingResult, io: Io, flags: CheckFlags): Promise<void> => {
  const language = toProfileLanguage(languageOf(io))
  const written = await keepResult(result, io, { ...flags, language })
  if (flags.json === true) printJson(io, result)
  else io.stdout.write(buildCheckText(buildDossier(result, language), lookOf(io.stdout, io.env)))
  for (const file of written) io.stderr.write(`Written: ${file}\n`)
}

const toCheckExitCode = ({ readiness }: OnboardingResult): ExitCode => {
  switch (readiness) {
    case 'ready':
      return exitCode.done
    case 'not-ready':
      return exitCode.held
    case 'could-not-check':
      return exitCode.failed
  }
}
