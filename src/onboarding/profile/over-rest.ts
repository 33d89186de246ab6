import type { FactType, Profile } from './profile.js'

/** What only an API user of SOAP has. */
const ofApiUser: ReadonlySet<FactType> = new Set(['nmbrs-user', 'api-token', 'nmbrs-domain'])

/**
 * What a consumer demands over REST: its endpoints in the place of its calls, without the facts that only
 * SOAP has. A profile that says nothing of REST has no calls over it.
 */
export const toRestProfile = (profile: Profile): Profile => {
  const { rest, facts, steps } = profile
  const kept = facts.filter(({ type }) => !ofApiUser.has(type))
  const ids = new Set(kept.map(({ id }) => id))
  return {
    ...profile,
    complete: rest?.complete ?? true,
    calls: rest?.endpoints ?? [],
    facts: kept,
    steps: steps.filter(({ until }) => typeof until !== 'object' || ids.has(until.fact)),
  }
}
