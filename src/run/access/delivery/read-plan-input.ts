import { Temporal } from 'temporal-polyfill'

import type { AccessBook } from '../../../access/access-book.js'
import type { AccessPlan } from '../../../access/work/action.js'
import type { AccessPlanInput } from '../../../access/input.js'

/** What planning looks at besides what is kept: the portal, the policy and the people, read in this run. */
export type AccessFacts = Pick<
  AccessPlanInput,
  'portal' | 'policy' | 'listed' | 'people' | 'owners' | 'portalEmployees' | 'now'
> & {
  /**
   * About whom nothing is decided, though they count for who shares an address: outside a pilot, or their
   * record could not be read.
   */
  leftAlone?: ReadonlySet<string>
}

/** From when on words count, ISO 8601 in UTC. */
const wordsCountSince = ({ wordDays }: AccessFacts['policy'], now: string): string =>
  Temporal.Instant.from(now)
    .subtract({ hours: wordDays * 24 })
    .toString({ fractionalSecondDigits: 3 })

/** Everything the planning of one portal looks at, with what is kept of it. */
export const readPlanInput = async (
  book: AccessBook,
  { portal, policy, listed, people, owners, portalEmployees, now }: AccessFacts,
): Promise<AccessPlanInput> => ({
  ...{ portal, policy, people, owners, now },
  ...(listed === undefined ? {} : { listed }),
  ...(portalEmployees === undefined ? {} : { portalEmployees }),
  known: await book.readKnown(),
  knownComplete: (await book.findListed()) !== undefined,
  requests: await book.readRequests(wordsCountSince(policy, now)),
  digest: book.digest,
})

/** The plan without those about whom nothing is decided. */
export const leaveAlone = (plan: AccessPlan, { leftAlone }: Pick<AccessFacts, 'leftAlone'>): AccessPlan =>
  leftAlone === undefined || leftAlone.size === 0
    ? plan
    : { ...plan, actions: plan.actions.filter(({ subject }) => !leftAlone.has(subject)) }
