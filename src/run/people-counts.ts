import type { ChangeReport } from '../domain/change.js'
import type { SourceEmployeeId } from '../domain/ids.js'
import type { PeopleCounts } from '../domain/run.js'
import type { Pairing } from '../plan/match/pairing.js'
import type { PlannedCompany } from './plan-company.js'
import type { SourceWorld } from './read-source.js'

/**
 * Counts the people whom a run is about by where they stand, creations of the run included. `read` is everyone the source gave. `newLinks`:
 * whether the links that planning found count already; a sync stores them when it begins to carry its plan out.
 */
export const countPeople = (
  source: SourceWorld,
  companies: readonly PlannedCompany[],
  reports: readonly ChangeReport[],
  selected: ReadonlySet<SourceEmployeeId> = source.inScope,
  newLinks = true,
): PeopleCounts => {
  const created = new Set(
    reports
      .filter(({ kind, outcome }) => kind === 'create' && outcome === 'applied')
      .map(({ subject }) => subject),
  )
  const counts = {
    read: source.readCount,
    inScope: selected.size,
    linked: 0,
    notConnected: 0,
    ignored: 0,
    blocked: 0,
  }
  for (const { pairing } of companies) {
    for (const [id, one] of pairing.pairings) {
      if (!selected.has(id)) continue
      const isMade = newLinks || one.kind !== 'connected' || !one.isNew
      counts[isMade ? standing(one, id, created) : 'notConnected'] += 1
      if (one.kind === 'blocked') counts.blocked += 1
    }
  }
  return counts
}

const standing = (
  pairing: Pairing,
  id: SourceEmployeeId,
  created: ReadonlySet<SourceEmployeeId>,
): 'linked' | 'notConnected' | 'ignored' => {
  if (pairing.kind === 'ignored') return 'ignored'
  if (pairing.kind === 'connected' || pairing.kind === 'dangling' || created.has(id)) return 'linked'
  return pairing.kind === 'blocked' && pairing.link !== undefined ? 'linked' : 'notConnected'
}
