import type { SourceEmployeeId } from '../domain/ids.js'

/**
 * Whose bank account is looked at in this run although nothing calls for it: a slice of the connected people, those not looked at for
 * longest first, so that `slices` runs in a row see everybody once. `ordinal` counts the runs.
 */
export const pickBankSlice = (
  people: readonly SourceEmployeeId[],
  lastLook: ReadonlyMap<SourceEmployeeId, string>,
  ordinal: number,
  slices: number,
): SourceEmployeeId[] => {
  const slot = slices - 1 - (ordinal % slices)
  const quota = Math.floor((people.length - 1 - slot) / slices) + 1
  const look = (id: SourceEmployeeId): string => lastLook.get(id) ?? ''
  return [...people]
    .sort((a, b) => (look(a) < look(b) ? -1 : look(a) > look(b) ? 1 : a < b ? -1 : 1))
    .slice(0, Math.max(0, quota))
}
