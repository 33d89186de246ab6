import type { Config } from '../../../config/config.js'
import { loadConfig } from '../../../config/load-config.js'
import { ConfigError } from '../../../domain/errors.js'
import type { Profile } from '../../../onboarding/profile/profile.js'
import type { GlobalFlags } from '../../options/global-options.js'
import type { Io } from '../../io.js'
import { findLanguage, languageOf, speakOn } from '../../options/language.js'
import { hasConfig, loadAllProfiles, type ProfileFlags } from '../../../app/onboarding/known-profiles.js'

/** What a command that works offline has of the world. */
export interface Offline {
  /** The streams, in the language of the command. */
  io: Io
  /**
   * The profiles that are shipped, and those of the folders that the configuration and `--profiles` name.
   * Throws `ConfigError`.
   */
  loadProfiles: () => Promise<readonly Profile[]>
}

/**
 * For a command that works offline: also without a configuration, and where it needs no profiles with one
 * that is not usable.
 */
export const openOffline = async (io: Io, flags: GlobalFlags & ProfileFlags): Promise<Offline> => {
  const found = await readConfig(io, flags)
  const config = found !== undefined && 'config' in found ? found.config : undefined
  const language =
    flags.lang !== undefined || found === undefined
      ? languageOf(io)
      : findLanguage(flags, io.env, config?.language)
  return {
    io: speakOn(io, { language, timeZone: config?.timezone }),
    loadProfiles: async () => {
      if (found !== undefined && 'unusable' in found) throw found.unusable
      return loadAllProfiles(config?.onboarding.folders ?? [], io, flags)
    },
  }
}

/** The configuration or why it is not usable; `undefined` when there is none. */
const readConfig = async (
  io: Io,
  flags: GlobalFlags,
): Promise<{ config: Config } | { unusable: ConfigError } | undefined> => {
  if (!(await hasConfig(io, flags))) return undefined
  try {
    return { config: (await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })).config }
  } catch (error) {
    if (error instanceof ConfigError) return { unusable: error }
    throw error
  }
}
