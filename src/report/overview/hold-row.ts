import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { Hold } from '../../domain/hold/hold.js'
import { standingOf, type HoldContext } from '../sync/holds-report.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const holdColumns: readonly OverviewColumn[] = ['waiting', 'people', 'released', 'oldest']

/**
 * The line of a connection: how many changes wait, of how many people, how many are released, and since when
 * the oldest waits.
 */
export const toHoldRow = (
  holds: readonly Hold[],
  context: HoldContext,
  timeZone: string,
): Omit<OverviewRow, 'connection'> => {
  const stateOf = (hold: Hold): string => standingOf(hold, context).state
  const waiting = holds.filter((hold) => stateOf(hold) === 'waiting')
  const released = holds.filter((hold) => ['released', 'delayed'].includes(stateOf(hold)))
  const people = new Set(waiting.map(({ subject }) => subject)).size
  const [oldest = ''] = waiting.map(({ openedAt }) => toDayOfInstant(openedAt, timeZone)).toSorted()
  return { values: [waiting.length, people, released.length, oldest], waits: waiting.length > 0 }
}
