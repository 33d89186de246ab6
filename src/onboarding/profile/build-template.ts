import { services, toCallKey, type CallName } from '../calls/call-name.js'
import { findKnownReads } from '../calls/known-reads.js'
import { toVerdict } from '../calls/call-verdict.js'
import type { CheckInput } from '../check/check-input.js'
import type { Profile } from './profile.js'
import type { Surplus, TemplateService } from '../result/result.js'

/**
 * The smallest user template that serves every one of the profiles: the union of their calls, writes
 * included, by service and name.
 */
export const buildTemplate = (profiles: readonly Profile[]): TemplateService[] =>
  services.flatMap((service) => {
    const calls = profiles.flatMap((profile) => profile.calls.filter((call) => call.service === service))
    const names = [...new Set(calls.map(({ call }) => call))].toSorted()
    return names.length === 0 ? [] : [{ service, calls: names }]
  })

/**
 * The known read calls that no chosen profile names, by what trying them came to. A call that is closed is no
 * surplus.
 */
export const buildSurplus = ({ profiles, probes, consent }: CheckInput): Surplus => {
  const needed = new Set(profiles.flatMap(({ calls }) => calls.map(toCallKey)))
  const open: CallName[] = []
  const notTested: Surplus['notTested'][number][] = []
  for (const named of findKnownReads(consent === undefined ? 'soap' : 'rest')) {
    if (needed.has(toCallKey(named))) continue
    const verdict = toVerdict(probes.get(toCallKey(named)) ?? { answer: 'not-asked', reason: 'stopped' })
    if (verdict.verdict === 'active') open.push(named)
    else if (verdict.verdict === 'not-tested') notTested.push({ call: named, because: verdict.reason })
    else if (verdict.verdict === 'failed') notTested.push({ call: named, because: 'failed' })
  }
  return { open, notTested }
}
