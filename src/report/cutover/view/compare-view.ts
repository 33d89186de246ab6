import type { Compared } from '../../../run/cutover/compare.js'

/** All that `cutover compare` says of a connection. */
export interface CompareView {
  connection: string
  compared: Compared
  counts: { people: number; differences: number; notCompared: number }
  /** Whether everyone was compared and nothing differs. */
  isSame: boolean
  /** What is to be done next: about those not compared, and about the differences. */
  next: readonly ('prepare' | 'compare-again')[]
}

/** Puts together what `cutover compare` says. Pure. */
export const buildCompareView = (connection: string, compared: Compared): CompareView => {
  const { people } = compared
  const [differences, notCompared] = [compared.differences.length, compared.notCompared.length]
  return {
    ...{ connection, compared },
    counts: { people, differences, notCompared },
    isSame: differences + notCompared === 0,
    next: [
      ...(notCompared > 0 ? (['prepare'] as const) : []),
      ...(differences > 0 ? (['compare-again'] as const) : []),
    ],
  }
}
