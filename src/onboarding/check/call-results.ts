import { callPlaces, toCallKey } from '../calls/call-name.js'
import type { CallResult } from './call-result.js'
import { toVerdict } from '../calls/call-verdict.js'
import { foldCallName } from '../calls/resolve-call.js'
import type { CheckInput } from './check-input.js'
import type { Profile, ProfileCall } from '../profile/profile.js'

/** A call and the profile that names it. */
interface NamedCall {
  profile: Profile
  call: ProfileCall
}

/**
 * Every call of the chosen profiles, each once: service by service, and there in the order they are named.
 */
export const buildCallResults = ({ profiles, probes }: CheckInput): CallResult[] => {
  const byKey = new Map<string, [NamedCall, ...NamedCall[]]>()
  for (const profile of profiles) {
    for (const call of profile.calls) {
      const named = byKey.get(toCallKey(call))
      if (named === undefined) byKey.set(toCallKey(call), [{ profile, call }])
      else named.push({ profile, call })
    }
  }
  const results = [...byKey].map(([key, named]) => buildCallResult(named, probes.get(key)))
  return callPlaces.flatMap((service) => results.filter((result) => result.service === service))
}

const buildCallResult = (
  named: readonly [NamedCall, ...NamedCall[]],
  answer: ReturnType<CheckInput['probes']['get']>,
): CallResult => {
  const { service, call, access, verified, scopes } = named[0].call
  const idsOf = (demand: Profile['callDemand']): string[] =>
    named.filter(({ profile }) => profile.callDemand === demand).map(({ profile }) => profile.id)
  // A write was not tried, no matter what anyone says it answered; a call without an answer was not reached.
  const reason = access === 'write' ? 'write-call' : 'stopped'
  const tried = access === 'read' ? answer : undefined
  return {
    ...{ service, call, access, verified },
    ...(scopes && { scopes }),
    outcome: toVerdict(tried ?? { answer: 'not-asked', reason }),
    requiredBy: idsOf('required'),
    testedFor: idsOf('testable'),
    publishedAs: findMisprints(named.map((one) => one.call)),
  }
}

/**
 * Other spellings that someone who looks for the call would not know it by. A stray point or another letter
 * case is none.
 */
const findMisprints = (calls: readonly ProfileCall[]): string[] => {
  const spellings = calls.flatMap(({ call, publishedAs = call }) =>
    foldCallName(publishedAs) === foldCallName(call) ? [] : [publishedAs],
  )
  return [...new Set(spellings)]
}
