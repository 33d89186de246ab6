import { toDayOfInstant } from '../../domain/date/plain-date.js'
import type { AccessStatusView } from '../access/view/status-view.js'
import type { ChangesView } from '../questions/changes-view.js'
import type { DriftView } from '../sync/view/drift-view.js'
import type { HoldsView } from '../sync/view/holds-view.js'
import type { WorklistView } from '../worklist/worklist-view.js'
import type { OverviewRow } from './overview.js'
import type { OverviewColumn } from './columns.js'

/** The line of a connection, without its name. */
type RowOfConnection = Omit<OverviewRow, 'connection'>

export const holdColumns: readonly OverviewColumn[] = ['waiting', 'people', 'released', 'oldest']

/**
 * The line of a connection: how many changes wait, of how many people, how many are released, and since when
 * the oldest waits.
 */
export const toHoldRow = ({ waiting, released }: HoldsView, timeZone: string): RowOfConnection => {
  const oldest = waiting.since === null ? '' : toDayOfInstant(waiting.since, timeZone)
  return { values: [waiting.changes, waiting.people, released, oldest], waits: waiting.changes > 0 }
}

export const driftColumns: readonly OverviewColumn[] = ['people', 'values']

/** The line of a connection: of how many people payroll changed how many values. */
export const toDriftRow = ({ people, values }: DriftView): RowOfConnection => ({
  values: [people.length, values.target + values.both + values.rate],
  waits: people.length > 0,
})

export const workColumns: readonly OverviewColumn[] = ['people', 'tasks']

/** The line of a connection: for how many people payroll has how much to do by hand. */
export const toWorkRow = ({ people, items, failure }: WorklistView): RowOfConnection => ({
  values: [people, items.length],
  waits: items.length > 0,
  ...(failure === null ? {} : { failure }),
})

export const changesColumns: readonly OverviewColumn[] = ['people', 'changes']

/** What changed, as a line of the overview. */
export const toChangesRow = ({ counts }: ChangesView): RowOfConnection => ({
  values: [counts.people, counts.changes],
})

export const accessColumns: readonly OverviewColumn[] = ['portal', 'withLogin', 'withoutLogin', 'left']

/**
 * The line of one portal of a connection: how many have a login, have none, and left with one that is active.
 */
export const toAccessRow = ({ portal, counts }: AccessStatusView): RowOfConnection => ({
  values: [portal, counts.with, counts.without, counts.left],
  waits: counts.left > 0,
})
