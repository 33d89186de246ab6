import type { ChangeReport } from '../../domain/change.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { PeopleCounts } from '../../domain/run/run.js'
import type { Pairing } from '../../plan/match/pairing.js'
import type { PlannedCompany } from './plan-company.js'
import type { SourceWorld } from '../read/read-source.js'
import type { PlannedWorld } from './planned-world.js'

/** What has become of a plan whose people are counted. */
export interface CountedPlan {
  /** What became of its changes so far. */
  reports: readonly ChangeReport[]
  /** Links that planning found; a sync stores them when it begins to carry its plan out. */
  newLinks: 'counted' | 'not-counted'
}

/**
 * Counts the people whom a plan is about by where they stand, those included whom it created. `read` is
 * everyone the source gave.
 */
export const countPeople = (
  { source, companies, selected }: Pick<PlannedWorld, 'source' | 'companies' | 'selected'>,
  { reports, newLinks }: CountedPlan,
): PeopleCounts => {
  const created = new Set(
    reports
      .filter(({ kind, outcome }) => kind === 'create' && outcome === 'applied')
      .map(({ subject }) => subject),
  )
  const outside = countOutOfScope(source, companies)
  const counts: PeopleCounts & Record<Standing, number> = {
    read: source.readCount,
    inScope: selected.size,
    linked: 0,
    notConnected: 0,
    ignored: 0,
    blocked: 0,
    ...(outside === 0 ? {} : { outOfScope: outside }),
  }
  for (const { pairing } of companies) {
    for (const [id, one] of pairing.pairings) {
      if (!selected.has(id)) continue
      const isMade = newLinks === 'counted' || one.kind !== 'connected' || !one.isNew
      counts[isMade ? standing(one, id, created) : 'notConnected'] += 1
      if (one.kind === 'blocked') counts.blocked += 1
    }
  }
  return counts
}

/**
 * Connected people whom the scope does not take in, such as those who left; whose record could not be read is
 * not told from them.
 */
const countOutOfScope = (
  { inScope, mayBeUnread }: SourceWorld,
  companies: readonly Pick<PlannedCompany, 'links'>[],
): number =>
  new Set(
    companies.flatMap(({ links }) =>
      links.flatMap(({ status, sourceId }) =>
        status === 'connected' && !inScope.has(sourceId) && !mayBeUnread(sourceId) ? [sourceId] : [],
      ),
    ),
  ).size

type Standing = 'linked' | 'notConnected' | 'ignored'

const standing = (
  pairing: Pairing,
  id: SourceEmployeeId,
  created: ReadonlySet<SourceEmployeeId>,
): Standing => {
  if (pairing.kind === 'ignored') return 'ignored'
  if (pairing.kind === 'connected' || pairing.kind === 'dangling' || created.has(id)) return 'linked'
  return pairing.kind === 'blocked' && pairing.link !== undefined ? 'linked' : 'notConnected'
}
