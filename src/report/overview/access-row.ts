import { countTabs, type AccessStatusView } from '../access/status-text.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const accessColumns: readonly OverviewColumn[] = ['portal', 'withLogin', 'withoutLogin', 'left']

/**
 * The line of one portal of a connection: how many have a login, have none, and left with one that is active.
 */
export const toAccessRow = (view: AccessStatusView): Omit<OverviewRow, 'connection'> => {
  const counts = countTabs(view)
  return { values: [view.portal, counts.with, counts.without, counts.left], waits: counts.left > 0 }
}
