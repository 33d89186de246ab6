import { toCallKey } from '../../onboarding/calls/call-name.js'
import type { CallResult } from '../../onboarding/check/call-result.js'
import type { OnboardingResult, Readiness, ReadinessReason } from '../../onboarding/result/result.js'

/**
 * How a call stands over several checks: open, shut since it was first seen, or lost: it was open once and is
 * shut now.
 */
export type CallStanding = 'open' | 'shut' | 'lost'

/**
 * What is remembered of a check that was made before: codes and the names of calls, and nothing that was
 * answered or read.
 */
export interface RememberedCheck {
  /** The latest try, no matter what came of it. ISO 8601 with offset Z. */
  checkedAt: string
  /** By `SERVICE:CALL`; a call that never gave an answer that counts is not in it. */
  calls: Readonly<Record<string, CallStanding>>
}

/** What a check says in the light of those before it. */
export interface CheckDigest {
  companyId: string
  profiles: readonly string[]
  /** `could-not-check`: nothing is known of the calls, and the lists are empty. */
  readiness: Readiness
  reasons: readonly ReadinessReason[]
  /** Calls that were open once and are shut now. */
  lost: readonly string[]
  /** Those of them that were still open the last time. */
  newlyLost: readonly string[]
  /** Calls that are open and were not the last time. */
  regained: readonly string[]
}

/** Nothing is wanting, and nothing that was open before is shut: calls that no one demands count too. */
export const isAllWell = ({ reasons, lost }: Pick<CheckDigest, 'reasons' | 'lost'>): boolean =>
  lost.length === 0 && reasons.every(isIncompleteList)

/**
 * That a consumer's list is known in part only is so every time, and nothing that anyone could do something
 * about.
 */
const isIncompleteList = ({ reason }: ReadinessReason): boolean => reason === 'profile-incomplete'

/**
 * What became of the calls since the check before. A call that gave no answer that counts stands as it did.
 */
export const compareCalls = (
  calls: readonly CallResult[],
  before: RememberedCheck['calls'],
): Pick<RememberedCheck, 'calls'> & Pick<CheckDigest, 'lost' | 'newlyLost' | 'regained'> => {
  const now: Record<string, CallStanding> = { ...before }
  const changed = calls.map((call) => {
    const key = toCallKey(call)
    const was = before[key]
    const is = toStanding(call, was)
    if (is !== undefined) now[key] = is
    return { key, was, is }
  })
  const keysOf = (wanted: (one: (typeof changed)[number]) => boolean): string[] =>
    changed
      .filter(wanted)
      .map(({ key }) => key)
      .sort()
  return {
    calls: now,
    lost: keysOf(({ is }) => is === 'lost'),
    newlyLost: keysOf(({ was, is }) => is === 'lost' && was === 'open'),
    regained: keysOf(({ was, is }) => is === 'open' && was !== undefined && was !== 'open'),
  }
}

const toStanding = ({ outcome }: CallResult, was: CallStanding | undefined): CallStanding | undefined => {
  switch (outcome.verdict) {
    case 'active':
      return 'open'
    case 'inactive':
    case 'outside-filter':
    case 'no-access':
      return was === 'open' || was === 'lost' ? 'lost' : 'shut'
    case 'wrong-credentials':
    case 'no-subscription':
    case 'not-tested':
    case 'failed':
      return was
  }
}

/**
 * Whether all that is wrong is that Nmbrs did not answer as it should: a night with a maintenance window is
 * no account that lost its readiness.
 */
export const isOnlyTrouble = ({ readiness, reasons, facts }: Told): boolean => {
  const wanting = reasons.filter((reason) => !isIncompleteList(reason))
  if (readiness === 'could-not-check') return wanting.length > 0
  const isTrouble = (reason: ReadinessReason): boolean => {
    if (reason.reason === 'call-failed') return true
    if (reason.reason !== 'fact-not-compared') return false
    const outcome = facts.find(({ id }) => id === reason.fact)?.outcome
    return outcome?.verdict === 'unchecked' && outcome.because === 'failed'
  }
  return wanting.length > 0 && wanting.every(isTrouble)
}

type Told = Pick<OnboardingResult, 'readiness' | 'reasons' | 'facts'>
