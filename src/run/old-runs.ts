import { Temporal } from 'temporal-polyfill'
import type { RunDeps } from './settings.js'

/** So many plans and so many syncs of a connection are kept however old they are. */
export const leastKeptRuns = 50

/** The moment that lies a number of days of 24 hours before now, ISO 8601 in UTC. */
export const toPurgeMoment = (epochMs: number, days: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .subtract({ hours: 24 * days })
    .toString({ fractionalSecondDigits: 3 })

/**
 * Lets runs go that are older than the settings say. That is housekeeping: when it fails, the run before it
 * did not.
 */
export const purgeOldRuns = async ({
  store,
  settings,
  now,
  log,
}: Pick<RunDeps, 'store' | 'settings' | 'now' | 'log'>): Promise<void> => {
  const { keepRunsDays, connection } = settings
  if (keepRunsDays === undefined) return
  try {
    const runs = await store.runs.purgeRuns({
      before: toPurgeMoment(now(), keepRunsDays),
      keep: leastKeptRuns,
    })
    if (runs > 0) log.info('old runs were removed', { connection, runs })
  } catch (error) {
    log.warn('old runs could not be removed', {
      connection,
      error: error instanceof Error ? error.name : 'unknown',
    })
  }
}
