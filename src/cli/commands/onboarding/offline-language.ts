import { loadConfig } from '../../../config/load-config.js'
import { ConfigError } from '../../../domain/errors.js'
import type { Language } from '../../../domain/language/language.js'
import type { GlobalFlags } from '../../global-options.js'
import type { Io } from '../../io.js'
import { findLanguage, languageOf, speakOn } from '../../language.js'
import { hasConfig } from '../../../app/onboarding/known-profiles.js'

/** The streams of a command that works offline, in its language: also without a configuration, and with one that is not usable. */
export const speakOffline = async (io: Io, flags: GlobalFlags): Promise<Io> =>
  speakOn(io, await findOfflineLanguage(io, flags))

const findOfflineLanguage = async (io: Io, flags: GlobalFlags): Promise<Language> => {
  if (flags.lang !== undefined || !(await hasConfig(io, flags))) return languageOf(io)
  return findLanguage(flags, io.env, await readConfigured(io, flags))
}

const readConfigured = async (io: Io, flags: GlobalFlags): Promise<Language | undefined> => {
  try {
    return (await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })).config.language
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}
