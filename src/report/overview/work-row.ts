import type { WorklistView } from '../worklist/worklist-view.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const workColumns: readonly OverviewColumn[] = ['people', 'tasks']

/** The line of a connection: for how many people payroll has how much to do by hand. */
export const toWorkRow = ({ people, items, failure }: WorklistView): Omit<OverviewRow, 'connection'> => ({
  values: [people, items.length],
  waits: items.length > 0,
  ...(failure === null ? {} : { failure }),
})
