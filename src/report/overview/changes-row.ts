import type { ChangesView } from '../questions/changes-view.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const changesColumns: readonly OverviewColumn[] = ['people', 'changes']

/** What changed, as a line of the overview. */
export const toChangesRow = ({ counts }: ChangesView): Omit<OverviewRow, 'connection'> => ({
  values: [counts.people, counts.changes],
})
