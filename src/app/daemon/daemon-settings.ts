import { loadConfig } from '../../config/load-config.js'
import type { Config, ConnectionConfig } from '../../config/config.js'
import { ConfigError } from '../../domain/errors.js'
import { loadMapping } from '../../mapping/file/load-mapping.js'
import type { Mapping } from '../../mapping/mapping.js'
import type { NamedConfig, Surroundings } from '../surroundings.js'
import { loadScheduledChecks, type ScheduledCheck } from '../onboarding/scheduled-checks.js'

/** What the daemon works by until it is told to load anew: files that are being edited never reach a run. */
export interface DaemonSettings {
  config: Config
  /** By connection. */
  mappings: ReadonlyMap<string, Mapping>
  /** Onboarding checks that are repeated. */
  checks: readonly ScheduledCheck[]
}

/**
 * Loads the configuration and every mapping. Throws `ConfigError` with all that is wrong in the first file
 * that has something wrong.
 */
export const loadDaemonSettings = async (
  { env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
  named: NamedConfig,
): Promise<DaemonSettings> => {
  const { config } = await loadConfig({ file: named.config, env, cwd })
  return withFiles(config, { cwd })
}

/**
 * With the files that the configuration names: mappings, onboarding profiles and answers. Throws
 * `ConfigError`.
 */
export const withFiles = async (
  config: Config,
  place: Pick<Surroundings, 'cwd'>,
): Promise<DaemonSettings> => {
  const isIdle = ({ schedule, onboarding }: ConnectionConfig): boolean =>
    schedule === undefined && onboarding.length === 0
  if (config.connections.every(isIdle))
    throw new ConfigError(
      "There is nothing to schedule. Add to the configuration: schedule: { cron: '0 2 * * *' }",
      [],
      { remedy: 'nmbrs-sync config check' },
    )
  return { config, mappings: await loadMappings(config), checks: await loadScheduledChecks(config, place) }
}

const loadMappings = async (config: Config): Promise<ReadonlyMap<string, Mapping>> => {
  const mappings = new Map<string, Mapping>()
  const errors: ConfigError[] = []
  for (const { name, mapping } of config.connections) {
    try {
      mappings.set(name, await loadMapping(mapping))
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      errors.push(error)
    }
  }
  const [first] = errors
  if (first === undefined) return mappings
  const problems = errors.flatMap((error) => error.problems)
  throw new ConfigError(first.message, problems, { cause: first })
}
