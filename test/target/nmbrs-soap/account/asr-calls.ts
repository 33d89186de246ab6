import { loadProfiles, shippedProfiles } from '../../../../src/onboarding/profile/load-profiles.js'
import type { CallName } from '../../../../src/onboarding/calls/call-name.js'

/** The calls that a.s.r. asks for, from the profile that ships. */
export const loadAsrCalls = async (): Promise<readonly CallName[]> => {
  const profiles = await loadProfiles([shippedProfiles], process.cwd())
  const asr = profiles.find(({ id }) => id === 'asr-per-debtor')
  return (asr?.calls ?? []).map(({ service, call }) => ({ service, call }))
}
