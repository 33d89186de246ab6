import { loadConfig } from '../../config/load-config.js'
import { ConfigError } from '../../domain/errors.js'
import type { Language as ScreenLanguage } from '../../domain/language/language.js'
import type { Language } from '../../onboarding/language.js'
import type { GlobalFlags } from '../global-options.js'
import type { Io } from '../io.js'
import { findLanguage, languageOf } from '../language.js'
import { hasConfig } from './known-profiles.js'

/** The language of results and dossiers: what consumers publish is known in Dutch and English only. */
export const toProfileLanguage = (language: ScreenLanguage): Language => (language === 'nl' ? 'nl' : 'en')

/** The language of a command that works offline: also without a configuration, and with one that is not usable. */
export const findProfileLanguage = async (io: Io, flags: GlobalFlags): Promise<Language> => {
  if (flags.lang !== undefined || !(await hasConfig(io, flags))) return toProfileLanguage(languageOf(io))
  return toProfileLanguage(findLanguage(flags, io.env, await readConfigured(io, flags)))
}

const readConfigured = async (io: Io, flags: GlobalFlags): Promise<ScreenLanguage | undefined> => {
  try {
    return (await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })).config.language
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}
