import type { DriftView } from '../sync/view/drift-view.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const driftColumns: readonly OverviewColumn[] = ['people', 'values']

/** The line of a connection: of how many people payroll changed how many values. */
export const toDriftRow = ({ people, values }: DriftView): Omit<OverviewRow, 'connection'> => ({
  values: [people.length, values.target + values.both + values.rate],
  waits: people.length > 0,
})
