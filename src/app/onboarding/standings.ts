import { byHand } from '../../domain/audit/act.js'
import { access } from 'node:fs/promises'

import { nameOfError } from '../../domain/errors.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import { findProgress, type RecordedProgress } from '../../onboarding/progress/progress-book.js'
import { toStanding, type ConsumerStanding } from '../../onboarding/progress/standing.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import { withReleases } from '../compose/releases.js'

/** Says how far the applications of these profiles are for a company. */
export type ReadStandings = (
  profiles: readonly Profile[],
  companyId: string,
) => Promise<readonly ConsumerStanding[]>

/** The day and the patience by which an application is late. */
export const toReminding = ({
  config,
  surroundings,
}: Workspace): { today: string; remindAfterDays: number } => ({
  today: toDayInZone(surroundings.now(), config.timezone),
  remindAfterDays: config.onboarding.remindAfterDays,
})

/** Whether something is handed in to the consumer at all. */
const hasApplication = ({ steps }: Profile): boolean =>
  steps.some(({ until }) => until === 'sent' || until === 'exchange')

/**
 * What was recorded of a connection. A check makes no state file where there is none, and goes on without one
 * that cannot be read.
 */
const readRecorded = async (
  workspace: Workspace,
  connection: string,
): Promise<readonly RecordedProgress[] | undefined> => {
  const { config, log } = workspace
  const isThere = await access(config.state.path).then(
    () => true,
    () => false,
  )
  if (!isThere) return []
  try {
    return await withReleases(async (releases) =>
      (await openState(workspace, releases))
        .store(connection, byHand(workspace.actor))
        .applications.readOnboardingProgress(),
    )
  } catch (error) {
    log.warn('what was recorded of applications cannot be read', { connection, code: nameOfError(error) })
    return undefined
  }
}

/** Reads what was recorded once, and says of each company how far its applications are. */
export const createReadStandings = (workspace: Workspace, connection: string): ReadStandings => {
  let recorded: ReturnType<typeof readRecorded> | undefined
  return async (profiles, companyId) => {
    recorded ??= readRecorded(workspace, connection)
    const known = await recorded
    if (known === undefined) return []
    return profiles.flatMap((profile) => {
      const progress = findProgress(known, { companyId, profile: profile.id })
      const applies = progress !== undefined || hasApplication(profile)
      return applies ? [toStanding(profile, progress, toReminding(workspace))] : []
    })
  }
}
