import type { SourceCompanyId, SourceEmployeeId } from '../../domain/ids.js'

/**
 * Something in the configuration that makes a run look at no one, or at others than was meant, and still end
 * well.
 */
export type ScopeFault =
  | { kind: 'company-unknown'; index: number; id: SourceCompanyId }
  | { kind: 'pilot-unknown'; index: number; id: SourceEmployeeId }
  | { kind: 'nobody-in-scope' }
  | { kind: 'links-out-of-scope'; links: number }

/** What is known of a run's scope once the source was read whole. */
export interface ScopeFacts {
  /** The companies of the configuration, in its order. */
  companies: readonly SourceCompanyId[]
  /** Companies of which someone was read. */
  companiesRead: ReadonlySet<SourceCompanyId>
  /**
   * The companies that the source lists; `undefined` where no one had to ask or the account may not read the
   * list.
   */
  companiesListed: ReadonlySet<SourceCompanyId> | undefined
  /** The pilot list of the configuration, in its order; empty: everyone. */
  pilot: readonly SourceEmployeeId[]
  inScope: ReadonlySet<SourceEmployeeId>
  /** People who were read and belong to none of the companies. */
  elsewhere: ReadonlySet<SourceEmployeeId>
  /** Whether someone's record may be one that could not be read. */
  mayBeUnread: (id: SourceEmployeeId) => boolean
  /** People of the pilot list who were read among those who are inactive. */
  pilotInactive: ReadonlySet<SourceEmployeeId>
  /** Whether any record could not be read. */
  someUnread: boolean
  /** Everyone who was ever linked, no matter what state that link is in. */
  everLinked: ReadonlySet<SourceEmployeeId>
  /** Those who are connected. */
  connected: readonly SourceEmployeeId[]
}

/**
 * The first fault of the configured scope. A pilot id counts as unknown only where no one of it was read, in
 * no company and not among those who are inactive, no record that could not be read may be theirs, and they
 * were never linked: someone who left is no slip of the pen. Links count as out of scope where their people
 * were read in another company, or stand outside the pilot list; people who are simply not there any more are
 * counted elsewhere.
 */
export const findScopeFault = (facts: ScopeFacts): ScopeFault | undefined =>
  findUnknownCompany(facts) ?? findUnknownPilot(facts) ?? findEmptyScope(facts) ?? findLinksOutside(facts)

/** Pilot ids of which no one was read, so that only the people who are inactive say whether they exist. */
export const pilotToAskFor = ({
  pilot,
  inScope,
  elsewhere,
  mayBeUnread,
  everLinked,
}: Pick<
  ScopeFacts,
  'pilot' | 'inScope' | 'elsewhere' | 'mayBeUnread' | 'everLinked'
>): readonly SourceEmployeeId[] =>
  pilot.filter((id) => !inScope.has(id) && !elsewhere.has(id) && !mayBeUnread(id) && !everLinked.has(id))

/** Companies of which no one was read, so that only the source's list says whether they exist. */
export const companiesToAskFor = (
  companies: readonly SourceCompanyId[],
  companiesRead: ReadonlySet<SourceCompanyId>,
): readonly SourceCompanyId[] => companies.filter((id) => !companiesRead.has(id))

const findUnknownCompany = ({
  companies,
  companiesRead,
  companiesListed,
}: ScopeFacts): ScopeFault | undefined => {
  if (companiesListed === undefined) return undefined
  const index = companies.findIndex((id) => !companiesRead.has(id) && !companiesListed.has(id))
  const id = companies[index]
  return id === undefined ? undefined : { kind: 'company-unknown', index, id }
}

const findUnknownPilot = (facts: ScopeFacts): ScopeFault | undefined => {
  const id = pilotToAskFor(facts).find((id) => !facts.pilotInactive.has(id))
  return id === undefined ? undefined : { kind: 'pilot-unknown', index: facts.pilot.indexOf(id), id }
}

const findEmptyScope = ({ inScope, someUnread }: ScopeFacts): ScopeFault | undefined =>
  inScope.size === 0 && !someUnread ? { kind: 'nobody-in-scope' } : undefined

const findLinksOutside = ({
  pilot,
  inScope,
  elsewhere,
  mayBeUnread,
  connected,
}: ScopeFacts): ScopeFault | undefined => {
  const isOutside = (id: SourceEmployeeId): boolean =>
    !inScope.has(id) && !mayBeUnread(id) && (elsewhere.has(id) || (pilot.length > 0 && !pilot.includes(id)))
  return connected.length > 0 && connected.every(isOutside)
    ? { kind: 'links-out-of-scope', links: connected.length }
    : undefined
}
