import type { SourceEmployeeId } from '../../domain/ids.js'
import type { Link } from '../../domain/link.js'

const known = new WeakMap<readonly Link[], ReadonlyMap<SourceEmployeeId, Link>>()

/**
 * The links by person. Made once for a list, which no one may change afterwards: a company's links are asked
 * for person by person in several steps of a run, and of tens of thousands of people each such map takes some
 * megabytes.
 */
export const indexLinks = (links: readonly Link[]): ReadonlyMap<SourceEmployeeId, Link> => {
  const made = known.get(links)
  if (made !== undefined) return made
  const linkOf = new Map<SourceEmployeeId, Link>()
  for (const link of links) linkOf.set(link.sourceId, link)
  known.set(links, linkOf)
  return linkOf
}
