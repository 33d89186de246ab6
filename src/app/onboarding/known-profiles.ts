import { access } from 'node:fs/promises'
import { resolve } from 'node:path'

import { findInstallation } from '../../config/installation.js'
import { ConfigError } from '../../domain/errors.js'
import { loadProfiles, shippedProfiles } from '../../onboarding/profile/load-profiles.js'
import { findProfile } from '../../onboarding/profile/profile-set.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import type { NamedConfig, Surroundings } from '../surroundings.js'

export interface ProfileFlags extends NamedConfig {
  /** Folders with profiles of one's own. */
  profiles?: readonly string[]
}

/**
 * The profiles that are shipped, those of the configured folders, and those of `--profiles`. Throws
 * `ConfigError`.
 */
export const loadAllProfiles = (
  configured: readonly string[],
  { cwd }: Pick<Surroundings, 'cwd'>,
  { profiles = [] }: Pick<ProfileFlags, 'profiles'> = {},
): Promise<readonly Profile[]> => {
  const own = [...configured, ...profiles.map((folder) => resolve(cwd, folder))]
  return loadProfiles([resolve(shippedProfiles), ...own], cwd)
}

/**
 * Whether a configuration is named, or lies where one is looked for. An account can be checked without one.
 */
export const hasConfig = async (
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
  { config }: NamedConfig,
): Promise<boolean> => {
  const { file, namedBy } = await findInstallation({ file: config, env, cwd })
  if (namedBy !== undefined) return true
  return access(file).then(
    () => true,
    () => false,
  )
}

/** The profiles of these names, each once. Throws `ConfigError` for a name that there is not. */
export const pickProfiles = (profiles: readonly Profile[], names: readonly string[]): readonly Profile[] => {
  const picked = names.map((name) => {
    const found = findProfile(profiles, name)
    if ('profile' in found) return found.profile
    const ids = profiles.map(({ id }) => id).join(', ')
    const hint = found.nearest === undefined ? `There is: ${ids}` : `Did you mean ${found.nearest}?`
    throw new ConfigError(`There is no onboarding profile ${name}. ${hint}`)
  })
  return [...new Set(picked)]
}
