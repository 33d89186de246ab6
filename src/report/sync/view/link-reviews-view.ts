import type { FieldName } from '../../../domain/sections.js'
import type { NamedLinkReview } from '../../../run/plan/link-reviews.js'
import { toPersonView, type PersonView } from '../../people/person-view.js'

/** A link that someone should look at. */
export interface LinkReviewView extends Pick<
  NamedLinkReview,
  'companyId' | 'targetId' | 'fields' | 'writtenAt'
> {
  person: PersonView
  /** Of the fields that were written those that say who someone is. */
  identity: readonly FieldName[]
}

/** All that `worklist --review` says. */
export interface ReviewsView {
  reviews: readonly LinkReviewView[]
}

const identityFields: ReadonlySet<FieldName> = new Set(['FirstName', 'LastName', 'Birthday'])

/** Puts together what `worklist --review` says. Pure. */
export const buildReviewsView = (reviews: readonly NamedLinkReview[]): ReviewsView => ({
  reviews: reviews.map(({ sourceId, companyId, targetId, displayName, fields, writtenAt }) => ({
    person: toPersonView({ subject: sourceId, targetId }, () => displayName),
    ...{ companyId, targetId, fields, writtenAt },
    identity: fields.filter((field) => identityFields.has(field)),
  })),
})
