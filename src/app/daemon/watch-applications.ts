import { byHand } from '../../domain/audit/act.js'
import { ApplicationWatch, type WatchedApplication } from '../../daemon/checks/application-watch.js'
import type { DaemonEvent } from '../../daemon/events.js'
import { toIso } from '../../daemon/past-runs.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import { findProfile } from '../../onboarding/profile/profile-set.js'
import { openState } from '../compose/open-state.js'
import type { Workspace } from '../compose/workspace.js'
import { loadAllProfiles } from '../onboarding/known-profiles.js'
import { repeatCheck } from '../onboarding/repeat-check.js'
import type { ScheduledCheck } from '../onboarding/scheduled-checks.js'
import { readShown } from '../onboarding/shown-progress.js'
import { toReminding } from '../onboarding/standings.js'
import { withReleases } from '../compose/releases.js'

/** What the watch works with: the configuration may be another one each time. */
export interface WatchDeps {
  workspace: () => Workspace
  /**
   * The checks that the configuration has repeated: their answers count on the day of the first exchange too.
   */
  checks: () => readonly ScheduledCheck[]
  onFault: (connection: string) => Workspace['onFault']
  tell: (event: DaemonEvent) => void
  log: Workspace['log']
  setTimer: (afterMs: number, work: () => void) => () => void
}

/** Watches the applications at consumers of every connection. */
export const createApplicationWatch = (deps: WatchDeps): ApplicationWatch =>
  new ApplicationWatch({
    today: () => toReminding(deps.workspace()).today,
    setTimer: deps.setTimer,
    read: () => readApplications(deps.workspace()),
    remind: (application) => {
      deps.tell(toSilence(application, deps.workspace()))
    },
    check: (application) => checkForExchange(application, deps),
    log: deps.log,
  })

const readApplications = async (workspace: Workspace): Promise<readonly WatchedApplication[]> => {
  const profiles = await loadAllProfiles(workspace.config.onboarding.folders, workspace.surroundings)
  return withReleases(async (releases) => {
    const state = await openState(workspace, releases)
    const found: WatchedApplication[] = []
    for (const { name } of workspace.config.connections) {
      const shown = await readShown(
        state.store(name, byHand(workspace.actor)).applications,
        profiles,
        workspace,
      )
      found.push(...shown.map((one) => ({ connection: name, ...one })))
    }
    return found
  })
}

const toSilence = (
  { connection, companyId, standing }: WatchedApplication,
  { surroundings }: Workspace,
): DaemonEvent => {
  const { profile, consumer, waiting } = standing
  const { for: awaited = 'confirmation', since = '', days = 0 } = waiting ?? {}
  return {
    type: 'consumer-silent',
    at: toIso(surroundings.now()),
    connection,
    application: { companyId, profile, consumer, for: awaited, since, days },
  }
}

/** One look on the day. What could not be looked at is not noted, so that the next hour tries again. */
const checkForExchange = async (application: WatchedApplication, deps: WatchDeps): Promise<void> => {
  const { connection, companyId, standing } = application
  const workspace = deps.workspace()
  const check = await toCheck(application, workspace, deps.checks())
  if (check === undefined) return
  const event = await repeatCheck(check, { ...workspace, onFault: deps.onFault(connection) })
  if (event === undefined) return
  deps.tell(event)
  if (event.type === 'account-checked' && event.failure !== undefined) return
  await withReleases(async (releases) => {
    const store = (await openState(workspace, releases)).store(connection, byHand(workspace.actor))
    const key = { companyId, profile: standing.profile }
    await store.applications.noteExchangeChecked(key, standing.exchangeOn ?? toReminding(workspace).today)
  })
}

/**
 * The check of the one profile; without a file of answers only its calls count, for facts that no one gave
 * would all be missing.
 */
const toCheck = async (
  { connection, companyId, standing }: WatchedApplication,
  { config, surroundings }: Workspace,
  checks: readonly ScheduledCheck[],
): Promise<ScheduledCheck | undefined> => {
  const found = findProfile(await loadAllProfiles(config.onboarding.folders, surroundings), standing.profile)
  if (!('profile' in found)) return undefined
  const configured = checks.find(
    (one) =>
      one.connection === connection &&
      one.companyId === companyId &&
      one.answers.size > 0 &&
      one.profiles.some(({ id }) => id === standing.profile),
  )
  const profile: Profile = configured === undefined ? { ...found.profile, facts: [] } : found.profile
  return {
    key: `exchange ${connection} ${companyId} ${standing.profile}`,
    timetable: { cron: '0 0 1 1 *', timeZone: config.timezone },
    connection,
    companyId,
    profiles: [profile],
    answers: configured?.answers ?? new Map(),
  }
}
