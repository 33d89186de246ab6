import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { HoldsView } from '../sync/view/holds-view.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const holdColumns: readonly OverviewColumn[] = ['waiting', 'people', 'released', 'oldest']

/**
 * The line of a connection: how many changes wait, of how many people, how many are released, and since when
 * the oldest waits.
 */
export const toHoldRow = (
  { waiting, released }: HoldsView,
  timeZone: string,
): Omit<OverviewRow, 'connection'> => {
  const oldest = waiting.since === null ? '' : toDayOfInstant(waiting.since, timeZone)
  return { values: [waiting.changes, waiting.people, released, oldest], waits: waiting.changes > 0 }
}
