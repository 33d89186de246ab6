import type { Finding } from '../../domain/finding.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import { readSourceWorld } from '../read/read-source.js'
import type { RunOptions } from '../run-options.js'
import type { RunDeps } from '../settings.js'
import type { LinkReview } from '../store/links.js'

/** A link to look at, with the name under which the source has the person. */
export interface NamedLinkReview extends LinkReview {
  /** For the user's own screen only; empty when the source does not have the person any more. */
  displayName: string
}

/**
 * Links to look at of which no sync has reported yet. A run for some people leaves them to the next whole
 * one.
 */
export const findUntoldReviews = async (
  { store }: Pick<RunDeps, 'store'>,
  { employees }: Pick<RunOptions, 'employees'>,
): Promise<Finding[]> => {
  if (employees.length > 0) return []
  const reviews = await store.links.readLinkReviews()
  return reviews
    .filter(({ isTold }) => !isTold)
    .map(({ sourceId }) => toFinding('link-review', sourceId, 'personalInfo'))
}

/** Every link to look at. Reads the source for the names. */
export const readLinkReviews = async (deps: RunDeps): Promise<NamedLinkReview[]> => {
  const reviews = await deps.store.links.readLinkReviews()
  if (reviews.length === 0) return []
  const { people } = await readSourceWorld(deps, toDayInZone(deps.now(), deps.settings.timeZone))
  const names = new Map(people.map(({ sourceId, displayName }) => [sourceId, displayName]))
  return reviews.map((review) => ({ ...review, displayName: names.get(review.sourceId) ?? '' }))
}
