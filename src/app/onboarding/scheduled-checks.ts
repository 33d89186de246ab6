import type { Config, ConnectionConfig, RepeatedCheckConfig } from '../../config/config.js'
import type { CheckKey } from '../../daemon/checks/check-memory.js'
import type { RepeatedCheck } from '../../daemon/checks/repeated-checks.js'
import { ConfigError, type Problem } from '../../domain/errors.js'
import {
  answersOf,
  noAnswers,
  type FactAnswers,
  type GivenAnswers,
} from '../../onboarding/check/check-input.js'
import { loadAnswers } from '../../onboarding/answers/load-answers.js'
import { findProfile } from '../../onboarding/profile/profile-set.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import type { Surroundings } from '../surroundings.js'
import { loadAllProfiles, pickProfiles } from './known-profiles.js'

/** A check that is repeated, with everything it needs: files that are being edited never reach one. */
export interface ScheduledCheck extends RepeatedCheck {
  connection: string
  companyId: string
  profiles: readonly Profile[]
  answers: FactAnswers
}

interface WantedCheck {
  connection: ConnectionConfig
  check: RepeatedCheckConfig
  /** Where it stands in the configuration. */
  key: string
}

/**
 * The checks that the configuration wants repeated, one for each company. Throws `ConfigError` with every
 * profile that there is not, or with what is wrong in a profile or in a file of answers.
 */
export const loadScheduledChecks = async (
  config: Config,
  place: Pick<Surroundings, 'cwd'>,
): Promise<readonly ScheduledCheck[]> => {
  const wanted = config.connections.flatMap((connection, position): WantedCheck[] =>
    connection.onboarding.map((check, index) => ({
      connection,
      check,
      key: `connections[${position}].onboarding[${index}]`,
    })),
  )
  if (wanted.length === 0) return []
  const known = await loadAllProfiles(config.onboarding.folders, place)
  refuseUnknown(wanted, known)
  const checks = await Promise.all(wanted.map((one) => toScheduledChecks(one, known, config.timezone)))
  return checks.flat()
}

const refuseUnknown = (wanted: readonly WantedCheck[], known: readonly Profile[]): void => {
  const problems = wanted.flatMap(({ check, key }) =>
    check.profiles.flatMap((name, index): Problem[] => {
      const found = findProfile(known, name)
      if ('profile' in found) return []
      const place = { file: 'the configuration', line: 0, key: `${key}.profiles[${index}]` }
      const suggestion = found.nearest === undefined ? {} : { suggestion: found.nearest }
      return [{ severity: 'error', ...place, expected: 'an onboarding profile', found: name, ...suggestion }]
    }),
  )
  if (problems.length > 0) throw new ConfigError('The onboarding checks are not usable', problems)
}

const toScheduledChecks = async (
  { connection, check, key }: WantedCheck,
  known: readonly Profile[],
  timeZone: string,
): Promise<ScheduledCheck[]> => {
  const profiles = pickProfiles(known, check.profiles)
  const given = check.facts === undefined ? noAnswers : await loadFacts(check.facts, known, `${key}.facts`)
  return companiesOf(connection, check).map((companyId) => ({
    key: `${key} ${companyId}`,
    timetable: { cron: check.cron, timeZone },
    connection: connection.name,
    companyId,
    profiles,
    answers: answersOf(given, companyId),
  }))
}

/** A file that cannot be read is named with the key that names it. */
const loadFacts = async (file: string, known: readonly Profile[], key: string): Promise<GivenAnswers> => {
  try {
    return await loadAnswers(file, known)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const problems = error.problems.map((problem) => (problem.key === '' ? { ...problem, key } : problem))
    throw new ConfigError(error.message, problems, { cause: error })
  }
}

const companiesOf = ({ companies }: ConnectionConfig, { company }: RepeatedCheckConfig): readonly string[] =>
  company === undefined ? companies.map(({ targetId }) => targetId) : [company]

/** What is remembered of a check is remembered under this. */
export const toCheckKey = ({ connection, companyId, profiles }: ScheduledCheck): CheckKey => ({
  connection,
  companyId,
  profiles: profiles.map(({ id }) => id),
})
