import { toClockInZone } from '../../domain/date/clock.js'
import type { StatusView } from '../sync/view/status-view.js'
import type { OverviewRow } from './overview.js'
import type { OverviewColumn } from './columns.js'

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
  { counts, changes, failure, lastRunAt }: StatusView,
  timeZone: string,
): Omit<OverviewRow, 'connection'> => ({
  values: [
    counts.linked,
    counts.notConnected,
    changes.toSend,
    changes.held,
    counts.blocked,
    lastRunAt === null ? '' : toClockInZone(lastRunAt, timeZone),
  ],
  waits: changes.held + counts.blocked > 0,
  ...(failure === null ? {} : { failure }),
})
