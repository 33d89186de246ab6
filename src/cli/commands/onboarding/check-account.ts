import { resolve } from 'node:path'

import { noAnswers, type GivenAnswers } from '../../../onboarding/check/check-input.js'
import { toCommonReadiness, type AccountCheck } from '../../../onboarding/check/account-check.js'
import { loadAnswers } from '../../../onboarding/answers/load-answers.js'
import type { Profile } from '../../../onboarding/profile/profile.js'
import type { OnboardingResult } from '../../../onboarding/result/result.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { buildCheckText } from '../../../report/onboarding/check-text.js'
import {
  buildOverviewText,
  toAccountCheckJson,
} from '../../../report/onboarding/overview/overview-documents.js'
import { buildOverview } from '../../../report/onboarding/overview/overview.js'
import { buildDossier } from '../../../report/onboarding/dossier.js'
import type { ExitCode } from '../../exit-codes.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { lookOf } from '../../terminal/output-look.js'
import { withReleases } from '../../../app/compose/releases.js'
import { printJson } from '../../print-json.js'
import { toCheckExitCode } from './check-exit-code.js'
import { checkConnections } from './check-connections.js'
import { openCheckSpace, openCheckSpaces, type ApiFlags } from './check-space.js'
import { checkAll } from '../../../app/onboarding/check-all.js'
import { ensurePlaces, keepOverview, keepResult, type KeepFlags } from '../../../app/onboarding/kept-files.js'
import { loadAllProfiles, pickProfiles, type ProfileFlags } from '../../../app/onboarding/known-profiles.js'
import { makeCheck } from '../../../app/onboarding/make-check.js'

export interface CheckFlags extends ApiFlags, ProfileFlags, KeepFlags {
  company?: string
  facts?: string
  surplus?: boolean
  allCompanies?: boolean
}

/** Checks an account for these profiles, online, and shows what was found. */
export const checkAccount = (shellIo: Io, names: readonly string[], flags: CheckFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const isOfOne = flags.company !== undefined || flags.out !== undefined || flags.allCompanies === true
    const [first, ...others] = isOfOne
      ? [await openCheckSpace(shellIo, flags, releases)]
      : await openCheckSpaces(shellIo, flags, releases)
    const { accountFor, folders, readStandings, io } = first
    const known = await loadAllProfiles(folders, io, flags)
    const profiles = pickProfiles(known, names)
    const answers = await loadGiven(io, flags, known)
    await ensurePlaces(io, flags)
    const surplus = flags.surplus === true
    if (others.length > 0)
      return checkConnections([first, ...others], { profiles, answers, surplus }, flags, (checked) =>
        showAll(checked, profiles, io, flags),
      )
    const account = accountFor(profiles)
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
  for (const file of written) io.stderr.write(`${byHandTexts[languageOf(io)].written(file)}\n`)
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
  for (const file of written) io.stderr.write(`${byHandTexts[languageOf(io)].written(file)}\n`)
}
