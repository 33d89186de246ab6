import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import { alikesOf } from '../../plan/match/pair-people.js'
import type { SeenAlikes } from './link-by-hand.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import { nameCandidates, type NamedCandidate } from './read-status.js'
import type { RunDeps } from '../settings.js'

/** Who looks like a person on either side at one moment. */
export interface Alikes {
  seen: SeenAlikes
  /** The employee whom a rule would connect, because nothing contradicts; `undefined` when none. */
  byRule: TargetEmployeeId | undefined
  /** Those of them in the target, with what agrees and what differs, for a screen. */
  candidates: readonly NamedCandidate[]
}

/**
 * Reads both sides and says who looks like a person now, so that a word about it covers those and no one
 * else. Writes nothing. Throws as `readAndPlan`.
 */
export const readAlikes = async (deps: RunDeps, sourceId: SourceEmployeeId): Promise<Alikes> => {
  const { companies } = await readAndPlan(deps, { employees: [sourceId], allowPastPeriods: false })
  const pairings = companies.flatMap(({ pairing }) => pairing.pairings.get(sourceId) ?? [])
  const [linked] = pairings.flatMap((one) =>
    one.kind === 'connected' && one.isNew ? [one.link.targetId] : [],
  )
  const candidates = companies.flatMap((company) =>
    company.plan.people
      .filter(({ subject }) => subject === sourceId)
      .flatMap((plan) => nameCandidates(plan, company)),
  )
  return { seen: [...new Set(pairings.flatMap(alikesOf))].sort(), byRule: linked, candidates }
}
