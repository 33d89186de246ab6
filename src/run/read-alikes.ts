import type { SourceEmployeeId } from '../domain/ids.js'
import { alikesOf } from '../plan/match/pair-people.js'
import type { SeenAlikes } from './link-by-hand.js'
import { readAndPlan } from './read-and-plan.js'
import type { RunDeps } from './settings.js'

/**
 * Reads both sides and says who looks like a person now, so that a word about it covers those and nobody else. Writes nothing. Throws as
 * `readAndPlan`.
 */
export const readAlikes = async (deps: RunDeps, sourceId: SourceEmployeeId): Promise<SeenAlikes> => {
  const { companies } = await readAndPlan(deps, { employees: [sourceId], allowPastPeriods: false })
  const pairings = companies.flatMap(({ pairing }) => pairing.pairings.get(sourceId) ?? [])
  return [...new Set(pairings.flatMap(alikesOf))].sort()
}
