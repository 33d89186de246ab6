import type { AccessBook } from '../access-book.js'
import type { AccessPlanInput } from '../input.js'

/** What planning looks at besides what is kept: the portal, the policy and the people, read in this run. */
export type AccessFacts = Pick<AccessPlanInput, 'portal' | 'policy' | 'people' | 'owners' | 'now'>

/** Everything the planning of one portal looks at, with what is kept of it. */
export const readPlanInput = async (book: AccessBook, facts: AccessFacts): Promise<AccessPlanInput> => ({
  ...facts,
  known: await book.readKnown(),
  knownComplete: (await book.findListed()) !== undefined,
  requests: await book.readRequests(),
  digest: book.digest,
})
