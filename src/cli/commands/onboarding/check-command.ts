import { Option, type Command } from 'commander'
import { resolve } from 'node:path'

import { noAnswers, type GivenAnswers } from '../../../onboarding/check/check-input.js'
import { toCommonReadiness, type AccountCheck } from '../../../onboarding/check/account-check.js'
import { loadAnswers } from '../../../onboarding/answers/load-answers.js'
import type { Profile } from '../../../onboarding/profile/profile.js'
import type { OnboardingResult } from '../../../onboarding/result/result.js'
import { buildCheckText } from '../../../report/onboarding/check-text.js'
import {
  buildOverviewText,
  toAccountCheckJson,
} from '../../../report/onboarding/overview/overview-documents.js'
import { buildOverview } from '../../../report/onboarding/overview/overview.js'
import { buildDossier } from '../../../report/onboarding/dossier.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples, type ConnectionFlags } from '../../flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../language.js'
import { lookOf } from '../../terminal/output-look.js'
import { withReleases } from '../../../app/compose/releases.js'
import { printJson, type Shell } from '../../shell.js'
import { openCheckSpace } from './check-space.js'
import { checkAll } from '../../../app/onboarding/check-all.js'
import { parseCompanyId } from './company-id.js'
import { ensurePlaces, keepOverview, keepResult, type KeepFlags } from '../../../app/onboarding/kept-files.js'
import { loadAllProfiles, pickProfiles, type ProfileFlags } from '../../../app/onboarding/known-profiles.js'
import { profilesOption } from './options.js'
import { makeCheck } from '../../../app/onboarding/make-check.js'

interface CheckFlags extends ConnectionFlags, ProfileFlags, KeepFlags {
  company?: string
  facts?: string
  surplus?: boolean
  allCompanies?: boolean
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
    .addOption(
      new Option(
        '--all-companies',
        'check every company that the account sees, and show one table of who is ready; answers of one company stand under `companies` in the file',
      ).conflicts(['company', 'out']),
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
        'onboarding check asr-umbrella --all-companies --facts asr.yaml',
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
    if (flags.allCompanies === true) {
      const checked = await checkAll(order, io)
      await showAll(checked, profiles, io, flags)
      return toCheckExitCode({ readiness: toCommonReadiness(checked) })
    }
    const result = await makeCheck(order, io)
    await show(result, io, flags)
    return toCheckExitCode(result)
  })

/** Without a file nothing was answered. */
const loadGiven = (
  { cwd }: Io,
  { facts }: CheckFlags,
  profiles: readonly Profile[],
): Promise<GivenAnswers> =>
  facts === undefined ? Promise.resolve(noAnswers) : loadAnswers(resolve(cwd, facts), profiles)

const show = async (result: OnboardingResult, io: Io, flags: CheckFlags): Promise<void> => {
  const language = languageOf(io)
  const written = await keepResult(result, io, { ...flags, language })
  if (flags.json === true) printJson(io, result)
  else io.stdout.write(buildCheckText(buildDossier(result, language), lookOf(io.stdout, io.env)))
  for (const file of written) io.stderr.write(`Written: ${file}\n`)
}

const showAll = async (
  checked: AccountCheck,
  profiles: readonly Profile[],
  io: Io,
  flags: CheckFlags,
): Promise<void> => {
  const language = languageOf(io)
  const ids = profiles.map(({ id }) => id)
  const overview = buildOverview(checked, profiles, language)
  const written = await keepOverview(overview, ids, io, flags)
  for (const result of checked.results)
    written.push(...(await keepResult(result, io, { ...flags, language })))
  if (flags.json === true) printJson(io, toAccountCheckJson(checked, overview))
  else io.stdout.write(buildOverviewText(overview, lookOf(io.stdout, io.env)))
  for (const file of written) io.stderr.write(`Written: ${file}\n`)
}

const toCheckExitCode = ({ readiness }: Pick<OnboardingResult, 'readiness'>): ExitCode => {
  switch (readiness) {
    case 'ready':
      return exitCode.done
    case 'not-ready':
      return exitCode.held
    case 'could-not-check':
      return exitCode.failed
  }
}
