import type { Profile } from '../profile/profile.js'
import type { CallResult } from './call-result.js'

/**
 * - `granted`: a read that needs it was answered.
 * - `missing`: it is not part of the consent, or a read that needs it was refused.
 * - `not-tried`: it is part of the consent, and only a write would show more.
 */
export type ScopeStanding = 'granted' | 'missing' | 'not-tried'

/** A scope that the chosen profiles need, and what is known of it. */
export interface ScopeResult {
  scope: string
  standing: ScopeStanding
  /** The profiles that name it. Empty: a read was refused that it would open. */
  requiredBy: readonly string[]
  /** The endpoints of the profiles that it opens. */
  endpoints: readonly string[]
}

/**
 * What is known of the scopes: by what reads were answered first, and by what the consent says of itself for
 * what no one may try.
 */
export const buildScopeResults = (
  profiles: readonly Profile[],
  calls: readonly CallResult[],
  consented: readonly string[],
): ScopeResult[] => {
  const shown = findShown(calls, consented)
  const refused = new Set(
    calls
      .filter(({ outcome }) => outcome.verdict === 'no-access')
      .flatMap(({ scopes = [] }) => scopes.filter((scope) => !shown.has(scope))),
  )
  const required = profiles.flatMap(({ rest }) => rest?.scopes ?? [])
  const standingOf = (scope: string): ScopeStanding => {
    if (shown.has(scope)) return 'granted'
    if (refused.has(scope) || !consented.includes(scope)) return 'missing'
    // A consent that can be renewed has it.
    return scope === 'offline_access' ? 'granted' : 'not-tried'
  }
  return [...new Set([...required, ...refused])].map((scope) => ({
    scope,
    standing: standingOf(scope),
    requiredBy: profiles.filter(({ rest }) => rest?.scopes.includes(scope) === true).map(({ id }) => id),
    endpoints: calls.filter(({ scopes = [] }) => scopes.includes(scope)).map(({ call }) => call),
  }))
}

/**
 * A read that several scopes open shows only that the consent has one of them: the one that it says it has.
 */
const findShown = (calls: readonly CallResult[], consented: readonly string[]): ReadonlySet<string> =>
  new Set(
    calls
      .filter(({ outcome, access }) => access === 'read' && outcome.verdict === 'active')
      .flatMap(({ scopes = [] }) =>
        scopes.length === 1 ? scopes : scopes.filter((scope) => consented.includes(scope)),
      ),
  )
