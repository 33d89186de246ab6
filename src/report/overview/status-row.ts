import { toClockInZone } from '../../domain/date/clock.js'
import type { Status } from '../../run/by-hand/read-status.js'
import type { StoredRun } from '../../run/store.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const statusColumns: readonly OverviewColumn[] = [
  'connected',
  'notConnected',
  'toSend',
  'held',
  'blocked',
  'lastRun',
]

/**
 * The line of a connection: how many people are where, for how many something would be sent or is held, and
 * when its latest run began.
 */
export const toStatusRow = (
  { counts, people, failure }: Status,
  lastRun: StoredRun | undefined,
  timeZone: string,
): Omit<OverviewRow, 'connection'> => {
  const toSend = people.filter(({ planned }) => planned.length > 0).length
  const held = people.filter((person) => person.held.length > 0).length
  return {
    values: [
      counts.linked,
      counts.notConnected,
      toSend,
      held,
      counts.blocked,
      lastRun === undefined ? '' : toClockInZone(lastRun.startedAt, timeZone),
    ],
    waits: held + counts.blocked > 0,
    ...(failure === null ? {} : { failure }),
  }
}
