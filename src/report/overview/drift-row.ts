import type { DriftList } from '../../run/by-hand/drift.js'
import type { OverviewColumn, OverviewRow } from './overview.js'

export const driftColumns: readonly OverviewColumn[] = ['people', 'values']

/** The line of a connection: of how many people payroll changed how many values. */
export const toDriftRow = ({ people }: DriftList): Omit<OverviewRow, 'connection'> => ({
  values: [people.length, people.reduce((sum, { fields }) => sum + fields.length, 0)],
  waits: people.length > 0,
})
