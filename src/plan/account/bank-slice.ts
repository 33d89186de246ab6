import type { SourceEmployeeId } from '../../domain/ids.js'

export interface BankTurn {
  /** Counts the runs. */
  ordinal: number
  /** In so many runs in a row everyone is looked at once. */
  slices: number
  /** When the sync ended that lies so many runs back, ISO 8601; `undefined` when there were not so many. */
  due: string | undefined
}

/**
 * Whose bank account is looked at in this run although nothing calls for it: a slice of the connected people,
 * those not looked at for longest first, and anyone who would otherwise wait longer than `slices` runs
 * because people came or runs were left out. Someone without a look was compared when they were settled just
 * now; their turn begins with this run.
 */
export const pickBankSlice = (
  people: readonly SourceEmployeeId[],
  lastLook: ReadonlyMap<SourceEmployeeId, string>,
  { ordinal, slices, due }: BankTurn,
): SourceEmployeeId[] => {
  const seen = people.flatMap((id) => {
    const at = lastLook.get(id)
    return at === undefined ? [] : [{ id, at }]
  })
  seen.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  const slot = slices - 1 - (ordinal % slices)
  const quota = Math.max(0, Math.floor((people.length - 1 - slot) / slices) + 1)
  const overdue = due === undefined ? 0 : seen.filter(({ at }) => at <= due).length
  return seen.slice(0, Math.max(quota, overdue)).map(({ id }) => id)
}
