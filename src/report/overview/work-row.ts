import type { RunFailure } from '../../domain/run/run-failure.js'
import type { WorkItem } from '../../run/worklist/work-item.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const workColumns: readonly OverviewColumn[] = ['people', 'tasks']

/** The line of a connection: for how many people payroll has how much to do by hand. */
export const toWorkRow = (
  items: readonly WorkItem[],
  failure: RunFailure | null,
): Omit<OverviewRow, 'connection'> => ({
  values: [new Set(items.map(({ subject }) => subject)).size, items.length],
  waits: items.length > 0,
  ...(failure === null ? {} : { failure }),
})
