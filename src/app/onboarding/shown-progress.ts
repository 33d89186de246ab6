import type { Profile } from '../../onboarding/profile/profile.js'
import type { ProgressBook, RecordedProgress } from '../../onboarding/progress/progress-book.js'
import { toStanding } from '../../onboarding/progress/standing.js'
import type { ShownProgress } from '../../report/onboarding/progress-text.js'
import type { Workspace } from '../compose/workspace.js'
import { loadAllProfiles } from './known-profiles.js'
import { toReminding } from './standings.js'

type Reader = Pick<ProgressBook, 'readOnboardingProgress'>

/** What was recorded, with the consumer's name where its profile is still known. */
export const readShown = async (
  store: Reader,
  profiles: readonly Profile[],
  workspace: Workspace,
): Promise<readonly ShownProgress[]> =>
  (await store.readOnboardingProgress()).filter(isRecorded).map((one) => toShown(one, profiles, workspace))

/**
 * The applications about which a consumer said nothing for too long. Profiles are read only when something is
 * recorded.
 */
export const readOverdue = async (store: Reader, workspace: Workspace): Promise<readonly ShownProgress[]> => {
  const recorded = (await store.readOnboardingProgress()).filter(isRecorded)
  if (recorded.length === 0) return []
  const profiles = await loadAllProfiles(workspace.config.onboarding.folders, workspace.surroundings)
  return recorded.map((one) => toShown(one, profiles, workspace)).filter(({ standing }) => standing.isOverdue)
}

/** A day that was taken back leaves nothing to show. */
const isRecorded = ({ progress }: RecordedProgress): boolean =>
  (progress.sentOn ?? progress.confirmedOn ?? progress.exchangeOn) !== null

const toShown = (
  { companyId, profile, progress }: RecordedProgress,
  profiles: readonly Profile[],
  workspace: Workspace,
): ShownProgress => {
  const known = profiles.find(({ id }) => id === profile) ?? { id: profile, consumer: profile }
  return { companyId, standing: toStanding(known, progress, toReminding(workspace)) }
}
