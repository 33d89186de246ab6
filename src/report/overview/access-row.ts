import type { AccessStatusView } from '../access/view/status-view.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const accessColumns: readonly OverviewColumn[] = ['portal', 'withLogin', 'withoutLogin', 'left']

/**
 * The line of one portal of a connection: how many have a login, have none, and left with one that is active.
 */
export const toAccessRow = ({ portal, counts }: AccessStatusView): Omit<OverviewRow, 'connection'> => ({
  values: [portal, counts.with, counts.without, counts.left],
  waits: counts.left > 0,
})
